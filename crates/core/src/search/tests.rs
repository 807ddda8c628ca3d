//! Searching: who finds what, in which tables.

use alloc::format;
use alloc::string::ToString;

use super::*;
use crate::account::Actor;
use crate::fixture::{company, id, member, moment, operator, removed, setting};

fn pipeline(owner: &str) -> Needs {
    let (own, all) = (Permission::ManageOwnedPipeline, Permission::ManageAllPipeline);
    Needs::Owner { owner: Some(id(owner)), own, all }
}

fn hit(record: RecordType, name: &str, needs: Needs) -> Candidate {
    Candidate { record, id: name.to_string(), title: format!("The {name}"), needs }
}

fn hits(record: RecordType, count: usize, needs: Needs) -> Vec<Candidate> {
    (1..=count).map(|n| hit(record, &format!("{record}{n}"), needs)).collect()
}

fn query(types: &[&str], view_all: Option<RecordType>) -> Query {
    Query { view_all, ..Query::parse("cloud").unwrap().with_types(types.iter().copied()).unwrap() }
}

fn found_at(door: Door, who: &Actor, query: &Query, candidates: &[Candidate]) -> Result<Results, Denied> {
    let people: &[(&str, &[&str])] = &[
        ("eve", &["ace_user"]),
        ("ed", &["ace_user"]),
        ("cloe", &["cloud_admin"]),
        ("sam", &[]),
        ("rex", &["ace_user"]),
    ];
    let (account, moment) = (removed(company("registered", people), "rex"), moment("2026-03-01"));
    search(&setting(&account, who, &moment), door, query, candidates.iter().cloned())
}

/// The tables in a line: `opportunity 7: o1 o2 + | video 1: v1`, where the plus is View all.
#[track_caller]
fn check(who: &str, query: &Query, candidates: &[Candidate], expected: &str) -> Results {
    let results = found_at(Door::Portal, &member(who), query, candidates).unwrap();
    let table = |t: &Table| {
        let rows: Vec<&str> = t.rows.iter().map(|r| r.id.as_str()).collect();
        format!("{} {}: {}{}", t.record, t.total, rows.join(" "), if t.view_all { " +" } else { "" })
    };
    assert_eq!(results.tables.iter().map(table).collect::<Vec<_>>().join(" | "), expected, "{who}");
    results
}

fn one_of_each() -> Vec<Candidate> {
    let offerings = Needs::Permission(Permission::ManageOfferings);
    [
        hit(RecordType::Video, "v", Needs::SignIn),
        hit(RecordType::Opportunity, "o", pipeline("ana")),
        hit(RecordType::Guide, "g", Needs::SignIn),
        hit(RecordType::Offering, "f", offerings),
    ]
    .into()
}

// Rules: SEARCH-2, SEARCH-5, SEARCH-10
#[test]
fn there_is_one_table_for_each_type_of_record() {
    let results =
        check("ana", &query(&[], None), &one_of_each(), "opportunity 1: o | offering 1: f | guide 1: g | video 1: v");
    assert_eq!(results.tables[0].rows, [Row { id: "o".to_string(), title: "The o".to_string() }]);
    check("ana", &query(&[], None), &[], "");
}

// Rules: SEARCH-6, SEARCH-7
#[test]
fn filters_keep_one_or_more_types_and_can_be_cleared() {
    let all = "opportunity 1: o | offering 1: f | guide 1: g | video 1: v";
    check("ana", &query(&["offering"], None), &one_of_each(), "offering 1: f");
    let results = check("ana", &query(&["video", "offering"], None), &one_of_each(), "offering 1: f | video 1: v");
    assert!(results.clear_filters);
    let panel: Vec<(&str, usize, bool)> = results.filters.iter().map(|f| (f.record.id(), f.total, f.applied)).collect();
    assert_eq!(panel, [("opportunity", 1, false), ("offering", 1, true), ("guide", 1, false), ("video", 1, true)]);
    let cleared = check("ana", &query(&[], None), &one_of_each(), all);
    assert!(!cleared.clear_filters && cleared.filters.iter().all(|f| !f.applied));
    let none = check("ana", &query(&["faq"], None), &one_of_each(), "");
    assert!(
        none.filters.iter().any(|f| f.record == RecordType::Faq && f.applied && f.total == 0),
        "it can be taken off"
    );
}

// Rules: SEARCH-8, SEARCH-9
#[test]
fn a_table_shows_five_and_then_all() {
    let videos = |n| hits(RecordType::Video, n, Needs::SignIn);
    let plain = query(&[], None);
    let all = query(&[], Some(RecordType::Video));
    check("ana", &plain, &videos(5), "video 5: video1 video2 video3 video4 video5");
    check("ana", &plain, &videos(6), "video 6: video1 video2 video3 video4 video5 +");
    check("ana", &all, &videos(6), "video 6: video1 video2 video3 video4 video5 video6");
    check("ana", &plain, &videos(7), "video 7: video1 video2 video3 video4 video5 +");
    check("ana", &query(&[], Some(RecordType::Guide)), &videos(7), "video 7: video1 video2 video3 video4 video5 +");
    let results = found_at(Door::Portal, &member("ana"), &all, &videos(ALL_ROWS_MOST + 1)).unwrap();
    assert_eq!((results.tables[0].rows.len(), results.tables[0].total), (ALL_ROWS_MOST, ALL_ROWS_MOST + 1));
}

// Rules: SEARCH-11, C-117
#[test]
fn nobody_finds_what_they_may_not_see() {
    let mut opportunities = hits(RecordType::Opportunity, 6, pipeline("ed"));
    opportunities.push(hit(RecordType::Opportunity, "mine", pipeline("eve")));
    let plain = query(&[], None);
    check("eve", &plain, &opportunities, "opportunity 1: mine"); // neither shown nor counted
    let panel = check("eve", &plain, &opportunities[..6], "");
    assert!(panel.filters.is_empty(), "the panel does not tell either");
    check("ana", &plain, &opportunities[5..], "opportunity 2: opportunity6 mine");
    check("sam", &plain, &opportunities, "");
    check("sam", &plain, &one_of_each(), "guide 1: g | video 1: v");
    let nobodys =
        Needs::Owner { owner: None, own: Permission::ManageOwnedPipeline, all: Permission::ManageAllPipeline };
    check("eve", &plain, &[hit(RecordType::Lead, "l", nobodys)], "");
    check("ana", &plain, &[hit(RecordType::Lead, "l", nobodys)], "lead 1: l");
    let badges = Needs::Page(Program::guide().find_item("Badge Manager").unwrap());
    check("ana", &plain, &[hit(RecordType::Document, "d", badges)], ""); // the stage is too early
}

// Rules: SEARCH-11, C-001, C-002
#[test]
fn the_portal_shows_no_record_whose_page_is_closed() {
    let shared = [hit(RecordType::Opportunity, "o", pipeline("ana"))];
    let cloe = member("cloe");
    let plain = query(&[], None);
    assert_eq!(found_at(Door::Portal, &cloe, &plain, &shared).unwrap().tables.len(), 0);
    assert_eq!(found_at(Door::Api, &cloe, &plain, &shared).unwrap().tables.len(), 1);
}

// Rules: SEARCH-3, SEARCH-4, C-117
#[test]
fn fund_requests_and_dashboards_are_no_types_of_record() {
    for word in ["fund_request", "funding", "dashboard", "analytics_dashboard", "analytics", "report"] {
        assert_eq!(word.parse::<RecordType>(), Err(UnknownWord), "{word}");
        assert_eq!(Query::parse("x").unwrap().with_types([word]), Err(UnknownWord));
    }
    for record in RecordType::ALL {
        assert!(!record.id().contains("fund") && !record.id().contains("dash") && !record.id().contains("analytic"));
    }
}

// Rules: SEARCH-11
#[test]
fn only_members_with_access_search() {
    for who in [Actor::Visitor, operator(), member("zoe")] {
        assert_eq!(found_at(Door::Api, &who, &query(&[], None), &one_of_each()), Err(Denied::NotSignedIn));
    }
    assert_eq!(found_at(Door::Api, &member("rex"), &query(&[], None), &one_of_each()), Err(Denied::NotActive));
}

// Rules: SEARCH-1
#[test]
fn a_search_is_one_line_of_words() {
    for (typed, expected) in [(" cloud  ", "cloud"), ("", "required"), ("a\0b", "bad_character"), ("\u{e9}", "\u{e9}")]
    {
        let got = Query::parse(typed).map_or_else(|f| f.code().to_string(), |q| q.words.to_string());
        assert_eq!(got, expected, "{typed:?}");
    }
    assert_eq!(Query::parse(&"x".repeat(201)).unwrap_err(), LineFault::TooLong);
}
