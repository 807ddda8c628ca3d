//! What the programme decides and records about a company: certifications, records, qualifications, payments, work.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use chrono::NaiveDate;
use guildhall_core::room::Room;
use guildhall_core::{certifications, fee, profile, tasks};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::OperatorCaller;
use super::at::At;
use crate::api::caller::Body;
use crate::api::people::id_of;
use crate::api::problem::Problem;
use crate::api::room;
use crate::api::write::{Told, Write};
use crate::app::App;
use crate::portal::RoomDone;

/// What was recorded.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Outcome {
    /// The names of the events, as the trail has them.
    events: Vec<&'static str>,
}

pub(super) fn told<R: Room>(done: &RoomDone<R>) -> Told {
    room::told(StatusCode::OK, Outcome { events: done.events.iter().map(R::event_name).collect() })
}

/// What somebody passed or completed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewCertification {
    /// The address under which it was done.
    address: String,
    /// The id of a certification; left out for a course.
    #[serde(default)]
    certification: String,
    /// The title of a course; left out for a certification.
    #[serde(default)]
    course: String,
    /// When it was passed or completed.
    on: NaiveDate,
    /// The last day on which it is valid.
    #[serde(default)]
    valid_until: Option<NaiveDate>,
}

/// Records a certification or course of somebody of a company.
#[utoipa::path(post, path = "/api/v1/operator/companies/{company}/certifications", tag = "operator",
    request_body = NewCertification,
    params(("company" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = Outcome), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn record_certification(
    State(app): State<App>,
    caller: OperatorCaller,
    Path(company): Path<String>,
    headers: HeaderMap,
    body: Body<NewCertification>,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let NewCertification { address, certification, course, on, valid_until } = body.value;
    let record = certifications::RecordInput { address, certification, course, on, valid_until };
    let write = Write::new(&app, &at, &headers, body.hash);
    write.room::<certifications::State>(&certifications::Command::Record { record }, |_, done| told(done)).await
}

/// Takes back a certification that was recorded by mistake.
#[utoipa::path(delete, path = "/api/v1/operator/companies/{company}/certifications/{id}", tag = "operator",
    params(("company" = String, Path), ("id" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = Outcome), (status = 404, body = Problem)))]
pub(super) async fn drop_certification(
    State(app): State<App>,
    caller: OperatorCaller,
    Path((company, id)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let command = certifications::Command::DropRecord { id: id_of(&id)? };
    let write = Write::without_body(&app, &at, &headers, &uri);
    write.room::<certifications::State>(&command, |_, done| told(done)).await
}

/// The answer to a wish.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = Grant)]
#[serde(deny_unknown_fields)]
pub(super) struct Granted {
    /// Whether it is granted.
    granted: bool,
}

/// Grants or declines a wish about certifications.
#[utoipa::path(post, path = "/api/v1/operator/companies/{company}/certification-requests/{id}/answer",
    tag = "operator", request_body = Granted,
    params(("company" = String, Path), ("id" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = Outcome), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(super) async fn settle_request(
    State(app): State<App>,
    caller: OperatorCaller,
    Path((company, id)): Path<(String, String)>,
    headers: HeaderMap,
    body: Body<Granted>,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let command = certifications::Command::SettleRequest { id: id_of(&id)?, granted: body.value.granted };
    let write = Write::new(&app, &at, &headers, body.hash);
    write.room::<certifications::State>(&command, |_, done| told(done)).await
}

/// A judgement.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Judgement {
    /// Whether it is validated.
    validated: bool,
}

/// Says whether a submitted record is validated, or that a validated one no longer is.
#[utoipa::path(put, path = "/api/v1/operator/companies/{company}/records/{id}/judgement", tag = "operator",
    request_body = Judgement,
    params(("company" = String, Path), ("id" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = Outcome), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(super) async fn judge_record(
    State(app): State<App>,
    caller: OperatorCaller,
    Path((company, id)): Path<(String, String)>,
    headers: HeaderMap,
    body: Body<Judgement>,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let command = profile::Command::JudgeRecord { id: id_of(&id)?, validated: body.value.validated };
    let write = Write::new(&app, &at, &headers, body.hash);
    write.room::<profile::State>(&command, |_, done| told(done)).await
}

/// A qualification to give.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewQualification {
    /// Its kind, by the id in the programme.
    kind: String,
    /// Its name.
    title: String,
}

/// Gives a company a qualification.
#[utoipa::path(post, path = "/api/v1/operator/companies/{company}/qualifications", tag = "operator",
    request_body = NewQualification,
    params(("company" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = Outcome), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn grant_qualification(
    State(app): State<App>,
    caller: OperatorCaller,
    Path(company): Path<String>,
    headers: HeaderMap,
    body: Body<NewQualification>,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let NewQualification { kind, title } = body.value;
    let command = profile::Command::GrantQualification { kind, title };
    let write = Write::new(&app, &at, &headers, body.hash);
    write.room::<profile::State>(&command, |_, done| told(done)).await
}

/// Takes a qualification.
#[utoipa::path(delete, path = "/api/v1/operator/companies/{company}/qualifications/{id}", tag = "operator",
    params(("company" = String, Path), ("id" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = Outcome), (status = 404, body = Problem)))]
pub(super) async fn revoke_qualification(
    State(app): State<App>,
    caller: OperatorCaller,
    Path((company, id)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let command = profile::Command::RevokeQualification { id: id_of(&id)? };
    let write = Write::without_body(&app, &at, &headers, &uri);
    write.room::<profile::State>(&command, |_, done| told(done)).await
}

/// Notes that a bill was paid. The lead gets the promotional code.
#[utoipa::path(post, path = "/api/v1/operator/companies/{company}/fee/bills/{id}/payment", tag = "operator",
    params(("company" = String, Path), ("id" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = Outcome), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(super) async fn record_payment(
    State(app): State<App>,
    caller: OperatorCaller,
    Path((company, id)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let command = fee::Command::RecordPayment { id: id_of(&id)? };
    Write::without_body(&app, &at, &headers, &uri).room::<fee::State>(&command, |_, done| told(done)).await
}

/// Takes an unpaid bill back that was issued by mistake.
#[utoipa::path(delete, path = "/api/v1/operator/companies/{company}/fee/bills/{id}", tag = "operator",
    params(("company" = String, Path), ("id" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = Outcome), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(super) async fn cancel_bill(
    State(app): State<App>,
    caller: OperatorCaller,
    Path((company, id)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let command = fee::Command::CancelBill { id: id_of(&id)? };
    Write::without_body(&app, &at, &headers, &uri).room::<fee::State>(&command, |_, done| told(done)).await
}

/// Work that was done.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DoneWork {
    /// What was done, as a template's link names it.
    record: String,
    /// The id of who did it.
    person: String,
}

/// Records work that somebody of a company did elsewhere; tasks that wait for it are completed.
#[utoipa::path(post, path = "/api/v1/operator/companies/{company}/work", tag = "operator", request_body = DoneWork,
    params(("company" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = Outcome), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn record_work(
    State(app): State<App>,
    caller: OperatorCaller,
    Path(company): Path<String>,
    headers: HeaderMap,
    body: Body<DoneWork>,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let command = tasks::Command::RecordWork { record: body.value.record, member: id_of(&body.value.person)? };
    Write::new(&app, &at, &headers, body.hash).room::<tasks::State>(&command, |_, done| told(done)).await
}
