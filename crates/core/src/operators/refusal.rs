//! Why an operator's account cannot be changed as asked.

use alloc::vec::Vec;

use serde::Serialize;

use crate::room::RoomRefusal;
use crate::setting::Denied;
use crate::{FieldFault, Kind};

/// A refusal. It changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Refusal {
    /// Fields break rules of form.
    #[error("some fields are not right")]
    InvalidInput {
        /// All of them.
        faults: Vec<FieldFault>,
    },
    /// Only the server's own command line does this.
    #[error("this is done at the server's own command line")]
    ConsoleOnly,
    /// Another operator has or had the name.
    #[error("another operator has this name, or had it")]
    NameTaken,
    /// Another operator has the address.
    #[error("another operator has this address")]
    AddressTaken,
    /// There is no such operator.
    #[error("there is no such operator")]
    OperatorMissing,
    /// The operator is disabled.
    #[error("this operator is disabled")]
    OperatorDisabled,
    /// It is as asked already.
    #[error("this is as asked already")]
    Unchanged,
    /// There are as many as are kept.
    #[error("too many operators: at most {most}")]
    TooManyOperators {
        /// The limit.
        most: u32,
    },
    /// The actor may not.
    #[error(transparent)]
    #[serde(untagged)]
    Denied(#[from] Denied),
}

impl RoomRefusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::InvalidInput { .. } => "invalid_input",
            Self::ConsoleOnly => "console_only",
            Self::NameTaken => "name_taken",
            Self::AddressTaken => "address_taken",
            Self::OperatorMissing => "operator_missing",
            Self::OperatorDisabled => "operator_disabled",
            Self::Unchanged => "unchanged",
            Self::TooManyOperators { .. } => "too_many_operators",
            Self::Denied(denied) => denied.code(),
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::InvalidInput { .. } => Kind::Invalid,
            Self::ConsoleOnly => Kind::Forbidden,
            Self::OperatorMissing => Kind::Missing,
            Self::NameTaken | Self::AddressTaken | Self::OperatorDisabled | Self::Unchanged => Kind::Conflict,
            Self::TooManyOperators { .. } => Kind::Limited,
            Self::Denied(denied) => denied.kind(),
        }
    }

    fn denied(&self) -> Option<&Denied> {
        match self {
            Self::Denied(denied) => Some(denied),
            Self::InvalidInput { .. }
            | Self::ConsoleOnly
            | Self::NameTaken
            | Self::AddressTaken
            | Self::OperatorMissing
            | Self::OperatorDisabled
            | Self::Unchanged
            | Self::TooManyOperators { .. } => None,
        }
    }

    fn faults(&self) -> &[FieldFault] {
        match self {
            Self::InvalidInput { faults } => faults,
            Self::ConsoleOnly
            | Self::NameTaken
            | Self::AddressTaken
            | Self::OperatorMissing
            | Self::OperatorDisabled
            | Self::Unchanged
            | Self::TooManyOperators { .. }
            | Self::Denied(_) => &[],
        }
    }
}
