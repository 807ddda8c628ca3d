//! The programme's fee: bills, the account that they go to, and where they are paid. Nothing is paid here (FEE-1..11).

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use guildhall_core::fee::{self, BillView, Command, Refusal, State};
use guildhall_core::room::RoomRefusal as _;
use guildhall_core::{FieldFault, Permission};
use serde::Deserialize;

use super::App;
use super::certifications::{Outside, outside};
use super::form::{Fault, Field, tie};
use super::locale::Words;
use super::room::refusal_words;
use super::view::{Answer, Page};
use super::visit::{Posted, Signed, Visit};
use super::words;

const PATH: &str = "/company/fee";

pub(super) fn routes() -> Router<App> {
    Router::new().route("/company/fee", get(page).post(submit))
}

#[derive(Debug, Template)]
#[template(path = "fee.html")]
struct FeePage {
    page: Page,
    at_risk: bool,
    /// From which stage on there is a fee, and how much it is.
    intro: String,
    console: String,
    bills: Vec<BillLine>,
    /// Whether an account is on record.
    on_record: bool,
    /// The payer account of the organisation, if there is one.
    payer: String,
    fields: Vec<Field>,
    links: Vec<Outside>,
    faults: Vec<Fault>,
}

#[derive(Debug)]
struct BillLine {
    year: String,
    issued: String,
    due: String,
    fee: String,
    tax: String,
    total: String,
    billed_to: String,
    status: String,
    tone: &'static str,
}

fn bill_line(w: Words, view: &BillView) -> BillLine {
    let bill = &view.bill;
    let (status, tone) = match (bill.paid_on, view.overdue) {
        (Some(on), _) => (w.t1("fee-paid", "day", w.date(on)), "good"),
        (None, true) => (w.t("fee-overdue"), "off"),
        (None, false) => (w.t("fee-open"), "info"),
    };
    BillLine {
        year: w.date(bill.year_from),
        issued: w.date(bill.issued_on),
        due: w.date(bill.due_on),
        fee: w.money(bill.fee_minor, &bill.currency),
        tax: bill
            .tax
            .as_ref()
            .map_or_else(String::new, |tax| format!("{} ({})", w.money(tax.amount_minor, &bill.currency), tax.title)),
        total: w.money(view.total_minor, &bill.currency),
        billed_to: bill.billed_to.as_ref().map(ToString::to_string).unwrap_or_default(),
        status: status.into_owned(),
        tone,
    }
}

#[derive(Debug, Default, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct UpgradeForm {
    account: String,
    #[serde(default)]
    payer: String,
}

async fn show(visit: &Visit, me: &Signed, typed: Option<&UpgradeForm>, refusal: Option<&Refusal>) -> Answer {
    let w = visit.w;
    let program = visit.program();
    let state = visit.room::<State>(me).await?;
    let reading = visit.reading(me)?;
    let overview = fee::overview(&reading.setting(), &state).map_err(|denied| visit.denied(&denied))?;
    let billing = overview.billing.as_ref();
    let payer = billing.and_then(|b| b.payer.as_ref()).map(ToString::to_string).unwrap_or_default();
    let recorded =
        UpgradeForm { account: billing.map(|b| b.account.to_string()).unwrap_or_default(), payer: payer.clone() };
    let shown = typed.unwrap_or(&recorded);
    let number = |name: &str, key: &str, value: &str| {
        Field::new("text", name, w.t(key)).hint(w.t(&format!("{key}-hint"))).value(value).most(20)
    };
    let mut fields =
        vec![number("account", "fee-account", &shown.account), number("payer", "fee-payer", &shown.payer).optional(w)];
    let none: Vec<FieldFault> = Vec::new();
    let faults = match refusal {
        Some(Refusal::InvalidInput { faults }) => faults,
        _ => &none,
    };
    let mut faults = tie(w, fields.iter_mut(), faults);
    if let Some(refusal) = refusal.filter(|r| !matches!(r, Refusal::InvalidInput { .. })) {
        faults.push(Fault { href: "#main".into(), text: refusal_words::<State>(w, refusal) });
    }
    let rules = program.fee();
    let stage = rules.billed_from.and_then(|stage| program.stage(stage)).map(|s| s.title.clone());
    let amount = w.money(rules.amount_minor, &rules.currency);
    let days = w.number(rules.days);
    let values = |stage: &str| {
        w.with("fee-intro", &[("stage", stage), ("amount", amount.as_str()), ("days", days.as_str())]).into_owned()
    };
    let model = FeePage {
        page: visit.page(w.t("fee-title")),
        at_risk: overview.at_risk,
        intro: stage.map_or_else(|| w.t("fee-none").into_owned(), |stage| values(&stage)),
        console: overview.console,
        bills: overview.bills.iter().map(|view| bill_line(w, view)).collect(),
        on_record: billing.is_some(),
        payer,
        fields,
        links: outside(program, &["payments", "billing", "promotional_credit", "tax_help"]),
        faults,
    };
    Ok(visit.html_with(refusal.map_or(StatusCode::OK, |refusal| words::status(refusal.kind())), &model))
}

fn allowed(visit: &Visit) -> Result<&Signed, super::view::Stop> {
    let me = visit.member()?;
    visit.permitted(Permission::SubmitUpgradeForm)?;
    Ok(me)
}

/// `GET /company/fee` (FEE-1, FEE-6)
async fn page(visit: Visit) -> Answer {
    let me = allowed(&visit)?;
    show(&visit, me, None, None).await
}

/// `POST /company/fee` (FEE-5, FEE-8)
async fn submit(Posted { visit, form }: Posted<UpgradeForm>) -> Answer {
    let me = allowed(&visit)?;
    let command = Command::SubmitUpgradeForm { account: form.account.clone(), payer: form.payer.clone() };
    match visit.run_room::<State>(me, &command).await? {
        Ok(_) => Ok(visit.go_saying(PATH, &visit.w.t("fee-account-saved"))),
        Err(Refusal::Denied(denied)) => Err(visit.denied(&denied).into()),
        Err(refusal) => show(&visit, me, Some(&form), Some(&refusal)).await,
    }
}

/// The words that are put together while the portal runs.
#[cfg(test)]
pub(super) fn keys() -> Vec<String> {
    ["fee-account-hint", "fee-payer-hint", "fault-not-an-account-number"].map(str::to_owned).into()
}
