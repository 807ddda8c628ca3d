//! Why support says no.

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

impl RoomRefusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::InvalidInput { .. } => "invalid_input",
            Self::CaseMissing => "case_missing",
            Self::CaseClosed => "case_closed",
            Self::TooManyPosts { .. } => "too_many_posts",
            Self::TooManyOpenCases { .. } => "too_many_open_cases",
            Self::CaptchaMissing => "captcha_missing",
            Self::AlreadySubmitted => "already_submitted",
            Self::Denied(denied) => denied.code(),
        }
    }

    fn denied(&self) -> Option<&Denied> {
        if let Self::Denied(denied) = self { Some(denied) } else { None }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::InvalidInput { .. } | Self::CaptchaMissing => Kind::Invalid,
            Self::CaseMissing => Kind::Missing,
            Self::CaseClosed | Self::AlreadySubmitted => Kind::Conflict,
            Self::TooManyPosts { .. } | Self::TooManyOpenCases { .. } => Kind::Limited,
            Self::Denied(denied) => denied.kind(),
        }
    }

    fn faults(&self) -> &[FieldFault] {
        match self {
            Self::InvalidInput { faults } => faults,
            Self::CaseMissing
            | Self::CaseClosed
            | Self::TooManyPosts { .. }
            | Self::TooManyOpenCases { .. }
            | Self::CaptchaMissing
            | Self::AlreadySubmitted
            | Self::Denied(_) => &[],
        }
    }
}
