//! Opportunities: what a company brings, and what is shared with it (ACE-2..5, ACE-10..12).

use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use guildhall_core::pipeline::{Opportunity, OpportunityCommand as Command};
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::asked::{OpportunitiesAsked, Page};
use super::entries::{self, Rejection, Transfer, Transferred};
use super::fields::OpportunityFields;
use super::views::{HistoryView, ListView, OpportunityView};
use crate::api::caller::{Asked, Body, Caller};
use crate::api::problem::Problem;
use crate::api::write::Write;
use crate::app::App;

/// The opportunities that the caller may see.
#[utoipa::path(get, path = "/api/v1/opportunities", tag = "opportunities", params(OpportunitiesAsked),
    responses((status = 200, body = ListView), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem)))]
pub(in crate::api) async fn list(
    State(app): State<App>,
    caller: Caller,
    Asked(asked): Asked<OpportunitiesAsked>,
) -> Result<Response, Problem> {
    let page = Page::of_opportunities(asked, caller.member)?;
    entries::list::<Opportunity>(&app, &caller, &page).await
}

/// Brings a new opportunity; the caller owns it. The answer's `Location` is its address.
#[utoipa::path(post, path = "/api/v1/opportunities", tag = "opportunities", request_body = OpportunityFields,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = OpportunityView), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(in crate::api) async fn create(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<OpportunityFields>,
) -> Result<Response, Problem> {
    let entry = app.portal.moment(&caller.origin)?.fresh;
    let command = Command::Create { entry: Some(entry), fields: Box::new(body.value.into()) };
    let write = Write::new(&app, &caller, &headers, body.hash);
    entries::create::<Opportunity>(write, "/api/v1/opportunities", entry, &command).await
}

/// One opportunity, with what the caller can do with it.
#[utoipa::path(get, path = "/api/v1/opportunities/{id}", tag = "opportunities", params(("id" = String, Path)),
    responses((status = 200, body = OpportunityView, headers(("ETag" = String))), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem)))]
pub(in crate::api) async fn show(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    entries::show::<Opportunity>(&app, &caller, &id).await
}

/// Changes an opportunity: all fields are given, and one that is left out is emptied.
#[utoipa::path(put, path = "/api/v1/opportunities/{id}", tag = "opportunities", request_body = OpportunityFields,
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = OpportunityView), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 412, body = Problem),
        (status = 422, body = Problem)))]
pub(in crate::api) async fn replace(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body<OpportunityFields>,
) -> Result<Response, Problem> {
    let command = Command::Edit { fields: Box::new(body.value.into()) };
    entries::run::<Opportunity>(Write::new(&app, &caller, &headers, body.hash), &id, &command).await
}

/// Changes some fields of an opportunity: those that the body has, as RFC 7396 merges them; a list is given whole.
#[utoipa::path(patch, path = "/api/v1/opportunities/{id}", tag = "opportunities", request_body = OpportunityFields,
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = OpportunityView), (status = 401, body = Problem), (status = 403, body = Problem),
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
    let edit = |fields: OpportunityFields| Command::Edit { fields: Box::new(fields.into()) };
    entries::change::<Opportunity, OpportunityFields>(&app, &caller, write, &id, &body.value, edit).await
}

/// What was done to an opportunity, newest first.
#[utoipa::path(get, path = "/api/v1/opportunities/{id}/history", tag = "opportunities", params(("id" = String, Path)),
    responses((status = 200, body = HistoryView, headers(("ETag" = String))), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem)))]
pub(in crate::api) async fn history(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    entries::history::<Opportunity>(&app, &caller, &id).await
}

/// What a submission asks for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct Submission {
    /// `Co-Sell` or `For Visibility Only`.
    involvement_type: String,
    /// How much the operator's sellers see: `Full` (also when left out) or `Limited`.
    #[serde(default)]
    visibility: String,
}

/// Submits an opportunity for review, or again after an answer to a question.
#[utoipa::path(post, path = "/api/v1/opportunities/{id}/submission", tag = "opportunities", request_body = Submission,
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = OpportunityView), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 412, body = Problem),
        (status = 422, body = Problem)))]
pub(in crate::api) async fn submit(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body<Submission>,
) -> Result<Response, Problem> {
    let Submission { involvement_type, visibility } = body.value;
    let command = Command::Submit { involvement_type, visibility };
    entries::run::<Opportunity>(Write::new(&app, &caller, &headers, body.hash), &id, &command).await
}

/// Accepts an opportunity that was shared.
#[utoipa::path(post, path = "/api/v1/opportunities/{id}/acceptance", tag = "opportunities",
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = OpportunityView), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 412, body = Problem)))]
pub(in crate::api) async fn accept(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let write = Write::without_body(&app, &caller, &headers, &uri);
    entries::run::<Opportunity>(write, &id, &Command::Accept).await
}

/// Rejects an opportunity that was shared.
#[utoipa::path(post, path = "/api/v1/opportunities/{id}/rejection", tag = "opportunities", request_body = Rejection,
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = OpportunityView), (status = 401, body = Problem), (status = 403, body = Problem),
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
    entries::run::<Opportunity>(Write::new(&app, &caller, &headers, body.hash), &id, &command).await
}

/// Gives an opportunity to somebody else. Who may see only their own does not reach it any more then.
#[utoipa::path(post, path = "/api/v1/opportunities/{id}/transfer", tag = "opportunities", request_body = Transfer,
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
    entries::transfer::<Opportunity>(write, &id, &body.value).await
}
