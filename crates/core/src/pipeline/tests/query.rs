//! Lists: what they show, in which order, and how they go on.

use super::*;
use crate::pipeline::query::{Found, Owner, Place, Query, Sort};

fn opportunity(name: &str, owner: &str, change: impl FnOnce(&mut OpportunityFields)) -> Opportunity {
    let mut fields = full();
    fields.project.title = name.to_string();
    change(&mut fields);
    fold(&[OpportunityEvent::OpportunityCreated {
        opportunity: id(name),
        owner: id(owner),
        stamp: stamp(&member(owner)),
        details: details(&fields),
    }])
}

fn four() -> [Opportunity; 4] {
    [
        opportunity("Apple", "ace_user", |f| f.life_cycle.stage = "Prospect".to_string()),
        opportunity("berry", "bo", |f| f.life_cycle.target_close_date = String::new()),
        opportunity("Cherry", "ace_user", |f| f.customer.account.company_name = "Quay AG".to_string()),
        opportunity("Date", "bo", |f| f.life_cycle.target_close_date = "2026-04-01".to_string()),
    ]
}

fn titles<E>(found: &[Found<'_, E>]) -> String {
    found.iter().map(|f| f.summary.title).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check_list(who: &str, query: &Query, expected: &str) {
    let found = four();
    let shown = ask(&company(), &member(who), |s| query.select(s, &found).map(|found| titles(&found)));
    assert_eq!(shown, Ok(expected.to_string()), "{query:?}");
}

// Rules: ACE-3, ACE-11, ROLE-71
#[test]
fn a_list_shows_what_may_be_seen_and_fits() {
    let by_title = || Query { sort: Sort::Title, ..Query::default() };
    let text = |text: &str| Query { text: text.to_string(), ..by_title() };
    for (who, query, expected) in [
        ("ace_manager", by_title(), "Apple berry Cherry Date"),
        ("ace_user", by_title(), "Apple Cherry"),
        ("ace_manager", Query { descending: true, ..by_title() }, "Date Cherry berry Apple"),
        ("ace_manager", text("  quay  CHER "), "Cherry"),
        ("ace_manager", text("quay \u{c7}H\u{c9}R"), "Cherry"),
        ("ace_manager", text("plum"), ""),
        ("ace_manager", text(&opportunity("Date", "bo", |_| ()).identifier().unwrap()), "Date"),
        ("ace_user", text("berry"), ""),
        ("ace_manager", Query { stages: [Stage::Prospect].into(), ..by_title() }, "Apple"),
        (
            "ace_manager",
            Query { stages: [Stage::Prospect, Stage::Qualified].into(), ..by_title() },
            "Apple berry Cherry Date",
        ),
        ("ace_manager", Query { review_statuses: [ReviewStatus::Approved].into(), ..by_title() }, ""),
        ("ace_manager", Query { statuses: [InvitationStatus::Pending].into(), ..by_title() }, ""),
        ("ace_manager", Query { origin: Some(Origin::AwsReferral), ..by_title() }, ""),
        ("ace_manager", Query { owner: Some(Owner::Member(id("bo"))), ..by_title() }, "berry Date"),
        ("ace_manager", Query { owner: Some(Owner::Nobody), ..by_title() }, ""),
        ("ace_manager", Query { region: "us-east-1".to_string(), ..by_title() }, ""),
        ("ace_manager", Query { target_close_from: "2026-04-02".parse().ok(), ..by_title() }, "Apple Cherry"),
        ("ace_manager", Query { target_close_until: "2026-04-01".parse().ok(), ..by_title() }, "Date"),
        ("ace_manager", Query { modified_from: Some(cast::at("2026-03-02")), ..by_title() }, ""),
        (
            "ace_manager",
            Query { modified_before: Some(cast::at("2026-03-02")), ..by_title() },
            "Apple berry Cherry Date",
        ),
    ] {
        check_list(who, &query, expected);
    }
    let denied = ask(&company(), &member("standard_user"), |s| Query::default().select(s, &four()).map(|f| f.len()));
    assert_eq!(denied.map_err(|refusal| refusal.code()), Err("permission_missing"));
}

#[test]
fn what_has_no_key_stands_last_either_way() {
    let by_date = |descending| Query { sort: Sort::TargetCloseDate, descending, ..Query::default() };
    let found = four();
    for descending in [false, true] {
        let shown =
            ask(&company(), &member("ace_manager"), |s| by_date(descending).select(s, &found).map(|f| titles(&f)));
        let shown = shown.unwrap();
        assert!(shown.ends_with("berry"), "{shown}");
        assert_eq!(shown.starts_with("Date"), !descending, "{shown}");
    }
}

#[test]
fn every_order_goes_on_behind_each_place_also_when_the_entry_is_gone() {
    let all = four();
    for sort in Sort::ALL.iter().copied() {
        assert_eq!(Sort::read(sort.as_str()), Some(sort));
        for descending in [false, true] {
            let query = Query { sort, descending, ..Query::default() };
            ask(&company(), &member("ace_manager"), |s| {
                let whole = query.select(s, &all).unwrap();
                assert_eq!(whole.len(), 4);
                for (n, at) in whole.iter().enumerate() {
                    let rest = query.behind(&whole, &at.place);
                    assert_eq!(titles(rest), titles(&whole[n + 1..]), "{sort:?} {descending}");
                    let without: Vec<Opportunity> = all.iter().filter(|o| o.id() != Some(at.id)).cloned().collect();
                    let fewer = query.select(s, &without).unwrap();
                    assert_eq!(titles(query.behind(&fewer, &at.place)), titles(rest), "{sort:?} {descending}");
                }
                let end = Place { key: String::new(), id: Id::from_bits(if descending { 0 } else { u128::MAX }) };
                assert!(query.behind(&whole, &end).is_empty(), "{sort:?} {descending}");
            });
        }
    }
    assert_eq!(Sort::read("colour"), None);
}

// Rules: ACE-4, ACE-12
#[test]
fn leads_are_found_by_their_contacts_and_campaign() {
    let leads = [fold::<Lead>(&[lead_shared(Some("ace_user"), None)]), fold::<Lead>(&[])];
    for (text, count) in [("di bay", 1), ("boats", 1), ("harbour", 0), ("", 1)] {
        let query = Query { text: text.to_string(), statuses: [InvitationStatus::Pending].into(), ..Query::default() };
        let found = ask(&company(), &member("ace_user"), |s| query.select(s, &leads).map(|found| found.len()));
        assert_eq!(found, Ok(count), "{text}");
    }
}

fn offered<E: Actionable>(entry: &E, who: &Actor) -> String {
    let actions = ask(&company(), who, |s| entry.actions(s));
    actions.into_iter().map(Action::as_str).collect::<Vec<_>>().join(" ")
}

// Rules: ACE-2, ACE-4, ACE-10, ACE-11, ACE-12, C-040
#[test]
fn what_is_offered_is_what_can_be_done() {
    let new = [created("ace_user")];
    let waiting = [created("ace_user"), submitted("ace_user")];
    let questioned = [created("ace_user"), submitted("ace_user"), asked()];
    let offer = [shared(None, None)];
    let late = [shared(Some("ace_user"), Some("2026-03-01"))];
    let operator = operator();
    let (manager, user, other) = (member("ace_manager"), member("ace_user"), member("bo"));
    for (given, who, expected) in [
        (new.as_slice(), &user, "submit edit transfer"),
        (&new, &manager, "submit edit transfer"),
        (&new, &other, ""),
        (&new, &member("standard_user"), ""),
        (&new, &operator, ""),
        (&waiting, &user, "transfer"),
        (&waiting, &operator, "start_review approve request_information disqualify"),
        (&questioned, &user, "submit edit transfer"),
        (&offer, &manager, "accept reject transfer"),
        (&offer, &user, ""),
        (&late, &manager, ""),
        (&[], &manager, ""),
    ] {
        assert_eq!(offered(&fold::<Opportunity>(given), who), expected, "{who:?}");
    }
    let taken = [lead_shared(None, None), lead_accepted("ace_user")];
    assert_eq!(offered(&fold::<Lead>(&taken[..1]), &manager), "accept reject transfer");
    assert_eq!(offered(&fold::<Lead>(&taken), &user), "edit transfer");
    assert_eq!(offered(&Lead::default(), &manager), "");
}

// Rules: ACE-1, CMP-4
#[test]
fn operators_see_what_they_shared_and_what_was_submitted() {
    use crate::pipeline::query;
    let events: [&[OpportunityEvent]; 4] =
        [&[created("ace_user")], &[created("ace_user"), submitted("ace_user")], &[shared(None, None)], &[]];
    let entries = events.map(fold::<Opportunity>);
    let sees = |who: &Actor| {
        ask(&company(), who, |s| {
            let one_by_one: Vec<bool> = entries.iter().map(|e| query::show(s, e).is_ok()).collect();
            let list = Query::default().select(s, &entries).map_or(0, |found| found.len());
            assert_eq!(one_by_one.iter().filter(|seen| **seen).count(), list);
            one_by_one
        })
    };
    assert_eq!(sees(&operator()), [false, true, true, false]);
    assert_eq!(sees(&member("ace_manager")), [true, true, true, false]);
    assert_eq!(sees(&member("bo")), [false; 4]);
    let leads = [fold::<Lead>(&[lead_shared(None, None)]), Lead::default()];
    let seen = ask(&company(), &operator(), |s| leads.iter().map(|l| query::show(s, l).is_ok()).collect::<Vec<_>>());
    assert_eq!(seen, [true, false]);
}
