//! The audit trail of a company, and of what the programme itself does.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::response::Response;
use guildhall_core::account::Account;

use super::OperatorCaller;
use super::at::At;
use crate::api::caller::Asked;
use crate::api::problem::Problem;
use crate::api::trail::{Filter, Form, Paging, Trail, asked_of};
use crate::app::App;
use crate::portal::PROGRAMME;
use crate::trail;

/// What happened in a company, the newest first.
#[utoipa::path(get, path = "/api/v1/operator/companies/{company}/trail", tag = "operator",
    params(("company" = String, Path), Filter, Paging),
    responses((status = 200, body = Trail), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn of_company(
    State(app): State<App>,
    caller: OperatorCaller,
    Path(company): Path<String>,
    Asked(asked): Asked<trail::Asked>,
) -> Result<Json<Trail>, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let wanted = asked_of(&asked)?;
    let page = app.portal.log(at.loaded.tenant, &wanted.query, wanted.before, wanted.most).await?;
    Ok(Json(Trail::new(&at.loaded.account, None, page)))
}

/// The same as a file.
#[utoipa::path(get, path = "/api/v1/operator/companies/{company}/trail/download", tag = "operator",
    params(("company" = String, Path), Filter, Form),
    responses((status = 200, content((String = "text/csv"), (String = "application/x-ndjson"))),
        (status = 400, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn download_of_company(
    State(app): State<App>,
    caller: OperatorCaller,
    Path(company): Path<String>,
    Asked(asked): Asked<trail::Asked>,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let wanted = asked_of(&asked)?;
    Ok(trail::file(&app.portal, at.loaded.tenant, at.loaded.account, wanted))
}

/// What happened in the programme itself: operators' accounts and tokens, and what they published; the newest first.
#[utoipa::path(get, path = "/api/v1/operator/trail", tag = "operator", params(Filter, Paging),
    responses((status = 200, body = Trail), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn of_programme(
    State(app): State<App>,
    _: OperatorCaller,
    Asked(asked): Asked<trail::Asked>,
) -> Result<Json<Trail>, Problem> {
    let wanted = asked_of(&asked)?;
    let page = app.portal.log(PROGRAMME, &wanted.query, wanted.before, wanted.most).await?;
    Ok(Json(Trail::new(&Account::default(), None, page)))
}

/// The same as a file.
#[utoipa::path(get, path = "/api/v1/operator/trail/download", tag = "operator", params(Filter, Form),
    responses((status = 200, content((String = "text/csv"), (String = "application/x-ndjson"))),
        (status = 400, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn download_of_programme(
    State(app): State<App>,
    _: OperatorCaller,
    Asked(asked): Asked<trail::Asked>,
) -> Result<Response, Problem> {
    let wanted = asked_of(&asked)?;
    Ok(trail::file(&app.portal, PROGRAMME, Arc::default(), wanted))
}
