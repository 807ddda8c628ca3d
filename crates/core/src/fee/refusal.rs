//! Why the fee says no.

use alloc::vec::Vec;

use serde::Serialize;

use crate::explain::Action;
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

refusals!(Refusal, form, |why| {
    InvalidInput { faults } => "invalid_input", Kind::Invalid, why.fields(faults);
    BillMissing => "bill_missing", Kind::Missing, why.you(Action::LookAgain);
    AlreadyPaid => "already_paid", Kind::Conflict, why.you(Action::Nothing);
    Denied(denied) => denied.code(), denied.kind(), why.denied(denied);
});
