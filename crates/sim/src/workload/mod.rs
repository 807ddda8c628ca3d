//! The workload: makes commands, good and bad on purpose, and says of each beforehand how it must end.
//!
//! It reads the auditor's books, never the account, so that what it expects does not come from what it tests.

mod company;
mod draft;
mod entry;
mod invite;
mod people;
mod plan;
mod races;
mod roles;
mod void;

pub(crate) use plan::{Attempt, Expect, Fault, Plan};

use chrono::{DateTime, Utc};
use guildhall_core::account::{Actor, Command};

use crate::audit::Books;
use crate::random::Random;
use draft::Draft;

/// Makes a plan, or nothing where the books do not give what it takes.
type Recipe = fn(&mut Draft) -> Option<Plan>;

/// Every recipe with its weight: the more often something is needed to get anywhere, the heavier.
const RECIPES: [(&str, u64, Recipe); 52] = [
    ("register", 6, entry::register),
    ("register_again", 2, entry::register_again),
    ("register_faulty", 2, entry::register_faulty),
    ("register_unproven", 3, entry::register_unproven),
    ("join", 14, entry::join),
    ("join_faulty", 2, entry::join_faulty),
    ("join_unproven", 2, entry::join_unproven),
    ("join_foreign", 2, entry::join_foreign),
    ("join_as_member", 3, entry::join_as_member),
    ("join_removed", 3, entry::join_removed),
    ("join_moved", 2, entry::join_moved),
    ("accept", 12, entry::accept),
    ("accept_late", 1, entry::accept_late),
    ("accept_refused", 6, entry::accept_refused),
    ("invite", 8, invite::invite),
    ("invite_fill", 4, invite::invite_fill),
    ("invite_full", 4, invite::invite_full),
    ("invite_rows", 1, invite::invite_rows),
    ("invite_faulty", 5, invite::invite_faulty),
    ("invite_nobody", 1, invite::invite_nobody),
    ("withdraw", 2, invite::withdraw),
    ("renew", 6, invite::renew),
    ("invitation_gone", 3, invite::invitation_gone),
    ("update", 10, roles::update),
    ("update_fill", 4, roles::update_fill),
    ("update_full", 4, roles::update_full),
    ("update_faulty", 3, roles::update_faulty),
    ("lead", 2, roles::lead),
    ("lead_refused", 3, roles::lead_refused),
    ("cloud", 6, roles::cloud),
    ("cloud_given", 3, roles::cloud_given),
    ("lifted", 2, roles::lifted),
    ("remove", 4, people::remove),
    ("remove_refused", 4, people::remove_refused),
    ("deactivate", 2, people::deactivate),
    ("deactivate_refused", 3, people::deactivate_refused),
    ("ask_for_lead", 2, people::ask_for_lead),
    ("profile", 2, people::profile),
    ("password", 1, people::password),
    ("step_down", 1, people::step_down),
    ("discredit", 4, void::discredit),
    ("reinstate", 4, void::reinstate),
    ("join_past", 6, void::join_past),
    ("remove_invited", 6, void::remove_invited),
    ("add_domain", 3, company::add_domain),
    ("add_domain_refused", 4, company::add_domain_refused),
    ("withdraw_domain", 4, company::withdraw_domain),
    ("edit", 2, company::edit),
    ("stage", 5, company::stage),
    ("gate", 24, company::gate),
    ("race", 12, race),
    ("one_domain", 2, races::one_domain),
];

/// One of the races within a tenant.
fn race(d: &mut Draft) -> Option<Plan> {
    const RACES: [Recipe; 5] =
        [races::last_seat, races::double_accept, races::mutual_removal, races::two_leads, races::lead_and_removal];
    let recipe = *d.random.pick(&RACES)?;
    recipe(d)
}

/// How often in a hundred a good command meets a crash, and how often a lost reply.
const CRASHES: u64 = 4;
const LOST_REPLIES: u64 = 6;
/// How many recipes are tried before the fallback, so that a step always ends.
const TRIES_MOST: usize = 100;

/// The source of plans.
#[derive(Debug, Default)]
pub(crate) struct Workload {
    names: u64,
}

impl Workload {
    /// The next plan.
    pub(crate) fn next(&mut self, random: &mut Random, books: &[Books], now: DateTime<Utc>) -> Plan {
        let weights: u64 = RECIPES.iter().map(|(_, weight, _)| weight).sum();
        for _ in 0..TRIES_MOST {
            let tenant = usize::try_from(random.below(books.len() as u64)).unwrap_or(0);
            let mut left = random.below(weights);
            let chosen = RECIPES.iter().find(|(_, weight, _)| {
                let found = left < *weight;
                left = left.saturating_sub(*weight);
                found
            });
            let Some((recipe, _, make)) = chosen else { continue };
            let mut draft = Draft { recipe, random, books, now, tenant, names: &mut self.names };
            if let Some(plan) = make(&mut draft) {
                return with_fault(plan, random);
            }
        }
        let attempt = Attempt {
            tenant: 0,
            actor: Actor::Visitor,
            command: Command::NotePasswordChange,
            expect: Expect::refused("not_signed_in"),
            turned_away: false,
            again: None,
        };
        Plan { recipe: "fallback", at: now, fault: Fault::None, attempts: vec![attempt] }
    }
}

/// Lets something go wrong around a command that is done without remainder.
fn with_fault(mut plan: Plan, random: &mut Random) -> Plan {
    let chance = random.below(100);
    let [attempt] = plan.attempts.as_mut_slice() else { return plan };
    if attempt.expect != Expect::done() || attempt.turned_away {
        return plan;
    }
    if chance < CRASHES {
        plan.fault = Fault::Crash;
    } else if chance < CRASHES + LOST_REPLIES
        && let Some(again) = plan::repeated(&attempt.actor, &attempt.command)
    {
        attempt.again = Some(again);
        plan.fault = Fault::LostReply;
    }
    plan
}
