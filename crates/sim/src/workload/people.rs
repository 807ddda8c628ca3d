//! Recipes of people who leave, and of what they say about themselves.

use guildhall_core::account::{Command, ContactInput};

use super::draft::{Draft, contact, customer, holds};
use super::plan::{Expect, Plan};
use crate::audit::Access;
use crate::audit::rights::{LEAD, TEAM, WORD};

/// Somebody is removed, active or deactivated.
pub(super) fn remove(d: &mut Draft) -> Option<Plan> {
    let me = d.admin()?;
    let id = me.id;
    let target = d.person(|p| p.access != Access::Gone && p.id != id && !holds(p, LEAD))?;
    let command = Command::RemoveMember { member: target.id, typed: WORD.to_owned() };
    Some(d.by_or_helped(me, command, Expect::done()))
}

/// The lead, oneself, nobody, somebody who is gone, or without the word.
pub(super) fn remove_refused(d: &mut Draft) -> Option<Plan> {
    let me = d.admin()?;
    let mut typed = WORD;
    let (member, code) = match d.random.below(6) {
        // By one of the team, or by the lead's own hand.
        0 | 1 => (d.holder(&[LEAD])?.id, "target_is_lead"),
        2 if holds(me, LEAD) => (me.id, "target_is_lead"),
        2 => (me.id, "target_is_self"),
        3 => (d.unknown(), "member_missing"),
        4 => (d.person(|p| p.access == Access::Gone)?.id, "target_not_active"),
        _ => {
            typed = *d.random.pick(&["", "Confirm", "remove"])?;
            (d.staff(me.id)?.id, "confirmation_missing")
        }
    };
    let typed = typed.to_owned();
    Some(d.by(me, Command::RemoveMember { member, typed }, Expect::refused(code)))
}

/// The lead deactivates somebody.
pub(super) fn deactivate(d: &mut Draft) -> Option<Plan> {
    let me = d.holder(&[LEAD])?;
    let member = d.other(me.id)?.id;
    Some(d.by_or_helped(me, Command::DeactivateMember { member }, Expect::done()))
}

/// The lead deactivates themselves, nobody, or somebody without access.
pub(super) fn deactivate_refused(d: &mut Draft) -> Option<Plan> {
    let me = d.holder(&[LEAD])?;
    let (member, code) = match d.random.below(3) {
        0 => (me.id, "target_is_lead"),
        1 => (d.unknown(), "member_missing"),
        _ => (d.person(|p| p.access != Access::Active)?.id, "target_not_active"),
    };
    Some(d.by(me, Command::DeactivateMember { member }, Expect::refused(code)))
}

/// Somebody asks for another lead, with a remark or without one.
pub(super) fn ask_for_lead(d: &mut Draft) -> Option<Plan> {
    let me = d.person(|p| p.access == Access::Active)?;
    let (note, expect) = if d.random.percent(70) {
        ("Please give the lead to Bo.", Expect::done())
    } else {
        (" ", Expect::invalid(["required"]))
    };
    Some(d.by(me, Command::RequestLeadChange { note: note.to_owned() }, expect))
}

/// Somebody edits their profile.
pub(super) fn profile(d: &mut Draft) -> Option<Plan> {
    let me = d.person(|p| p.access == Access::Active)?;
    let (name, _) = d.name();
    let (contact, expect) = if d.random.percent(70) {
        (contact(), Expect::done())
    } else {
        (ContactInput { phone: "twelve".to_owned(), ..contact() }, Expect::invalid(["not_a_phone_number"]))
    };
    Some(d.by(me, Command::EditProfile { name, customer: customer(), contact }, expect))
}

/// Somebody changes their password.
pub(super) fn password(d: &mut Draft) -> Option<Plan> {
    let me = d.person(|p| p.access == Access::Active)?;
    Some(d.by(me, Command::NotePasswordChange, Expect::done()))
}

/// A team member leaves the team by the own hand: allowed, as it is only a role that goes.
pub(super) fn step_down(d: &mut Draft) -> Option<Plan> {
    let me = d.person(|p| p.access == Access::Active && holds(p, TEAM))?;
    let row = guildhall_core::account::RoleRow { member: me.id, assign: Vec::new(), unassign: vec![TEAM.to_owned()] };
    Some(d.by(me, Command::UpdateRoles { rows: vec![row] }, Expect::done()))
}
