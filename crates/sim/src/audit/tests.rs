//! The auditor against doctored logs: every invariant has rows that break it, and nothing else.

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_core::account::{Account, Actor, Event, Recorded};
use guildhall_core::{Id, Program};
use serde_json::{Value, json};

use super::rights::{CLOUD, LEAD, MANAGER, TEAM};
use super::{Auditor, Invariant, Violation};

const LEAD_ID: u128 = 1;
const TEAM_ID: u128 = 2;
const STAFF_ID: u128 = 3;

fn id(n: u128) -> String {
    Id::from_bits(n).to_string()
}

fn day(n: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(n)
}

/// An event as a log stores it.
fn event(value: Value) -> Event {
    serde_json::from_value(value).unwrap()
}

fn person(n: u128, email: &str) -> Value {
    json!({
        "member": id(n), "name": "Somebody", "email": email,
        "customer": { "job_title": "Engineer", "department": null },
        "contact": { "phone": "12345", "country": "Portugal", "city": null },
    })
}

fn registered(n: u128, domain: &str) -> Event {
    event(json!({
        "type": "company_registered", "tenant": id(n + 900), "domain": domain, "offering": "software_products",
        "company": { "name": "A company", "country": "Portugal", "website": null, "description": null },
        "path": "software", "stage": "registered", "lead_role": LEAD, "lead": person(n, &format!("lead@{domain}")),
    }))
}

fn joined(n: u128, email: &str) -> Event {
    event(json!({ "type": "member_joined", "person": person(n, email), "invitation": null, "roles": [] }))
}

fn accepted(n: u128, email: &str, invitation: u128, roles: &[&str]) -> Event {
    event(json!({
        "type": "member_joined", "person": person(n, email), "invitation": id(invitation), "roles": roles,
    }))
}

/// Sent on `sent`, by `by`, for the usual fourteen days.
fn invited(invitation: u128, by: u128, email: &str, roles: &[&str], sent: i64) -> Event {
    let end = day(sent + 14);
    event(json!({
        "type": "invitation_sent", "invitation": id(invitation), "email": email, "roles": roles, "by": id(by),
        "expires_at": end,
    }))
}

fn assigned(n: u128, role: &str) -> Event {
    event(json!({ "type": "role_assigned", "member": id(n), "role": role }))
}

fn unassigned(n: u128, role: &str) -> Event {
    event(json!({ "type": "role_unassigned", "member": id(n), "role": role }))
}

fn of(kind: &str, n: u128) -> Event {
    event(json!({ "type": kind, "member": id(n) }))
}

fn about(kind: &str, invitation: u128) -> Event {
    event(json!({ "type": kind, "invitation": id(invitation) }))
}

fn domain(kind: &str, name: &str) -> Event {
    event(json!({ "type": kind, "domain": name }))
}

fn member(n: u128) -> Actor {
    Actor::Member(Id::from_bits(n))
}

/// One command: on which day, by whom, what it caused.
type Batch = (i64, Actor, Vec<Event>);

fn by(at: i64, n: u128, events: impl Into<Vec<Event>>) -> Batch {
    (at, member(n), events.into())
}

fn visitor(at: i64, event: Event) -> Batch {
    (at, Actor::Visitor, vec![event])
}

/// A company with a lead, one of the team, and one of the staff, on day 0.
fn company() -> Vec<Batch> {
    vec![
        visitor(0, registered(LEAD_ID, "acme.example")),
        visitor(0, joined(TEAM_ID, "team@acme.example")),
        visitor(0, joined(STAFF_ID, "staff@acme.example")),
        by(0, LEAD_ID, [assigned(TEAM_ID, TEAM)]),
    ]
}

fn recorded(at: i64, actor: &Actor, request: &str, event: &Event) -> Recorded {
    Recorded {
        at: day(at),
        actor: actor.clone(),
        source: "203.0.113.7".to_owned(),
        request: request.to_owned(),
        grounds: None,
        event: event.clone(),
    }
}

fn read(auditor: &mut Auditor, tenant: usize, batches: &[Batch]) -> Result<(), Violation> {
    for (at, actor, events) in batches {
        let version = auditor.books()[tenant].events;
        let request = format!("{tenant}-{version}");
        let batch: Vec<Recorded> = events.iter().map(|e| recorded(*at, actor, &request, e)).collect();
        auditor.read(tenant, version, &batch)?;
    }
    Ok(())
}

/// The company, then `log`: `None` where the auditor is content, or the invariant that it says is broken, by the last
/// batch and no earlier one.
#[track_caller]
fn check(log: &[Batch], expected: Option<Invariant>) {
    let mut auditor = Auditor::new(2);
    read(&mut auditor, 0, &company()).unwrap();
    let (last, before) = log.split_last().unwrap();
    assert_eq!(read(&mut auditor, 0, before), Ok(()), "what comes before the last batch is sound");
    let seen = read(&mut auditor, 0, std::slice::from_ref(last)).err();
    assert_eq!(seen.as_ref().map(|v| v.invariant), expected, "{seen:?}");
}

/// `n` people who join, from id 100 on.
fn crowd(n: u128) -> Vec<Batch> {
    (0..n).map(|i| visitor(0, joined(100 + i, &format!("p{i}@acme.example")))).collect()
}

/// Twenty ace managers, given in two updates of ten.
fn twenty() -> Vec<Batch> {
    let mut log = crowd(21);
    for first in [100, 110] {
        log.push(by(0, LEAD_ID, (first..first + 10).map(|n| assigned(n, MANAGER)).collect::<Vec<_>>()));
    }
    log
}

fn with(mut log: Vec<Batch>, more: impl IntoIterator<Item = Batch>) -> Vec<Batch> {
    log.extend(more);
    log
}

fn handed_over(actor: u128, from: u128, to: u128) -> Batch {
    by(1, actor, [event(json!({ "type": "lead_reassigned", "from": id(from), "to": id(to), "role": LEAD }))])
}

// Rules: ROLE-6, USR-26
#[test]
fn one_lead() {
    check(&[handed_over(LEAD_ID, LEAD_ID, STAFF_ID)], None);
    check(&[visitor(0, accepted(7, "x@acme.example", 8, &[LEAD]))], Some(Invariant::Invitations));
    // A second lead out of nowhere, and then none: whatever event comes next, the whole is looked at.
    for roles in [vec![LEAD.to_owned()], Vec::new()] {
        let mut auditor = Auditor::new(1);
        read(&mut auditor, 0, &company()).unwrap();
        let changed = if roles.is_empty() { 0 } else { 2 };
        auditor.books[0].people[changed].roles = roles;
        let seen = read(&mut auditor, 0, &[by(1, TEAM_ID, [of("password_changed", TEAM_ID)])]).unwrap_err();
        assert_eq!(seen.invariant, Invariant::OneLead);
    }
    let mut auditor = Auditor::new(1);
    let registered = registered(LEAD_ID, "acme.example");
    let mut nobody = serde_json::to_value(&registered).unwrap();
    nobody["lead_role"] = json!("ace_user");
    let seen = read(&mut auditor, 0, &[visitor(0, event(nobody))]).unwrap_err();
    assert_eq!(seen.invariant, Invariant::OneLead);
}

// Rules: ROLE-19, ROLE-66, INV-8
#[test]
fn quota() {
    check(&twenty(), None);
    check(&with(twenty(), [by(0, LEAD_ID, [assigned(120, MANAGER)])]), Some(Invariant::Quota));
    let invite = |sent| by(sent, LEAD_ID, [invited(500, LEAD_ID, "new@acme.example", &[MANAGER], sent)]);
    check(&with(twenty(), [invite(0)]), Some(Invariant::Quota));
    // An open invitation holds a seat as a person does; at its end it gives it back.
    let waiting = with(twenty(), [by(0, LEAD_ID, [unassigned(100, MANAGER)]), invite(0)]);
    check(&with(waiting.clone(), [by(13, LEAD_ID, [assigned(120, MANAGER)])]), Some(Invariant::Quota));
    check(&with(waiting, [by(14, LEAD_ID, [assigned(120, MANAGER)])]), None);
}

// Rules: REG-5
#[test]
fn own_domains() {
    check(&[visitor(1, joined(7, "x@acme.example"))], None);
    check(&[visitor(1, joined(7, "x@other.example"))], Some(Invariant::OwnDomains));
    let stranger = invited(500, LEAD_ID, "x@other.example", &["ace_user"], 1);
    check(&[by(1, LEAD_ID, [stranger])], Some(Invariant::OwnDomains));
    let moved = [
        by(1, LEAD_ID, [domain("domain_added", "new.example")]),
        by(1, LEAD_ID, [domain("domain_withdrawn", "acme.example")]),
        visitor(1, joined(7, "x@acme.example")),
    ];
    check(&moved, Some(Invariant::OwnDomains));
}

// Rules: PROFILE-22, REG-6
#[test]
fn directory() {
    check(&[by(1, LEAD_ID, [domain("domain_withdrawn", "acme.example")])], Some(Invariant::Directory));
    check(&[by(1, LEAD_ID, [domain("domain_added", "acme.example")])], Some(Invariant::Directory));
    let rows: [(Vec<Batch>, Option<Invariant>); 4] = [
        (vec![visitor(1, registered(50, "other.example"))], None),
        (vec![visitor(1, registered(50, "acme.example"))], Some(Invariant::Directory)),
        (
            vec![visitor(1, registered(50, "other.example")), by(1, 50, [domain("domain_added", "acme.example")])],
            Some(Invariant::Directory),
        ),
        (
            vec![
                visitor(1, registered(50, "other.example")),
                by(1, 50, [domain("domain_added", "free.example")]),
                visitor(1, joined(51, "staff@free.example")),
            ],
            None,
        ),
    ];
    for (log, expected) in rows {
        let mut auditor = Auditor::new(2);
        read(&mut auditor, 0, &company()).unwrap();
        let seen = read(&mut auditor, 1, &log).err();
        assert_eq!(seen.as_ref().map(|v| v.invariant), expected, "{seen:?}");
    }
    // A person stays where they are although their domain moves on.
    let mut auditor = Auditor::new(2);
    let moved = [
        by(1, LEAD_ID, [domain("domain_added", "new.example")]),
        by(1, LEAD_ID, [domain("domain_withdrawn", "acme.example")]),
    ];
    read(&mut auditor, 0, &with(company(), moved)).unwrap();
    let adopted = [visitor(2, registered(50, "other.example")), by(2, 50, [domain("domain_added", "acme.example")])];
    read(&mut auditor, 1, &adopted).unwrap();
    let seen = read(&mut auditor, 1, &[visitor(2, joined(51, "staff@acme.example"))]).unwrap_err();
    assert_eq!(seen.invariant, Invariant::Directory);
}

// Rules: ROLE-7, ROLE-12, ROLE-21, ROLE-33, ROLE-34, INV-9, INV-10
#[test]
fn grants() {
    let cloud = |actor| by(1, actor, [assigned(STAFF_ID, CLOUD)]);
    check(&[cloud(LEAD_ID)], None);
    check(&[cloud(TEAM_ID)], Some(Invariant::Grants));
    check(&[by(1, LEAD_ID, [assigned(STAFF_ID, LEAD)])], Some(Invariant::Grants));
    check(&[by(1, LEAD_ID, [assigned(STAFF_ID, "standard_user")])], Some(Invariant::Grants));
    let invite = |by_whom, role| by(1, by_whom, [invited(500, by_whom, "x@acme.example", &[role], 1)]);
    check(&[invite(LEAD_ID, CLOUD)], None);
    check(&[invite(TEAM_ID, CLOUD)], Some(Invariant::Grants));
    check(&[invite(LEAD_ID, LEAD)], Some(Invariant::Grants));
    // Handed over: taken from oneself, given to one other. Anything else by a cloud administrator is a gift.
    let over = |from, to| by(1, STAFF_ID, [unassigned(from, CLOUD), assigned(to, CLOUD)]);
    check(&[cloud(LEAD_ID), over(STAFF_ID, TEAM_ID)], None);
    check(&[cloud(LEAD_ID), by(1, STAFF_ID, [assigned(TEAM_ID, CLOUD)])], Some(Invariant::Grants));
    check(&[cloud(LEAD_ID), handed_over(STAFF_ID, LEAD_ID, STAFF_ID)], Some(Invariant::Rights));
    check(&[handed_over(LEAD_ID, STAFF_ID, TEAM_ID)], Some(Invariant::Grants));
    let helped = |from, to| {
        let (_, _, events) = handed_over(LEAD_ID, from, to);
        (1, Actor::Operator("op".to_owned()), events)
    };
    check(&[helped(LEAD_ID, STAFF_ID)], None);
    check(&[helped(STAFF_ID, TEAM_ID)], Some(Invariant::Grants));
    // Joining by domain gives nothing.
    let mut gift = serde_json::to_value(joined(7, "x@acme.example")).unwrap();
    gift["roles"] = json!(["ace_user"]);
    check(&[visitor(1, event(gift))], Some(Invariant::Grants));
    // Who answers for an invitation has to be able to give its roles when it is accepted.
    let demoted = [
        invite(TEAM_ID, "ace_user"),
        by(1, LEAD_ID, [unassigned(TEAM_ID, TEAM)]),
        visitor(1, accepted(7, "x@acme.example", 500, &["ace_user"])),
    ];
    check(&demoted, Some(Invariant::Grants));
}

// Rules: INV-1, USR-33, AUDIT-8, ROLE-7
#[test]
fn rights() {
    check(&[by(1, TEAM_ID, [of("member_removed", STAFF_ID)])], None);
    check(&[by(1, STAFF_ID, [of("member_removed", TEAM_ID)])], Some(Invariant::Rights));
    check(&[by(1, LEAD_ID, [of("member_deactivated", STAFF_ID)])], None);
    check(&[by(1, TEAM_ID, [of("member_deactivated", STAFF_ID)])], Some(Invariant::Rights));
    check(&[by(1, STAFF_ID, [invited(500, STAFF_ID, "x@acme.example", &["ace_user"], 1)])], Some(Invariant::Rights));
    check(&[by(1, TEAM_ID, [of("password_changed", TEAM_ID)])], None);
    check(&[by(1, TEAM_ID, [of("password_changed", STAFF_ID)])], Some(Invariant::Rights));
    check(&[visitor(1, of("password_changed", STAFF_ID))], Some(Invariant::Rights));
    let stage = || event(json!({ "type": "stage_set", "path": "software", "stage": "enrolled" }));
    check(&[(1, Actor::Operator("op".to_owned()), vec![stage()])], None);
    let helped = || vec![of("member_removed", STAFF_ID)];
    check(&[(1, Actor::Operator("op".to_owned()), helped())], None);
    let asked = vec![invited(500, STAFF_ID, "x@acme.example", &["ace_user"], 1)];
    check(&[(1, Actor::Operator("op".to_owned()), asked)], Some(Invariant::Rights));
    check(&[by(1, LEAD_ID, [stage()])], Some(Invariant::Rights));
    check(&[visitor(1, registered(60, "second.example"))], Some(Invariant::Rights));
}

// Rules: USR-29, USR-30, USR-32
#[test]
fn access() {
    let gone = || by(1, LEAD_ID, [of("member_removed", TEAM_ID)]);
    check(&[gone(), by(1, TEAM_ID, [of("password_changed", TEAM_ID)])], Some(Invariant::Access));
    let blocked = by(1, LEAD_ID, [of("member_deactivated", TEAM_ID)]);
    check(&[blocked, by(1, TEAM_ID, [of("password_changed", TEAM_ID)])], Some(Invariant::Access));
    check(&[gone(), by(1, LEAD_ID, [assigned(TEAM_ID, "ace_user")])], Some(Invariant::Access));
    check(&[by(1, TEAM_ID, [of("member_removed", LEAD_ID)])], Some(Invariant::Access));
    check(&[by(1, TEAM_ID, [of("member_removed", TEAM_ID)])], Some(Invariant::Access));
    check(&[by(1, LEAD_ID, [of("member_deactivated", LEAD_ID)])], Some(Invariant::Access));
    check(&[gone(), gone()], Some(Invariant::Access));
    // Back by domain; back by an invitation from before the removal; back by a new one.
    check(&[gone(), visitor(1, joined(7, "team@acme.example"))], Some(Invariant::Access));
    let invite = || by(1, LEAD_ID, [invited(500, LEAD_ID, "team@acme.example", &["ace_user"], 1)]);
    let back = || visitor(1, accepted(7, "team@acme.example", 500, &["ace_user"]));
    check(&[invite(), gone(), back()], Some(Invariant::Access));
    check(&[gone(), invite(), back()], None);
    check(&[visitor(1, joined(7, "TEAM@acme.example"))], Some(Invariant::Access));
}

// Rules: INV-7
#[test]
fn invitations() {
    let invite = || by(1, LEAD_ID, [invited(500, LEAD_ID, "x@acme.example", &["ace_user"], 1)]);
    let accept = |at, n| visitor(at, accepted(n, "x@acme.example", 500, &["ace_user"]));
    check(&[invite(), accept(14, 7)], None);
    check(&[invite(), accept(15, 7)], Some(Invariant::Invitations));
    check(&[invite(), visitor(2, accepted(7, "y@acme.example", 500, &["ace_user"]))], Some(Invariant::Invitations));
    check(
        &[invite(), visitor(2, accepted(7, "x@acme.example", 500, &["ace_user", MANAGER]))],
        Some(Invariant::Invitations),
    );
    let removed = by(2, LEAD_ID, [of("member_removed", 7)]);
    let renewed = |at: i64| {
        let end = day(at + 14);
        let renewed =
            json!({ "type": "invitation_renewed", "invitation": id(500), "by": id(LEAD_ID), "expires_at": end });
        by(at, LEAD_ID, [event(renewed)])
    };
    check(&[invite(), renewed(9), accept(15, 7)], None);
    check(&[invite(), accept(2, 7), renewed(3)], Some(Invariant::Invitations));
    check(&[invite(), accept(2, 7), removed, accept(3, 8)], Some(Invariant::Access));
    let withdrawn = || by(2, LEAD_ID, [about("invitation_withdrawn", 500)]);
    check(&[invite(), withdrawn(), accept(3, 7)], Some(Invariant::Invitations));
    check(&[invite(), withdrawn(), withdrawn()], Some(Invariant::Invitations));
    check(&[by(2, LEAD_ID, [invited(500, LEAD_ID, "x@acme.example", &["ace_user"], 1)])], Some(Invariant::Invitations));
}

// Rules: USR-14
#[test]
fn rows() {
    let update = |n: u128| by(0, LEAD_ID, (100..100 + n).map(|n| assigned(n, "ace_user")).collect::<Vec<_>>());
    check(&with(crowd(11), [update(10)]), None);
    check(&with(crowd(11), [update(11)]), Some(Invariant::Rows));
    check(&[by(0, LEAD_ID, [assigned(STAFF_ID, "ace_user"), assigned(STAFF_ID, "ace_user")])], Some(Invariant::Rows));
    let call = |n: u128| {
        let one = |i: u128| invited(500 + i, LEAD_ID, &format!("n{i}@acme.example"), &["ace_user"], 0);
        by(0, LEAD_ID, (0..n).map(one).collect::<Vec<_>>())
    };
    check(&[call(20)], None);
    check(&[call(21)], Some(Invariant::Rows));
}

#[test]
fn attributed_time_and_appends() {
    let mut auditor = Auditor::new(1);
    read(&mut auditor, 0, &company()).unwrap();
    let good = recorded(1, &member(LEAD_ID), "q1", &of("password_changed", LEAD_ID));
    let rows: [(Recorded, usize, Option<Invariant>); 7] = [
        (good.clone(), 4, None),
        (Recorded { request: String::new(), ..good.clone() }, 4, Some(Invariant::Attributed)),
        (Recorded { source: String::new(), ..good.clone() }, 4, Some(Invariant::Attributed)),
        (Recorded { request: "0-0".to_owned(), ..good.clone() }, 4, Some(Invariant::Attributed)),
        (Recorded { actor: member(99), ..good.clone() }, 4, Some(Invariant::Attributed)),
        (Recorded { at: day(-1), ..good.clone() }, 4, Some(Invariant::Time)),
        (good, 3, Some(Invariant::Appends)),
    ];
    for (row, version, expected) in rows {
        let seen = auditor.clone().read(0, version, &[row]).err();
        assert_eq!(seen.as_ref().map(|v| v.invariant), expected, "{seen:?}");
    }
}

#[test]
fn same_books_and_fold() {
    let mut auditor = Auditor::new(1);
    read(&mut auditor, 0, &company()).unwrap();
    let events: Vec<Event> = company().into_iter().flat_map(|(_, _, events)| events).collect();
    let account = events.iter().fold(Account::default(), Account::evolve);
    assert_eq!(account.lead(Program::guide()).map(|(id, _)| id), Some(Id::from_bits(LEAD_ID)));
    assert_eq!(auditor.compare(0, &account), Ok(()));
    assert_eq!(auditor.refold(0, &account, &account), Ok(()));
    // Each of these changes something that the books know and the log does not say.
    let odd = [
        assigned(STAFF_ID, "ace_user"),
        of("member_removed", STAFF_ID),
        of("member_deactivated", STAFF_ID),
        joined(7, "x@acme.example"),
        domain("domain_added", "other.example"),
        event(json!({ "type": "stage_set", "path": "software", "stage": "enrolled" })),
        invited(500, LEAD_ID, "x@acme.example", &["ace_user"], 1),
    ];
    for event in odd {
        let other = account.clone().evolve(&event);
        assert_eq!(auditor.compare(0, &other).unwrap_err().invariant, Invariant::SameBooks, "{event:?}");
        assert_eq!(auditor.refold(0, &account, &other).unwrap_err().invariant, Invariant::Fold, "{event:?}");
    }
}

/// The rows above and the broken engines of the runs' tests break every invariant there is; a new one needs a row.
#[test]
fn no_invariant_is_without_a_row() {
    let source = concat!(include_str!("tests.rs"), include_str!("../../tests/runs.rs"));
    for invariant in Invariant::ALL {
        let name = format!("Some(Invariant::{invariant:?})");
        let direct = format!("invariant, Invariant::{invariant:?}");
        let broken = format!("\"{}\"", invariant.id());
        assert!(source.contains(&name) || source.contains(&direct) || source.contains(&broken), "{invariant:?}");
    }
}
