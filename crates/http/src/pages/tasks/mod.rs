//! Tasks (TASK-1..21): the page with its tables, a task's own page with its form or link, and what is done with ticked
//! ones. Deleting, dismissing and handing over are asked first, on a page that is a dialog where scripts run.

mod act;
mod assign;
mod detail;
mod list;

use axum::Router;
use axum::routing::{get, post};
use guildhall_core::room::RoomRefusal as _;
use guildhall_core::tasks::{Command, Refusal, Row, State, Status};
use guildhall_core::{Id, program::Requirement};

pub(super) use list::{Advice, Count, counts};

use super::App;
use super::form::Link;
use super::locale::Words;
use super::room::refusal_words_with;
use super::view::{Answer, Stop};
use super::visit::{Signed, Visit};

/// The tasks page.
pub(super) const LIST: &str = "/tasks";
/// The page of overdue tasks.
pub(super) const OVERDUE: &str = "/tasks/overdue";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/tasks", get(list::all))
        .route("/tasks/overdue", get(list::overdue))
        .route("/tasks/take-up", post(act::take_up))
        .route("/tasks/give", get(assign::ask_give).post(assign::give))
        .route("/tasks/assignee", get(assign::ask).post(assign::change))
        .route("/tasks/delete", get(act::ask_delete).post(act::delete))
        .route("/tasks/{id}", get(detail::page))
        .route("/tasks/{id}/form", post(detail::submit))
        .route("/tasks/{id}/complete", post(detail::complete))
        .route("/tasks/{id}/dismiss", get(act::ask_dismiss).post(act::dismiss))
}

/// The address of a task's own page (TASK-7).
pub(super) fn address(task: Id) -> String {
    format!("/tasks/{task}")
}

/// A task in a table or widget, in words.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) id: String,
    pub(super) href: String,
    pub(super) title: String,
    pub(super) status: String,
    /// The class of the status chip.
    pub(super) tone: &'static str,
    pub(super) due: String,
    pub(super) assigned_to: String,
    pub(super) requirement: String,
    /// Whether there is anything to tick it for.
    pub(super) tickable: bool,
}

impl Line {
    pub(super) fn new(w: Words, row: &Row) -> Self {
        let (status, tone) = match (row.status, row.overdue) {
            (Status::Open, true) => ("task-overdue", "off"),
            (Status::Open, false) => ("task-open", "info"),
            (Status::Completed, _) => ("task-completed", "good"),
            (Status::Dismissed, _) => ("task-dismissed", ""),
        };
        let requirement = match row.requirement {
            Requirement::Required => "task-required",
            Requirement::Optional => "task-optional",
        };
        let nobody = || w.t("task-nobody").into_owned();
        Self {
            id: row.task.to_string(),
            href: address(row.task),
            title: w.said("task", row.title.as_str()).into_owned(),
            status: w.t(status).into_owned(),
            tone,
            due: row.due.map_or_else(|| w.t("task-no-date").into_owned(), |day| w.date(day)),
            assigned_to: row.assigned_to.as_ref().map_or_else(nobody, |person| person.name.to_string()),
            requirement: w.t(requirement).into_owned(),
            tickable: row.status == Status::Open || row.requirement == Requirement::Optional,
        }
    }
}

/// The words of a refusal.
fn refused_words(w: Words, refusal: &Refusal) -> String {
    match refusal {
        Refusal::TooMany { most } => {
            refusal_words_with::<State>(w, refusal, &[("most", &w.number(i64::try_from(*most).unwrap_or(i64::MAX)))])
        }
        Refusal::InvalidInput { .. }
        | Refusal::NotConfirmed
        | Refusal::TaskMissing
        | Refusal::TemplateMissing
        | Refusal::NotRecommended
        | Refusal::AlreadyThere
        | Refusal::MemberMissing
        | Refusal::TargetNotActive
        | Refusal::TaskClosed
        | Refusal::TaskRequired
        | Refusal::HasForm
        | Refusal::HasNoForm
        | Refusal::WorkNotRecorded { .. }
        | Refusal::Denied(_) => refusal_words_with::<State>(w, refusal, &[]),
    }
}

/// The page of a refusal that no form shows.
fn refused(visit: &Visit, refusal: &Refusal) -> Stop {
    if let Refusal::Denied(denied) = refusal {
        return visit.denied(denied).into();
    }
    let back = Link { href: LIST.into(), text: visit.w.t("tasks-title").into_owned() };
    let text = refused_words(visit.w, refusal);
    super::errors::message(visit, super::words::status(refusal.kind()), text, vec![back]).into()
}

/// Runs a command and goes back to the list, where the message of `key` is shown with how many it was about.
async fn run_and_say(visit: &Visit, me: &Signed, command: &Command, key: &str) -> Answer {
    match visit.run_room::<State>(me, command).await? {
        Ok(done) => {
            let count = u32::try_from(done.events.len()).unwrap_or(u32::MAX);
            Ok(visit.go_saying(LIST, &visit.w.t1(key, "count", count)))
        }
        Err(refusal) => Err(refused(visit, &refusal)),
    }
}

/// The ids among the fields called `task`; what is none is left out, so that the room says what is missing.
fn ticked(fields: &[(String, String)]) -> Vec<Id> {
    fields.iter().filter(|(name, _)| name == "task").filter_map(|(_, id)| id.parse().ok()).collect()
}

/// The titles of ticked tasks that the reader sees, with whose they are.
async fn chosen(visit: &Visit, me: &Signed, ids: &[Id]) -> Result<Vec<Line>, Stop> {
    let state = visit.room::<State>(me).await?;
    let reading = visit.reading(me)?;
    let mut lines = Vec::new();
    for id in ids {
        let detail = state.detail(&reading.setting(), *id).map_err(|refusal| refused(visit, &refusal))?;
        lines.push(Line::new(visit.w, &detail.row));
    }
    Ok(lines)
}
