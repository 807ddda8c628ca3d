//! Tasks: what a company's people are recommended, assigned and have done, from the first steps to goals of the business.
//!
//! The templates are data of the programme ([`crate::program::TaskTemplate`]). A recommendation becomes a task when
//! somebody takes it up or the lead gives it to somebody.
//!
//! INVARIANT (optional-only): only optional tasks are dismissed or deleted (TASK-18, C-076).
//! INVARIANT (own-or-all): nobody sees or changes a task but its assignee and those who see everybody's (TASK-11, C-078).
//! INVARIANT (open-only): what is completed or dismissed does not change any more.
//! INVARIANT (work-first): a task with a link is completed only by work on record (TASK-17, C-080).
//! INVARIANT (unassigned): an open task whose assignee was removed is nobody's, however they were removed (C-036). It holds
//! by construction: the assignee is read through the account ([`Task::assignee`]).

mod command;
mod decide;
mod deeds;
mod event;
mod evolve;
mod page;
mod refusal;
mod summary;

pub use command::Command;
pub use decide::company_edit;
pub use deeds::{account_record, profile_record, room_record};
pub use event::{Deed, Event};
pub use page::{Column, Order, Row, SortFault};
pub use refusal::Refusal;
pub use summary::{AllTasks, Detail, DetailWork, MyTasks, Person, PersonTasks, Recommendation, Totals};

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::account::{Account, Status as Access};
use crate::program::{Requirement, Scope, TaskTemplate, Work};
use crate::room::Room;
use crate::setting::Setting;
use crate::text::{Field, Line};
use crate::{Id, Permission};

/// How many tasks an account keeps, whatever their status.
pub const TASKS_MOST: usize = 10_000;
/// How many tasks one command may tick.
pub const TICKED_MOST: usize = 100;
/// How many records of work one command may bring, and how many an account keeps.
pub const DEEDS_MOST: usize = 1000;
/// How many days ahead a due date may lie.
pub const DUE_DAYS_MOST: i64 = 3650;

/// An answer of a form.
pub type Answer = Line<{ crate::program::FIELD_CHARACTERS_MOST }>;

/// Where a task stands (C-081). Whether it is overdue is judged by the date of each reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It waits.
    Open,
    /// It is done.
    Completed,
    /// It was set aside and is kept (C-076).
    Dismissed,
}

/// A task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// The id of its template.
    pub template: String,
    /// What people read; kept as it was when the task was added.
    pub title: Field,
    /// Whether it may be left undone; kept as it was.
    pub requirement: Requirement,
    /// Where it stands.
    pub status: Status,
    /// To whom it was assigned last; [`Task::assignee`] says whose it is.
    pub assigned_to: Id,
    /// The last day on which it is not overdue.
    pub due: Option<NaiveDate>,
    /// When it was added.
    pub added_at: DateTime<Utc>,
    /// Who completed or dismissed it.
    pub closed_by: Option<Id>,
    /// What its form was filled in with.
    pub answers: BTreeMap<String, Answer>,
}

impl Task {
    /// Whose task it is: nobody's if it is open and its assignee was removed (C-036).
    #[must_use]
    pub fn assignee(&self, account: &Account) -> Option<Id> {
        let removed = account.member(self.assigned_to).is_none_or(|m| m.status == Access::Removed);
        (self.status != Status::Open || !removed).then_some(self.assigned_to)
    }

    /// Whether a deed of the template's record completes it for `doer`, who works on it (TASK-17, C-080): what the company
    /// has done is done, whoever did it and whenever; what a person has to do is done by them, since the task was added.
    #[must_use]
    pub fn counts(&self, template: &TaskTemplate, doer: Id, deed: &Deed) -> bool {
        let recorded = matches!(&template.work, Work::Link { done_by, .. } if *done_by == deed.record);
        recorded
            && match template.scope {
                Scope::Company => true,
                Scope::Person => deed.by == doer && self.counts_since(template).is_none_or(|since| deed.at >= since),
            }
    }

    /// Since when deeds count for it; without a limit where the company's count.
    #[must_use]
    pub fn counts_since(&self, template: &TaskTemplate) -> Option<DateTime<Utc>> {
        match template.scope {
            Scope::Company => None,
            Scope::Person => Some(self.added_at),
        }
    }

    /// Whether it is open and its due date is before `today`; what is due today is not overdue (C-073).
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.status == Status::Open && self.due.is_some_and(|due| due < today)
    }
}

/// The tasks of a company.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    tasks: BTreeMap<Id, Task>,
    /// Templates that somebody dismissed or deleted: not recommended to them again.
    set_aside: BTreeSet<(String, Id)>,
    /// Work that operators recorded.
    #[serde(default)]
    recorded: Vec<Deed>,
    utc_offset_minutes: i32,
}

impl State {
    /// Every task, by id.
    #[must_use]
    pub fn tasks(&self) -> &BTreeMap<Id, Task> {
        &self.tasks
    }

    /// The work that operators recorded, in its order.
    #[must_use]
    pub fn recorded(&self) -> &[Deed] {
        &self.recorded
    }

    /// The company's distance from UTC, by which its days begin and end. Daylight saving is not followed by itself.
    #[must_use]
    pub fn utc_offset_minutes(&self) -> i32 {
        self.utc_offset_minutes
    }

    /// The company's date at a time.
    #[must_use]
    pub fn today(&self, at: DateTime<Utc>) -> NaiveDate {
        FixedOffset::east_opt(self.utc_offset_minutes.saturating_mul(60))
            .map_or_else(|| at.date_naive(), |offset| at.with_timezone(&offset).date_naive())
    }
}

impl Room for State {
    type Command = Command;
    type Event = Event;
    type Refusal = Refusal;

    const KIND: &'static str = "tasks";

    fn decide(&self, setting: &Setting<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
        decide::decide(self, setting, command)
    }

    fn permissions(&self, setting: &Setting<'_>, command: &Command) -> Vec<Permission> {
        decide::permissions(self, setting, command)
    }

    fn apply(&mut self, event: &Event) {
        evolve::apply(self, event);
    }

    fn searchable(&self) -> Vec<crate::search::Entry> {
        crate::search::tasks(self)
    }

    fn event_name(event: &Event) -> &'static str {
        event.name()
    }
}

#[cfg(test)]
mod tests;
