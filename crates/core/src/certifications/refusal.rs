//! Why the certifications say no.

use alloc::vec::Vec;

use serde::Serialize;

use crate::explain::{Action, By};
use crate::refusal::refusals;
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

refusals!(Refusal, form, |why| {
    InvalidInput { faults } => "invalid_input", Kind::Invalid, why.fields(faults);
    AddressTaken => "address_taken", Kind::Conflict, why.step(Action::Ask, By::Others);
    Unchanged => "unchanged", Kind::Conflict, why.you(Action::Nothing);
    RequestMissing => "request_missing", Kind::Missing, why.you(Action::LookAgain);
    RequestSettled => "request_settled", Kind::Conflict, why.you(Action::Nothing);
    AlreadyRequested => "already_requested", Kind::Conflict, why.you(Action::Wait { until: None });
    RecordMissing => "record_missing", Kind::Missing, why.you(Action::LookAgain);
    AlreadyRecorded => "already_recorded", Kind::Conflict, why.you(Action::Nothing);
    TooManyEntries { most } => "too_many_entries", Kind::Limited, why.full((*most).into());
    Denied(denied) => denied.code(), denied.kind(), why.denied(denied);
});
