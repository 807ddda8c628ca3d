//! Why a company's tasks say no.

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
    /// The dialog was not confirmed (TASK-19, TASK-20).
    #[error("confirm in the dialog to go on")]
    NotConfirmed,
    /// There is no such task, or it is somebody else's (TASK-11).
    #[error("there is no such task")]
    TaskMissing,
    /// The programme has no such template, or has it no more.
    #[error("the programme has no such task")]
    TemplateMissing,
    /// The template is not recommended to the person (TASK-2, C-075).
    #[error("this task is not recommended to you; your lead can assign it")]
    NotRecommended,
    /// Somebody has it already, or it was done for the company.
    #[error("this task is on somebody's list already, or done")]
    AlreadyThere,
    /// There is no such person in the account.
    #[error("there is no such person in this company")]
    MemberMissing,
    /// The person was removed or deactivated.
    #[error("this person has no access any more")]
    TargetNotActive,
    /// It is completed or dismissed.
    #[error("the task is closed")]
    TaskClosed,
    /// Only optional tasks are dismissed or deleted (TASK-18, C-076).
    #[error("a required task stays until it is done")]
    TaskRequired,
    /// The task has a form: it is done by submitting it (TASK-16).
    #[error("this task is done by its form")]
    HasForm,
    /// The task has no form: it is done on another page (TASK-17).
    #[error("this task has no form; it is done on the page that it links to")]
    HasNoForm,
    /// The work that the link leads to is not on record (C-080).
    #[error("the work is not on record yet ({record})")]
    WorkNotRecorded {
        /// The record that is waited for.
        record: String,
    },
    /// More than a command or an account may have.
    #[error("too many: at most {most}")]
    TooMany {
        /// The limit.
        most: usize,
    },
    /// The person may not.
    #[error(transparent)]
    #[serde(untagged)]
    Denied(#[from] Denied),
}

impl RoomRefusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Denied(denied) => denied.code(),
            Self::InvalidInput { .. } => "invalid_input",
            Self::NotConfirmed => "not_confirmed",
            Self::TaskMissing => "task_missing",
            Self::TemplateMissing => "template_missing",
            Self::NotRecommended => "not_recommended",
            Self::AlreadyThere => "already_there",
            Self::MemberMissing => "member_missing",
            Self::TargetNotActive => "target_not_active",
            Self::TaskClosed => "task_closed",
            Self::TaskRequired => "task_required",
            Self::HasForm => "has_form",
            Self::HasNoForm => "has_no_form",
            Self::WorkNotRecorded { .. } => "work_not_recorded",
            Self::TooMany { .. } => "too_many",
        }
    }

    fn denied(&self) -> Option<&Denied> {
        if let Self::Denied(denied) = self { Some(denied) } else { None }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::Denied(denied) => denied.kind(),
            Self::InvalidInput { .. } | Self::NotConfirmed => Kind::Invalid,
            Self::NotRecommended => Kind::Forbidden,
            Self::TaskMissing | Self::TemplateMissing | Self::MemberMissing => Kind::Missing,
            Self::AlreadyThere
            | Self::TargetNotActive
            | Self::TaskClosed
            | Self::TaskRequired
            | Self::HasForm
            | Self::HasNoForm
            | Self::WorkNotRecorded { .. } => Kind::Conflict,
            Self::TooMany { .. } => Kind::Limited,
        }
    }

    fn faults(&self) -> &[FieldFault] {
        match self {
            Self::InvalidInput { faults } => faults,
            Self::Denied(_)
            | Self::NotConfirmed
            | Self::TaskMissing
            | Self::TemplateMissing
            | Self::NotRecommended
            | Self::AlreadyThere
            | Self::MemberMissing
            | Self::TargetNotActive
            | Self::TaskClosed
            | Self::TaskRequired
            | Self::HasForm
            | Self::HasNoForm
            | Self::WorkNotRecorded { .. }
            | Self::TooMany { .. } => &[],
        }
    }
}
