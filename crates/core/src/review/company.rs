//! The review of a company's access at a moment, whole: who can do what, and what good practice would change.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use super::{Facts, Finding, PersonReview, Usage, as_of, findings, people};
use crate::account::{Account, Recorded};
use crate::program::Program;
use crate::{Id, Permission};

/// The moment that a question about the past is about: the one that is asked for, but never later than `now`, as nobody
/// knows what will be.
#[must_use]
pub fn moment(asked: Option<DateTime<Utc>>, now: DateTime<Utc>) -> DateTime<Utc> {
    asked.map_or(now, |asked| asked.min(now))
}

/// A review of a company's access.
#[derive(Clone, Debug)]
pub struct Review {
    /// The moment that it is about.
    pub at: DateTime<Utc>,
    /// The account as it was then.
    pub account: Account,
    /// Everybody who is or was of the company then, by name.
    pub people: Vec<PersonReview>,
    /// What good practice would change.
    pub findings: Vec<Finding>,
    usage: BTreeMap<Id, Usage>,
}

impl Review {
    /// The review at a [`moment`] from the company's `log` and what else is known: what its trail tells of the usage
    /// ([`usage`](super::usage)), and the sign-ins, from those who keep them. When the company registered, its log tells.
    #[must_use]
    pub fn of(program: &Program, log: &[Recorded], facts: Facts, at: DateTime<Utc>) -> Self {
        let account = as_of(log, at);
        let registered_at = log.iter().map(|line| line.at).filter(|first| *first <= at).min();
        let facts = Facts { registered_at, ..facts };
        // Before there is a company there is nothing that its practice could change.
        let findings = if account.tenant().is_some() { findings(program, &account, &facts, at) } else { Vec::new() };
        let mut people = people(program, log, at);
        people.sort_by(|a, b| (&a.name, a.member).cmp(&(&b.name, b.member)));
        Self { at, account, people, findings, usage: facts.usage }
    }

    /// When somebody signed in last, as far as it is known.
    #[must_use]
    pub fn last_sign_in(&self, member: Id) -> Option<DateTime<Utc>> {
        self.usage.get(&member).and_then(|usage| usage.last_sign_in)
    }

    /// The permissions that what somebody did needed.
    pub fn used(&self, member: Id) -> impl Iterator<Item = Permission> {
        self.usage.get(&member).into_iter().flat_map(|usage| usage.used.iter().copied())
    }
}
