//! What every room has in common, so that adapters carry all of them the same way.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::account::{self, Account};
use crate::explain::Explanation;
use crate::identity::EmailAddress;
use crate::pipeline::bulk::CellFault;
use crate::pipeline::{Notice, Subject};
use crate::program::Program;
use crate::search;
use crate::setting::{Denied, Setting};
use crate::{Id, Kind, Permission};

/// A part of the domain with a state of its own: one document of an adapter's store, or one stream of a journal.
///
/// The state is the fold of the events. [`Room::decide`] changes nothing; [`Room::apply`] refuses nothing.
pub trait Room: Clone + Default + Serialize + DeserializeOwned {
    /// What can be asked.
    type Command;
    /// What happens.
    type Event: Clone + Serialize + DeserializeOwned;
    /// Why not.
    type Refusal: RoomRefusal;

    /// The kind of the room's documents, in snake case.
    const KIND: &'static str;

    /// Judges a command.
    fn decide(&self, setting: &Setting<'_>, command: &Self::Command) -> Result<Vec<Self::Event>, Self::Refusal>;

    /// The permissions of which `command` needs one from who asks; empty where it needs none, or is an operator's. The
    /// trail names the one that was met ([`crate::trail::record`]).
    #[must_use]
    fn permissions(&self, setting: &Setting<'_>, command: &Self::Command) -> Vec<Permission>;

    /// Folds an event in.
    fn apply(&mut self, event: &Self::Event);

    /// The event's name in snake case, as in its serialized form.
    fn event_name(event: &Self::Event) -> &'static str;

    /// What `event` changes in the account, to be recorded there in the same step. `account` is the one that the decision
    /// read; most rooms change nothing in it.
    #[must_use]
    fn account_events(_program: &Program, _account: &Account, _event: &Self::Event) -> Vec<account::Event> {
        Vec::new()
    }

    /// What a search finds of the room as it is now; of most rooms nothing.
    #[must_use]
    fn searchable(&self) -> Vec<search::Entry> {
        Vec::new()
    }

    /// What `event` asks of the world outside. The room and `account` are as they are after the step.
    #[must_use]
    fn effects(&self, _program: &Program, _account: &Account, _event: &Self::Event) -> Vec<Effect> {
        Vec::new()
    }
}

/// Something that an adapter does, in the same step in which it stores the event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Mail a letter.
    Mail(Letter),
    /// The certification address is this person's; it must be nobody else's (C-110).
    ClaimTrainingAddress(EmailAddress, Id),
    /// The uploaded file is part of the record now: its bytes stay.
    KeepFile(Id),
    /// The certification address is nobody's any more; the directory keeps the day (CERT-10, CERT-11).
    FreeTrainingAddress(EmailAddress),
}

/// A letter of a room, to be worded and mailed by the adapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Letter {
    /// An operator wrote in a case; the text is read in the portal.
    CaseAnswered {
        /// To whom: who opened it.
        to: EmailAddress,
        /// The case.
        case: Id,
        /// Its subject.
        subject: String,
    },
    /// An operator answered a message of the contact form; who wrote it cannot sign in, so the answer is in the letter.
    InquiryAnswered {
        /// To whom: the address of the form.
        to: EmailAddress,
        /// Their name.
        name: String,
        /// What they wrote about.
        subject: String,
        /// The answer.
        text: String,
    },
    /// The fee was paid: a promotional code and how to redeem it (FEE-7). The adapter keeps the code by its id.
    Promotion {
        /// To whom: the lead at the time of the payment.
        to: EmailAddress,
        /// The company's name.
        company: String,
        /// The bill.
        bill: Id,
        /// The id of the code.
        promotion: Id,
    },
    /// Something happened in the pipeline that its managers are told (ACE-1).
    Pipeline(Notice),
}

impl Letter {
    /// To whom it goes.
    #[must_use]
    pub fn to(&self) -> &EmailAddress {
        match self {
            Self::CaseAnswered { to, .. } | Self::InquiryAnswered { to, .. } | Self::Promotion { to, .. } => to,
            Self::Pipeline(notice) => &notice.to,
        }
    }

    /// Its name in snake case, for statistics and lists of mail.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::CaseAnswered { .. } => "case_answered",
            Self::InquiryAnswered { .. } => "inquiry_answered",
            Self::Promotion { .. } => "promotion",
            Self::Pipeline(Notice { subject: Subject::LeadShared, .. }) => "lead_shared",
            Self::Pipeline(Notice { subject: Subject::InformationRequested, .. }) => "information_requested",
        }
    }
}

/// A refusal of a room: a stable code and a kind; its `Display` is for people.
pub trait RoomRefusal: fmt::Display + From<Denied> + Send + Sync + 'static {
    /// The stable code.
    fn code(&self) -> &'static str;

    /// The kind.
    fn kind(&self) -> Kind;

    /// The common refusal in it, if it is one: who may not, and for want of what.
    fn denied(&self) -> Option<&Denied>;

    /// Why, and what leads on, for whoever asks in `setting`.
    fn explain(&self, setting: &Setting<'_>) -> Explanation;

    /// All faults of the fields, where the input is what is refused.
    fn faults(&self) -> &[crate::FieldFault] {
        &[]
    }

    /// All faults of a file's rows, where a file is what is refused.
    fn cells(&self) -> &[CellFault] {
        &[]
    }
}
