//! What happens to an opportunity.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Details;
use crate::Id;
use crate::pipeline::entry::Stamp;
use crate::pipeline::value::{InvolvementType, Visibility};

/// What happens to an opportunity. Each says who did it and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// Somebody brought it.
    OpportunityCreated {
        /// Its id.
        opportunity: Id,
        /// Who owns it.
        owner: Id,
        /// Who and when.
        stamp: Stamp,
        /// Its fields.
        details: Box<Details>,
    },
    /// The operator shared it.
    OpportunityShared {
        /// Its id.
        opportunity: Id,
        /// For whom it is meant.
        owner: Option<Id>,
        /// When the time to answer ends.
        expires_at: Option<DateTime<Utc>>,
        /// Who and when.
        stamp: Stamp,
        /// Its fields.
        details: Box<Details>,
    },
    /// It waits for a review.
    OpportunitySubmitted {
        /// What is wanted.
        involvement_type: InvolvementType,
        /// How much is seen.
        visibility: Visibility,
        /// Who and when.
        stamp: Stamp,
    },
    /// Its fields changed.
    OpportunityEdited {
        /// Who and when.
        stamp: Stamp,
        /// The names of the fields that changed.
        changed: Vec<String>,
        /// Its fields.
        details: Box<Details>,
    },
    /// It has another owner.
    OpportunityTransferred {
        /// The owner until now.
        from: Option<Id>,
        /// The new owner.
        to: Id,
        /// Who and when.
        stamp: Stamp,
    },
    /// The company takes it on.
    OpportunityAccepted {
        /// Who owns it.
        owner: Id,
        /// Who and when.
        stamp: Stamp,
    },
    /// The company does not want it.
    OpportunityRejected {
        /// Why.
        reason: Option<String>,
        /// Who and when.
        stamp: Stamp,
    },
    /// The operator looks at it.
    OpportunityReviewStarted {
        /// Who and when.
        stamp: Stamp,
    },
    /// The operator accepted it into the pipeline.
    OpportunityApproved {
        /// Who and when.
        stamp: Stamp,
    },
    /// The operator turned it down.
    OpportunityDisqualified {
        /// Why.
        reason: String,
        /// Who and when.
        stamp: Stamp,
    },
    /// The operator needs more information (ACE-1).
    OpportunityInformationRequested {
        /// The reason, in a word.
        reason: String,
        /// What is needed.
        comments: Option<String>,
        /// Who and when.
        stamp: Stamp,
    },
}

impl Event {
    /// The event's name in snake case, as in its serialized form.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::OpportunityCreated { .. } => "opportunity_created",
            Self::OpportunityShared { .. } => "opportunity_shared",
            Self::OpportunitySubmitted { .. } => "opportunity_submitted",
            Self::OpportunityEdited { .. } => "opportunity_edited",
            Self::OpportunityTransferred { .. } => "opportunity_transferred",
            Self::OpportunityAccepted { .. } => "opportunity_accepted",
            Self::OpportunityRejected { .. } => "opportunity_rejected",
            Self::OpportunityReviewStarted { .. } => "opportunity_review_started",
            Self::OpportunityApproved { .. } => "opportunity_approved",
            Self::OpportunityDisqualified { .. } => "opportunity_disqualified",
            Self::OpportunityInformationRequested { .. } => "opportunity_information_requested",
        }
    }

    /// Who did it, and when.
    #[must_use]
    pub const fn stamp(&self) -> &Stamp {
        match self {
            Self::OpportunityCreated { stamp, .. }
            | Self::OpportunityShared { stamp, .. }
            | Self::OpportunitySubmitted { stamp, .. }
            | Self::OpportunityEdited { stamp, .. }
            | Self::OpportunityTransferred { stamp, .. }
            | Self::OpportunityAccepted { stamp, .. }
            | Self::OpportunityRejected { stamp, .. }
            | Self::OpportunityReviewStarted { stamp }
            | Self::OpportunityApproved { stamp }
            | Self::OpportunityDisqualified { stamp, .. }
            | Self::OpportunityInformationRequested { stamp, .. } => stamp,
        }
    }
}
