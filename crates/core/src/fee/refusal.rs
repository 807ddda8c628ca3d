//! Why the fee says no.

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
    /// There is no such bill.
    #[error("there is no such bill")]
    BillMissing,
    /// The bill was paid.
    #[error("this bill was paid already")]
    AlreadyPaid,
    /// The actor may not.
    #[error(transparent)]
    #[serde(untagged)]
    Denied(#[from] Denied),
}

impl RoomRefusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::InvalidInput { .. } => "invalid_input",
            Self::BillMissing => "bill_missing",
            Self::AlreadyPaid => "already_paid",
            Self::Denied(denied) => denied.code(),
        }
    }

    fn denied(&self) -> Option<&Denied> {
        if let Self::Denied(denied) = self { Some(denied) } else { None }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::InvalidInput { .. } => Kind::Invalid,
            Self::BillMissing => Kind::Missing,
            Self::AlreadyPaid => Kind::Conflict,
            Self::Denied(denied) => denied.kind(),
        }
    }

    fn faults(&self) -> &[FieldFault] {
        match self {
            Self::InvalidInput { faults } => faults,
            Self::BillMissing | Self::AlreadyPaid | Self::Denied(_) => &[],
        }
    }
}
