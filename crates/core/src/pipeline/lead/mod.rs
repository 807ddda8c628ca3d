//! A lead: somebody who may become a customer, shared by the operator. It is accepted or rejected, worked on, given on.
//!
//! INVARIANT (owner): an owner was active and allowed to manage what they own when they became it (C-042); an owner who
//! is removed later stays on record (C-036).
//! INVARIANT (answered): a lead is worked on once it was accepted, and answered once.

mod command;
mod decide;
mod details;
mod event;

pub use command::Command;
pub use details::LeadDetails;
pub use event::Event;

use alloc::vec::Vec;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::entry::{Answer, Entries, Entry, History, Share};
use super::{Refusal, lead_notices};
use crate::account::Account;
use crate::program::Program;
use crate::room::{Effect, Letter, Room};
use crate::setting::Setting;
use crate::{Id, Permission};

/// The state of a lead. The default is one that was not shared yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lead {
    id: Option<Id>,
    owner: Option<Id>,
    details: Option<LeadDetails>,
    share: Option<Share>,
    last_modified_at: Option<DateTime<Utc>>,
    history: History,
}

impl Lead {
    /// Its fields; `None` before it was shared.
    #[must_use]
    pub fn details(&self) -> Option<&LeadDetails> {
        self.details.as_ref()
    }

    /// That it was shared, and what became of it.
    #[must_use]
    pub fn share(&self) -> Option<&Share> {
        self.share.as_ref()
    }

    /// When it changed last.
    #[must_use]
    pub fn last_modified_at(&self) -> Option<DateTime<Utc>> {
        self.last_modified_at
    }

    fn answer(&mut self, answer: Answer) {
        if let Some(share) = &mut self.share {
            share.answer = Some(answer);
        }
    }
}

impl Room for Lead {
    type Command = Command;
    type Event = Event;
    type Refusal = Refusal;

    const KIND: &'static str = "lead";

    fn decide(&self, setting: &Setting<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
        decide::decide(self, setting, command)
    }

    fn permissions(&self, setting: &Setting<'_>, command: &Command) -> Vec<Permission> {
        match command {
            Command::Accept | Command::Reject { .. } => [Permission::DecideOnLeads].into(),
            Command::Edit { .. } | Command::Transfer { .. } => self.reached_by(setting),
            Command::Share { .. } => Vec::new(),
        }
    }

    fn apply(&mut self, event: &Event) {
        let mut fields = Vec::new();
        match event {
            Event::LeadShared { lead, owner, expires_at, stamp, details } => {
                self.id = Some(*lead);
                self.owner = *owner;
                self.share = Some(Share::new(stamp, *expires_at));
                self.details = Some((**details).clone());
            }
            Event::LeadAccepted { owner, stamp } => {
                self.owner = Some(*owner);
                self.answer(Answer { stamp: stamp.clone(), accepted: true, reason: None });
            }
            Event::LeadRejected { reason, stamp } => {
                self.answer(Answer { stamp: stamp.clone(), accepted: false, reason: reason.clone() });
            }
            Event::LeadEdited { changed, details, .. } => {
                fields.clone_from(changed);
                self.details = Some((**details).clone());
            }
            Event::LeadTransferred { to, .. } => self.owner = Some(*to),
        }
        self.last_modified_at = Some(event.stamp().at);
        self.history.note(event.stamp(), event.name(), self.owner, fields);
    }

    fn effects(&self, program: &Program, account: &Account, event: &Event) -> Vec<Effect> {
        let notices = lead_notices(program, account, self, event);
        notices.into_iter().map(|notice| Effect::Mail(Letter::Pipeline(notice))).collect()
    }

    fn searchable(&self) -> Vec<crate::search::Entry> {
        crate::search::lead(self)
    }

    fn event_name(event: &Event) -> &'static str {
        event.name()
    }
}

impl Entry for Lead {
    const ENTRIES: Entries = Entries::Leads;

    fn id(&self) -> Option<Id> {
        self.id
    }

    fn owner(&self) -> Option<Id> {
        self.owner
    }

    fn title(&self) -> &str {
        self.details.as_ref().map_or("", |details| details.fields().customer.company_name.as_str())
    }

    fn history(&self) -> &History {
        &self.history
    }

    fn transfer(to: Id) -> Command {
        Command::Transfer { to }
    }
}
