//! Leads that the operator shared: accepted or rejected, worked on, given on (ACE-4, ACE-5, ACE-12).

use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use guildhall_core::pipeline::{Lead, LeadCommand as Command};
use serde_json::Value;

use super::asked::{LeadsAsked, Page};
use super::entries::{self, Rejection, Transfer, Transferred};
use super::fields::LeadFields;
use super::views::{HistoryView, LeadView, ListView};
use crate::api::caller::{Asked, Body, Caller};
use crate::api::problem::Problem;
use crate::api::write::Write;
use crate::app::App;

/// The leads that the caller may see.
#[utoipa::path(get, path = "/api/v1/leads", tag = "leads", params(LeadsAsked),
    responses((status = 200, body = ListView), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem)))]
pub(in crate::api) async fn list(
    State(app): State<App>,
    caller: Caller,
    Asked(asked): Asked<LeadsAsked>,
) -> Result<Response, Problem> {
    let page = Page::of_leads(asked, caller.member)?;
    entries::list::<Lead>(&app, &caller, &page).await
}

/// One lead, with what the caller can do with it.
#[utoipa::path(get, path = "/api/v1/leads/{id}", tag = "leads", params(("id" = String, Path)),
    responses((status = 200, body = LeadView, headers(("ETag" = String))), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem)))]
pub(in crate::api) async fn show(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    entries::show::<Lead>(&app, &caller, &id).await
}

/// Changes a lead: all fields are given, and one that is left out is emptied.
#[utoipa::path(put, path = "/api/v1/leads/{id}", tag = "leads", request_body = LeadFields,
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = LeadView), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 412, body = Problem),
        (status = 422, body = Problem)))]
pub(in crate::api) async fn replace(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body<LeadFields>,
) -> Result<Response, Problem> {
    let command = Command::Edit { fields: Box::new(body.value.into()) };
    entries::run::<Lead>(Write::new(&app, &caller, &headers, body.hash), &id, &command).await
}

/// Changes some fields of a lead: those that the body has, as RFC 7396 merges them; a list is given whole.
#[utoipa::path(patch, path = "/api/v1/leads/{id}", tag = "leads", request_body = LeadFields,
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = LeadView), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 412, body = Problem),
        (status = 422, body = Problem)))]
pub(in crate::api) async fn change(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body<Value>,
) -> Result<Response, Problem> {
    let write = Write::new(&app, &caller, &headers, body.hash);
    let edit = |fields: LeadFields| Command::Edit { fields: Box::new(fields.into()) };
    entries::change::<Lead, LeadFields>(&app, &caller, write, &id, &body.value, edit).await
}

/// What was done to a lead, newest first.
#[utoipa::path(get, path = "/api/v1/leads/{id}/history", tag = "leads", params(("id" = String, Path)),
    responses((status = 200, body = HistoryView, headers(("ETag" = String))), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem)))]
pub(in crate::api) async fn history(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    entries::history::<Lead>(&app, &caller, &id).await
}

/// Accepts a lead that was shared.
#[utoipa::path(post, path = "/api/v1/leads/{id}/acceptance", tag = "leads",
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = LeadView), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 412, body = Problem)))]
pub(in crate::api) async fn accept(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let write = Write::without_body(&app, &caller, &headers, &uri);
    entries::run::<Lead>(write, &id, &Command::Accept).await
}

/// Rejects a lead that was shared.
#[utoipa::path(post, path = "/api/v1/leads/{id}/rejection", tag = "leads", request_body = Rejection,
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = LeadView), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 412, body = Problem),
        (status = 422, body = Problem)))]
pub(in crate::api) async fn reject(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body<Rejection>,
) -> Result<Response, Problem> {
    let command = Command::Reject { reason: body.value.reason };
    entries::run::<Lead>(Write::new(&app, &caller, &headers, body.hash), &id, &command).await
}

/// Gives a lead to somebody else. Who may see only their own does not reach it any more then.
#[utoipa::path(post, path = "/api/v1/leads/{id}/transfer", tag = "leads", request_body = Transfer,
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Transferred), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(in crate::api) async fn transfer(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body<Transfer>,
) -> Result<Response, Problem> {
    let write = Write::new(&app, &caller, &headers, body.hash);
    entries::transfer::<Lead>(write, &id, &body.value).await
}
