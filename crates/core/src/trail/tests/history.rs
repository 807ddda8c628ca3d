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
    let by = |who: &str| Some(By::Member(id(who)));
    let cases: [(Query, &[&str]); 19] = [
        (Query::default(), &all),
        (Query { name: text("user_mapped"), ..Query::default() }, &all[..2]),
        (Query { name: text(" User_Mapped "), ..Query::default() }, &all[..2]),
        (Query { name: text("user"), ..Query::default() }, &[]),
        (Query { room: text("account"), ..Query::default() }, &all[2..]),
        (Query { room: text("linking"), ..Query::default() }, &all[..2]),
        (Query { by: by("alliance_lead"), ..Query::default() }, &all[..2]),
        (Query { by: by("ace_user"), ..Query::default() }, &[]),
        (Query { by: Some(By::Operators), ..Query::default() }, &all[2..]),
        (Query { by: Some(By::Visitors), ..Query::default() }, &[]),
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

// Rules: TRAIL-3
#[test]
fn the_lead_and_the_team_read_all_and_the_cloud_admin_what_is_theirs() {
    let people = company("software", "validated");
    let moment = moment("2026-03-02");
    for role in crate::cast::ROLES {
        let who = member(role);
        let expected = match role {
            "alliance_lead" | "alliance_team" => "all",
            "cloud_admin" => "linking",
            _ => "view_trail",
        };
        let said = match reach(&setting(&people, &who, &moment)) {
            Ok(Reach::Company) => "all",
            Ok(Reach::Room(room)) => room,
            Err(Denied::PermissionMissing { permission, .. }) => permission.id(),
            Err(denied) => denied.code(),
        };
        assert_eq!(said, expected, "{role}");
    }
    assert_eq!(reach(&setting(&people, &operator(), &moment)), Ok(Reach::Company));
    let nobody = Actor::Visitor;
    assert_eq!(reach(&setting(&people, &nobody, &moment)).unwrap_err().code(), "not_signed_in");
}

// Rules: TRAIL-3
#[test]
fn a_search_stays_within_reach() {
    let all = ["user_mapped ace_manager", "user_mapped ace_user", "stage_set"];
    let room = |room: &str| Query { room: Some(room.to_string()), ..Query::default() };
    let linking = Reach::Room("linking");
    assert_eq!(found(&Query::default().within(Reach::Company)), all);
    assert_eq!(found(&Query::default().within(linking)), all[..2]);
    assert_eq!(found(&room("Linking").within(linking)), all[..2]);
    assert!(found(&room("account").within(linking)).is_empty());
    assert!(found(&room("").within(linking)).is_empty());
}

// Rules: TRAIL-1, TRAIL-3
#[test]
fn a_stored_line_reads_as_the_record_it_is_of() {
    let people = company("software", "validated");
    let (lead, moment) = (member("alliance_lead"), moment("2026-03-02"));
    let made =
        record(&setting(&people, &lead, &moment), &[Permission::MapMarketplaceUsers], [mapped("ace_user")].into());
    let line = serde_json::to_string(&made[0]).unwrap();
    assert_eq!(Entry::read("linking", "user_mapped", &line).unwrap(), Entry::of::<State>(&made[0]).unwrap());
    for broken in ["", "{}", "[]", "{\"at\":\"2026\"}"] {
        assert!(Entry::read("linking", "user_mapped", broken).is_err(), "{broken}");
    }
}

// Rules: TRAIL-3
#[test]
fn the_history_is_downloaded_as_rows() {
    let people = company("software", "validated");
    let mut entries = entries();
    entries[0].source = "=HYPERLINK(\"x\")".to_string();
    let page = [headings(), rows(&people, search(&entries, &Query::default()))].concat();
    insta::assert_snapshot!("rows", page);
}

#[test]
fn whose_doings_are_looked_for_is_said_in_a_word() {
    for by in [By::Operators, By::Visitors, By::Member(id("ace_user"))] {
        assert_eq!(by.to_string().parse(), Ok(by));
        assert_eq!(stored(&by), by);
    }
    for text in ["", "operator", "lead", "Operators"] {
        assert_eq!(text.parse::<By>(), Err(NotBy), "{text}");
    }
}
