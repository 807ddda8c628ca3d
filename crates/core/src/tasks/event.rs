//! What happens to tasks.

use alloc::collections::BTreeMap;
use alloc::string::String;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::Answer;
use crate::Id;
use crate::program::Requirement;
use crate::text::Field;

/// Work that somebody did elsewhere, as the trail has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deed {
    /// The room and the event, and what it was about where that counts, as in `account/company_edited` or
    /// `profile/record_created/offering`.
    pub record: String,
    /// Who did it, or for whom an operator recorded it.
    pub by: Id,
    /// When.
    pub at: DateTime<Utc>,
}

/// An event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// A task was taken up, or given to somebody.
    TaskAdded {
        /// Its id.
        task: Id,
        /// The template's id.
        template: String,
        /// What people read.
        title: Field,
        /// Whether it may be left undone.
        requirement: Requirement,
        /// Whose it is.
        assignee: Id,
        /// When it is due.
        due: Option<NaiveDate>,
        /// Who added it.
        by: Id,
        /// When.
        at: DateTime<Utc>,
    },
    /// A task went to another person.
    TaskReassigned {
        /// Which.
        task: Id,
        /// Whose it is now.
        to: Id,
    },
    /// A task is done.
    TaskCompleted {
        /// Which.
        task: Id,
        /// Who completed it.
        by: Id,
        /// What its form was filled in with.
        answers: BTreeMap<String, Answer>,
        /// The record of the work, for a task with a link.
        deed: Option<Deed>,
    },
    /// A task was set aside; it is kept.
    TaskDismissed {
        /// Which.
        task: Id,
        /// Who did it.
        by: Id,
    },
    /// A task was deleted.
    TaskDeleted {
        /// Which.
        task: Id,
        /// Who did it.
        by: Id,
    },
    /// An operator recorded work that was done outside the portal.
    WorkRecorded {
        /// The work.
        deed: Deed,
        /// The operator.
        operator: String,
    },
    /// The company's days begin at another time.
    UtcOffsetSet {
        /// The distance from UTC.
        minutes: i32,
    },
}

impl Event {
    /// The event's name in snake case, as in its serialized form.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::TaskAdded { .. } => "task_added",
            Self::TaskReassigned { .. } => "task_reassigned",
            Self::TaskCompleted { .. } => "task_completed",
            Self::TaskDismissed { .. } => "task_dismissed",
            Self::TaskDeleted { .. } => "task_deleted",
            Self::WorkRecorded { .. } => "work_recorded",
            Self::UtcOffsetSet { .. } => "utc_offset_set",
        }
    }
}
