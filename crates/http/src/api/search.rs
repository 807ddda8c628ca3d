//! The search over everything that the caller may open, in tables by type of record.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use guildhall_core::search::{self, ALL_ROWS_MOST, Door, RecordType, Results};
use guildhall_core::tasks;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::caller::{Asked, Caller, bad_parameter, page_limit};
use super::problem::{Problem, ProblemFault};
use super::room::{self, Reading};
use crate::app::App;
use crate::portal::{Looking, SearchError};

/// The operations.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(search))
}

/// How many rows a page of View all has where the caller does not say, and at most.
const PAGE: u32 = 50;
const PAGE_MOST: u32 = 200;

/// What is looked for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct SearchAsked {
    /// Words that all occur, each from its beginning.
    q: String,
    /// The types of record wanted, with a comma between them; without it all (the filters of the page).
    #[serde(default, rename = "type")]
    types: String,
    /// The type of record of which more than the first five rows are given.
    view_all: Option<String>,
    /// Of that type, how many rows to give: 1 to 200, 50 without it.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
    /// Of that type, where to go on: `next_cursor` of its table, with the other parameters as they were.
    cursor: Option<String>,
}

/// A record that was found.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FoundRow)]
pub(super) struct RowView {
    /// Its id; of a page, the id of its menu item.
    id: String,
    /// Its name or title.
    title: String,
}

/// What was found of one type.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TableView {
    /// The type of record.
    #[serde(rename = "type")]
    record: &'static str,
    /// How many there are that the caller may see.
    total: usize,
    /// The best of them.
    rows: Vec<RowView>,
    /// Whether there are more than these five.
    view_all: bool,
    /// Where to go on with `view_all`; absent on the last page.
    next_cursor: Option<String>,
}

/// A filter that can be applied, or is.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FilterView {
    /// The type that it keeps.
    #[serde(rename = "type")]
    record: &'static str,
    /// How many there are that the caller may see.
    total: usize,
    /// Whether it is applied.
    applied: bool,
}

/// What was found.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ResultsView {
    /// One table for each type that was found and is wanted.
    tables: Vec<TableView>,
    /// One filter for each type that was found or is applied.
    filters: Vec<FilterView>,
    /// Whether there are filters to clear.
    clear_filters: bool,
}

/// Searches the company's account and what the programme publishes; nobody finds what they may not open.
#[utoipa::path(get, path = "/api/v1/search", tag = "search", params(SearchAsked),
    responses((status = 200, body = ResultsView), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn search(
    State(app): State<App>,
    caller: Caller,
    Asked(asked): Asked<SearchAsked>,
) -> Result<Json<ResultsView>, Problem> {
    let mut query = search::Query::parse(&asked.q).map_err(|fault| {
        let mut problem =
            Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid_input", "this cannot be searched for");
        problem.faults.push(ProblemFault { field: "q".into(), code: fault.code().into() });
        problem
    })?;
    let types: Vec<&str> = asked.types.split(',').map(str::trim).filter(|word| !word.is_empty()).collect();
    query = query.with_types(types).map_err(|_| bad_parameter("type", "unknown_value"))?;
    if let Some(all) = &asked.view_all {
        query.view_all = Some(all.parse().map_err(|_| bad_parameter("view_all", "unknown_value"))?);
    }
    let limit = page_limit(asked.limit, PAGE, PAGE_MOST)?;
    let offset = match &asked.cursor {
        None => 0,
        Some(cursor) => decoded(cursor).ok_or_else(|| bad_parameter("cursor", "unknown_value"))?,
    };
    let utc_offset_minutes = room::load::<tasks::State>(&app, &caller).await?.utc_offset_minutes();
    let reading = Reading::new(&app, &caller)?;
    let looking = Looking { door: Door::Api, query: &query, utc_offset_minutes, offset, limit };
    let results =
        app.portal.search(caller.loaded.tenant, &reading.setting(), &looking).await.map_err(|error| match error {
            SearchError::Denied(why) => room::denied(&reading.setting())(why),
            SearchError::Portal(error) => error.into(),
        })?;
    Ok(Json(view(results, query.view_all, offset)))
}

fn view(results: Results, all: Option<RecordType>, offset: u32) -> ResultsView {
    let table = |table: search::Table| {
        let given = offset as usize + table.rows.len();
        let more = all == Some(table.record) && given < table.total.min(ALL_ROWS_MOST) && !table.rows.is_empty();
        let rows = table.rows.into_iter().map(|row| RowView { id: row.id, title: row.title }).collect();
        let next_cursor = more.then(|| encoded(given));
        TableView { record: table.record.id(), total: table.total, rows, view_all: table.view_all, next_cursor }
    };
    let filter = |f: &search::Filter| FilterView { record: f.record.id(), total: f.total, applied: f.applied };
    ResultsView {
        filters: results.filters.iter().map(filter).collect(),
        clear_filters: results.clear_filters,
        tables: results.tables.into_iter().map(table).collect(),
    }
}

/// How many rows were given, as a cursor.
fn encoded(given: usize) -> String {
    data_encoding::BASE64URL_NOPAD.encode(format!("rows {given}").as_bytes())
}

fn decoded(cursor: &str) -> Option<u32> {
    let bytes = data_encoding::BASE64URL_NOPAD.decode(cursor.as_bytes()).ok()?;
    let given: u32 = std::str::from_utf8(&bytes).ok()?.strip_prefix("rows ")?.parse().ok()?;
    (given as usize <= ALL_ROWS_MOST).then_some(given)
}
