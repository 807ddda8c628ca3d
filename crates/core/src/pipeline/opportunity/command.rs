//! What can be asked of an opportunity.

use alloc::boxed::Box;
use alloc::string::String;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::pipeline::fields::OpportunityFields;

/// What can be asked of an opportunity. Texts arrive as people typed them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Bring a new one. Who brings it owns it (ACE-2, ACE-10).
    Create {
        /// The id of its document, where the adapter has chosen one; a fresh one otherwise.
        #[serde(default)]
        entry: Option<Id>,
        /// Its fields.
        fields: Box<OpportunityFields>,
    },
    /// Have it reviewed, or reviewed again after an answer (CMP-4).
    Submit {
        /// What is wanted: `Co-Sell` or `For Visibility Only`.
        involvement_type: String,
        /// How much the operator's sellers see: `Full` (also when left out) or `Limited`.
        #[serde(default)]
        visibility: String,
    },
    /// Change its fields; all of them are given (ACE-3, ACE-11).
    Edit {
        /// Its fields.
        fields: Box<OpportunityFields>,
    },
    /// Give it to somebody else (ACE-5, ACE-12).
    Transfer {
        /// Who gets it.
        to: Id,
    },
    /// Accept one that was shared (ACE-4).
    Accept,
    /// Reject one that was shared (ACE-4).
    Reject {
        /// Why.
        #[serde(default)]
        reason: String,
    },
    /// Share one with the company; operators only.
    Share {
        /// The id of its document, where the adapter has chosen one; a fresh one otherwise.
        #[serde(default)]
        entry: Option<Id>,
        /// Its fields.
        fields: Box<OpportunityFields>,
        /// For whom it is meant, if for one person.
        #[serde(default)]
        to: Option<Id>,
        /// When the time to answer ends, if it does.
        #[serde(default)]
        expires_at: Option<DateTime<Utc>>,
    },
    /// Begin to review it; operators only.
    StartReview,
    /// Accept it into the pipeline; operators only.
    Approve,
    /// Turn it down; operators only.
    Disqualify {
        /// Why.
        reason: String,
    },
    /// Ask for more information; operators only (ACE-1).
    RequestInformation {
        /// The reason, in a word.
        reason: String,
        /// What is needed.
        #[serde(default)]
        comments: String,
    },
}

impl Command {
    /// The command's name in snake case, for logs and audits.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Create { .. } => "create",
            Self::Submit { .. } => "submit",
            Self::Edit { .. } => "edit",
            Self::Transfer { .. } => "transfer",
            Self::Accept => "accept",
            Self::Reject { .. } => "reject",
            Self::Share { .. } => "share",
            Self::StartReview => "start_review",
            Self::Approve => "approve",
            Self::Disqualify { .. } => "disqualify",
            Self::RequestInformation { .. } => "request_information",
        }
    }
}
