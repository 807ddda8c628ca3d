//! What every store finds.

use super::*;

fn entry(record: &str, entry: &str, title: &str, text: &str) -> SearchEntry {
    SearchEntry {
        record: record.into(),
        entry: entry.into(),
        owner: None,
        title: title.into(),
        title_words: guildhall_core::search::indexed(title),
        text_words: guildhall_core::search::indexed(text),
        from: None,
        until: None,
    }
}

/// An append that writes a document with what is found of it.
fn indexed(tenant: &str, id: &str, put: Vec<SearchEntry>) -> Append {
    let mut append = write(tenant, "room", id, 0, &["made"]);
    append.search.push(SearchChange { kind: "room".into(), id: id.into(), put, drop: Vec::new() });
    append
}

fn query(tenants: &[&str], record: &str, words: &str) -> SearchQuery {
    SearchQuery {
        tenants: tenants.iter().map(|t| (*t).to_owned()).collect(),
        record: record.into(),
        owner: None,
        terms: guildhall_core::search::terms(words),
        local_now: 5_000,
        now: 5_000,
        offset: 0,
        limit: 10,
    }
}

/// The ids that are found, in order, after their number.
async fn found(store: &Arc<dyn Store>, query: &SearchQuery) -> String {
    let SearchHits { total, hits } = store.search(query).await.unwrap();
    let ids: Vec<&str> = hits.iter().map(|hit| hit.entry.as_str()).collect();
    format!("{total}: {}", ids.join(" "))
}

// For SEARCH-2
pub(super) async fn records_are_found_by_their_words(store: Arc<dyn Store>) {
    let video = |id: &str, title: &str, text: &str| entry("video", id, title, text);
    let put = vec![
        video("1", "Moving to the cloud", "How hospitals migrate."),
        video("2", "Billing", "What the cloud costs."),
        video("3", "\u{c9}clairs", "Lead@larkspur.example"),
        video("4", "\u{65e5}\u{672c}\u{8a9e}\u{306e}\u{6848}\u{5185}", ""),
        entry("guide", "5", "Cloud", ""),
    ];
    store.append(indexed("acme", "1", put)).await.unwrap();
    for (words, expected) in [
        ("cloud", "2: 1 2"),
        ("CLO", "2: 1 2"),
        ("cloud hospital", "1: 1"),
        ("hospital cloud", "1: 1"),
        ("loud", "0: "),
        ("eclairs", "1: 3"),
        ("lead@lark", "1: 3"),
        ("example@lead", "0: "),
        ("\u{672c}\u{8a9e}", "1: 4"),
        ("\u{8a9e}\u{672c}", "0: "),
        ("\" OR 1=1 *", "0: "),
        ("scope", "0: "),
        ("", "0: "),
    ] {
        assert_eq!(found(&store, &query(&["acme"], "video", words)).await, expected, "{words:?}");
    }
    let paged = SearchQuery { offset: 1, limit: 1, ..query(&["acme"], "video", "cloud") };
    assert_eq!(found(&store, &paged).await, "2: 2");
}

// For SEARCH-11
pub(super) async fn a_search_stays_within_tenants_types_and_owners(store: Arc<dyn Store>) {
    let owned = |id: &str, owner: &str| SearchEntry { owner: Some(owner.into()), ..entry("case", id, "Cloud", "") };
    store.append(indexed("acme", "1", vec![owned("1", "ann"), owned("2", "bo")])).await.unwrap();
    store.append(indexed("bolt", "1", vec![owned("3", "ann")])).await.unwrap();
    store.append(indexed("programme", "1", vec![entry("case", "4", "Cloud", "")])).await.unwrap();
    for (tenants, record, owner, expected) in [
        (&["acme"][..], "case", None, "2: 1 2"),
        (&["acme"], "case", Some("ann"), "1: 1"),
        (&["acme", "programme"], "case", None, "3: 1 2 4"),
        (&["acme"], "task", None, "0: "),
        (&["acm"], "case", None, "0: "),
        (&["acme"], "case", Some("an"), "0: "),
        (&[], "case", None, "0: "),
    ] {
        let query = SearchQuery { owner: owner.map(str::to_owned), ..query(tenants, record, "cloud") };
        // Which of equals comes first is the store's.
        let SearchHits { total, mut hits } = store.search(&query).await.unwrap();
        hits.sort_by(|a, b| a.entry.cmp(&b.entry));
        let ids: Vec<&str> = hits.iter().map(|hit| hit.entry.as_str()).collect();
        assert_eq!(format!("{total}: {}", ids.join(" ")), expected, "{tenants:?} {record} {owner:?}");
    }
}

// For C-118, C-119
pub(super) async fn what_is_found_follows_the_document(store: Arc<dyn Store>) {
    let day = SearchEntry { from: Some(5_000), until: Some(6_000), ..entry("news", "1", "Cloud", "") };
    store.append(indexed("acme", "1", vec![day, entry("news", "2", "Cloud day", "")])).await.unwrap();
    let at = |local_now, now| SearchQuery { local_now, now, ..query(&["acme"], "news", "cloud") };
    for (local_now, now, expected) in
        [(4_999, 5_500, "1: 2"), (5_000, 5_000, "2: 1 2"), (9_000, 6_000, "2: 1 2"), (9_000, 6_001, "1: 2")]
    {
        assert_eq!(found(&store, &at(local_now, now)).await, expected, "{local_now} {now}");
    }
    // A write that is refused leaves what is found as it was; one that is taken changes it in the same step.
    let renamed = |version| {
        let mut append = write("acme", "room", "1", version, &["renamed"]);
        let put = vec![entry("news", "1", "Billing", "")];
        let drop = vec![("news".to_owned(), "2".to_owned()), ("news".to_owned(), "9".to_owned())];
        append.search.push(SearchChange { kind: "room".into(), id: "1".into(), put, drop });
        append
    };
    assert_conflict(store.append(renamed(7)).await);
    assert_eq!(found(&store, &at(5_000, 5_000)).await, "2: 1 2");
    store.append(renamed(1)).await.unwrap();
    assert_eq!(found(&store, &at(5_000, 5_000)).await, "0: ");
    assert_eq!(found(&store, &query(&["acme"], "news", "billing")).await, "1: 1");
}
