//! The audit trail: every event of every room with who, when, from where and why; a history to search and download; and
//! the records that a cloud account's own trail keeps of the account management actions.
//!
//! INVARIANT (one-record): a record is made of each event, by whichever door the command came (TRAIL-1), from the first
//! on and without being set up (TRAIL-2). Records are made of decisions only, so that nothing is recorded that did not
//! happen.

mod cloud;
mod history;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::account::Actor;
use crate::pipeline::{Lead, Opportunity};
use crate::room::Room as _;
use crate::setting::{Denied, Setting};
use crate::{Permission, certifications, channel, content, fee, language, linking, operators, profile, support, tasks};

pub use cloud::{
    CloudContext, CloudRecord, Credentials, LinkParameters, RequestParameters, UserIdentity, UserParameters,
    cloud_record,
};
pub use history::{By, Entry, NotBy, Query, download, headings, rows, search};

/// The rooms in which a company's trail is written, by the kinds of their documents, in the order in which they are offered.
pub const ROOMS: [&str; 11] = [
    "account",
    profile::State::KIND,
    certifications::State::KIND,
    fee::State::KIND,
    tasks::State::KIND,
    Opportunity::KIND,
    Lead::KIND,
    channel::State::KIND,
    linking::State::KIND,
    support::State::KIND,
    language::State::KIND,
];

/// The rooms of the programme's own trail.
pub const PROGRAMME_ROOMS: [&str; 3] = [operators::State::KIND, content::State::KIND, support::inquiry::Inquiry::KIND];

/// How much of a company's trail somebody may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// All of it.
    Company,
    /// What happened in one room.
    Room(&'static str),
}

/// How much of the company's trail who asks may read (TRAIL-3). Operators read all of it, and so do those with the
/// permission; who links the accounts reads what the link's own records are made of, as these are theirs to look after.
pub fn reach(setting: &Setting<'_>) -> Result<Reach, Denied> {
    if setting.operator().is_ok() || setting.permitted(&[Permission::ViewTrail]).is_ok() {
        return Ok(Reach::Company);
    }
    match setting.permitted(&[Permission::LinkMarketplaceAccount]) {
        Ok(_) => Ok(Reach::Room(linking::State::KIND)),
        Err(_) => setting.permitted(&[Permission::ViewTrail]).map(|_| Reach::Company),
    }
}

/// Why a decision was allowed: the permission it needed and the roles held that give it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grounds {
    /// The permission.
    pub permission: Permission,
    /// The ids of the actor's roles that have it.
    pub roles: Vec<String>,
}

/// An event with who, when, from where and why: a line of the audit trail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded<E> {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: Actor,
    /// From where.
    pub source: String,
    /// In which request.
    pub request: String,
    /// Why it was allowed; absent where no permission is needed.
    pub grounds: Option<Grounds>,
    /// What happened.
    pub event: E,
}

/// Wraps the events of a decision that `setting` made with who, when, from where and, if it needed one of `permissions`,
/// why it was allowed.
#[must_use]
pub fn record<E>(setting: &Setting<'_>, permissions: &[Permission], events: Vec<E>) -> Vec<Recorded<E>> {
    let program = setting.program;
    let standing = setting.account.standing_of(program, setting.actor);
    let grounds = permissions.iter().copied().find(|p| standing.permits(program, *p)).map(|permission| {
        let roles = program.role_names(standing.roles().and(program.holders(permission)));
        Grounds { permission, roles: roles.map(ToString::to_string).collect() }
    });
    let wrap = |event| Recorded {
        at: setting.moment.at,
        actor: setting.actor.clone(),
        source: setting.moment.source.clone(),
        request: setting.moment.request.clone(),
        grounds: grounds.clone(),
        event,
    };
    events.into_iter().map(wrap).collect()
}

#[cfg(test)]
mod tests;
