//! Tasks as the API shows them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use guildhall_core::program::{FormField, Requirement};
use guildhall_core::tasks::{self, DetailWork, Status};
use serde::Serialize;
use utoipa::ToSchema;

/// A person by name.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TaskPerson)]
pub(super) struct PersonView {
    /// The person's id.
    member: String,
    /// Their name.
    name: String,
}

/// A task in a table.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TaskRow {
    /// Its id.
    task: String,
    /// What people read.
    title: String,
    /// `open`, `completed` or `dismissed`.
    status: &'static str,
    /// Whether it is open and late.
    overdue: bool,
    /// When it is due.
    due: Option<NaiveDate>,
    /// Whose it is; nobody's if its assignee was removed.
    assigned_to: Option<PersonView>,
    /// `required` or `optional`.
    #[serde(rename = "type")]
    requirement: &'static str,
}

/// How many tasks of the company are open; open = outstanding + overdue.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TotalsView {
    /// Not completed, dismissed or deleted.
    open: usize,
    /// Open and not overdue.
    outstanding: usize,
    /// Open and due before today.
    overdue: usize,
}

/// The page of tasks.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TaskList {
    /// Those that the caller may see.
    pub(super) tasks: Vec<TaskRow>,
    /// The numbers of the company.
    pub(super) totals: TotalsView,
    /// Where to go on; `null` on the last page.
    pub(super) next_cursor: Option<String>,
}

/// A template that is recommended to the caller.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RecommendationView {
    /// The template's id.
    template: String,
    /// What people read.
    title: String,
    /// What it is good for.
    purpose: String,
    /// `onboarding` or `strategic`.
    goal: &'static str,
    /// `required` or `optional`.
    #[serde(rename = "type")]
    requirement: &'static str,
}

/// The caller's tasks.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MyTasks {
    /// The open ones, the next due first.
    tasks: Vec<TaskRow>,
    /// The numbers of the company.
    account_totals: TotalsView,
    /// What may be taken up.
    recommended: Vec<RecommendationView>,
}

/// The tasks of one person.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PersonTasks {
    /// Who; nobody for the open tasks of removed people.
    person: Option<PersonView>,
    /// Their open tasks.
    totals: TotalsView,
    /// How many are completed.
    completed: usize,
    /// How many are dismissed.
    dismissed: usize,
}

/// Everybody's tasks.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AllTasks {
    /// By person; what is nobody's comes last.
    people: Vec<PersonTasks>,
    /// The numbers of the company.
    totals: TotalsView,
}

/// The widgets of the home page.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Summary {
    /// The caller's tasks.
    pub(super) my_tasks: MyTasks,
    /// Everybody's, for those who see them.
    pub(super) all_tasks: Option<AllTasks>,
}

/// People whom a task can be given to.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct Assignable {
    /// By name.
    people: Vec<PersonView>,
}

/// A field of a form.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FieldView {
    /// Its id, the key of its answer.
    name: String,
    /// What people read.
    title: String,
    /// Whether it may not be left empty.
    required: bool,
    /// How many characters it holds.
    characters_most: usize,
}

/// How a task is done.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum WorkView {
    /// By a form.
    Form {
        /// Its fields.
        fields: Vec<FieldView>,
    },
    /// On a page of the portal.
    Link {
        /// The menu item's id.
        item: String,
        /// What people read.
        title: String,
        /// Whether it opens to the caller.
        opens: bool,
    },
    /// The programme has the template no more.
    Gone,
}

/// A task with what it takes to do it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TaskDetail {
    /// The task as in the table.
    #[serde(flatten)]
    row: TaskRow,
    /// What it is good for.
    purpose: String,
    /// How it is done.
    work: WorkView,
    /// What its form was filled in with, by field.
    answers: BTreeMap<String, String>,
}

/// The tasks that a command changed.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ChangedTasks {
    /// Their ids.
    tasks: Vec<String>,
}

impl From<&tasks::Person> for PersonView {
    fn from(person: &tasks::Person) -> Self {
        Self { member: person.member.to_string(), name: person.name.to_string() }
    }
}

impl From<&tasks::Row> for TaskRow {
    fn from(row: &tasks::Row) -> Self {
        Self {
            task: row.task.to_string(),
            title: row.title.to_string(),
            status: match row.status {
                Status::Open => "open",
                Status::Completed => "completed",
                Status::Dismissed => "dismissed",
            },
            overdue: row.overdue,
            due: row.due,
            assigned_to: row.assigned_to.as_ref().map(PersonView::from),
            requirement: of(row.requirement),
        }
    }
}

fn of(requirement: Requirement) -> &'static str {
    requirement.id()
}

impl From<tasks::Totals> for TotalsView {
    fn from(totals: tasks::Totals) -> Self {
        Self { open: totals.open, outstanding: totals.outstanding, overdue: totals.overdue }
    }
}

impl From<tasks::MyTasks> for MyTasks {
    fn from(mine: tasks::MyTasks) -> Self {
        let recommended = mine.recommended.into_iter().map(|r| RecommendationView {
            template: r.template,
            title: r.title,
            purpose: r.purpose,
            goal: r.goal.id(),
            requirement: of(r.requirement),
        });
        Self {
            tasks: mine.tasks.iter().map(TaskRow::from).collect(),
            account_totals: mine.account_totals.into(),
            recommended: recommended.collect(),
        }
    }
}

impl From<tasks::AllTasks> for AllTasks {
    fn from(all: tasks::AllTasks) -> Self {
        let line = |p: tasks::PersonTasks| PersonTasks {
            person: p.person.as_ref().map(PersonView::from),
            totals: p.totals.into(),
            completed: p.completed,
            dismissed: p.dismissed,
        };
        Self { people: all.people.into_iter().map(line).collect(), totals: all.totals.into() }
    }
}

impl Assignable {
    pub(super) fn new(people: &[tasks::Person]) -> Self {
        Self { people: people.iter().map(PersonView::from).collect() }
    }
}

impl From<tasks::Detail> for TaskDetail {
    fn from(detail: tasks::Detail) -> Self {
        let field = |f: FormField| FieldView {
            name: f.name,
            title: f.title,
            required: f.required,
            characters_most: f.characters_most,
        };
        let work = match detail.work {
            DetailWork::Form { fields } => WorkView::Form { fields: fields.into_iter().map(field).collect() },
            DetailWork::Link { item, title, opens } => WorkView::Link { item, title, opens },
            DetailWork::Gone => WorkView::Gone,
        };
        let answers = detail.answers.iter().map(|(name, answer)| (name.clone(), answer.to_string()));
        Self { row: (&detail.row).into(), purpose: detail.purpose, work, answers: answers.collect() }
    }
}

impl ChangedTasks {
    pub(super) fn new(events: &[tasks::Event]) -> Self {
        let task = |event: &tasks::Event| match event {
            tasks::Event::TaskAdded { task, .. }
            | tasks::Event::TaskReassigned { task, .. }
            | tasks::Event::TaskCompleted { task, .. }
            | tasks::Event::TaskDismissed { task, .. }
            | tasks::Event::TaskDeleted { task, .. } => Some(task.to_string()),
            tasks::Event::WorkRecorded { .. } | tasks::Event::UtcOffsetSet { .. } => None,
        };
        Self { tasks: events.iter().filter_map(task).collect() }
    }
}
