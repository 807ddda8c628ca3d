//! Recipes of roles: given and taken in updates, the lead, the cloud administrator's role.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use guildhall_core::Id;
use guildhall_core::account::{Command, RoleRow};

use super::draft::{Draft, gives, holds};
use super::plan::{Expect, Plan};
use crate::audit::rights::{BASE, CLOUD, GIVEN_BY, LEAD, MANAGER, SEATS, TEAM, UPDATE_ROWS_MOST, WORD};
use crate::audit::{Access, Books, Person};

fn give(member: Id, role: &str) -> RoleRow {
    RoleRow { member, assign: vec![role.to_owned()], unassign: Vec::new() }
}

/// Random changes, allowed and prohibited; the codes of the prohibited ones are worked out from the books.
pub(super) fn update(d: &mut Draft) -> Option<Plan> {
    let me = d.admin()?;
    let books = d.registered()?;
    let mut names: Vec<&str> = GIVEN_BY.iter().map(|(role, _)| *role).collect();
    if d.random.percent(30) {
        names.extend([LEAD, BASE, "janitor"]);
    }
    let most = usize::try_from(d.random.between(1, UPDATE_ROWS_MOST as u64)).ok()?;
    let people: Vec<Id> = books.people.iter().map(|p| p.id).collect();
    let mut chosen = d.random.some(&people, most);
    if d.random.percent(10) {
        chosen.pop();
        chosen.push(d.unknown());
    }
    let mut rows = Vec::new();
    for member in chosen {
        let assign = d.random.below(3);
        let unassign = d.random.below(2) + u64::from(assign == 0);
        let mut some = |n: u64| d.random.some(&names, usize::try_from(n).unwrap_or(0));
        let owned = |roles: Vec<&str>| roles.into_iter().map(str::to_owned).collect();
        rows.push(RoleRow { member, assign: owned(some(assign)), unassign: owned(some(unassign)) });
    }
    let refused = predict(books, me, &rows, d.now);
    Some(d.by(me, Command::UpdateRoles { rows }, Expect::done_but(refused)))
}

/// The codes of the changes that `rows` may not make: each row takes roles first, then gives, and seats that a row frees
/// or fills are so for the rows after it.
fn predict(books: &Books, me: &Person, rows: &[RoleRow], now: DateTime<Utc>) -> BTreeSet<&'static str> {
    let mut free: BTreeMap<&str, usize> = SEATS.iter().map(|(role, _)| (*role, books.free(role, now))).collect();
    let mut refused = BTreeSet::new();
    for row in rows {
        let person = books.person(row.member);
        let mut held = person.map(|p| p.roles.clone()).unwrap_or_default();
        let changes = row.unassign.iter().map(|r| (false, r)).chain(row.assign.iter().map(|r| (true, r)));
        for (assign, role) in changes {
            let has = held.contains(role);
            let seat = free.get_mut(role.as_str());
            let code = match (person.map(|p| p.access), role.as_str()) {
                (None, _) => "member_missing",
                (Some(Access::Blocked | Access::Gone), _) => "target_not_active",
                (Some(Access::Active), LEAD) => "role_is_lead",
                (Some(Access::Active), BASE) => "role_is_base",
                (Some(Access::Active), name) if !GIVEN_BY.iter().any(|(known, _)| *known == name) => "role_unknown",
                (Some(Access::Active), name) if !gives(me, name) => "role_not_grantable",
                (Some(Access::Active), _) if assign && has => "already_held",
                (Some(Access::Active), _) if !assign && !has => "not_held",
                (Some(Access::Active), _) if assign && seat.as_ref().is_some_and(|left| **left == 0) => "quota_full",
                (Some(Access::Active), _) => {
                    held.retain(|r| r != role);
                    if assign {
                        held.push(role.clone());
                    }
                    if let Some(left) = seat {
                        *left = if assign { left.saturating_sub(1) } else { *left + 1 };
                    }
                    continue;
                }
            };
            refused.insert(code);
        }
    }
    refused
}

/// A limited role is given to up to ten people at once, as far as seats are free.
pub(super) fn update_fill(d: &mut Draft) -> Option<Plan> {
    let me = d.admin()?;
    let role = *d.random.pick(&[TEAM, MANAGER])?;
    let books = d.registered()?;
    let without: Vec<Id> = books.active().filter(|p| !holds(p, role)).map(|p| p.id).collect();
    let most = books.free(role, d.now).min(UPDATE_ROWS_MOST);
    let rows: Vec<RoleRow> = d.random.some(&without, most).into_iter().map(|id| give(id, role)).collect();
    (!rows.is_empty()).then(|| d.by(me, Command::UpdateRoles { rows }, Expect::done()))
}

/// The 21st: its change is refused, the other one of the update is made (USR-25).
pub(super) fn update_full(d: &mut Draft) -> Option<Plan> {
    let me = d.admin()?;
    let books = d.registered()?;
    let full: Vec<&str> = SEATS.iter().map(|(role, _)| *role).filter(|role| books.free(role, d.now) == 0).collect();
    let role = *d.random.pick(&full)?;
    let target = d.person(|p| p.access == Access::Active && !holds(p, role))?;
    let mut row = give(target.id, role);
    let other = if holds(target, "ace_user") { &mut row.unassign } else { &mut row.assign };
    other.push("ace_user".to_owned());
    Some(d.by(me, Command::UpdateRoles { rows: vec![row] }, Expect::done_but(["quota_full"].into())))
}

/// Eleven rows, no change, one person twice, or a row that is longer than the roles there are.
pub(super) fn update_faulty(d: &mut Draft) -> Option<Plan> {
    let me = d.admin()?;
    let (rows, expect) = match d.random.below(4) {
        0 => (vec![give(me.id, CLOUD); UPDATE_ROWS_MOST + 1], Expect::refused("too_many_rows")),
        1 => {
            let empty = RoleRow { member: me.id, assign: Vec::new(), unassign: Vec::new() };
            (vec![empty], Expect::invalid(["required"]))
        }
        2 => (vec![give(me.id, "ace_user"), give(me.id, "technical_staff")], Expect::invalid(["twice"])),
        _ => {
            let long = vec!["ace_user".to_owned(); 19];
            (vec![RoleRow { member: me.id, assign: long, unassign: Vec::new() }], Expect::invalid(["too_long"]))
        }
    };
    Some(d.by(me, Command::UpdateRoles { rows }, expect))
}

/// The lead hands over, or an operator in their place.
pub(super) fn lead(d: &mut Draft) -> Option<Plan> {
    let me = d.holder(&[LEAD])?;
    let to = d.other(me.id)?.id;
    let typed = if d.random.percent(20) { format!(" {WORD} ") } else { WORD.to_owned() };
    Some(d.by_or_helped(me, Command::ReassignLead { to, typed }, Expect::done()))
}

/// The lead hands over to nobody, to somebody without access, to themselves, or without the word.
pub(super) fn lead_refused(d: &mut Draft) -> Option<Plan> {
    let me = d.holder(&[LEAD])?;
    let mut typed = WORD;
    let (to, code) = match d.random.below(4) {
        0 => (d.unknown(), "member_missing"),
        1 => (d.person(|p| p.access != Access::Active)?.id, "target_not_active"),
        2 => (me.id, "target_is_lead"),
        _ => {
            typed = *d.random.pick(&["Confirm", "", "confirmed", "CONFIRM"])?;
            (d.other(me.id)?.id, "confirmation_missing")
        }
    };
    let typed = typed.to_owned();
    Some(d.by(me, Command::ReassignLead { to, typed }, Expect::refused(code)))
}

/// A cloud administrator hands the role over; to somebody without it, or in vain.
pub(super) fn cloud(d: &mut Draft) -> Option<Plan> {
    let me = d.holder(&[CLOUD])?;
    let (to, expect) = match d.random.below(8) {
        0 => (me.id, Expect::refused("target_is_self")),
        1 => (d.unknown(), Expect::refused("member_missing")),
        2 => (d.person(|p| p.access != Access::Active)?.id, Expect::refused("target_not_active")),
        3 => {
            let id = me.id;
            let other = d.person(|p| p.access == Access::Active && p.id != id && holds(p, CLOUD))?;
            (other.id, Expect::refused("already_held"))
        }
        _ => (d.person(|p| p.access == Access::Active && !holds(p, CLOUD))?.id, Expect::done()),
    };
    Some(d.by(me, Command::HandOverCloudAdmin { to }, expect))
}

/// The lead gives somebody the cloud administrator's role, which only the lead may (ROLE-33, ROLE-35).
pub(super) fn cloud_given(d: &mut Draft) -> Option<Plan> {
    let me = d.holder(&[LEAD])?;
    let to = d.person(|p| p.access == Access::Active && !holds(p, CLOUD))?;
    Some(d.by(me, Command::UpdateRoles { rows: vec![give(to.id, CLOUD)] }, Expect::done()))
}

/// One of the team tries to give it, or to become lead by an update.
pub(super) fn lifted(d: &mut Draft) -> Option<Plan> {
    let me = d.person(|p| p.access == Access::Active && holds(p, TEAM) && !holds(p, LEAD))?;
    let (role, code) = if d.random.percent(50) { (CLOUD, "role_not_grantable") } else { (LEAD, "role_is_lead") };
    let rows = vec![give(me.id, role)];
    Some(d.by(me, Command::UpdateRoles { rows }, Expect::done_but([code].into())))
}
