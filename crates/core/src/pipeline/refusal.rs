//! Why opportunities and leads say no: stable codes, kinds, and facts.

use alloc::vec::Vec;

use super::bulk::CellFault;
use super::value::ReviewStatus;
use crate::room::RoomRefusal;
use crate::setting::Denied;
use crate::{FieldFault, Kind};

/// A refusal. It changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Who asks may not do this.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// Fields break rules of form, or are missing.
    #[error("some fields are not right")]
    InvalidInput {
        /// All of them.
        faults: Vec<FieldFault>,
    },
    /// The file as a whole cannot be read.
    #[error("the file cannot be read")]
    InvalidFile {
        /// Where.
        cells: Vec<CellFault>,
    },
    /// The file has more bytes than the programme takes.
    #[error("the file is too large: at most {most} bytes")]
    FileTooLarge {
        /// The limit.
        most: u32,
    },
    /// There are more rows than the programme takes or gives at once.
    #[error("too many rows: at most {most}")]
    TooManyRows {
        /// The limit.
        most: u32,
    },
    /// The company is not registered.
    #[error("there is no such company")]
    CompanyMissing,
    /// There is no such opportunity or lead.
    #[error("there is no such entry")]
    EntryMissing,
    /// It is there already.
    #[error("this entry is there already")]
    EntryExists,
    /// Somebody else owns it (ROLE-71).
    #[error("this entry belongs to somebody else")]
    NotOwner,
    /// While its review stands there, its fields stay as they are.
    #[error("this opportunity cannot be changed while its review is at {status}")]
    ReviewLocked {
        /// Where the review stands.
        status: ReviewStatus,
    },
    /// The step does not fit to where the review stands.
    #[error("this step does not fit to where the review stands")]
    WrongReviewStatus {
        /// Where the review stands; `None` where there is no review.
        status: Option<ReviewStatus>,
    },
    /// It was not shared: there is nothing to accept or reject.
    #[error("this entry was not shared with the company")]
    NotShared,
    /// It was shared and nobody accepted it yet.
    #[error("accept this entry first")]
    ShareNotAccepted,
    /// It was accepted or rejected already.
    #[error("this entry was accepted or rejected already")]
    ShareAnswered,
    /// It was rejected, and stays as it is.
    #[error("this entry was rejected")]
    ShareRejected,
    /// Nobody answered in time.
    #[error("the time to answer is over")]
    ShareExpired,
    /// The company has no such person.
    #[error("there is no such person in this company")]
    MemberMissing,
    /// The person was removed or deactivated (C-042).
    #[error("this person has no access any more")]
    TargetNotActive,
    /// None of the person's roles may manage an owned entry (C-042).
    #[error("this person may not own entries")]
    TargetCannotOwn,
    /// The person owns it already.
    #[error("this person owns the entry already")]
    AlreadyOwner,
    /// The portal does not do this in bulk, whoever asks (ACE-7).
    #[error("this cannot be done in bulk")]
    OperationNotOffered,
}

impl Refusal {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Denied(denied) => denied.code(),
            Self::InvalidInput { .. } => "invalid_input",
            Self::InvalidFile { .. } => "invalid_file",
            Self::FileTooLarge { .. } => "file_too_large",
            Self::TooManyRows { .. } => "too_many_rows",
            Self::CompanyMissing => "company_missing",
            Self::EntryMissing => "entry_missing",
            Self::EntryExists => "entry_exists",
            Self::NotOwner => "not_owner",
            Self::ReviewLocked { .. } => "review_locked",
            Self::WrongReviewStatus { .. } => "wrong_review_status",
            Self::NotShared => "not_shared",
            Self::ShareNotAccepted => "share_not_accepted",
            Self::ShareAnswered => "share_answered",
            Self::ShareRejected => "share_rejected",
            Self::ShareExpired => "share_expired",
            Self::MemberMissing => "member_missing",
            Self::TargetNotActive => "target_not_active",
            Self::TargetCannotOwn => "target_cannot_own",
            Self::AlreadyOwner => "already_owner",
            Self::OperationNotOffered => "operation_not_offered",
        }
    }

    /// The kind.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Denied(denied) => denied.kind(),
            Self::InvalidInput { .. } | Self::InvalidFile { .. } => Kind::Invalid,
            Self::FileTooLarge { .. } | Self::TooManyRows { .. } => Kind::Limited,
            Self::CompanyMissing | Self::EntryMissing | Self::MemberMissing => Kind::Missing,
            Self::NotOwner | Self::OperationNotOffered => Kind::Forbidden,
            Self::EntryExists
            | Self::ReviewLocked { .. }
            | Self::WrongReviewStatus { .. }
            | Self::NotShared
            | Self::ShareNotAccepted
            | Self::ShareAnswered
            | Self::ShareRejected
            | Self::ShareExpired
            | Self::TargetNotActive
            | Self::TargetCannotOwn
            | Self::AlreadyOwner => Kind::Conflict,
        }
    }
}

impl RoomRefusal for Refusal {
    fn code(&self) -> &'static str {
        self.code()
    }

    fn denied(&self) -> Option<&Denied> {
        if let Self::Denied(denied) = self { Some(denied) } else { None }
    }

    fn kind(&self) -> Kind {
        self.kind()
    }

    fn faults(&self) -> &[FieldFault] {
        match self {
            Self::InvalidInput { faults } => faults,
            Self::Denied(_)
            | Self::InvalidFile { .. }
            | Self::FileTooLarge { .. }
            | Self::TooManyRows { .. }
            | Self::CompanyMissing
            | Self::EntryMissing
            | Self::EntryExists
            | Self::NotOwner
            | Self::ReviewLocked { .. }
            | Self::WrongReviewStatus { .. }
            | Self::NotShared
            | Self::ShareNotAccepted
            | Self::ShareAnswered
            | Self::ShareRejected
            | Self::ShareExpired
            | Self::MemberMissing
            | Self::TargetNotActive
            | Self::TargetCannotOwn
            | Self::AlreadyOwner
            | Self::OperationNotOffered => &[],
        }
    }
}
