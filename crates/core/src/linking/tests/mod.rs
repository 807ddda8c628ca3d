//! The link, given / when / then. One helper touches the API; the cases say the outcome in a line of text.
//!
//! Everybody is called as their role (see [`cast`](crate::cast)). The account is linked by the lead, who holds the cloud
//! admin's role since then.

mod linking;
mod log;
mod mapping;
mod properties;
mod questions;
mod roles;
mod views;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::*;
use crate::Permission;
use crate::account::Actor;
use crate::cast::{company, id, member, moment, name_of, operator, refused, roles_that, setting, stored};
use crate::iam::{Arn, PARTNER_ACCOUNT_MANAGEMENT, PARTNER_CENTRAL_TRUST, SELLER_FULL_ACCESS, USER_ROLE_ASSOCIATION};
use crate::room::RoomRefusal;
use crate::setting::Denied;

const ACCOUNT: &str = "123456789012";
const DAY: &str = "2026-03-02";
const TRUST: &str = PARTNER_CENTRAL_TRUST.text;
/// The role that linking created, in the given events.
const ADMIN_ROLE: &str = "PartnerCentralRoleForCloudAdmin-1234";
const USER_ROLE: &str = "PartnerCentralRoleForUser-1234";

/// What is decided, and what must hold of every decision: a stored state decides alike, events read back, and a refused
/// command changes nothing.
#[track_caller]
fn outcome(given: &[Event], people: &Account, who: &Actor, command: &Command) -> (State, Result<Vec<Event>, Refusal>) {
    let moment = moment(DAY);
    let setting = setting(people, who, &moment);
    let before = fold(given);
    let decided = before.decide(&setting, command);
    assert_eq!(stored(&before).decide(&setting, command), decided, "the stored state decides alike");
    assert_eq!(stored(command), *command);
    let mut after = before.clone();
    for event in decided.as_deref().unwrap_or_default() {
        assert_eq!(stored(event), *event);
        after.apply(event);
    }
    assert_eq!(stored(&after), after);
    if decided.is_err() {
        assert_eq!(after, before);
    }
    if let Some(link) = after.link() {
        assert!(after.roles().values().all(|role| role.arn.is_of(&link.account)), "every role is of the account");
        let mapped = || after.mappings().values().chain(after.crm());
        assert!(mapped().all(|arn| after.roles().values().any(|role| role.arn == *arn)), "every mapping is to a role");
    } else {
        assert_eq!(after, State::default(), "without a link there is nothing");
    }
    (after, decided)
}

/// Given these events in the company of the cast, when `who` asks this, then it comes out as said.
#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "the cases read better without a reference at each command")]
fn check(given: &[Event], who: &str, command: Command, expected: &str) -> State {
    let who = if who == "operator" { operator() } else { member(who) };
    check_of(given, &people(), &who, &command, expected)
}

#[track_caller]
fn check_of(given: &[Event], people: &Account, who: &Actor, command: &Command, expected: &str) -> State {
    let (after, decided) = outcome(given, people, who, command);
    assert_eq!(said(&decided), expected, "{} by {who:?}", command.name());
    after
}

fn fold(events: &[Event]) -> State {
    let mut state = State::default();
    events.iter().for_each(|event| state.apply(event));
    state
}

/// The company after linking.
fn people() -> Account {
    let mut people = company("software", "validated");
    give(&mut people, "alliance_lead", "cloud_admin");
    people
}

fn give(people: &mut Account, who: &str, role: &str) {
    people.apply(&account::Event::RoleAssigned { member: id(who), role: role.to_string() });
}

fn take(people: &mut Account, who: &str, role: &str) {
    people.apply(&account::Event::RoleUnassigned { member: id(who), role: role.to_string() });
}

// ---------------------------------------------------------------- given

fn arn(name: &str) -> RoleArn {
    RoleArn::parse(&format!("arn:aws:iam::{ACCOUNT}:role/{name}")).unwrap()
}

fn call() -> Call {
    Call { event: id("call"), request: id("request") }
}

fn caller() -> Caller {
    let line = |text: &str| crate::text::Field::parse(text).unwrap();
    Caller {
        arn: Arn::parse(&format!("arn:aws:iam::{ACCOUNT}:user/Alice")).unwrap(),
        principal_id: line("AIDAEXAMPLE"),
        access_key_id: line("AKIAEXAMPLE"),
        user_agent: "Mozilla/5.0".to_string(),
    }
}

fn linked_only() -> Event {
    let account = AccountId::parse(ACCOUNT).unwrap();
    let (by, cloud_admin_role) = (id("alliance_lead"), arn(ADMIN_ROLE));
    Event::AccountLinked { call: call(), by, account, caller: caller(), cloud_admin_role }
}

fn role_with(name: &str, trust: &str, policies: &[PolicyText]) -> Event {
    Event::RoleRegistered { role: arn(name), trust_policy: trust.to_string(), policies: policies.to_vec() }
}

/// A role that is ready to be mapped, and allows to attach offers.
fn role(name: &str) -> Event {
    role_with(name, TRUST, &[SELLER_FULL_ACCESS.attached()])
}

/// Linked, with the cloud admin's role and one for users.
fn linked() -> Vec<Event> {
    [linked_only(), role_with(ADMIN_ROLE, TRUST, &[USER_ROLE_ASSOCIATION.attached()]), role(USER_ROLE)].into()
}

fn mapped(user: &str, role: &str) -> Event {
    Event::UserMapped { call: call(), user: id(user), role: arn(role), with: arn(ADMIN_ROLE) }
}

fn crm_mapped(role: &str) -> Event {
    Event::CrmMapped { call: call(), role: arn(role), with: arn(ADMIN_ROLE) }
}

fn with(mut events: Vec<Event>, more: impl IntoIterator<Item = Event>) -> Vec<Event> {
    events.extend(more);
    events
}

/// A document that allows these actions, which are written with single quotes, on everything.
fn allowing(actions: &str) -> PolicyText {
    let text =
        format!("{{'Version':'2012-10-17','Statement':[{{'Effect':'Allow','Action':[{actions}],'Resource':'*'}}]}}");
    PolicyText { name: "Own".to_string(), document: text.replace('\'', "\"") }
}

fn denying(action: &str) -> PolicyText {
    let PolicyText { name, document } = allowing(&format!("'{action}'"));
    PolicyText { name, document: document.replace("Allow", "Deny") }
}

// ---------------------------------------------------------------- when

fn own(policies: &[PolicyText]) -> Vec<PolicyInput> {
    let input = |p: &PolicyText| PolicyInput { name: p.name.clone(), document: Some(p.document.clone()) };
    policies.iter().map(input).collect()
}

fn identity() -> IdentityInput {
    IdentityInput {
        arn: format!("arn:aws:iam::{ACCOUNT}:user/Alice"),
        principal_id: "AIDAEXAMPLE".to_string(),
        access_key_id: "AKIAEXAMPLE".to_string(),
        user_agent: "Mozilla/5.0".to_string(),
        policies: own(&[PARTNER_ACCOUNT_MANAGEMENT.attached()]),
    }
}

fn link() -> Command {
    link_as(identity())
}

fn link_as(identity: IdentityInput) -> Command {
    Command::Link { account_id: ACCOUNT.to_string(), allow: true, identity }
}

fn map(user: &str, role: &str) -> Command {
    Command::MapUser { user: id(user), role: role.to_string() }
}

fn map_all(users: &[&str], role: &str) -> Command {
    Command::MapUsers { users: users.iter().map(|user| id(user)).collect(), role: role.to_string() }
}

fn unmap(user: &str) -> Command {
    Command::UnmapUser { user: id(user) }
}

fn map_crm(role: &str) -> Command {
    Command::MapCrm { role: role.to_string() }
}

// ---------------------------------------------------------------- then

fn said(decided: &Result<Vec<Event>, Refusal>) -> String {
    match decided {
        Ok(events) => events.iter().map(say).collect::<Vec<_>>().join("; "),
        Err(refusal) => said_no(refusal),
    }
}

fn said_no(refusal: &Refusal) -> String {
    assert!(!refusal.to_string().is_empty());
    if let Refusal::Denied(Denied::PermissionMissing { permission, held_by }) = refusal {
        return format!("permission_missing {permission} ({})", held_by.join(" "));
    }
    if let Refusal::OfferActionsMissing { missing } = refusal {
        return format!("offer_actions_missing {}", missing.join(" "));
    }
    refused(refusal.code(), refusal.faults())
}

fn say(event: &Event) -> String {
    match event {
        Event::AccountLinked { account, caller, .. } => {
            format!("linked {account} as {}", caller.arn.user_name().unwrap())
        }
        Event::AccountUnlinked { account, .. } => format!("unlinked {account}"),
        Event::RoleRegistered { role, policies, .. } => format!("role {} of {} policies", role.name(), policies.len()),
        Event::RoleWithdrawn { role } => format!("no role {}", role.name()),
        Event::UserMapped { user, role, .. } => format!("{} -> {}", name_of(*user), role.name()),
        Event::UserUnmapped { user, role, .. } => format!("{} -/> {}", name_of(*user), role.name()),
        Event::CrmMapped { role, .. } => format!("crm -> {}", role.name()),
        Event::CrmUnmapped { role, .. } => format!("crm -/> {}", role.name()),
    }
}
