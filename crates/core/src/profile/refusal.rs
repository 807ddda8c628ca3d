//! Why a profile says no.

use alloc::string::String;
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
    /// The company is not far enough, or on none of the paths, for this (PROFILE-9, ROLE-52).
    #[error("this opens from the stage {stage:?} on")]
    StageNotReached {
        /// The ids of the paths that count; empty if any does.
        paths: Vec<String>,
        /// The least stage.
        stage: String,
    },
    /// The programme has no such tab.
    #[error("this programme's profile has no such part")]
    TabMissing,
    /// There is no such entry.
    #[error("there is no such entry")]
    EntryMissing,
    /// The programme validated it, so that the company can only add words (PROFILE-16).
    #[error("what was validated cannot be changed; words for the listing can be added")]
    Validated,
    /// It waits for the programme's judgement.
    #[error("this is under review")]
    UnderReview,
    /// It was not handed in.
    #[error("this was not handed in")]
    NotSubmitted,
    /// Only validated entries get words for the listing.
    #[error("this is not validated")]
    NotValidated,
    /// Entries of this sort do not show on the listing.
    #[error("entries of this sort do not show on the listing")]
    NotListed,
    /// It is there already.
    #[error("this is there already")]
    Unchanged,
    /// There are as many as there may be.
    #[error("too many entries: at most {most}")]
    TooManyEntries {
        /// The limit.
        most: u32,
    },
    /// A path needs a product or service of its own before the company can enrol (PROFILE-21, C-071).
    #[error("put a product or service of this path on the profile first")]
    ProductMissing {
        /// The path.
        path: String,
        /// The ids of the types that would do.
        kinds: Vec<String>,
    },
    /// The actor may not.
    #[error(transparent)]
    #[serde(untagged)]
    Denied(#[from] Denied),
}

impl RoomRefusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Denied(denied) => denied.code(),
            Self::InvalidInput { .. } => "invalid_input",
            Self::StageNotReached { .. } => "stage_not_reached",
            Self::TabMissing => "tab_missing",
            Self::EntryMissing => "entry_missing",
            Self::Validated => "validated",
            Self::UnderReview => "under_review",
            Self::NotSubmitted => "not_submitted",
            Self::NotValidated => "not_validated",
            Self::NotListed => "not_listed",
            Self::Unchanged => "unchanged",
            Self::TooManyEntries { .. } => "too_many_entries",
            Self::ProductMissing { .. } => "product_missing",
        }
    }

    fn denied(&self) -> Option<&Denied> {
        if let Self::Denied(denied) = self { Some(denied) } else { None }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::Denied(denied) => denied.kind(),
            Self::InvalidInput { .. } => Kind::Invalid,
            Self::StageNotReached { .. } => Kind::Forbidden,
            Self::TabMissing | Self::EntryMissing => Kind::Missing,
            Self::Validated
            | Self::UnderReview
            | Self::NotSubmitted
            | Self::NotValidated
            | Self::NotListed
            | Self::Unchanged
            | Self::ProductMissing { .. } => Kind::Conflict,
            Self::TooManyEntries { .. } => Kind::Limited,
        }
    }

    fn faults(&self) -> &[FieldFault] {
        match self {
            Self::InvalidInput { faults } => faults,
            Self::Denied(_)
            | Self::StageNotReached { .. }
            | Self::TabMissing
            | Self::EntryMissing
            | Self::Validated
            | Self::UnderReview
            | Self::NotSubmitted
            | Self::NotValidated
            | Self::NotListed
            | Self::Unchanged
            | Self::TooManyEntries { .. }
            | Self::ProductMissing { .. } => &[],
        }
    }
}
