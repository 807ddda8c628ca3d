//! Tasks, and the language that the caller reads.
#![allow(unused_qualifications, reason = "utoipa names the parameters twice")]

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{Path, Query, State, rejection::QueryRejection};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::DateTime;
use guildhall_core::account::{self, Actor};
use guildhall_core::program::Work;
use guildhall_core::tasks::{Column, Command, DEEDS_MOST, Deed, Order, account_record, company_edit, profile_record};
use guildhall_core::{Id, language, profile, tasks};
use serde::Deserialize;
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

use super::caller::{Body, Caller};
use super::problem::Problem;
use super::room::{self, Reading};
use crate::app::App;
use crate::portal::{Extras, PortalError};
use crate::store::RecordedEvent;

/// How many events of the log are read at a time.
const PAGE_EVENTS: u32 = 500;

/// How the page of tasks is read.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// `status`, `due_date` (as without it), `assigned_to` or `type`.
    sort: Option<String>,
    /// `asc` (as without it) or `desc`.
    order: Option<String>,
    /// Only the overdue ones.
    #[serde(default)]
    overdue: bool,
}

/// The tasks that the caller may see, with the three totals of the company.
#[utoipa::path(get, path = "/api/v1/tasks", tag = "tasks", params(Asked),
    responses((status = 200), (status = 400, body = Problem), (status = 401, body = Problem)))]
pub(super) async fn list(
    State(app): State<App>,
    caller: Caller,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, Problem> {
    let bad = |detail: &str| Problem::new(StatusCode::BAD_REQUEST, "unknown_sort", detail);
    let Ok(Query(asked)) = asked else { return Err(bad("ask with sort, order and overdue only")) };
    let column: Result<Column, _> = asked.sort.as_deref().unwrap_or("due_date").parse();
    let order: Result<Order, _> = asked.order.as_deref().unwrap_or("asc").parse();
    let (column, order) = column.and_then(|c| Ok((c, order?))).map_err(|fault| bad(&fault.to_string()))?;
    let state = room::load::<tasks::State>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let setting = reading.setting();
    let mut rows = state.page(&setting, column, order).map_err(room::denied)?;
    rows.retain(|row| row.overdue || !asked.overdue);
    let totals = state.totals(&setting).map_err(room::denied)?;
    Ok(Json(json!({ "tasks": rows, "totals": totals })).into_response())
}

/// The widgets of the home page: the caller's tasks, what is recommended, and for the lead what everybody has.
#[utoipa::path(get, path = "/api/v1/tasks/summary", tag = "tasks",
    responses((status = 200), (status = 401, body = Problem)))]
pub(super) async fn summary(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let state = room::load::<tasks::State>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let my_tasks = state.my_tasks(&reading.setting()).map_err(room::denied)?;
    // For others the widget is not there at all (TASK-10).
    let all_tasks = state.all_tasks(&reading.setting()).ok();
    Ok(Json(json!({ "my_tasks": my_tasks, "all_tasks": all_tasks })).into_response())
}

/// Whom to look for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// Part of a name.
    #[serde(default)]
    name: String,
}

/// The people whom a task can be given to.
#[utoipa::path(get, path = "/api/v1/tasks/people", tag = "tasks", params(Wanted),
    responses((status = 200), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(super) async fn people(
    State(app): State<App>,
    caller: Caller,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Response, Problem> {
    let bad = || Problem::new(StatusCode::BAD_REQUEST, "malformed", "ask with ?name=...");
    let Query(wanted) = wanted.map_err(|_| bad())?;
    let reading = Reading::new(&app, &caller)?;
    let found = tasks::State::default().assignable(&reading.setting(), &wanted.name).map_err(room::denied)?;
    Ok(Json(json!({ "people": found })).into_response())
}

/// A task with what it takes to do it.
#[utoipa::path(get, path = "/api/v1/tasks/{id}", tag = "tasks", params(("id" = String, Path)),
    responses((status = 200), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn show(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Result<Response, Problem> {
    let state = room::load::<tasks::State>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let detail = state.detail(&reading.setting(), id_of(&id)?).map_err(|refusal| room::refused(&refusal))?;
    Ok(Json(json!(detail)).into_response())
}

/// A task to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewTask {
    /// The template's id.
    template: String,
    /// To whom it is given; without it, the caller takes up what is recommended to them.
    to: Option<String>,
    /// The due date of a task that is given, as `YYYY-MM-DD`.
    #[serde(default)]
    due: String,
}

/// Takes up a recommended task, or gives a task to somebody.
#[utoipa::path(post, path = "/api/v1/tasks", tag = "tasks", request_body = NewTask,
    responses((status = 201), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn add(State(app): State<App>, caller: Caller, body: Body<NewTask>) -> Result<Response, Problem> {
    let NewTask { template, to, due } = body.value;
    let command = match to {
        Some(to) => Command::Give { template, to: id_of(&to)?, due },
        None => Command::TakeUp { template },
    };
    run(&app, &caller, &command, StatusCode::CREATED).await
}

/// Tasks and whose they shall be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewAssignee {
    /// The tasks.
    tasks: Vec<String>,
    /// The person.
    to: String,
    /// That it is meant; without it nothing changes.
    confirm: bool,
}

/// Gives tasks to another person.
#[utoipa::path(post, path = "/api/v1/tasks/assignee", tag = "tasks", request_body = NewAssignee,
    responses((status = 200), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn change_assignee(
    State(app): State<App>,
    caller: Caller,
    body: Body<NewAssignee>,
) -> Result<Response, Problem> {
    let NewAssignee { tasks, to, confirm } = body.value;
    let tasks = tasks.iter().map(|id| id_of(id)).collect::<Result<_, _>>()?;
    run(&app, &caller, &Command::ChangeAssignee { tasks, to: id_of(&to)?, confirmed: confirm }, StatusCode::OK).await
}

/// Tasks to delete.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Doomed {
    /// The tasks.
    tasks: Vec<String>,
    /// That it is meant; without it nothing changes.
    confirm: bool,
}

/// Deletes optional tasks.
#[utoipa::path(post, path = "/api/v1/tasks/deletion", tag = "tasks", request_body = Doomed,
    responses((status = 200), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn delete(State(app): State<App>, caller: Caller, body: Body<Doomed>) -> Result<Response, Problem> {
    let tasks = body.value.tasks.iter().map(|id| id_of(id)).collect::<Result<_, _>>()?;
    run(&app, &caller, &Command::Delete { tasks, confirmed: body.value.confirm }, StatusCode::OK).await
}

/// The answers of a form.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Answers {
    /// By field.
    answers: BTreeMap<String, String>,
}

/// Completes a task by its form. What it says about the company becomes the company's information.
#[utoipa::path(post, path = "/api/v1/tasks/{id}/form", tag = "tasks", params(("id" = String, Path)),
    request_body = Answers,
    responses((status = 200), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn submit(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    body: Body<Answers>,
) -> Result<Response, Problem> {
    let task = id_of(&id)?;
    let command = Command::Submit { task, answers: body.value.answers };
    let done = room::run::<tasks::State>(&app, &caller, &command).await?;
    let program = app.portal.program();
    let company = caller.loaded.account.company();
    let edit = company.and_then(|c| done.events.iter().find_map(|e| company_edit(program, &done.state, e, c)));
    if let Some(company) = edit {
        let command = account::Command::EditCompany { company };
        let tenant = Some(caller.loaded.tenant);
        app.portal.run(&caller.origin, tenant, &caller.actor(), command, Extras::default()).await?;
    }
    Ok((StatusCode::OK, Json(ids(&done.events))).into_response())
}

/// Completes a task whose work is on record.
#[utoipa::path(post, path = "/api/v1/tasks/{id}/completion", tag = "tasks", params(("id" = String, Path)),
    responses((status = 200), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
pub(super) async fn complete(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let task = id_of(&id)?;
    let state = room::load::<tasks::State>(&app, &caller).await?;
    let template = state.tasks().get(&task).and_then(|t| app.portal.program().task(&t.template));
    let deeds = match template.map(|t| &t.work) {
        Some(Work::Link { done_by, .. }) => deeds(&app, &caller, done_by).await?,
        Some(Work::Form(_)) | None => Vec::new(),
    };
    run(&app, &caller, &Command::Complete { task, deeds }, StatusCode::OK).await
}

/// Sets an optional task aside.
#[utoipa::path(post, path = "/api/v1/tasks/{id}/dismissal", tag = "tasks", params(("id" = String, Path)),
    responses((status = 200), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
pub(super) async fn dismiss(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    run(&app, &caller, &Command::Dismiss { task: id_of(&id)? }, StatusCode::OK).await
}

/// A language.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Chosen {
    /// Its tag, as in `pt-BR`.
    language: String,
}

/// The languages of the portal, and the one that the caller chose.
#[utoipa::path(get, path = "/api/v1/language", tag = "me",
    responses((status = 200), (status = 401, body = Problem)))]
pub(super) async fn language(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let state = room::load::<language::State>(&app, &caller).await?;
    Ok(Json(spoken(&app, &caller, &state)).into_response())
}

/// Chooses a language.
#[utoipa::path(put, path = "/api/v1/language", tag = "me", request_body = Chosen,
    responses((status = 200), (status = 401, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn choose_language(
    State(app): State<App>,
    caller: Caller,
    body: Body<Chosen>,
) -> Result<Response, Problem> {
    let command = language::Command::Choose { language: body.value.language };
    let done = room::run::<language::State>(&app, &caller, &command).await?;
    Ok(Json(spoken(&app, &caller, &done.state)).into_response())
}

fn spoken(app: &App, caller: &Caller, state: &language::State) -> serde_json::Value {
    json!({ "languages": app.portal.program().languages(), "chosen": state.chosen(caller.member) })
}

async fn run(app: &App, caller: &Caller, command: &Command, status: StatusCode) -> Result<Response, Problem> {
    let done = room::run::<tasks::State>(app, caller, command).await?;
    Ok((status, Json(ids(&done.events))).into_response())
}

/// The tasks that a command changed.
fn ids(events: &[tasks::Event]) -> serde_json::Value {
    let task = |event: &tasks::Event| match event {
        tasks::Event::TaskAdded { task, .. }
        | tasks::Event::TaskReassigned { task, .. }
        | tasks::Event::TaskCompleted { task, .. }
        | tasks::Event::TaskDismissed { task, .. }
        | tasks::Event::TaskDeleted { task, .. } => Some(*task),
        tasks::Event::WorkRecorded { .. } | tasks::Event::UtcOffsetSet { .. } => None,
    };
    json!({ "tasks": events.iter().filter_map(task).collect::<Vec<Id>>() })
}

fn id_of(text: &str) -> Result<Id, Problem> {
    text.parse().map_err(|_| Problem::missing())
}

/// The work of one kind that the company's log has, the latest.
async fn deeds(app: &App, caller: &Caller, record: &str) -> Result<Vec<Deed>, Problem> {
    let profile = room::load::<profile::State>(app, caller).await?;
    let tenant = caller.loaded.tenant.to_string();
    let (mut found, mut after) = (Vec::new(), 0);
    loop {
        let page = app.services.store.events(&tenant, after, PAGE_EVENTS).await.map_err(PortalError::from)?;
        let Some(last) = page.last() else { break };
        after = last.sequence;
        found.extend(
            page.iter().filter(|event| left(&profile, event).as_deref() == Some(record)).filter_map(deed(record)),
        );
    }
    Ok(found.split_off(found.len().saturating_sub(DEEDS_MOST)))
}

/// The record that an event of the log leaves.
fn left(profile: &profile::State, event: &RecordedEvent) -> Option<String> {
    #[derive(Deserialize)]
    struct Logged<E> {
        event: E,
    }
    match event.kind.as_str() {
        "account" => serde_json::from_str::<Logged<account::Event>>(&event.body).ok().map(|l| account_record(&l.event)),
        "profile" => {
            serde_json::from_str::<Logged<profile::Event>>(&event.body).ok().map(|l| profile_record(profile, &l.event))
        }
        kind => Some(format!("{kind}/{}", event.event_type)),
    }
}

fn deed(record: &str) -> impl Fn(&RecordedEvent) -> Option<Deed> {
    #[derive(Deserialize)]
    struct Logged {
        actor: Actor,
    }
    move |event| match serde_json::from_str::<Logged>(&event.body).ok()?.actor {
        Actor::Member(by) => {
            Some(Deed { record: record.to_owned(), by, at: DateTime::from_timestamp_millis(event.at)? })
        }
        Actor::Visitor | Actor::Operator(_) => None,
    }
}
