//! The growth rebate: what each quarter brought, as the programme recorded it.

use askama::Template;
use guildhall_core::channel::StatementView;

use super::{REBATE, Tab, seen, tabs, title};
use crate::pages::locale::Words;
use crate::pages::view::{Answer, Page};
use crate::pages::visit::Visit;

#[derive(Debug)]
struct Line {
    quarter: String,
    base: String,
    resold: String,
    growth: String,
    tone: &'static str,
    rebate: String,
    recorded: String,
}

#[derive(Debug, Template)]
#[template(path = "channel/rebate.html")]
struct RebatePage {
    page: Page,
    tabs: Vec<Tab>,
    lines: Vec<Line>,
}

/// Growth in percent with one place.
pub(in crate::pages) fn growth(w: Words, view: &StatementView) -> (String, &'static str) {
    let Some(permille) = view.growth_permille else { return (w.t("channel-growth-none").into_owned(), "") };
    let sign = if permille < 0 { "\u{2212}" } else { "+" };
    let whole = w.number(i64::try_from(permille.unsigned_abs() / 10).unwrap_or(i64::MAX));
    let tenths = (permille.unsigned_abs() % 10).to_string();
    let text = w.with("channel-growth", &[("sign", sign), ("whole", &whole), ("tenths", &tenths)]);
    (text.into_owned(), if permille > 0 { "good" } else { "" })
}

/// `GET /channel/rebate`
pub(super) async fn page(visit: Visit) -> Answer {
    let (_, seen) = seen(&visit).await?;
    let w = visit.w;
    let line = |view: &StatementView| {
        let (statement, (growth, tone)) = (&view.statement, growth(w, view));
        let money = |minor| w.money(minor, &statement.currency);
        Line {
            quarter: statement.quarter.to_string(),
            base: money(statement.base_minor),
            resold: money(statement.resold_minor),
            growth,
            tone,
            rebate: money(statement.rebate_minor),
            recorded: w.date(statement.recorded_on),
        }
    };
    let lines = seen.statements.iter().map(line).collect();
    Ok(visit.html(&RebatePage { page: visit.page(title(&visit)), tabs: tabs(&visit, REBATE), lines }))
}
