//! The history: searching and downloading.

use super::*;

/// Three records of two rooms on two days.
fn entries() -> Vec<Entry> {
    let people = company("software", "validated");
    let (lead, olga) = (member("alliance_lead"), operator());
    let (early, late) = (moment("2026-03-01"), moment("2026-03-02"));
    let stage = account::Event::StageSet { path: "services".to_string(), stage: "Enrolled".to_string() };
    let set = record(&setting(&people, &olga, &early), &[], [stage].into());
    let map = record(
        &setting(&people, &lead, &late),
        &[Permission::MapMarketplaceUsers],
        [mapped("ace_user"), mapped("ace_manager")].into(),
    );
    let first = set.iter().filter_map(Entry::of_account);
    first.chain(map.iter().filter_map(Entry::of::<State>)).collect()
}

/// What is found, by name and, of mappings, whose.
fn found(query: &Query) -> Vec<String> {
    let entries = entries();
    let user = |e: &Entry| e.event["user"].as_str().map(|text| text.parse::<Id>().unwrap());
    let name = |e: &&Entry| match user(e) {
        Some(user) => [e.name.as_str(), &crate::cast::name_of(user)].join(" "),
        None => e.name.clone(),
    };
    search(&entries, query).iter().map(name).collect()
}

// Rules: TRAIL-3
#[test]
fn the_history_is_searched_by_any_of_its_fields() {
    let all = ["user_mapped ace_manager", "user_mapped ace_user", "stage_set"];
    let text = |t: &str| Some(t.to_string());
    let at = |t: &str| Some(t.parse().unwrap());
    let cases: [(Query, &[&str]); 17] = [
        (Query::default(), &all),
        (Query { name: text("user_mapped"), ..Query::default() }, &all[..2]),
        (Query { name: text(" User_Mapped "), ..Query::default() }, &all[..2]),
        (Query { name: text("user"), ..Query::default() }, &[]),
        (Query { room: text("account"), ..Query::default() }, &all[2..]),
        (Query { room: text("linking"), ..Query::default() }, &all[..2]),
        (Query { by: Some(id("alliance_lead")), ..Query::default() }, &all[..2]),
        (Query { by: Some(id("ace_user")), ..Query::default() }, &[]),
        (Query { from: at("2026-03-02T09:00:00Z"), ..Query::default() }, &all[..2]),
        (Query { from: at("2026-03-02T09:00:01Z"), ..Query::default() }, &[]),
        (Query { until: at("2026-03-02T09:00:00Z"), ..Query::default() }, &all[2..]),
        (Query { request: text("r-1"), ..Query::default() }, &all),
        (Query { request: text("r-2"), ..Query::default() }, &[]),
        (Query { text: text("enrolled"), ..Query::default() }, &all[2..]),
        (Query { text: text(&id("ace_user").to_string()), ..Query::default() }, &all[1..2]),
        // The name of a field is not what is looked for.
        (Query { text: text("stage_"), name: text("user_mapped"), ..Query::default() }, &[]),
        (Query { most: Some(1), ..Query::default() }, &all[..1]),
    ];
    for (query, expected) in cases {
        assert_eq!(found(&query), expected, "{query:?}");
    }
}

// Rules: TRAIL-3
#[test]
fn the_history_is_downloaded_as_json() {
    let entries = entries();
    let query = Query { name: Some("user_mapped".to_string()), ..Query::default() };
    let page = download(&search(&entries, &query)).unwrap();
    let read: Vec<Entry> = serde_json::from_str(&page).unwrap();
    assert_eq!(read, [entries[2].clone(), entries[1].clone()]);
    assert_eq!(download(&[]).unwrap(), "[]");
    insta::assert_snapshot!("history", download(&search(&entries, &Query::default())).unwrap());
}
