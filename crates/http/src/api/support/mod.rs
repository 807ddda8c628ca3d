//! Support: cases and their correspondence.
#![allow(unused_qualifications, reason = "utoipa names the parameters twice")]

pub(super) mod files;
pub(super) mod inquiries;
mod views;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use guildhall_core::Id;
use guildhall_core::support::{self, Command, Event};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::caller::{Asked, Body, Caller, bad_parameter};
use super::paging::cut;
use super::problem::Problem;
use super::room::{self, Reading};
use super::write::{Told, Write, with_etag};
use crate::app::App;
use crate::portal::RoomDone;
pub(super) use files::{FileName, named, receive, send};
use views::{CaseBrief, CaseList, DeskView};
pub(super) use views::{CaseView, FileView};

/// What a case can be about, the caller's open and previous cases, articles on common questions.
#[utoipa::path(get, path = "/api/v1/support", tag = "support",
    responses((status = 200, body = DeskView, headers(("ETag" = String))), (status = 401, body = Problem)))]
pub(super) async fn desk(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let (state, version) = room::versioned::<support::State>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let setting = reading.setting();
    let desk = support::desk(&setting, &state).map_err(room::denied(&setting))?;
    Ok(with_etag(Json(DeskView::new(setting.program, &desk)).into_response(), version))
}

/// Which cases.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct CasesAsked {
    /// `open` or `closed`; all without it.
    #[param(pattern = "^(open|closed)$")]
    status: Option<String>,
    /// How many to give: 1 to 200, 50 without it.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
    /// Where to go on: `next_cursor` of the page before, with the other parameters as they were.
    cursor: Option<String>,
}

/// The cases that the caller sees: the open ones first, the last written in first; then the closed ones.
#[utoipa::path(get, path = "/api/v1/support/cases", tag = "support", params(CasesAsked),
    responses((status = 200, body = CaseList, headers(("ETag" = String))), (status = 400, body = Problem),
        (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(super) async fn cases(
    State(app): State<App>,
    caller: Caller,
    Asked(asked): Asked<CasesAsked>,
) -> Result<Response, Problem> {
    let (open, closed) = match asked.status.as_deref() {
        None => (true, true),
        Some("open") => (true, false),
        Some("closed") => (false, true),
        Some(_) => return Err(bad_parameter("status", "unknown_value")),
    };
    let (state, version) = room::versioned::<support::State>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let setting = reading.setting();
    let desk = support::desk(&setting, &state).map_err(room::denied(&setting))?;
    let parts = [desk.open.as_slice(), desk.previous.as_slice()];
    let wanted: Vec<_> =
        parts.into_iter().zip([open, closed]).filter(|(_, wanted)| *wanted).flat_map(|(p, _)| p).collect();
    let (shown, next_cursor) = cut(&wanted, asked.limit, asked.cursor.as_deref(), |(id, _)| id.to_string())?;
    let list = CaseList { cases: shown.iter().map(|(id, case)| CaseBrief::new(*id, case)).collect(), next_cursor };
    Ok(with_etag(Json(list).into_response(), version))
}

/// A new case.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewCase {
    /// The id of the type of the case.
    case_type: String,
    /// The id of the type of the question.
    question: String,
    /// The id of the specific value.
    specific: String,
    /// The subject.
    subject: String,
    /// The description.
    description: String,
    /// The ids of uploaded files.
    #[serde(default)]
    files: Vec<String>,
}

/// Opens a case.
#[utoipa::path(post, path = "/api/v1/support/cases", tag = "support", request_body = NewCase,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 201, body = CaseView), (status = 401, body = Problem), (status = 412, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn open(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<NewCase>,
) -> Result<Response, Problem> {
    let NewCase { case_type, question, specific, subject, description, files } = body.value;
    let write = Write::new(&app, &caller, &headers, body.hash);
    if let Some(replay) = write.replayed().await? {
        return Ok(replay);
    }
    let files = named(&app, caller.loaded.tenant, caller.member, &files).await?;
    let command = Command::OpenCase { case_type, question, specific, subject, description, files };
    write.room::<support::State>(&command, |_, done| changed(StatusCode::CREATED, done)).await
}

/// A case with its correspondence.
#[utoipa::path(get, path = "/api/v1/support/cases/{id}", tag = "support", params(("id" = String, Path)),
    responses((status = 200, body = CaseView, headers(("ETag" = String))), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn show(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Result<Response, Problem> {
    let id = id_of(&id)?;
    let (state, version) = room::versioned::<support::State>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let setting = reading.setting();
    let found = support::case(&setting, &state, id).map_err(room::denied(&setting))?;
    let case = found.ok_or_else(|| room::refused_in(&setting)(support::Refusal::CaseMissing))?;
    Ok(with_etag(Json(CaseView::new(id, case)).into_response(), version))
}

/// A message in a case.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewMessage {
    /// The text.
    pub(super) text: String,
    /// The ids of uploaded files.
    #[serde(default)]
    pub(super) files: Vec<String>,
}

/// Writes in an open case.
#[utoipa::path(post, path = "/api/v1/support/cases/{id}/messages", tag = "support", request_body = NewMessage,
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 201, body = CaseView), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn reply(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body<NewMessage>,
) -> Result<Response, Problem> {
    let write = Write::new(&app, &caller, &headers, body.hash);
    if let Some(replay) = write.replayed().await? {
        return Ok(replay);
    }
    let files = named(&app, caller.loaded.tenant, caller.member, &body.value.files).await?;
    let command = Command::Reply { id: id_of(&id)?, text: body.value.text, files };
    write.room::<support::State>(&command, |_, done| changed(StatusCode::CREATED, done)).await
}

/// Closes a case.
#[utoipa::path(delete, path = "/api/v1/support/cases/{id}", tag = "support",
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = CaseView), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 412, body = Problem)))]
pub(super) async fn close(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let command = Command::CloseCase { id: id_of(&id)? };
    let write = Write::without_body(&app, &caller, &headers, &uri);
    write.room::<support::State>(&command, |_, done| changed(StatusCode::OK, done)).await
}

/// The case that a command changed.
pub(super) fn changed(status: StatusCode, done: &RoomDone<support::State>) -> Told {
    let id = done.events.first().map(|event| match event {
        Event::CaseOpened { id, .. } | Event::Replied { id, .. } | Event::CaseClosed { id, .. } => *id,
    });
    let case = id.and_then(|id| done.state.cases().get(&id).map(|case| CaseView::new(id, case)));
    room::told(status, case)
}

pub(super) fn id_of(text: &str) -> Result<Id, Problem> {
    text.parse().map_err(|_| room::refused(&support::Refusal::CaseMissing))
}
