//! Why the certifications say no.

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
    /// Somebody else has the address; they have to clear it first (C-110).
    #[error("this address belongs to somebody else, who has to clear it first")]
    AddressTaken,
    /// It is as asked already.
    #[error("this is as asked already")]
    Unchanged,
    /// There is no such request.
    #[error("there is no such request")]
    RequestMissing,
    /// The request was answered.
    #[error("this request was answered already")]
    RequestSettled,
    /// The person asked for it and it waits.
    #[error("this was asked for already and waits")]
    AlreadyRequested,
    /// There is no such record.
    #[error("there is no such record")]
    RecordMissing,
    /// The record is there already.
    #[error("this is recorded already")]
    AlreadyRecorded,
    /// There are as many as are kept.
    #[error("too many entries: at most {most}")]
    TooManyEntries {
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
            Self::AddressTaken => "address_taken",
            Self::Unchanged => "unchanged",
            Self::RequestMissing => "request_missing",
            Self::RequestSettled => "request_settled",
            Self::AlreadyRequested => "already_requested",
            Self::RecordMissing => "record_missing",
            Self::AlreadyRecorded => "already_recorded",
            Self::TooManyEntries { .. } => "too_many_entries",
            Self::Denied(denied) => denied.code(),
        }
    }

    fn denied(&self) -> Option<&Denied> {
        if let Self::Denied(denied) = self { Some(denied) } else { None }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::InvalidInput { .. } => Kind::Invalid,
            Self::RequestMissing | Self::RecordMissing => Kind::Missing,
            Self::AddressTaken
            | Self::Unchanged
            | Self::RequestSettled
            | Self::AlreadyRequested
            | Self::AlreadyRecorded => Kind::Conflict,
            Self::TooManyEntries { .. } => Kind::Limited,
            Self::Denied(denied) => denied.kind(),
        }
    }

    fn faults(&self) -> &[FieldFault] {
        match self {
            Self::InvalidInput { faults } => faults,
            Self::AddressTaken
            | Self::Unchanged
            | Self::RequestMissing
            | Self::RequestSettled
            | Self::AlreadyRequested
            | Self::RecordMissing
            | Self::AlreadyRecorded
            | Self::TooManyEntries { .. }
            | Self::Denied(_) => &[],
        }
    }
}
