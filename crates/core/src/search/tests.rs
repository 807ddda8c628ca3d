//! Searching: who finds what, in which tables.

use alloc::format;
use alloc::string::ToString;

use super::*;
use crate::account::Actor;
use crate::fixture::{company, id, member, moment, operator, removed, setting};
use crate::program::Tab;

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
    let found = RecordType::ALL.iter().map(|record| {
        let hits: Vec<Candidate> = candidates.iter().filter(|hit| hit.record == *record).cloned().collect();
        Found { record: *record, total: hits.len(), hits }
    });
    search(&setting(&account, who, &moment), door, query, found)
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
    let early = Needs::Tab(Tab::Solutions);
    check("ana", &plain, &[hit(RecordType::Offering, "o", early)], ""); // the stage is too early
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
        assert_eq!(record.id().parse(), Ok(*record));
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

/// Everybody of the company of these tests, with their standing.
fn everybody() -> (crate::account::Account, Vec<(&'static str, Id)>) {
    let people: &[(&str, &[&str])] =
        &[("eve", &["ace_user"]), ("mo", &["ace_manager"]), ("tea", &["alliance_team"]), ("sam", &[])];
    let account = company("validated", people);
    (account, ["ana", "eve", "mo", "tea", "sam"].map(|name| (name, id(name))).to_vec())
}

// Rules: SEARCH-11, C-117
#[test]
fn what_an_index_is_asked_for_is_what_the_check_lets_through() {
    let (program, (account, people)) = (Program::guide(), everybody());
    for (name, me) in people {
        let standing = account.standing(program, me);
        for door in [Door::Portal, Door::Api] {
            for record in RecordType::ALL.iter().copied() {
                let sees = |owner| visible(program, me, &standing, door, record.needs(owner));
                let expected = match (sees(Some(id("somebody"))), sees(Some(me))) {
                    (true, true) => Some(Reach::All),
                    (false, true) => Some(Reach::Own),
                    (false, false) => None,
                    (true, false) => panic!("{name} sees the {record}s of others and not their own"),
                };
                assert_eq!(reach(program, me, &standing, door, record), expected, "{name} {door:?} {record}");
            }
        }
    }
}

// Rules: SEARCH-11, PROFILE-9, PROFILE-10, PROFILE-12
#[test]
fn a_product_is_found_by_those_who_see_its_tab() {
    let row = "title = \"Products & Services\", least_stage = ";
    let (from, to) = (format!("{row}\"registered\""), format!("{row}\"confirmed\""));
    assert!(crate::program::GUIDE_TOML.contains(&from));
    let late = Program::parse(&crate::program::GUIDE_TOML.replacen(&from, &to, 1)).unwrap();
    for (program, stage, expected) in [
        (Program::guide(), "registered", true),
        (&late, "registered", false),
        (&late, "enrolled", false),
        (&late, "confirmed", true),
    ] {
        let standing = company(stage, &[]).standing(program, id("ana"));
        let page = program.page_of(Permission::EditCompanyInformation).unwrap();
        assert!(standing.opens(program, page), "the page opens earlier than the tab");
        for door in [Door::Portal, Door::Api] {
            let found = visible(program, id("ana"), &standing, door, RecordType::Product.needs(None));
            assert_eq!(found, expected, "{stage} {door:?}");
        }
    }
}

// Rules: SEARCH-11, TASK-11, ACE-8
#[test]
fn each_reaches_what_their_roles_reach() {
    let (program, (account, people)) = (Program::guide(), everybody());
    let mut lines = Vec::new();
    for (name, me) in people {
        let standing = account.standing(program, me);
        let reach = |record| match reach(program, me, &standing, Door::Portal, record) {
            Some(Reach::All) => "all",
            Some(Reach::Own) => "own",
            None => "none",
        };
        let types =
            [RecordType::Opportunity, RecordType::Task, RecordType::Case, RecordType::Person, RecordType::Video];
        lines.push(format!("{name}: {}", types.map(reach).join(" ")));
    }
    let expected = [
        "ana: all all all all all",
        "eve: own own own none all",
        "mo: all own own none all",
        "tea: all own all all all",
        "sam: none own own none all",
    ];
    assert_eq!(lines, expected);
}

// Rules: SEARCH-2, HOME-6
#[test]
fn pages_are_found_if_they_open() {
    let (program, (account, _)) = (Program::guide(), everybody());
    let found = |who: &str, words: &str| {
        let found = pages(program, &account.standing(program, id(who)), &Query::parse(words).unwrap());
        assert_eq!((found.record, found.total), (RecordType::Page, found.hits.len()));
        found.hits.into_iter().map(|hit| hit.id).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(found("ana", "user manag"), "my_company/user_management");
    assert_eq!(found("eve", "user manag"), "", "it is closed to them");
    assert_eq!(found("sam", "faq"), "resources/faqs");
}

// Rules: SEARCH-2
#[test]
fn an_index_is_told_what_changes() {
    let entry = |name: &str, title: &str| Entry::new(RecordType::Task, Some(id(name)), title, ["text"]);
    let same = entry("a", "A");
    let got = changes(
        [same.clone(), entry("b", "B"), entry("c", "C")].into(),
        [same.clone(), entry("b", "B, renamed"), entry("d", "D")].into(),
    );
    assert_eq!(got.put, [entry("b", "B, renamed"), entry("d", "D")]);
    assert_eq!(got.drop, [(RecordType::Task, Some(id("c")))]);
    assert!(!got.is_empty() && changes([same.clone()].into(), [same].into()).is_empty());
}

// Rules: SEARCH-2, SIGN-6
#[test]
fn people_are_found_while_they_have_access() {
    let (account, _) = everybody();
    let names = |account: &crate::account::Account| people(account).len();
    assert_eq!((names(&account), names(&removed(account, "sam"))), (5, 4));
}
