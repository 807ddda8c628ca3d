//! The search over what a person may open: one table a type of record, filters beside them (SEARCH-1..11). What somebody
//! may not open is never found; the how-to pages of the portal are found by everybody.

use askama::Template;
use axum::extract::Query as Fields;
use axum::http::StatusCode;
use guildhall_core::profile::RecordKind;
use guildhall_core::program::Tab;
use guildhall_core::search::{ALL_ROWS_MOST, Door, Query, RecordType, Results, Table};
use guildhall_core::tasks;

use super::locale::Words;
use super::showcase::shelf_of;
use super::view::{Answer, Entry, Page, Stop, encoded};
use super::visit::{Signed, Visit};
use super::{company, help, navigation};
use crate::portal::{Looking, SearchError};

/// A table of records of one type.
#[derive(Debug)]
struct TableView {
    id: &'static str,
    title: String,
    rows: Vec<Entry>,
    /// Where View all leads; empty where there are five or fewer.
    all: String,
    total: String,
    /// Where the shorter table is, after View all was chosen.
    less: String,
}

/// A filter of the left panel.
#[derive(Debug)]
struct FilterView {
    value: &'static str,
    title: String,
    total: String,
    applied: bool,
}

#[derive(Debug, Template)]
#[template(path = "search.html")]
struct SearchPage {
    page: Page,
    fault: String,
    count: u64,
    tables: Vec<TableView>,
    filters: Vec<FilterView>,
    /// Where Clear filters leads; empty where none is applied.
    clear: String,
    help: Vec<Entry>,
}

/// Whether every word stands somewhere in the texts.
pub(super) fn holds<'a>(wanted: &[String], texts: impl IntoIterator<Item = &'a str>) -> bool {
    let all = texts.into_iter().collect::<Vec<_>>().join(" ").to_lowercase();
    wanted.iter().all(|word| all.contains(word))
}

pub(super) async fn search(visit: Visit, fields: Fields<Vec<(String, String)>>) -> Answer {
    let me = visit.member()?;
    let all =
        |wanted: &str| fields.iter().filter(|(name, _)| name == wanted).map(|(_, value)| value.as_str()).collect();
    let (typed, types, view_all): (Vec<&str>, Vec<&str>, Vec<&str>) = (all("q"), all("type"), all("all"));
    let typed = typed.first().map_or("", |typed| typed.trim());
    let mut page = SearchPage {
        page: visit.page(visit.w.t("search-title")),
        fault: String::new(),
        count: 0,
        tables: Vec::new(),
        filters: Vec::new(),
        clear: String::new(),
        help: Vec::new(),
    };
    page.page.query = typed.chars().take(200).collect();
    if typed.is_empty() {
        return Ok(visit.html(&page));
    }
    let Ok(query) = Query::parse(typed) else {
        page.fault = visit.w.t("search-too-long").into_owned();
        return Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page));
    };
    let bad = |_| visit.with_status(StatusCode::BAD_REQUEST);
    let mut query = query.with_types(types.iter().copied()).map_err(bad)?;
    query.view_all = view_all.first().map(|record| record.parse()).transpose().map_err(bad)?;
    let results = found(&visit, me, &query).await?;
    page.tables = results.tables.iter().map(|t| table(&visit, &query, typed, t)).collect();
    page.filters = results.filters.iter().map(|f| filter(&visit, f)).collect();
    page.count = results.tables.iter().map(|table| table.total as u64).sum();
    if results.clear_filters {
        page.clear = address(typed, &[], None);
    } else {
        let wanted: Vec<String> = typed.to_lowercase().split_whitespace().map(str::to_owned).collect();
        page.help = help::found(visit.program(), visit.w, &wanted);
        page.count += page.help.len() as u64;
    }
    Ok(visit.html(&page))
}

async fn found(visit: &Visit, me: &Signed, query: &Query) -> Result<Results, Stop> {
    let utc_offset_minutes = visit.room::<tasks::State>(me).await?.utc_offset_minutes();
    let limit = u32::try_from(ALL_ROWS_MOST).unwrap_or(u32::MAX);
    let looking = Looking { door: Door::Portal, query, utc_offset_minutes, offset: 0, limit };
    let reading = visit.reading(me)?;
    visit.app.portal.search(me.tenant, &reading.setting(), &looking).await.map_err(|error| match error {
        SearchError::Denied(denied) => visit.denied(&denied).into(),
        SearchError::Portal(error) => visit.stop(&error),
    })
}

/// The address of the search with these filters.
fn address(typed: &str, types: &[RecordType], all: Option<RecordType>) -> String {
    let types = types.iter().map(|record| format!("&type={record}")).collect::<String>();
    let all = all.map(|record| format!("&all={record}")).unwrap_or_default();
    format!("/search?q={}{types}{all}", encoded(typed))
}

fn record_title(visit: &Visit, record: RecordType) -> String {
    visit.w.t(&format!("search-type-{}", record.id().replace('_', "-"))).into_owned()
}

fn table(visit: &Visit, query: &Query, typed: &str, table: &Table) -> TableView {
    let total = visit.w.number(i64::try_from(table.total).unwrap_or(i64::MAX));
    let expanded = query.view_all == Some(table.record);
    let row = |row: &guildhall_core::search::Row| record_entry(visit, table.record, &row.id, &row.title);
    TableView {
        id: table.record.id(),
        title: record_title(visit, table.record),
        rows: table.rows.iter().map(row).collect(),
        all: if table.view_all { address(typed, &query.types, Some(table.record)) } else { String::new() },
        less: if expanded { address(typed, &query.types, None) } else { String::new() },
        total,
    }
}

fn filter(visit: &Visit, filter: &guildhall_core::search::Filter) -> FilterView {
    FilterView {
        value: filter.record.id(),
        title: record_title(visit, filter.record),
        total: visit.w.number(i64::try_from(filter.total).unwrap_or(i64::MAX)),
        applied: filter.applied,
    }
}

/// The title of a record; what is called as the programme calls it is so in the reader's language.
fn words_of(w: Words, record: RecordType, title: &str) -> String {
    let kind = match record {
        RecordType::Task => "task",
        RecordType::ProgramApplication | RecordType::CompetencyApplication => "program",
        RecordType::Page
        | RecordType::Opportunity
        | RecordType::Lead
        | RecordType::Offering
        | RecordType::TechnicalValidation
        | RecordType::CaseStudy
        | RecordType::DeviceListing
        | RecordType::Workload
        | RecordType::PublicReference
        | RecordType::Product
        | RecordType::Case
        | RecordType::Person
        | RecordType::Guide
        | RecordType::Video
        | RecordType::Document
        | RecordType::Faq
        | RecordType::Walkthrough
        | RecordType::News
        | RecordType::Event => return title.to_owned(),
    };
    w.said(kind, title).into_owned()
}

/// A record as a row whose title opens it (SEARCH-10).
fn record_entry(visit: &Visit, record: RecordType, id: &str, title: &str) -> Entry {
    let item = |name: &str| visit.program().items().iter().find(|row| row.name == name);
    let of_shelf = |kind: RecordKind| shelf_of(kind).map(|shelf| format!("{}/{id}", shelf.path)).unwrap_or_default();
    let href = match record {
        RecordType::Page => item(id).map(navigation::address).unwrap_or_default(),
        RecordType::Opportunity => format!("/opportunities/{id}"),
        RecordType::Lead => format!("/leads/{id}"),
        RecordType::Offering => of_shelf(RecordKind::Offering),
        RecordType::TechnicalValidation => of_shelf(RecordKind::TechnicalValidation),
        RecordType::CaseStudy => of_shelf(RecordKind::CaseStudy),
        RecordType::DeviceListing => of_shelf(RecordKind::DeviceListing),
        RecordType::Workload => of_shelf(RecordKind::Workload),
        RecordType::PublicReference => of_shelf(RecordKind::PublicReference),
        RecordType::ProgramApplication => of_shelf(RecordKind::ProgramApplication),
        RecordType::CompetencyApplication => of_shelf(RecordKind::CompetencyApplication),
        RecordType::Product => company::address(Tab::Products),
        RecordType::Task => format!("/tasks/{id}"),
        RecordType::Case => format!("/support/cases/{id}"),
        RecordType::Person => format!("/company/users?q={}", encoded(title)),
        RecordType::Guide | RecordType::Video | RecordType::Document | RecordType::Faq => format!("/resources/{id}"),
        RecordType::Walkthrough => format!("/walkthroughs/{id}"),
        RecordType::News => format!("/news/{id}"),
        RecordType::Event => format!("/events/{id}"),
    };
    let description = match record {
        RecordType::Page => item(id).map(|row| row.description.clone()).unwrap_or_default(),
        RecordType::Opportunity
        | RecordType::Lead
        | RecordType::Offering
        | RecordType::TechnicalValidation
        | RecordType::CaseStudy
        | RecordType::DeviceListing
        | RecordType::Workload
        | RecordType::PublicReference
        | RecordType::ProgramApplication
        | RecordType::CompetencyApplication
        | RecordType::Product
        | RecordType::Task
        | RecordType::Case
        | RecordType::Person
        | RecordType::Guide
        | RecordType::Video
        | RecordType::Document
        | RecordType::Faq
        | RecordType::Walkthrough
        | RecordType::News
        | RecordType::Event => String::new(),
    };
    Entry { href, title: words_of(visit.w, record, title), description, posts: false }
}
