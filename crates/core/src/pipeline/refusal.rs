//! Why opportunities and leads say no: stable codes, kinds, and facts.

use alloc::vec::Vec;

use super::bulk::CellFault;
use super::value::ReviewStatus;
use crate::explain::{Action, Missing};
use crate::refusal::refusals;
use crate::room::RoomRefusal;
use crate::setting::Denied;
use crate::{FieldFault, Kind, Permission};

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
    /// The file cannot be read, or has bad rows where all or none were to be taken.
    #[error("the file has faults; nothing was changed")]
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
    pub fn code(&self) -> &'static str {
        RoomRefusal::code(self)
    }

    /// The kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        RoomRefusal::kind(self)
    }
}

refusals!(Refusal, form, file, |why| {
    Denied(denied) => denied.code(), denied.kind(), why.denied(denied);
    InvalidInput { faults } => "invalid_input", Kind::Invalid, why.fields(faults);
    InvalidFile { cells } => "invalid_file", Kind::Invalid, why.you(Action::Correct);
    FileTooLarge { most } => "file_too_large", Kind::Limited, why.lacks(Missing::Room { most: (*most).into() });
    TooManyRows { most } => "too_many_rows", Kind::Limited, why.split((*most).into());
    CompanyMissing => "company_missing", Kind::Missing, why.you(Action::LookAgain);
    EntryMissing => "entry_missing", Kind::Missing, why.you(Action::LookAgain);
    EntryExists => "entry_exists", Kind::Conflict, why.you(Action::LookAgain);
    NotOwner => "not_owner", Kind::Forbidden, why.whole_pipeline();
    ReviewLocked { status } => "review_locked", Kind::Conflict, why.you(Action::Wait { until: None });
    WrongReviewStatus { status } => "wrong_review_status", Kind::Conflict, why.you(Action::LookAgain);
    NotShared => "not_shared", Kind::Conflict, why.you(Action::Nothing);
    ShareNotAccepted => "share_not_accepted", Kind::Conflict, why.members(Action::Run { command: "accept" }, Permission::DecideOnLeads);
    ShareAnswered => "share_answered", Kind::Conflict, why.you(Action::Nothing);
    ShareRejected => "share_rejected", Kind::Conflict, why.operator(Action::Run { command: "share" });
    ShareExpired => "share_expired", Kind::Conflict, why.operator(Action::Run { command: "share" });
    MemberMissing => "member_missing", Kind::Missing, why.you(Action::LookAgain);
    TargetNotActive => "target_not_active", Kind::Conflict, why.you(Action::LookAgain);
    TargetCannotOwn => "target_cannot_own", Kind::Conflict, why.others_permission(Permission::ManageOwnedPipeline);
    AlreadyOwner => "already_owner", Kind::Conflict, why.you(Action::Nothing);
    OperationNotOffered => "operation_not_offered", Kind::Forbidden, why.you(Action::Split { most: 1 });
});
