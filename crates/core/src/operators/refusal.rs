//! Why an operator's account cannot be changed as asked.

use alloc::vec::Vec;

use serde::Serialize;

use crate::explain::{Action, Missing};
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

refusals!(Refusal, form, |why| {
    InvalidInput { faults } => "invalid_input", Kind::Invalid, why.fields(faults);
    ConsoleOnly => "console_only", Kind::Forbidden, why.operator(Action::DoInstead);
    NameTaken => "name_taken", Kind::Conflict, why.you(Action::Correct);
    AddressTaken => "address_taken", Kind::Conflict, why.you(Action::Correct);
    OperatorMissing => "operator_missing", Kind::Missing, why.you(Action::LookAgain);
    OperatorDisabled => "operator_disabled", Kind::Conflict, why.you(Action::LookAgain);
    Unchanged => "unchanged", Kind::Conflict, why.you(Action::Nothing);
    TooManyOperators { most } => "too_many_operators", Kind::Limited,
        why.lacks(Missing::Room { most: (*most).into() }).operator(Action::Ask);
    Denied(denied) => denied.code(), denied.kind(), why.denied(denied);
});
