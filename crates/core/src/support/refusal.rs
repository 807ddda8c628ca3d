//! Why support says no.

use alloc::vec::Vec;

use serde::Serialize;

use crate::explain::{Action, Missing, Proof};
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
    /// There is no such case, or it is somebody else's.
    #[error("there is no such case")]
    CaseMissing,
    /// The case is closed.
    #[error("this case is closed; open a new one")]
    CaseClosed,
    /// The case holds as many messages as it may.
    #[error("too many messages: at most {most}")]
    TooManyPosts {
        /// The limit.
        most: u32,
    },
    /// The company has as many open cases as it may.
    #[error("too many open cases: at most {most}")]
    TooManyOpenCases {
        /// The limit.
        most: u32,
    },
    /// The CAPTCHA of the contact form was not passed.
    #[error("the CAPTCHA is not solved")]
    CaptchaMissing,
    /// The contact form was handed in already.
    #[error("this was handed in already")]
    AlreadySubmitted,
    /// The actor may not.
    #[error(transparent)]
    #[serde(untagged)]
    Denied(#[from] Denied),
}

refusals!(Refusal, form, |why| {
    InvalidInput { faults } => "invalid_input", Kind::Invalid, why.fields(faults);
    CaseMissing => "case_missing", Kind::Missing, why.you(Action::LookAgain);
    CaseClosed => "case_closed", Kind::Conflict, why.run("open_case");
    TooManyPosts { most } => "too_many_posts", Kind::Limited, why.lacks(Missing::Room { most: (*most).into() }).run("open_case");
    TooManyOpenCases { most } => "too_many_open_cases", Kind::Limited, why.lacks(Missing::Room { most: (*most).into() }).run("close_case");
    CaptchaMissing => "captcha_missing", Kind::Invalid, why.proof(Proof::Captcha);
    AlreadySubmitted => "already_submitted", Kind::Conflict, why.you(Action::Nothing);
    Denied(denied) => denied.code(), denied.kind(), why.denied(denied);
});
