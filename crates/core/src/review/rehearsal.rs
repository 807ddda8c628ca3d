//! A rehearsal: commands on a copy of the account, and who would gain and lose which pages and actions.

use alloc::string::String;
use alloc::vec::Vec;

use super::Reach;
use crate::account::{Account, Actor, Command, Event, Refusal, decide};
use crate::program::Program;
use crate::{Id, Moment};

/// What one person gains and loses between two states of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessChange {
    /// The person.
    pub member: Id,
    /// Their name.
    pub name: String,
    /// The pages that open to them, and what they may do from then on.
    pub gained: Reach,
    /// The pages that close to them, and what they may no longer do.
    pub lost: Reach,
}

/// What a rehearsal found.
#[derive(Clone, Debug)]
pub struct Rehearsal {
    /// The outcome of each command, in order. A refused one changes nothing, and the next ones go on.
    pub outcomes: Vec<Result<Vec<Event>, Refusal>>,
    /// Who gains and loses what by all of them together; people without a change are left out.
    pub changes: Vec<AccessChange>,
    /// The account as it would be.
    pub after: Account,
}

/// Applies commands to a copy of `account`. The account itself is not touched.
#[must_use]
pub fn rehearse(account: &Account, program: &Program, commands: &[(Actor, Command)], moment: &Moment) -> Rehearsal {
    let mut after = account.clone();
    let mut outcomes = Vec::new();
    for (n, (actor, command)) in (0u64..).zip(commands) {
        // Each command gets fresh ids of its own, as it would when it is really given.
        let mut moment = moment.clone();
        moment.fresh = moment.id(1_000_000 * (n + 1));
        let outcome = decide(&after, program, actor, command, &moment);
        if let Ok(events) = &outcome {
            events.iter().for_each(|event| after.apply(event));
        }
        outcomes.push(outcome);
    }
    let changes = compare(program, account, &after);
    Rehearsal { outcomes, changes, after }
}

/// Who gains and loses what from one state of an account to another.
#[must_use]
pub fn compare(program: &Program, before: &Account, after: &Account) -> Vec<AccessChange> {
    let everybody =
        after.members().iter().chain(before.members().iter().filter(|(id, _)| after.member(**id).is_none()));
    everybody
        .map(|(id, member)| {
            let then = Reach::of(program, &before.standing(program, *id));
            let now = Reach::of(program, &after.standing(program, *id));
            let name = String::from(member.name.as_str());
            AccessChange { member: *id, name, gained: now.beyond(&then), lost: then.beyond(&now) }
        })
        .filter(|change| !(change.gained.is_empty() && change.lost.is_empty()))
        .collect()
}
