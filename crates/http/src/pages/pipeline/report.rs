//! The pipeline in numbers: a chart and the same numbers in tables (ACE-9); leads and campaigns by Region and kind of
//! campaign (ROLE-39); who could do with a narrower role (ROLE-69).

use askama::Template;
use guildhall_core::Permission;
use guildhall_core::pipeline::{self, Lead, Opportunity, report};

use super::fields::name_of;
use super::{Kind, own, words};
use crate::download::csv_file;
use crate::pages::form::Link;
use crate::pages::locale::Words;
use crate::pages::view::{Answer, Page};
use crate::pages::visit::Visit;

/// The width of the chart, in its own units.
const WIDTH: usize = 420;
/// Where the bars begin, and how much room the number behind the longest one has.
const LABEL: usize = 160;
const BEHIND: usize = 40;
/// The height of a row.
const ROW: usize = 34;

/// A bar of a chart.
#[derive(Debug)]
struct Bar {
    label: String,
    value: String,
    y: usize,
    middle: usize,
    width: usize,
    end: usize,
}

/// A chart of horizontal bars.
#[derive(Debug)]
struct Chart {
    title: String,
    height: usize,
    bars: Vec<Bar>,
}

fn chart(w: Words, title: String, rows: &[(String, usize)]) -> Chart {
    let most = rows.iter().map(|(_, n)| *n).max().unwrap_or(0).max(1);
    let room = WIDTH - LABEL - BEHIND;
    let bar = |(at, (label, n)): (usize, &(String, usize))| {
        let width = room * n / most;
        Bar {
            label: label.clone(),
            value: w.number(i64::try_from(*n).unwrap_or(i64::MAX)),
            y: at * ROW + 5,
            middle: at * ROW + ROW / 2 + 5,
            width,
            end: LABEL + width + 8,
        }
    };
    Chart { title, height: rows.len() * ROW + 4, bars: rows.iter().enumerate().map(bar).collect() }
}

/// A row of a table: its head and its cells.
#[derive(Debug)]
struct Row {
    head: String,
    cells: Vec<String>,
}

#[derive(Debug)]
struct Table {
    title: String,
    headings: Vec<String>,
    rows: Vec<Row>,
}

#[derive(Debug, Template)]
#[template(path = "pipeline_report.html")]
struct ReportPage {
    page: Page,
    back: Link,
    as_of: String,
    total: String,
    download: String,
    chart: Option<Chart>,
    tables: Vec<Table>,
    advice: Vec<String>,
    none: String,
}

fn count(w: Words, n: usize) -> String {
    w.number(i64::try_from(n).unwrap_or(i64::MAX))
}

/// `GET /opportunities/report`
pub(super) async fn pipeline(visit: Visit) -> Answer {
    let me = visit.opening(Opportunity::ITEM)?;
    visit.permitted(Permission::DownloadPipelineReports)?;
    let entries = visit.entries::<Opportunity>(me).await?;
    let leads = visit.entries::<Lead>(me).await?;
    let reading = visit.reading(me)?;
    let setting = reading.setting();
    let w = visit.w;
    let report = report::pipeline(&setting, &entries).map_err(|r| visit.pipeline_refused::<Opportunity>(&r))?;
    let stages: Vec<(String, usize)> =
        report.by_stage.iter().map(|(stage, total)| (words::stage(w, *stage), total.opportunities)).collect();
    let heads = |keys: &[&str]| keys.iter().map(|key| w.t(key).into_owned()).collect::<Vec<_>>();
    let sums = |total: &report::Total| {
        let sum = |(currency, amount): (&String, &String)| format!("{amount} {currency}");
        total.monthly.iter().map(sum).collect::<Vec<_>>().join(", ")
    };
    let by_stage = report.by_stage.iter().map(|(stage, total)| Row {
        head: words::stage(w, *stage),
        cells: vec![count(w, total.opportunities), sums(total)],
    });
    let by_review = report.by_review_status.iter();
    let by_owner = report.by_owner.iter().map(|(owner, n)| Row {
        head: name_of(&me.account, *owner).unwrap_or_else(|| w.t("pipeline-nobody").into_owned()),
        cells: vec![count(w, *n)],
    });
    let tables = vec![
        Table {
            title: w.t("pipeline-report-by-stage").into_owned(),
            headings: heads(&["pipeline-sort-stage", "pipeline-report-count", "pipeline-report-monthly"]),
            rows: by_stage.collect(),
        },
        Table {
            title: w.t("pipeline-report-by-review").into_owned(),
            headings: heads(&["pipeline-filter-review", "pipeline-report-count"]),
            rows: by_review.map(|(s, n)| Row { head: words::review(w, *s), cells: vec![count(w, *n)] }).collect(),
        },
        Table {
            title: w.t("pipeline-report-by-owner").into_owned(),
            headings: heads(&["pipeline-owner", "pipeline-report-count"]),
            rows: by_owner.collect(),
        },
    ];
    // For those who may give the roles in question; for others there is nothing to advise.
    let advice = pipeline::advise(&setting, &entries, &leads).unwrap_or_default();
    let title = |name: &str| crate::pages::words::role_title(visit.program(), name);
    let advice = advice.iter().map(|advice| {
        let values = [
            ("name", name_of(&me.account, Some(advice.member)).unwrap_or_default()),
            ("role", title(&advice.role)),
            ("instead", title(&advice.instead)),
        ];
        w.with("pipeline-advice", &values.each_ref().map(|(k, v)| (*k, v.as_str()))).into_owned()
    });
    let empty = report.opportunities == 0;
    let model = ReportPage {
        page: visit.page(w.t("pipeline-opportunity-report-title")),
        back: Link { href: Opportunity::PATH.into(), text: own::<Opportunity>(&visit, "back") },
        as_of: w.t1("pipeline-report-as-of", "moment", w.moment(setting.moment.at)).into_owned(),
        total: w
            .t1("pipeline-report-total", "count", u32::try_from(report.opportunities).unwrap_or(u32::MAX))
            .into_owned(),
        download: "/opportunities/report.csv".into(),
        chart: (!empty).then(|| chart(w, w.t("pipeline-report-by-stage").into_owned(), &stages)),
        tables: if empty { Vec::new() } else { tables },
        advice: advice.collect(),
        none: if empty { own::<Opportunity>(&visit, "none") } else { String::new() },
    };
    Ok(visit.html(&model))
}

/// `GET /opportunities/report.csv`
pub(super) async fn download(visit: Visit) -> Answer {
    let me = visit.opening(Opportunity::ITEM)?;
    visit.permitted(Permission::DownloadPipelineReports)?;
    let entries = visit.entries::<Opportunity>(me).await?;
    let reading = visit.reading(me)?;
    let file = report::download(&reading.setting(), &entries);
    Ok(csv_file("pipeline.csv", file.map_err(|refusal| visit.pipeline_refused::<Opportunity>(&refusal))?))
}

/// `GET /leads/report`
pub(super) async fn funnel(visit: Visit) -> Answer {
    let me = visit.opening(Lead::ITEM)?;
    visit.permitted(Permission::DownloadPipelineReports)?;
    let leads = visit.entries::<Lead>(me).await?;
    let reading = visit.reading(me)?;
    let setting = reading.setting();
    let w = visit.w;
    let funnel = report::funnel(&setting, &leads).map_err(|refusal| visit.pipeline_refused::<Lead>(&refusal))?;
    let known = |text: &str| if text.is_empty() { w.t("pipeline-unknown").into_owned() } else { text.to_owned() };
    let mut channels: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    for row in &funnel.rows {
        *channels.entry(known(&row.channel)).or_default() += row.leads;
    }
    let channels: Vec<(String, usize)> = channels.into_iter().collect();
    let rows = funnel.rows.iter().map(|row| Row {
        head: known(&row.region),
        cells: vec![known(&row.channel), count(w, row.leads), count(w, row.accepted), count(w, row.campaigns)],
    });
    let headings = [
        "pipeline-sort-region",
        "pipeline-field-marketing-channels",
        "pipeline-report-leads",
        "pipeline-report-accepted",
        "pipeline-report-campaigns",
    ];
    let empty = funnel.leads == 0;
    let table = Table {
        title: w.t("pipeline-report-by-region").into_owned(),
        headings: headings.iter().map(|key| w.t(key).into_owned()).collect(),
        rows: rows.collect(),
    };
    let values = [("leads", count(w, funnel.leads)), ("campaigns", count(w, funnel.campaigns))];
    let model = ReportPage {
        page: visit.page(w.t("pipeline-lead-report-title")),
        back: Link { href: Lead::PATH.into(), text: own::<Lead>(&visit, "back") },
        as_of: w.t1("pipeline-report-as-of", "moment", w.moment(setting.moment.at)).into_owned(),
        total: w.with("pipeline-report-funnel", &values.each_ref().map(|(k, v)| (*k, v.as_str()))).into_owned(),
        download: String::new(),
        chart: (!empty).then(|| chart(w, w.t("pipeline-report-by-channel").into_owned(), &channels)),
        tables: if empty { Vec::new() } else { vec![table] },
        advice: Vec::new(),
        none: if empty { own::<Lead>(&visit, "none") } else { String::new() },
    };
    Ok(visit.html(&model))
}
