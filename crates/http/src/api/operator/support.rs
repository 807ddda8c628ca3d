//! Support as operators do it: the one queue, cases of companies, messages of the contact form (C-116).
#![allow(unused_qualifications, reason = "utoipa names the parameters twice")]

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use guildhall_core::Id;
use guildhall_core::support::inquiry::{self, Inquiry};
use guildhall_core::support::{self, Command, WaitingFor};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{At, OperatorCaller};
use crate::api::caller::{Asked, Body};
use crate::api::problem::Problem;
use crate::api::room;
use crate::api::support::{CaseView, FileName, FileView, NewMessage, changed, named, receive, send};
use crate::api::write::{Asks as _, Told, Write, with_etag};
use crate::app::App;
use crate::portal::{PROGRAMME, RoomDone};

/// What waits for an answer.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SupportQueue {
    /// The longest first.
    waiting: Vec<WaitingView>,
}

/// A case or a message of the contact form that waits.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WaitingView {
    /// The company's tenant id; absent for a message of the contact form.
    #[serde(skip_serializing_if = "Option::is_none")]
    company: Option<String>,
    /// The case's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<String>,
    /// The message's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    inquiry: Option<String>,
    /// Its subject.
    subject: String,
    /// Whether it asks to leave the programme.
    cancellation: bool,
    /// Since when it waits.
    since: DateTime<Utc>,
}

/// Everything that waits for support.
#[utoipa::path(get, operation_id = "support_queue", path = "/api/v1/operator/support", tag = "operator",
    responses((status = 200, body = SupportQueue), (status = 404, body = Problem)))]
pub(super) async fn queue(State(app): State<App>, _: OperatorCaller) -> Result<Json<SupportQueue>, Problem> {
    let waiting = app.portal.support_queue().await?.into_iter().map(|entry| {
        let (company, case, inquiry) = match entry.what {
            WaitingFor::Case { tenant, case } => (Some(tenant), Some(case), None),
            WaitingFor::Inquiry { inquiry } => (None, None, Some(inquiry)),
        };
        let text = |id: Option<Id>| id.map(|id| id.to_string());
        WaitingView {
            company: text(company),
            case: text(case),
            inquiry: text(inquiry),
            subject: entry.subject,
            cancellation: entry.cancellation,
            since: entry.since,
        }
    });
    Ok(Json(SupportQueue { waiting: waiting.collect() }))
}

fn case_id(text: &str) -> Result<Id, Problem> {
    text.parse().map_err(|_| room::refused(&support::Refusal::CaseMissing))
}

/// A case of a company with its correspondence.
#[utoipa::path(get, path = "/api/v1/operator/companies/{company}/cases/{id}", tag = "operator",
    params(("company" = String, Path), ("id" = String, Path)),
    responses((status = 200, body = CaseView, headers(("ETag" = String))), (status = 404, body = Problem)))]
pub(super) async fn case(
    State(app): State<App>,
    caller: OperatorCaller,
    Path((company, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let (state, version) = app.portal.load_room::<support::State>(at.tenant(), &company).await?;
    let id = case_id(&id)?;
    let case = state.cases().get(&id).ok_or_else(|| room::refused(&support::Refusal::CaseMissing))?;
    Ok(with_etag(Json(CaseView::new(id, case)).into_response(), version))
}

/// Answers in a case. Who opened it is told by mail.
#[utoipa::path(post, path = "/api/v1/operator/companies/{company}/cases/{id}/messages", tag = "operator",
    request_body = NewMessage,
    params(("company" = String, Path), ("id" = String, Path), ("Idempotency-Key" = Option<String>, Header),
        ("If-Match" = Option<String>, Header)),
    responses((status = 201, body = CaseView), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn reply(
    State(app): State<App>,
    caller: OperatorCaller,
    Path((company, id)): Path<(String, String)>,
    headers: HeaderMap,
    body: Body<NewMessage>,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let write = Write::new(&app, &at, &headers, body.hash);
    if let Some(replay) = write.replayed().await? {
        return Ok(replay);
    }
    let files = named(&app, at.tenant(), at.principal(), &body.value.files).await?;
    let command = Command::Reply { id: case_id(&id)?, text: body.value.text, files };
    write.room::<support::State>(&command, |_, done| changed(StatusCode::CREATED, done)).await
}

/// Closes a case.
#[utoipa::path(delete, path = "/api/v1/operator/companies/{company}/cases/{id}", tag = "operator",
    params(("company" = String, Path), ("id" = String, Path), ("Idempotency-Key" = Option<String>, Header),
        ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = CaseView), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem)))]
pub(super) async fn close(
    State(app): State<App>,
    caller: OperatorCaller,
    Path((company, id)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let command = Command::CloseCase { id: case_id(&id)? };
    let write = Write::without_body(&app, &at, &headers, &uri);
    write.room::<support::State>(&command, |_, done| changed(StatusCode::OK, done)).await
}

/// Uploads a file for an answer: its bytes as the body, its media type as `Content-Type`.
#[utoipa::path(post, path = "/api/v1/operator/companies/{company}/files", tag = "operator",
    params(("company" = String, Path), FileName, ("Idempotency-Key" = Option<String>, Header)),
    request_body(content((Vec<u8> = "application/pdf"), (Vec<u8> = "image/png"), (Vec<u8> = "image/jpeg"),
        (Vec<u8> = "text/plain"))),
    responses((status = 201, body = FileView), (status = 404, body = Problem), (status = 413, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn upload(
    State(app): State<App>,
    caller: OperatorCaller,
    Path(company): Path<String>,
    Asked(FileName { name }): Asked<FileName>,
    request: Request,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    receive(&app, at.tenant(), at.principal(), &name, request).await
}

/// A file of a case.
#[utoipa::path(get, path = "/api/v1/operator/companies/{company}/cases/{id}/files/{file}", tag = "operator",
    params(("company" = String, Path), ("id" = String, Path), ("file" = String, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "*/*"), (status = 404, body = Problem)))]
pub(super) async fn download(
    State(app): State<App>,
    caller: OperatorCaller,
    Path((company, id, file)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let (state, _) = app.portal.load_room::<support::State>(at.tenant(), &company).await?;
    send(&app, at.tenant(), state.cases().get(&case_id(&id)?), &file).await
}

/// A message of the contact form with its answers.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct InquiryView {
    /// Its id.
    id: String,
    /// Who wrote it.
    name: String,
    /// The address for the answer. It is not proven: an answer tells nothing of any account.
    email: String,
    /// The company that they named.
    company: Option<String>,
    /// The subject.
    subject: String,
    /// The message.
    text: String,
    /// The answers, oldest first.
    answers: Vec<AnswerView>,
    /// When it was closed; absent while it is open.
    closed_at: Option<DateTime<Utc>>,
}

/// An answer.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AnswerView {
    /// Which operator.
    by: String,
    /// What.
    text: String,
    /// When.
    at: DateTime<Utc>,
}

/// An answer to send.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewAnswer {
    /// The text.
    text: String,
}

impl InquiryView {
    fn new(id: &str, inquiry: &Inquiry) -> Option<Self> {
        let question = inquiry.question()?;
        let answer = |a: &inquiry::Answer| AnswerView { by: a.by.clone(), text: a.text.to_string(), at: a.at };
        Some(Self {
            id: id.to_owned(),
            name: question.name.to_string(),
            email: question.email.to_string(),
            company: question.company.as_ref().map(ToString::to_string),
            subject: question.subject.to_string(),
            text: question.text.to_string(),
            answers: inquiry.answers().iter().map(answer).collect(),
            closed_at: inquiry.closed_at(),
        })
    }
}

/// A message of the contact form.
#[utoipa::path(get, path = "/api/v1/operator/inquiries/{id}", tag = "operator", params(("id" = String, Path)),
    responses((status = 200, body = InquiryView, headers(("ETag" = String))), (status = 404, body = Problem)))]
pub(super) async fn show_inquiry(
    State(app): State<App>,
    _: OperatorCaller,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let (inquiry, version) = app.portal.load_room::<Inquiry>(PROGRAMME, &id).await?;
    let view = InquiryView::new(&id, &inquiry).ok_or_else(Problem::missing)?;
    Ok(with_etag(Json(view).into_response(), version))
}

/// Answers a message of the contact form by mail.
#[utoipa::path(post, path = "/api/v1/operator/inquiries/{id}/answers", tag = "operator", request_body = NewAnswer,
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 201, body = InquiryView), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn answer_inquiry(
    State(app): State<App>,
    caller: OperatorCaller,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body<NewAnswer>,
) -> Result<Response, Problem> {
    let command = inquiry::Command::Answer { text: body.value.text };
    let write = Write::new(&app, &caller, &headers, body.hash);
    write.room_called::<Inquiry>(&id, &command, |_, done| told(StatusCode::CREATED, done)).await
}

/// Closes a message of the contact form.
#[utoipa::path(delete, path = "/api/v1/operator/inquiries/{id}", tag = "operator",
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = InquiryView), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem)))]
pub(super) async fn close_inquiry(
    State(app): State<App>,
    caller: OperatorCaller,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let write = Write::without_body(&app, &caller, &headers, &uri);
    write.room_called::<Inquiry>(&id, &inquiry::Command::Close, |_, done| told(StatusCode::OK, done)).await
}

fn told(status: StatusCode, done: &RoomDone<Inquiry>) -> Told {
    room::told(status, InquiryView::new(&done.id, &done.state))
}
