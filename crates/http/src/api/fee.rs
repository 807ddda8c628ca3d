//! The yearly fee: bills, where they are paid, and the form with the account that they go to.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use guildhall_core::fee::{self, Command, Overview};
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::caller::{Body, Caller};
use super::problem::Problem;
use super::room::{self, Reading};
use crate::app::App;

/// The bills of the company, the account on record, and whether the company is at risk.
#[utoipa::path(get, path = "/api/v1/fee", tag = "fee",
    responses((status = 200), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(super) async fn show(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let state = room::load::<fee::State>(&app, &caller).await?;
    answer(&app, &caller, &state)
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
    responses((status = 200), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn submit(
    State(app): State<App>,
    caller: Caller,
    body: Body<UpgradeForm>,
) -> Result<Response, Problem> {
    let command = Command::SubmitUpgradeForm { account: body.value.account, payer: body.value.payer };
    let done = room::run::<fee::State>(&app, &caller, &command).await?;
    answer(&app, &caller, &done.state)
}

fn answer(app: &App, caller: &Caller, state: &fee::State) -> Result<Response, Problem> {
    let reading = Reading::new(app, caller)?;
    let overview = fee::overview(&reading.setting(), state).map_err(room::denied)?;
    Ok(Json(view(&overview)).into_response())
}

fn view(overview: &Overview) -> Value {
    let bill = |b: &fee::BillView| {
        json!({
            "id": b.id, "issued_on": b.bill.issued_on, "year_from": b.bill.year_from, "due_on": b.bill.due_on,
            "currency": b.bill.currency, "fee_minor": b.bill.fee_minor,
            "tax": b.bill.tax.as_ref().map(|t| json!({ "title": t.title, "amount_minor": t.amount_minor })),
            "total_minor": b.total_minor, "billed_to": b.bill.billed_to, "paid_on": b.bill.paid_on,
            "overdue": b.overdue,
        })
    };
    json!({
        "console": overview.console,
        "account": overview.billing.as_ref().map(|b| &b.account),
        "payer": overview.billing.as_ref().and_then(|b| b.payer.as_ref()),
        "at_risk": overview.at_risk,
        "bills": overview.bills.iter().map(bill).collect::<Vec<_>>(),
    })
}
