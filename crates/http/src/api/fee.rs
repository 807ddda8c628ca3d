//! The yearly fee: bills, where they are paid, and the form with the account that they go to.
#![allow(unused_qualifications, reason = "utoipa names the parameters twice")]

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use guildhall_core::fee::{self, Command};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::caller::{Body, Caller};
use super::problem::Problem;
use super::room::{self, Reading};
use super::write::{Write, with_etag};
use crate::app::App;

/// The fee of the company.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Fee {
    /// Where bills are paid.
    console: String,
    /// The account on record.
    account: Option<String>,
    /// The payer account of its organisation.
    payer: Option<String>,
    /// Whether the company is at risk of a lower stage.
    at_risk: bool,
    /// The bills, newest first.
    bills: Vec<BillView>,
}

/// A bill.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BillView {
    /// Its id.
    id: String,
    /// When it was issued.
    issued_on: NaiveDate,
    /// The first day of the year that it is for.
    year_from: NaiveDate,
    /// The last day to pay it.
    due_on: NaiveDate,
    /// The currency.
    currency: String,
    /// The fee in the smallest unit of the currency.
    fee_minor: u64,
    /// The tax, where there is one.
    tax: Option<TaxView>,
    /// Fee and tax together.
    total_minor: u64,
    /// The account that it goes to.
    billed_to: Option<String>,
    /// When it was paid.
    paid_on: Option<NaiveDate>,
    /// Whether it is unpaid though its time is over.
    overdue: bool,
}

/// The tax on a bill.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TaxView {
    /// What it is.
    title: String,
    /// The amount in the smallest unit of the currency.
    amount_minor: u64,
}

impl From<fee::Overview> for Fee {
    fn from(overview: fee::Overview) -> Self {
        let billing = overview.billing.as_ref();
        Self {
            account: billing.map(|b| b.account.to_string()),
            payer: billing.and_then(|b| b.payer.as_ref()).map(ToString::to_string),
            console: overview.console,
            at_risk: overview.at_risk,
            bills: overview.bills.into_iter().map(BillView::from).collect(),
        }
    }
}

impl From<fee::BillView> for BillView {
    fn from(view: fee::BillView) -> Self {
        let fee::BillView { id, bill, total_minor, overdue } = view;
        Self {
            id: id.to_string(),
            issued_on: bill.issued_on,
            year_from: bill.year_from,
            due_on: bill.due_on,
            currency: bill.currency,
            fee_minor: bill.fee_minor,
            tax: bill.tax.map(|tax| TaxView { title: tax.title, amount_minor: tax.amount_minor }),
            total_minor,
            billed_to: bill.billed_to.map(|account| account.to_string()),
            paid_on: bill.paid_on,
            overdue,
        }
    }
}

/// The bills of the company, the account on record, and whether the company is at risk.
#[utoipa::path(get, path = "/api/v1/fee", tag = "fee",
    responses((status = 200, body = Fee, headers(("ETag" = String))), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(super) async fn show(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let (state, version) = room::versioned::<fee::State>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let overview = fee::overview(&reading.setting(), &state).map_err(room::denied(&reading.setting()))?;
    Ok(with_etag(Json(Fee::from(overview)).into_response(), version))
}

/// The account that the fee is billed to.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct UpgradeForm {
    /// The twelve digits of the cloud account.
    account: String,
    /// Those of the payer account, if the account belongs to an organisation.
    #[serde(default)]
    payer: String,
}

/// Submits the upgrade form.
#[utoipa::path(put, path = "/api/v1/fee/account", tag = "fee", request_body = UpgradeForm,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Fee), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn submit(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<UpgradeForm>,
) -> Result<Response, Problem> {
    let command = Command::SubmitUpgradeForm { account: body.value.account, payer: body.value.payer };
    let write = Write::new(&app, &caller, &headers, body.hash);
    write
        .room::<fee::State>(&command, |setting, done| {
            room::told(StatusCode::OK, fee::overview(setting, &done.state).ok().map(Fee::from))
        })
        .await
}
