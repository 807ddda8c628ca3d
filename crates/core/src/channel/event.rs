//! What happened in the channel.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{EndUser, ManagementAccount, Statement};
use crate::Id;
use crate::text::Field;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// An account was reported.
    AccountAdded {
        /// Its id.
        id: Id,
        /// What it is.
        account: ManagementAccount,
    },
    /// An account is called something else.
    AccountRenamed {
        /// Which.
        id: Id,
        /// Its name now.
        title: Field,
    },
    /// An account is not used any more.
    AccountClosed {
        /// Which.
        id: Id,
        /// Since when.
        on: NaiveDate,
    },
    /// An end user was reported.
    EndUserReported {
        /// Its id.
        id: Id,
        /// Who.
        end_user: EndUser,
    },
    /// What was reported of an end user was corrected.
    EndUserEdited {
        /// Which.
        id: Id,
        /// What it is now.
        end_user: EndUser,
    },
    /// The resale to an end user ended.
    ResaleEnded {
        /// Which.
        id: Id,
        /// When.
        on: NaiveDate,
    },
    /// A quarter's statement was recorded.
    StatementRecorded {
        /// Its id.
        id: Id,
        /// What it says.
        statement: Statement,
    },
    /// A statement was taken back.
    StatementWithdrawn {
        /// Which.
        id: Id,
    },
}

impl Event {
    /// The event's name in snake case, as in its serialized form.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::AccountAdded { .. } => "account_added",
            Self::AccountRenamed { .. } => "account_renamed",
            Self::AccountClosed { .. } => "account_closed",
            Self::EndUserReported { .. } => "end_user_reported",
            Self::EndUserEdited { .. } => "end_user_edited",
            Self::ResaleEnded { .. } => "resale_ended",
            Self::StatementRecorded { .. } => "statement_recorded",
            Self::StatementWithdrawn { .. } => "statement_withdrawn",
        }
    }
}
