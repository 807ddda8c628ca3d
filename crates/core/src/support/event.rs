//! What happened to a company's cases.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Author, File, Message, Topic};
use crate::Id;
use crate::text::Field;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// A case was opened.
    CaseOpened {
        /// Its id.
        id: Id,
        /// Who opened it.
        by: Id,
        /// What it is about.
        topic: Topic,
        /// Its subject.
        subject: Field,
        /// Whether it asks to leave the programme.
        cancellation: bool,
        /// The description.
        text: Message,
        /// The attachments.
        files: Vec<File>,
        /// When.
        at: DateTime<Utc>,
    },
    /// Somebody wrote in a case.
    Replied {
        /// Which.
        id: Id,
        /// Who.
        by: Author,
        /// What.
        text: Message,
        /// The files with it.
        files: Vec<File>,
        /// When.
        at: DateTime<Utc>,
    },
    /// A case was closed.
    CaseClosed {
        /// Which.
        id: Id,
        /// By whom.
        by: Author,
        /// When.
        at: DateTime<Utc>,
    },
}

impl Event {
    /// The event's name in snake case, as in its serialized form.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::CaseOpened { .. } => "case_opened",
            Self::Replied { .. } => "replied",
            Self::CaseClosed { .. } => "case_closed",
        }
    }
}
