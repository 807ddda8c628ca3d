//! What can be asked of a company's tasks.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::Deed;
use crate::Id;

/// A command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Command {
    /// Takes up a recommended task.
    TakeUp {
        /// The template's id.
        template: String,
    },
    /// Gives a task to a person (TASK-4, C-075).
    Give {
        /// The template's id.
        template: String,
        /// To whom.
        to: Id,
        /// The due date as `YYYY-MM-DD`; if blank, what the template says.
        due: String,
    },
    /// Gives ticked tasks to another person (TASK-20).
    ChangeAssignee {
        /// Which.
        tasks: Vec<Id>,
        /// To whom.
        to: Id,
        /// Whether Confirm was chosen in the dialog.
        confirmed: bool,
    },
    /// Completes a task by its form (TASK-16).
    Submit {
        /// Which.
        task: Id,
        /// The answers by field, as typed.
        answers: BTreeMap<String, String>,
    },
    /// Completes a task by work that was done on another page (TASK-17).
    Complete {
        /// Which.
        task: Id,
        /// What is on record: a fact that the adapter reads from the trail, never from a request.
        deeds: Vec<Deed>,
    },
    /// Sets an optional task aside (C-076).
    Dismiss {
        /// Which.
        task: Id,
    },
    /// Deletes ticked optional tasks (TASK-18, TASK-19).
    Delete {
        /// Which.
        tasks: Vec<Id>,
        /// Whether Delete was chosen in the dialog.
        confirmed: bool,
    },
    /// Records work that somebody did outside the portal; operators do this.
    RecordWork {
        /// What was done, as a template's link names it.
        record: String,
        /// Who did it.
        member: Id,
    },
    /// Says how far from UTC the company's days begin.
    SetUtcOffset {
        /// From -720 to 840, in quarters of an hour.
        minutes: i32,
    },
}

impl Command {
    /// The command's name in snake case, as in its serialized form.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::TakeUp { .. } => "take_up",
            Self::Give { .. } => "give",
            Self::ChangeAssignee { .. } => "change_assignee",
            Self::Submit { .. } => "submit",
            Self::Complete { .. } => "complete",
            Self::Dismiss { .. } => "dismiss",
            Self::Delete { .. } => "delete",
            Self::RecordWork { .. } => "record_work",
            Self::SetUtcOffset { .. } => "set_utc_offset",
        }
    }
}
