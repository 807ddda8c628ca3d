//! The growth rebate of a company: what each quarter brought it, recorded and taken back by operators.

use axum::extract::Path;
use axum::http::StatusCode;
use guildhall_core::FieldFault;
use guildhall_core::channel::{self, Command, StatementInput, StatementView};
use guildhall_core::room::RoomRefusal as _;
use serde::Deserialize;

use super::companies::Company;
use super::decisions::{refused, try_run};
use super::sheet::{Action, Row, Section, Sheet, cell};
use crate::pages::channel::growth;
use crate::pages::form::{Field, FormPage, choices};
use crate::pages::view::Answer;
use crate::pages::visit::{Posted, Visit};

/// A statement as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct StatementForm {
    year: String,
    quarter: String,
    currency: String,
    base: String,
    resold: String,
    rebate: String,
}

/// `GET /operator/companies/{company}/rebates`
pub(super) async fn page(visit: Visit, Path(company): Path<String>) -> Answer {
    let company = visit.company(&company).await?;
    let w = visit.w;
    let state = company.room::<channel::State>(&visit).await?;
    let seen = match channel::overview(&company.setting(&visit), &state) {
        Ok(seen) => seen,
        Err(refusal) => return Ok(refused::<channel::State>(&visit, &company, &refusal)),
    };
    let row = |view: &StatementView| {
        let statement = &view.statement;
        let money = |minor| cell(w.money(minor, &statement.currency));
        let back = format!("{}/decide/statements/{}/withdraw", company.href(), view.id);
        Row::new(vec![
            cell(statement.quarter.to_string()),
            money(statement.base_minor),
            money(statement.resold_minor),
            cell(growth(w, view).0),
            money(statement.rebate_minor),
            cell(w.date(statement.recorded_on)),
        ])
        .actions(vec![Action::new(back, w.t("operator-withdraw"))])
    };
    let heads = ["quarter", "base", "resold", "growth-head", "rebate", "recorded"];
    let heads = heads.map(|key| w.t(&format!("channel-{key}")).into_owned()).to_vec();
    let rows = seen.statements.iter().map(row).collect();
    let sheet = Sheet::new(visit.page(w.t1("operator-rebates-title", "company", company.name())))
        .action(Action::new(format!("{}/rebates/new", company.href()), w.t("operator-new-rebates-button")))
        .action(Action::new(company.href(), w.t("operator-back")))
        .section(
            Section::new("rebates", "").table(heads, rows, w.t("operator-none-yet")).acting(w.t("operator-actions")),
        );
    Ok(visit.html(&sheet))
}

fn form(visit: &Visit, company: &Company, typed: &StatementForm) -> FormPage {
    let w = visit.w;
    let quarters = ["1", "2", "3", "4"].map(|n| (n.to_owned(), n.to_owned()));
    let amount = |name: &str, key: &str, value: &str| {
        Field::new("text", name, w.t(key)).value(value).hint(w.t("operator-amount-hint")).most(20)
    };
    FormPage::new(
        visit.page(w.t("operator-new-rebates-title")),
        format!("{}/rebates/new", company.href()),
        w.t("operator-new-rebates-button"),
    )
    .intro(w.t("operator-new-rebates-text"))
    .fact(w.t("operator-companies-name"), company.name())
    .fields(vec![
        Field::new("text", "year", w.t("operator-year")).value(&typed.year).most(4),
        Field::new("select", "quarter", w.t("channel-quarter")).choices(choices(
            &w.t("choose"),
            quarters,
            &typed.quarter,
        )),
        Field::new("text", "currency", w.t("operator-currency")).value(&typed.currency).most(3),
        amount("base", "channel-base", &typed.base),
        amount("resold", "channel-resold", &typed.resold),
        amount("rebate", "channel-rebate", &typed.rebate),
    ])
    .link(format!("{}/rebates", company.href()), w.t("cancel"))
}

/// An amount such as `1200.5` in the smallest unit of a currency with a hundred of them.
fn minor(text: &str) -> Result<u64, &'static str> {
    let text = text.trim();
    if text.is_empty() {
        return Err("required");
    }
    let (whole, cents) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let cents = match cents.len() {
        1 => format!("{cents}0"),
        2 => cents.to_owned(),
        _ => return Err("not_an_amount"),
    };
    if !digits(whole) || !digits(&cents) {
        return Err("not_an_amount");
    }
    let minor = whole.parse::<u64>().ok().and_then(|whole| whole.checked_mul(100)?.checked_add(cents.parse().ok()?));
    minor.ok_or("not_an_amount")
}

impl StatementForm {
    /// What was typed, as far as it can be read; the faults otherwise.
    fn read(&self) -> Result<StatementInput, Vec<FieldFault>> {
        let mut faults = Vec::new();
        let mut amount = |field: &str, text: &str| {
            minor(text).map_err(|code| faults.push(FieldFault::new(field, code))).unwrap_or_default()
        };
        let base_minor = amount("base", &self.base);
        let resold_minor = amount("resold", &self.resold);
        let rebate_minor = amount("rebate", &self.rebate);
        if faults.is_empty() {
            // A year or quarter that is no number is none of those that the core takes.
            let (year, quarter) = (self.year.trim().parse(), self.quarter.trim().parse());
            Ok(StatementInput {
                year: year.unwrap_or_default(),
                quarter: quarter.unwrap_or_default(),
                currency: self.currency.trim().to_ascii_uppercase(),
                base_minor,
                resold_minor,
                rebate_minor,
            })
        } else {
            Err(faults)
        }
    }
}

/// `GET /operator/companies/{company}/rebates/new`
pub(super) async fn ask(visit: Visit, Path(company): Path<String>) -> Answer {
    let company = visit.company(&company).await?;
    Ok(visit.html(&form(&visit, &company, &StatementForm::default())))
}

/// `POST /operator/companies/{company}/rebates/new`
pub(super) async fn record(
    Path(company): Path<String>,
    Posted { visit, form: typed }: Posted<StatementForm>,
) -> Answer {
    let company = visit.company(&company).await?;
    let page = form(&visit, &company, &typed);
    let invalid = |page: FormPage, faults: &[FieldFault]| {
        visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page.with_faults(faults))
    };
    let statement = match typed.read() {
        Ok(statement) => statement,
        Err(faults) => return Ok(invalid(page, &faults)),
    };
    match try_run::<channel::State>(&visit, &company, &Command::RecordStatement { statement }).await? {
        Ok(()) => Ok(visit.go_saying(&format!("{}/rebates", company.href()), &visit.w.t("operator-recorded"))),
        Err(refusal) if !refusal.faults().is_empty() => Ok(invalid(page, refusal.faults())),
        Err(refusal) => Ok(refused::<channel::State>(&visit, &company, &refusal)),
    }
}

#[cfg(test)]
mod tests {
    use super::minor;

    #[test]
    fn amounts_are_read_or_refused() {
        for (text, expected) in [
            ("0", Ok(0)),
            (" 1200.5 ", Ok(120_050)),
            ("1200.05", Ok(120_005)),
            ("184467440737095516.15", Ok(u64::MAX)),
            ("184467440737095516.16", Err("not_an_amount")),
            ("", Err("required")),
            ("1.", Err("not_an_amount")),
            (".5", Err("not_an_amount")),
            ("1.234", Err("not_an_amount")),
            ("-1", Err("not_an_amount")),
            ("+1", Err("not_an_amount")),
            ("1,000", Err("not_an_amount")),
            ("1.é", Err("not_an_amount")),
            ("١", Err("not_an_amount")),
        ] {
            assert_eq!(minor(text), expected, "{text}");
        }
    }
}
