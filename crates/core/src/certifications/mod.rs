//! Certifications of a company's people, what they may be counted by, and the scorecard.
//!
//! What somebody passed is a fact that the programme records under the address of the exam. It counts for a company while
//! its holder is registered there, shares it, and owns that address: as the registered one, or as a certification address
//! that was added long enough ago (CERT-2..7, C-108, C-109).
//!
//! INVARIANT (one-holder): a certification address belongs to at most one person of one account (C-110).

mod command;
mod count;
mod decide;
mod effects;
mod event;
mod evolve;
mod refusal;
mod scorecard;

pub use command::{Command, RecordInput};
pub use count::{Entry, PersonEntries, add_business_days, company_list, counted, own_list, requests};
pub use event::Event;
pub use refusal::Refusal;
pub use scorecard::{PathScore, Row, Scorecard, kept, scorecard};

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::identity::EmailAddress;
use crate::program::Program;
use crate::room::{Effect, Room};
use crate::setting::Setting;
use crate::text::Field;
use crate::{Id, Permission};

/// What somebody completed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "sort", rename_all = "snake_case")]
pub enum Subject {
    /// A certification, by its id in the programme.
    Certification {
        /// The id.
        name: String,
    },
    /// A course, by its title.
    Course {
        /// The title.
        title: Field,
    },
}

/// A certification passed or a course completed, as the training organisation tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The address under which it was done.
    pub address: EmailAddress,
    /// What.
    pub subject: Subject,
    /// When.
    pub on: NaiveDate,
    /// The last day on which it is valid; always if absent.
    pub valid_until: Option<NaiveDate>,
}

/// A certification address that somebody added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrainingAddress {
    /// The address.
    pub address: EmailAddress,
    /// From this day on what was passed with it counts.
    pub counts_from: NaiveDate,
}

/// A wish that the training organisation has to fulfil.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "sort", rename_all = "snake_case")]
pub enum Wish {
    /// Move the certifications of an old profile to this account (CERT-9).
    Transfer {
        /// The address of the old profile.
        old_profile: EmailAddress,
        /// The address here to which they go.
        new_account: EmailAddress,
    },
    /// Change the address of a certification account (CERT-12).
    AddressChange {
        /// The address until now.
        previous: EmailAddress,
        /// The new address.
        new: EmailAddress,
    },
}

/// A wish with who asked and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Who asked.
    pub by: Id,
    /// What for.
    pub wish: Wish,
    /// The business day until which it should be done (C-108).
    pub due_on: NaiveDate,
    /// Whether it was granted; absent while it waits.
    pub granted: Option<bool>,
}

impl Request {
    /// Whether it waits though its time is over.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.granted.is_none() && today > self.due_on
    }
}

/// The state of a company's certifications.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    records: BTreeMap<Id, Record>,
    addresses: BTreeMap<Id, TrainingAddress>,
    withdrawn: BTreeSet<Id>,
    requests: BTreeMap<Id, Request>,
}

impl State {
    /// What was passed and completed, by id.
    #[must_use]
    pub fn records(&self) -> &BTreeMap<Id, Record> {
        &self.records
    }

    /// The certification address of a person (PROFILE-27).
    #[must_use]
    pub fn address(&self, member: Id) -> Option<&TrainingAddress> {
        self.addresses.get(&member)
    }

    /// Whether a person shares certifications with the programme; everybody does until they withdraw it (C-109).
    #[must_use]
    pub fn shares(&self, member: Id) -> bool {
        !self.withdrawn.contains(&member)
    }

    /// The wishes, by id.
    #[must_use]
    pub fn requests(&self) -> &BTreeMap<Id, Request> {
        &self.requests
    }
}

impl Room for State {
    type Command = Command;
    type Event = Event;
    type Refusal = Refusal;

    const KIND: &'static str = "certifications";

    fn decide(&self, setting: &Setting<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
        decide::decide(self, setting, command)
    }

    fn permissions(&self, _: &Setting<'_>, command: &Command) -> Vec<Permission> {
        match command {
            Command::SetTrainingAddress { .. }
            | Command::SetConsent { .. }
            | Command::RequestTransfer { .. }
            | Command::RequestAddressChange { .. } => [Permission::EditOwnProfile].into(),
            Command::SettleRequest { .. } | Command::Record { .. } | Command::DropRecord { .. } => Vec::new(),
        }
    }

    fn apply(&mut self, event: &Event) {
        self.fold(event);
    }

    fn effects(&self, _: &Program, _: &Account, event: &Event) -> Vec<Effect> {
        effects::effects(event)
    }

    fn event_name(event: &Event) -> &'static str {
        event.name()
    }
}

#[cfg(test)]
mod tests;
