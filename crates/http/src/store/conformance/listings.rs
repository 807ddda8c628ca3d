//! The directory of public entries.

use std::sync::Arc;

use super::empty;
use crate::store::{ListingChange, ListingFilter, ListingRow, Store};

fn row(tenant: &str, name: &str, country: &str, marks: &str) -> ListingRow {
    ListingRow {
        tenant: tenant.into(),
        name: name.into(),
        name_key: name.to_lowercase(),
        country: country.into(),
        summary: "Summary".into(),
        words: format!("{} harbour", name.to_lowercase()),
        marks: marks.into(),
    }
}

pub(super) async fn listings_are_found_until_they_are_dropped(store: Arc<dyn Store>) {
    let change = async |tenant: &str, change: ListingChange| {
        let mut append = empty(tenant);
        append.listing = Some(change);
        store.append(append).await.unwrap();
    };
    for (tenant, name, country, marks) in [
        ("b", "Acme", "Spain", " product:saas customer:start_up "),
        ("a", "Zebra", "Peru", " product:saas "),
        ("c", "acme", "Spain", " "),
    ] {
        change(tenant, ListingChange::Put(row(tenant, name, country, marks))).await;
    }
    let list = async |words: &[&str], country: &str, marks: &[&str], (offset, limit): (u32, u32)| {
        let of = |texts: &[&str]| texts.iter().map(|t| (*t).to_owned()).collect();
        let filter = ListingFilter { words: of(words), country: country.into(), marks: of(marks) };
        let (total, rows) = store.listings(&filter, offset, limit).await.unwrap();
        format!("{total} {}", rows.iter().map(|row| row.tenant.as_str()).collect::<String>())
    };
    let all = (0, 10);
    for (words, country, marks, page, expected) in [
        (&[][..], "", &[][..], all, "3 bca"),
        (&[], "", &[], (1, 1), "3 c"),
        (&["harb", "acme"], "", &[], all, "2 bc"),
        (&["%"], "", &[], all, "0 "),
        (&[], "Spain", &[], all, "2 bc"),
        (&[], "Spai", &[], all, "0 "),
        (&[], "", &["product:saas"], all, "2 ba"),
        (&[], "", &["product:saas", "customer:start_up"], all, "1 b"),
        (&[], "", &["product:sa"], all, "0 "),
    ] {
        assert_eq!(list(words, country, marks, page).await, expected, "{words:?} {country} {marks:?}");
    }
    assert_eq!(store.listing_countries().await.unwrap(), ["Peru", "Spain"]);
    change("a", ListingChange::Put(row("a", "Aardvark", "Chad", " "))).await;
    change("b", ListingChange::Drop).await;
    change("b", ListingChange::Drop).await;
    assert_eq!(list(&[], "", &[], all).await, "2 ac");
    assert_eq!(store.listing_countries().await.unwrap(), ["Chad", "Spain"]);
}
