//! What can be asked of a lead.

use alloc::boxed::Box;
use alloc::string::String;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::pipeline::fields::LeadFields;

/// What can be asked of a lead. Texts arrive as people typed them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Share one with the company; operators only (ACE-1).
    Share {
        /// The id of its document, where the adapter has chosen one; a fresh one otherwise.
        #[serde(default)]
        entry: Option<Id>,
        /// Its fields.
        fields: Box<LeadFields>,
        /// For whom it is meant, if for one person.
        #[serde(default)]
        to: Option<Id>,
        /// When the time to answer ends, if it does.
        #[serde(default)]
        expires_at: Option<DateTime<Utc>>,
    },
    /// Accept it (ACE-4).
    Accept,
    /// Reject it (ACE-4).
    Reject {
        /// Why.
        #[serde(default)]
        reason: String,
    },
    /// Change its fields; all of them are given.
    Edit {
        /// Its fields.
        fields: Box<LeadFields>,
    },
    /// Give it to somebody else (ACE-5, ACE-12).
    Transfer {
        /// Who gets it.
        to: Id,
    },
}

impl Command {
    /// The command's name in snake case, for logs and audits.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Share { .. } => "share",
            Self::Accept => "accept",
            Self::Reject { .. } => "reject",
            Self::Edit { .. } => "edit",
            Self::Transfer { .. } => "transfer",
        }
    }
}
