//! Why a company's tasks say no.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use crate::explain::{Action, Missing};
use crate::refusal::refusals;
use crate::setting::Denied;
use crate::{FieldFault, Kind, Permission};

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

refusals!(Refusal, form, |why| {
    InvalidInput { faults } => "invalid_input", Kind::Invalid, why.fields(faults);
    NotConfirmed => "not_confirmed", Kind::Invalid, why.confirmation(None);
    TaskMissing => "task_missing", Kind::Missing, why.you(Action::LookAgain);
    TemplateMissing => "template_missing", Kind::Missing, why.you(Action::LookAgain);
    NotRecommended => "not_recommended", Kind::Forbidden, why.members(Action::Run { command: "give" }, Permission::AssignTasks);
    AlreadyThere => "already_there", Kind::Conflict, why.you(Action::LookAgain);
    MemberMissing => "member_missing", Kind::Missing, why.you(Action::LookAgain);
    TargetNotActive => "target_not_active", Kind::Conflict, why.you(Action::LookAgain);
    TaskClosed => "task_closed", Kind::Conflict, why.you(Action::Nothing);
    TaskRequired => "task_required", Kind::Conflict, why.run("complete");
    HasForm => "has_form", Kind::Conflict, why.run("submit");
    HasNoForm => "has_no_form", Kind::Conflict, why.run("complete");
    WorkNotRecorded { record } => "work_not_recorded", Kind::Conflict, why.lacks(Missing::Record { record: record.clone() }).operator(Action::Run { command: "record_work" });
    TooMany { most } => "too_many", Kind::Limited, why.full(u64::try_from(*most).unwrap_or(u64::MAX));
    Denied(denied) => denied.code(), denied.kind(), why.denied(denied);
});
