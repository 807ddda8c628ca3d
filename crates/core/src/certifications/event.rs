//! What happened to a company's certifications.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Record, Wish};
use crate::Id;
use crate::identity::EmailAddress;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// A person added a certification address.
    TrainingAddressSet {
        /// Who.
        member: Id,
        /// The address.
        address: EmailAddress,
        /// The one until now, which is free again.
        previous: Option<EmailAddress>,
        /// From this day on it counts.
        counts_from: NaiveDate,
    },
    /// A person cleared their certification address, which is free for another account.
    TrainingAddressCleared {
        /// Who.
        member: Id,
        /// The address.
        address: EmailAddress,
    },
    /// A person gave or withdrew their consent.
    ConsentSet {
        /// Who.
        member: Id,
        /// Whether their certifications are shared.
        share: bool,
    },
    /// A person asked for something that the training organisation does.
    Requested {
        /// Its id.
        id: Id,
        /// Who.
        by: Id,
        /// What for.
        wish: Wish,
        /// The business day until which it should be done.
        due_on: NaiveDate,
    },
    /// A request was granted or declined.
    RequestSettled {
        /// Which.
        id: Id,
        /// The answer.
        granted: bool,
    },
    /// Something passed or completed was recorded.
    Recorded {
        /// Its id.
        id: Id,
        /// What.
        record: Record,
    },
    /// A record was taken back.
    RecordDropped {
        /// Which.
        id: Id,
    },
}

impl Event {
    /// The event's name in snake case, as in its serialized form.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::TrainingAddressSet { .. } => "training_address_set",
            Self::TrainingAddressCleared { .. } => "training_address_cleared",
            Self::ConsentSet { .. } => "consent_set",
            Self::Requested { .. } => "requested",
            Self::RequestSettled { .. } => "request_settled",
            Self::Recorded { .. } => "recorded",
            Self::RecordDropped { .. } => "record_dropped",
        }
    }
}
