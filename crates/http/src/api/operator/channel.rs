//! The growth rebate of a company, which operators record.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use guildhall_core::channel::{self, Command};

use super::OperatorCaller;
use super::at::At;
use super::programme::{Outcome, told};
use crate::api::caller::Body;
use crate::api::channel::{NewStatement, id_of};
use crate::api::problem::Problem;
use crate::api::write::Write;
use crate::app::App;

/// Records what a quarter brought a company.
#[utoipa::path(post, path = "/api/v1/operator/companies/{company}/rebates", tag = "operator",
    request_body = NewStatement,
    params(("company" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = Outcome), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn record_statement(
    State(app): State<App>,
    caller: OperatorCaller,
    Path(company): Path<String>,
    headers: HeaderMap,
    body: Body<NewStatement>,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let command = Command::RecordStatement { statement: body.value.into() };
    let write = Write::new(&app, &at, &headers, body.hash);
    write.room::<channel::State>(&command, |_, done| told(done)).await
}

/// Takes a statement back that was recorded by mistake.
#[utoipa::path(delete, path = "/api/v1/operator/companies/{company}/rebates/{id}", tag = "operator",
    params(("company" = String, Path), ("id" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = Outcome), (status = 404, body = Problem)))]
pub(super) async fn withdraw_statement(
    State(app): State<App>,
    caller: OperatorCaller,
    Path((company, id)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let command = Command::WithdrawStatement { id: id_of(&id)? };
    let write = Write::without_body(&app, &at, &headers, &uri);
    write.room::<channel::State>(&command, |_, done| told(done)).await
}
