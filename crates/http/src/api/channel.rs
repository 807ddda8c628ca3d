//! The channel: program management accounts, end users, and the growth rebate.
#![allow(unused_qualifications, reason = "utoipa names the parameters twice")]

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use guildhall_core::channel::{self, Command, EndUserInput, StatementInput};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::caller::{Body, Caller, whole_number};
use super::problem::Problem;
use super::room::{self, Reading};
use super::write::{Write, with_etag};
use crate::app::App;

/// The operations.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(show))
        .routes(routes!(add_account))
        .routes(routes!(rename_account))
        .routes(routes!(close_account))
        .routes(routes!(report_end_user))
        .routes(routes!(edit_end_user))
        .routes(routes!(end_resale))
}

/// The channel of the company.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Channel {
    /// The accounts that manage resale, those in use first.
    accounts: Vec<ManagementAccount>,
    /// The end users, those to whom the resale goes on first.
    end_users: Vec<EndUser>,
    /// The statements of the growth rebate, newest first.
    statements: Vec<Statement>,
}

/// An account that manages resale.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ManagementAccount {
    /// Its id.
    id: String,
    /// Its twelve digits.
    number: String,
    /// What the company calls it.
    title: String,
    /// To how many end users the resale goes on.
    end_users: usize,
    /// When it was reported.
    opened_on: NaiveDate,
    /// When it was closed.
    closed_on: Option<NaiveDate>,
}

/// A customer that the company resells to.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct EndUser {
    /// Its id.
    id: String,
    /// The id of the account that manages the resale.
    account: String,
    /// The customer's name.
    company: String,
    /// The customer's country or region.
    country: String,
    /// The customer's web address.
    website: Option<String>,
    /// The twelve digits of the customer's account.
    number: String,
    /// When it was reported.
    reported_on: NaiveDate,
    /// When the resale ended.
    ended_on: Option<NaiveDate>,
}

/// What a quarter brought, in the smallest unit of the currency.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Statement {
    /// Its id.
    id: String,
    /// The year.
    year: i32,
    /// The quarter, from 1 to 4.
    quarter: u8,
    /// The currency.
    currency: String,
    /// What was resold in the same quarter a year before.
    base_minor: u64,
    /// What was resold.
    resold_minor: u64,
    /// How much that grew, in tenths of a percent; `null` where nothing was resold the year before.
    growth_permille: Option<i64>,
    /// The rebate.
    rebate_minor: u64,
    /// When it was recorded.
    recorded_on: NaiveDate,
}

impl From<channel::Overview> for Channel {
    fn from(overview: channel::Overview) -> Self {
        let account = |view: channel::AccountView| ManagementAccount {
            id: view.id.to_string(),
            number: view.account.number.to_string(),
            title: view.account.title.to_string(),
            end_users: view.end_users,
            opened_on: view.account.opened_on,
            closed_on: view.account.closed_on,
        };
        let end_user = |view: channel::EndUserView| EndUser {
            id: view.id.to_string(),
            account: view.end_user.account.to_string(),
            company: view.end_user.company.to_string(),
            country: view.end_user.country.to_string(),
            website: view.end_user.website.map(|site| site.to_string()),
            number: view.end_user.number.to_string(),
            reported_on: view.end_user.reported_on,
            ended_on: view.end_user.ended_on,
        };
        let statement = |view: channel::StatementView| Statement {
            id: view.id.to_string(),
            year: view.statement.quarter.year,
            quarter: view.statement.quarter.quarter,
            currency: view.statement.currency,
            base_minor: view.statement.base_minor,
            resold_minor: view.statement.resold_minor,
            growth_permille: view.growth_permille,
            rebate_minor: view.statement.rebate_minor,
            recorded_on: view.statement.recorded_on,
        };
        Self {
            accounts: overview.accounts.into_iter().map(account).collect(),
            end_users: overview.end_users.into_iter().map(end_user).collect(),
            statements: overview.statements.into_iter().map(statement).collect(),
        }
    }
}

/// An id in an address.
pub(super) fn id_of(text: &str) -> Result<guildhall_core::Id, Problem> {
    text.parse().map_err(|_| Problem::missing())
}

/// Runs a command and shows the channel afterwards.
async fn run(write: Write<'_>, command: &Command, status: StatusCode) -> Result<Response, Problem> {
    write
        .room::<channel::State>(command, |setting, done| {
            room::told(status, channel::overview(setting, &done.state).ok().map(Channel::from))
        })
        .await
}

/// Accounts, end users and statements.
#[utoipa::path(get, path = "/api/v1/channel", tag = "channel",
    responses((status = 200, body = Channel, headers(("ETag" = String))), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(super) async fn show(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let (state, version) = room::versioned::<channel::State>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let overview = channel::overview(&reading.setting(), &state).map_err(room::refused_in(&reading.setting()))?;
    Ok(with_etag(Json(Channel::from(overview)).into_response(), version))
}

/// An account to report.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewAccount {
    /// Its twelve digits.
    number: String,
    /// What the company calls it.
    title: String,
}

/// Another name.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewTitle {
    /// What the company calls it.
    title: String,
}

/// A customer that the company resells to, as reported.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewEndUser {
    /// The id of the account that manages the resale.
    account: String,
    /// The customer's name.
    company: String,
    /// The customer's country or region.
    country: String,
    /// The customer's web address.
    #[serde(default)]
    website: String,
    /// The twelve digits of the customer's account.
    number: String,
}

impl From<NewEndUser> for EndUserInput {
    fn from(body: NewEndUser) -> Self {
        let NewEndUser { account, company, country, website, number } = body;
        Self { account, company, country, website, number }
    }
}

/// Reports an account with which resale is managed.
#[utoipa::path(post, path = "/api/v1/channel/accounts", tag = "channel", request_body = NewAccount,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 201, body = Channel), (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn add_account(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<NewAccount>,
) -> Result<Response, Problem> {
    let command = Command::AddAccount { number: body.value.number, title: body.value.title };
    run(Write::new(&app, &caller, &headers, body.hash), &command, StatusCode::CREATED).await
}

/// Calls an account something else.
#[utoipa::path(patch, path = "/api/v1/channel/accounts/{id}", tag = "channel", request_body = NewTitle,
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Channel), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn rename_account(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body<NewTitle>,
) -> Result<Response, Problem> {
    let command = Command::RenameAccount { id: id_of(&id)?, title: body.value.title };
    run(Write::new(&app, &caller, &headers, body.hash), &command, StatusCode::OK).await
}

/// Closes an account on which no end user hangs any more.
#[utoipa::path(post, path = "/api/v1/channel/accounts/{id}/close", tag = "channel",
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Channel), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 412, body = Problem)))]
pub(super) async fn close_account(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let command = Command::CloseAccount { id: id_of(&id)? };
    run(Write::without_body(&app, &caller, &headers, &uri), &command, StatusCode::OK).await
}

/// Reports an end user.
#[utoipa::path(post, path = "/api/v1/channel/end-users", tag = "channel", request_body = NewEndUser,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 201, body = Channel), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn report_end_user(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<NewEndUser>,
) -> Result<Response, Problem> {
    let command = Command::ReportEndUser { end_user: body.value.into() };
    run(Write::new(&app, &caller, &headers, body.hash), &command, StatusCode::CREATED).await
}

/// Corrects what was reported of an end user.
#[utoipa::path(put, path = "/api/v1/channel/end-users/{id}", tag = "channel", request_body = NewEndUser,
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Channel), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn edit_end_user(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body<NewEndUser>,
) -> Result<Response, Problem> {
    let command = Command::EditEndUser { id: id_of(&id)?, end_user: body.value.into() };
    run(Write::new(&app, &caller, &headers, body.hash), &command, StatusCode::OK).await
}

/// Says that the resale to an end user ended.
#[utoipa::path(post, path = "/api/v1/channel/end-users/{id}/end", tag = "channel",
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Channel), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 412, body = Problem)))]
pub(super) async fn end_resale(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let command = Command::EndResale { id: id_of(&id)? };
    run(Write::without_body(&app, &caller, &headers, &uri), &command, StatusCode::OK).await
}

/// What a quarter brought, to be recorded.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewStatement {
    /// The year.
    #[serde(deserialize_with = "whole_number")]
    year: i32,
    /// The quarter, from 1 to 4.
    #[serde(deserialize_with = "whole_number")]
    #[schema(minimum = 1, maximum = 4)]
    quarter: u8,
    /// The currency: three capital letters.
    currency: String,
    /// What was resold in the same quarter a year before, in the smallest unit of the currency.
    #[serde(deserialize_with = "whole_number")]
    base_minor: u64,
    /// What was resold.
    #[serde(deserialize_with = "whole_number")]
    resold_minor: u64,
    /// The rebate.
    #[serde(deserialize_with = "whole_number")]
    rebate_minor: u64,
}

impl From<NewStatement> for StatementInput {
    fn from(body: NewStatement) -> Self {
        let NewStatement { year, quarter, currency, base_minor, resold_minor, rebate_minor } = body;
        Self { year, quarter, currency, base_minor, resold_minor, rebate_minor }
    }
}
