//! What happens to a lead.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::LeadDetails;
use crate::Id;
use crate::pipeline::entry::Stamp;

/// What happens to a lead. Each says who did it and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// The operator shared it (ACE-1).
    LeadShared {
        /// Its id.
        lead: Id,
        /// For whom it is meant.
        owner: Option<Id>,
        /// When the time to answer ends.
        expires_at: Option<DateTime<Utc>>,
        /// Who and when.
        stamp: Stamp,
        /// Its fields.
        details: Box<LeadDetails>,
    },
    /// The company takes it on.
    LeadAccepted {
        /// Who owns it.
        owner: Id,
        /// Who and when.
        stamp: Stamp,
    },
    /// The company does not want it.
    LeadRejected {
        /// Why.
        reason: Option<String>,
        /// Who and when.
        stamp: Stamp,
    },
    /// Its fields changed.
    LeadEdited {
        /// Who and when.
        stamp: Stamp,
        /// The names of the fields that changed.
        changed: Vec<String>,
        /// Its fields.
        details: Box<LeadDetails>,
    },
    /// It has another owner.
    LeadTransferred {
        /// The owner until now.
        from: Option<Id>,
        /// The new owner.
        to: Id,
        /// Who and when.
        stamp: Stamp,
    },
}

impl Event {
    /// The event's name in snake case, as in its serialized form.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::LeadShared { .. } => "lead_shared",
            Self::LeadAccepted { .. } => "lead_accepted",
            Self::LeadRejected { .. } => "lead_rejected",
            Self::LeadEdited { .. } => "lead_edited",
            Self::LeadTransferred { .. } => "lead_transferred",
        }
    }

    /// Who did it, and when.
    #[must_use]
    pub const fn stamp(&self) -> &Stamp {
        match self {
            Self::LeadShared { stamp, .. }
            | Self::LeadAccepted { stamp, .. }
            | Self::LeadRejected { stamp, .. }
            | Self::LeadEdited { stamp, .. }
            | Self::LeadTransferred { stamp, .. } => stamp,
        }
    }
}
