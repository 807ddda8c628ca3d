//! The list of companies.

use std::sync::Arc;

use super::empty;
use crate::store::{CompanyFilter, CompanyRow, Store};

fn row(tenant: &str, name: &str, standings: &str) -> CompanyRow {
    let name_key = name.to_lowercase();
    let words = format!("{name_key} {tenant}.example");
    CompanyRow { tenant: tenant.into(), name: name.into(), name_key, words, standings: standings.into() }
}

pub(super) async fn companies_are_listed_by_name_and_narrowed(store: Arc<dyn Store>) {
    for (tenant, name, standings) in [
        ("b", "Acme", " software:validated services:enrolled "),
        ("a", "Zebra", " software:enrolled "),
        ("c", "acme", " "),
    ] {
        let mut append = empty(tenant);
        append.company = Some(row(tenant, name, standings));
        store.append(append).await.unwrap();
    }
    let list = async |filter: CompanyFilter, after: (&str, &str), limit: u32| -> String {
        let rows = store.companies(&filter, after, limit).await.unwrap();
        rows.iter().map(|row| row.tenant.as_str()).collect()
    };
    let of = |words: &[&str], path: &str, stage: &str| CompanyFilter {
        words: words.iter().map(|w| (*w).to_owned()).collect(),
        path: path.into(),
        stage: stage.into(),
    };
    assert_eq!(list(of(&[], "", ""), ("", ""), 10).await, "bca");
    assert_eq!(list(of(&[], "", ""), ("", ""), 2).await, "bc");
    assert_eq!(list(of(&[], "", ""), ("acme", "b"), 2).await, "ca");
    for (words, path, stage, expected) in [
        (&["cm"][..], "", "", "bc"),
        (&["acme", "c.example"], "", "", "c"),
        (&["%"], "", "", ""),
        (&[], "software", "", "ba"),
        (&[], "", "enrolled", "ba"),
        (&[], "software", "enrolled", "a"),
        (&[], "soft", "", ""),
    ] {
        assert_eq!(list(of(words, path, stage), ("", ""), 10).await, expected, "{words:?} {path} {stage}");
    }
    let mut renamed = empty("b");
    renamed.company = Some(row("b", "Yonder", " "));
    store.append(renamed).await.unwrap();
    assert_eq!(list(of(&[], "", ""), ("", ""), 10).await, "cba");
}
