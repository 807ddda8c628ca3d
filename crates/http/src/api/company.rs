//! What the company says about itself, and its domains.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use guildhall_core::Id;
use guildhall_core::account::{Account, Command, Event};
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::caller::{Body, Caller, request_hash};
use super::problem::Problem;
use super::views::{CompanyBody, CompanyView};
use super::write::{Write, with_etag};
use crate::app::App;

/// The caller's company.
#[utoipa::path(get, path = "/api/v1/company", tag = "company",
    responses((status = 200, body = CompanyView, headers(("ETag" = String))), (status = 401, body = Problem)))]
pub(super) async fn show(caller: Caller) -> Response {
    with_etag(Json(CompanyView::new(&caller.loaded.account)).into_response(), caller.loaded.version)
}

/// Changes what the company says about itself.
#[utoipa::path(put, path = "/api/v1/company", tag = "company", request_body = CompanyBody,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = CompanyView), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn edit(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<CompanyBody>,
) -> Result<Response, Problem> {
    let command = Command::EditCompany { company: body.value.into() };
    let write = Write { app: &app, caller: &caller, headers: &headers, request_hash: body.hash };
    write.run(command, |a, e, _| (StatusCode::OK, company(a, e))).await
}

/// A domain.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewDomain {
    /// The domain.
    domain: String,
}

/// Adds an e-mail domain: people who register with it join this company.
#[utoipa::path(post, path = "/api/v1/domains", tag = "company", request_body = NewDomain,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 201, body = CompanyView), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn add_domain(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<NewDomain>,
) -> Result<Response, Problem> {
    let command = Command::AddDomain { domain: body.value.domain, owner: None };
    let write = Write { app: &app, caller: &caller, headers: &headers, request_hash: body.hash };
    write.run(command, |a, e, _| (StatusCode::CREATED, company(a, e))).await
}

/// Withdraws an e-mail domain. People who joined by it stay.
#[utoipa::path(delete, path = "/api/v1/domains/{domain}", tag = "company",
    params(("domain" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = CompanyView), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn withdraw_domain(
    State(app): State<App>,
    caller: Caller,
    Path(domain): Path<String>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let request_hash = request_hash(&format!("{method} {uri}"), &[]);
    let write = Write { app: &app, caller: &caller, headers: &headers, request_hash };
    write.run(Command::WithdrawDomain { domain }, |a, e, _: Id| (StatusCode::OK, company(a, e))).await
}

fn company(account: &Account, _: &[Event]) -> Value {
    json!(CompanyView::new(account))
}
