//! An opportunity: a customer's project that a partner brings or the operator shares, from prospect to launch.
//!
//! What a partner brings is reviewed: pending submission, submitted, in review, and then approved, rejected, or sent back
//! for more information; while somebody reviews it, its fields stay. What the operator shares is accepted or rejected.
//!
//! INVARIANT (owner): an owner was active and allowed to manage what they own when they became it (C-042); an owner who
//! is removed later stays on record (C-036).
//! INVARIANT (still): a submitted, reviewed or rejected opportunity keeps its fields.
//! INVARIANT (reason): a closed-lost reason is given exactly when the stage is Closed Lost.

mod command;
mod decide;
mod details;
mod event;
mod evolve;

pub use command::Command;
pub use details::Details;
pub use event::Event;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::entry::{Entries, Entry, History, Share};
use super::value::{InvolvementType, Origin, ReviewStatus, Visibility};
use super::{Refusal, opportunity_notices};
use crate::account::Account;
use crate::program::Program;
use crate::room::{Effect, Letter, Room};
use crate::setting::Setting;
use crate::{Id, Permission};

/// How many next steps of the past are kept.
pub const NEXT_STEPS_MOST: usize = 50;

/// A next step of the past. `Debug` prints none of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextStep {
    /// What it was.
    pub value: String,
    /// Since when.
    pub time: DateTime<Utc>,
}

impl fmt::Debug for NextStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NextStep").field("time", &self.time).finish_non_exhaustive()
    }
}

/// The state of an opportunity. The default is one that does not exist yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opportunity {
    id: Option<Id>,
    owner: Option<Id>,
    details: Option<Details>,
    share: Option<Share>,
    review_status: Option<ReviewStatus>,
    review_status_reason: Option<String>,
    review_comments: Option<String>,
    involvement_type: Option<InvolvementType>,
    visibility: Option<Visibility>,
    created_at: Option<DateTime<Utc>>,
    last_modified_at: Option<DateTime<Utc>>,
    next_steps_history: Vec<NextStep>,
    history: History,
}

impl Opportunity {
    /// Its fields; `None` before it exists.
    #[must_use]
    pub fn details(&self) -> Option<&Details> {
        self.details.as_ref()
    }

    /// The identifier that the API of the programme gives it: `O` and up to nineteen digits, made from its id.
    #[must_use]
    pub fn identifier(&self) -> Option<String> {
        self.id.map(identifier)
    }

    /// Who brought it; `None` before it exists.
    #[must_use]
    pub fn origin(&self) -> Option<Origin> {
        self.id.map(|_| if self.share.is_some() { Origin::AwsReferral } else { Origin::PartnerReferral })
    }

    /// That it was shared, if it was.
    #[must_use]
    pub fn share(&self) -> Option<&Share> {
        self.share.as_ref()
    }

    /// Where its review stands; only what a partner brings has one.
    #[must_use]
    pub fn review_status(&self) -> Option<ReviewStatus> {
        self.review_status
    }

    /// Why it was turned down or sent back.
    #[must_use]
    pub fn review_status_reason(&self) -> Option<&str> {
        self.review_status_reason.as_deref()
    }

    /// What the operator needs to know.
    #[must_use]
    pub fn review_comments(&self) -> Option<&str> {
        self.review_comments.as_deref()
    }

    /// What the partner wants; `None` before it was submitted.
    #[must_use]
    pub fn involvement_type(&self) -> Option<InvolvementType> {
        self.involvement_type
    }

    /// How much the operator's sellers see; `None` before it was submitted.
    #[must_use]
    pub fn visibility(&self) -> Option<Visibility> {
        self.visibility
    }

    /// When it came to be.
    #[must_use]
    pub fn created_at(&self) -> Option<DateTime<Utc>> {
        self.created_at
    }

    /// When it changed last.
    #[must_use]
    pub fn last_modified_at(&self) -> Option<DateTime<Utc>> {
        self.last_modified_at
    }

    /// The next steps of the past, oldest first.
    #[must_use]
    pub fn next_steps_history(&self) -> &[NextStep] {
        &self.next_steps_history
    }
}

/// The identifier of the opportunity with this id.
#[must_use]
pub fn identifier(id: Id) -> String {
    const MODULUS: u128 = 10_000_000_000_000_000_000;
    format!("O{}", id.bits() % MODULUS)
}

impl Room for Opportunity {
    type Command = Command;
    type Event = Event;
    type Refusal = Refusal;

    const KIND: &'static str = "opportunity";

    fn decide(&self, setting: &Setting<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
        decide::decide(self, setting, command)
    }

    fn permissions(&self, setting: &Setting<'_>, command: &Command) -> Vec<Permission> {
        match command {
            Command::Create { .. } | Command::Submit { .. } => [Permission::SubmitOpportunities].into(),
            Command::Edit { .. } | Command::Transfer { .. } => self.reached_by(setting),
            Command::Accept | Command::Reject { .. } => [Permission::DecideOnLeads].into(),
            Command::Share { .. }
            | Command::StartReview
            | Command::Approve
            | Command::Disqualify { .. }
            | Command::RequestInformation { .. } => Vec::new(),
        }
    }

    fn apply(&mut self, event: &Event) {
        self.fold(event);
    }

    fn effects(&self, program: &Program, account: &Account, event: &Event) -> Vec<Effect> {
        let notices = opportunity_notices(program, account, self, event);
        notices.into_iter().map(|notice| Effect::Mail(Letter::Pipeline(notice))).collect()
    }

    fn searchable(&self) -> Vec<crate::search::Entry> {
        crate::search::opportunity(self)
    }

    fn event_name(event: &Event) -> &'static str {
        event.name()
    }
}

impl Entry for Opportunity {
    const ENTRIES: Entries = Entries::Opportunities;

    fn id(&self) -> Option<Id> {
        self.id
    }

    fn owner(&self) -> Option<Id> {
        self.owner
    }

    fn title(&self) -> &str {
        self.details.as_ref().map_or("", |details| details.fields().project.title.as_str())
    }

    fn history(&self) -> &History {
        &self.history
    }

    fn transfer(to: Id) -> Command {
        Command::Transfer { to }
    }
}
