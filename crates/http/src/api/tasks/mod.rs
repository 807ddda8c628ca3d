//! Tasks: the page, the widgets, and what people do with them.
#![allow(unused_qualifications, reason = "utoipa names the parameters twice")]

mod views;

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use guildhall_core::tasks::{Column, Command, Order};
use guildhall_core::{Id, tasks};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::caller::{Asked, Body, Caller};
use super::paging::cut;
use super::problem::Problem;
use super::room::{self, Reading};
use super::write::{Told, Write, with_etag};
use crate::app::App;
use crate::portal::RoomDone;
use views::{AllTasks, Assignable, ChangedTasks, Summary, TaskDetail, TaskList, TaskRow};

/// How the page of tasks is read.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct TasksAsked {
    /// `status`, `due_date` (as without it), `assigned_to` or `type`.
    #[param(pattern = "^(status|due_date|assigned_to|type)$")]
    sort: Option<String>,
    /// `asc` (as without it) or `desc`.
    #[param(pattern = "^(asc|desc)$")]
    order: Option<String>,
    /// Only the overdue ones.
    #[serde(default)]
    overdue: bool,
    /// How many to give: 1 to 200, 50 without it.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
    /// Where to go on: `next_cursor` of the page before, with the other parameters as they were.
    cursor: Option<String>,
}

/// The tasks that the caller may see, with the three totals of the company.
#[utoipa::path(get, path = "/api/v1/tasks", tag = "tasks", params(TasksAsked),
    responses((status = 200, body = TaskList, headers(("ETag" = String))), (status = 400, body = Problem), (status = 401, body = Problem)))]
pub(super) async fn list(
    State(app): State<App>,
    caller: Caller,
    Asked(asked): Asked<TasksAsked>,
) -> Result<Response, Problem> {
    let bad = |detail: &str| Problem::new(StatusCode::BAD_REQUEST, "unknown_sort", detail);
    let column: Result<Column, _> = asked.sort.as_deref().unwrap_or("due_date").parse();
    let order: Result<Order, _> = asked.order.as_deref().unwrap_or("asc").parse();
    let (column, order) = column.and_then(|c| Ok((c, order?))).map_err(|fault| bad(&fault.to_string()))?;
    let (state, version) = room::versioned::<tasks::State>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let setting = reading.setting();
    let mut rows = state.page(&setting, column, order).map_err(room::denied(&setting))?;
    rows.retain(|row| row.overdue || !asked.overdue);
    let totals = state.totals(&setting).map_err(room::denied(&setting))?;
    let (shown, next_cursor) = cut(&rows, asked.limit, asked.cursor.as_deref(), |row| row.task.to_string())?;
    let tasks = shown.iter().map(TaskRow::from).collect();
    let list = TaskList { tasks, totals: totals.into(), next_cursor };
    Ok(with_etag(Json(list).into_response(), version))
}

/// The widgets of the home page: the caller's tasks, what is recommended, and for the lead what everybody has.
#[utoipa::path(get, path = "/api/v1/tasks/summary", tag = "tasks",
    responses((status = 200, body = Summary, headers(("ETag" = String))), (status = 401, body = Problem)))]
pub(super) async fn summary(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let (state, version) = room::versioned::<tasks::State>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let my_tasks = state.my_tasks(&reading.setting()).map_err(room::denied(&reading.setting()))?.into();
    // For others the widget is not there at all (TASK-10).
    let all_tasks = state.all_tasks(&reading.setting()).ok().map(AllTasks::from);
    Ok(with_etag(Json(Summary { my_tasks, all_tasks }).into_response(), version))
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
    responses((status = 200, body = Assignable), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(super) async fn people(
    State(app): State<App>,
    caller: Caller,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<Assignable>, Problem> {
    let reading = Reading::new(&app, &caller)?;
    let found = tasks::State::default()
        .assignable(&reading.setting(), &wanted.name)
        .map_err(room::denied(&reading.setting()))?;
    Ok(Json(Assignable::new(&found)))
}

/// A task with what it takes to do it.
#[utoipa::path(get, path = "/api/v1/tasks/{id}", tag = "tasks", params(("id" = String, Path)),
    responses((status = 200, body = TaskDetail, headers(("ETag" = String))), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn show(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Result<Response, Problem> {
    let (state, version) = room::versioned::<tasks::State>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let detail = state.detail(&reading.setting(), id_of(&id)?).map_err(room::refused_in(&reading.setting()))?;
    Ok(with_etag(Json(TaskDetail::from(detail)).into_response(), version))
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
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 201, body = ChangedTasks), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 409, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn add(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<NewTask>,
) -> Result<Response, Problem> {
    let NewTask { template, to, due } = body.value;
    let command = match to {
        Some(to) => Command::Give { template, to: id_of(&to)?, due },
        None => Command::TakeUp { template },
    };
    let write = Write::new(&app, &caller, &headers, body.hash);
    write.room(&command, |_, done| changed(StatusCode::CREATED, done)).await
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
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = ChangedTasks), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 412, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn change_assignee(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<NewAssignee>,
) -> Result<Response, Problem> {
    let NewAssignee { tasks, to, confirm } = body.value;
    let tasks = tasks.iter().map(|id| id_of(id)).collect::<Result<_, _>>()?;
    let command = Command::ChangeAssignee { tasks, to: id_of(&to)?, confirmed: confirm };
    let write = Write::new(&app, &caller, &headers, body.hash);
    write.room(&command, |_, done| changed(StatusCode::OK, done)).await
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
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = ChangedTasks), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn delete(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<Doomed>,
) -> Result<Response, Problem> {
    let tasks = body.value.tasks.iter().map(|id| id_of(id)).collect::<Result<_, _>>()?;
    let command = Command::Delete { tasks, confirmed: body.value.confirm };
    let write = Write::new(&app, &caller, &headers, body.hash);
    write.room(&command, |_, done| changed(StatusCode::OK, done)).await
}

/// The answers of a form.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = FormAnswers)]
#[serde(deny_unknown_fields)]
pub(super) struct Answers {
    /// By field.
    answers: BTreeMap<String, String>,
}

/// Completes a task by its form. What it says about the company becomes the company's information in the same step.
#[utoipa::path(post, path = "/api/v1/tasks/{id}/form", tag = "tasks",
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    request_body = Answers,
    responses((status = 200, body = ChangedTasks), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 412, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn submit(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body<Answers>,
) -> Result<Response, Problem> {
    let write = Write::new(&app, &caller, &headers, body.hash);
    write.task_form(id_of(&id)?, &body.value.answers, |_, done| changed(StatusCode::OK, done)).await
}

/// Completes a task whose work is on record.
#[utoipa::path(post, path = "/api/v1/tasks/{id}/completion", tag = "tasks",
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = ChangedTasks), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 412, body = Problem)))]
pub(super) async fn complete(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let task = id_of(&id)?;
    let deeds = app.portal.deeds(&caller.loaded, caller.member, task).await?;
    let write = Write::without_body(&app, &caller, &headers, &uri);
    write.room(&Command::Complete { task, deeds }, |_, done| changed(StatusCode::OK, done)).await
}

/// Sets an optional task aside.
#[utoipa::path(post, path = "/api/v1/tasks/{id}/dismissal", tag = "tasks",
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = ChangedTasks), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 412, body = Problem)))]
pub(super) async fn dismiss(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let command = Command::Dismiss { task: id_of(&id)? };
    let write = Write::without_body(&app, &caller, &headers, &uri);
    write.room(&command, |_, done| changed(StatusCode::OK, done)).await
}

fn changed(status: StatusCode, done: &RoomDone<tasks::State>) -> Told {
    room::told(status, ChangedTasks::new(&done.events))
}

fn id_of(text: &str) -> Result<Id, Problem> {
    text.parse().map_err(|_| Problem::missing())
}
