//! Work on many entries at once by files: rehearsed row by row, and then done whole (ACE-6, ACE-7, ACE-13, ACE-14).

use axum::Json;
use axum::extract::{FromRequest, Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use guildhall_core::pipeline::bulk::{self, Filed, Operation, Plan};
use guildhall_core::pipeline::{Lead, Opportunity, Refusal};
use guildhall_core::setting::Setting;
use serde::Deserialize;
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

use super::entries::all;
use super::views::{Mode, PlanView};
use crate::api::caller::{Asked, Caller, request_hash};
use crate::api::problem::Problem;
use crate::api::room::{self, Reading};
use crate::api::write::Write;
use crate::app::App;
use crate::download::csv_file;
use crate::portal::{PlanDone, RoomDocument, RoomPlan};

/// A body of comma-separated rows, with a hash of the whole request for the idempotency key.
pub(in crate::api) struct Csv {
    text: String,
    hash: String,
}

impl FromRequest<App> for Csv {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let media_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let essence = media_type.and_then(|value| value.split(';').next()).unwrap_or_default();
        if !essence.trim().eq_ignore_ascii_case("text/csv") {
            return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_csv", "the body has to be text/csv")
                .hint("send the header Content-Type: text/csv; charset=utf-8"));
        }
        let target = format!("{} {}", request.method(), request.uri());
        let most = app.portal.program().pipeline().bulk().bytes_most;
        let bytes = axum::body::to_bytes(request.into_body(), most as usize).await.map_err(|_| {
            let detail = format!("the file is too large: at most {most} bytes");
            Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "file_too_large", detail).hint("send it in several parts")
        })?;
        let hash = request_hash(&target, &bytes);
        let text = String::from_utf8(bytes.to_vec()).map_err(|error| {
            let line = error.as_bytes().iter().take(error.utf8_error().valid_up_to()).filter(|b| **b == b'\n').count();
            let detail = format!("line {} holds bytes that are not UTF-8", line + 1);
            Problem::new(StatusCode::BAD_REQUEST, "not_utf8", detail).hint("save the file as UTF-8")
        })?;
        Ok(Self { text, hash })
    }
}

/// What is done with a file.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(in crate::api) enum OperationWord {
    /// New entries; whoever imports them owns them.
    Import,
    /// Changes of fields; the column `id` names the entry.
    Update,
    /// New owners; the columns `id` and `owner`, which holds an address.
    Transfer,
}

impl From<OperationWord> for Operation {
    fn from(word: OperationWord) -> Self {
        match word {
            OperationWord::Import => Self::Import,
            OperationWord::Update => Self::Update,
            OperationWord::Transfer => Self::Transfer,
        }
    }
}

/// How a file is taken in.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(in crate::api) struct How {
    /// What happens to good rows if there are bad ones; `all_or_nothing` if left out.
    #[param(inline)]
    mode: Option<Mode>,
    /// Only tells what would happen, row by row, and changes nothing.
    #[serde(default)]
    dry_run: bool,
}

/// The headings of a file of opportunities, as an import takes them.
#[utoipa::path(get, path = "/api/v1/opportunities/bulk/template", tag = "opportunities",
    responses((status = 200, body = String, content_type = "text/csv"), (status = 401, body = Problem),
        (status = 403, body = Problem)))]
pub(in crate::api) async fn template(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let reading = Reading::new(&app, &caller)?;
    let file = bulk::template(&reading.setting()).map_err(room::refused_in(&reading.setting()))?;
    Ok(csv_file("opportunities-template.csv", file))
}

/// The opportunities that the caller may see, as a file that can be edited and given to an update.
#[utoipa::path(get, path = "/api/v1/opportunities/bulk/export", tag = "opportunities",
    responses((status = 200, body = String, content_type = "text/csv"), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem)))]
pub(in crate::api) async fn export_opportunities(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let entries = all::<Opportunity>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let file =
        bulk::export_opportunities(&reading.setting(), &entries).map_err(room::refused_in(&reading.setting()))?;
    Ok(csv_file("opportunities.csv", file))
}

/// The leads that the caller may see, as a file.
#[utoipa::path(get, path = "/api/v1/leads/bulk/export", tag = "leads",
    responses((status = 200, body = String, content_type = "text/csv"), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem)))]
pub(in crate::api) async fn export_leads(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let entries = all::<Lead>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let file = bulk::export_leads(&reading.setting(), &entries).map_err(room::refused_in(&reading.setting()))?;
    Ok(csv_file("leads.csv", file))
}

/// Imports, updates or transfers opportunities by a file; a rehearsal tells row by row what it would do. The rows of a
/// file are recorded together or not at all.
#[utoipa::path(post, path = "/api/v1/opportunities/bulk/{operation}", tag = "opportunities",
    params(("operation" = inline(OperationWord), Path), How, ("Idempotency-Key" = Option<String>, Header)),
    request_body(content = String, content_type = "text/csv", description = "Headings, then a row for each entry"),
    responses((status = 200, body = PlanView), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem), (status = 422, body = Problem)))]
pub(in crate::api) async fn opportunities(
    State(app): State<App>,
    caller: Caller,
    Path(operation): Path<String>,
    Asked(how): Asked<How>,
    headers: HeaderMap,
    file: Csv,
) -> Result<Response, Problem> {
    take_in::<Opportunity>(&app, &caller, &headers, &operation, &how, file).await
}

/// Transfers leads by a file; a rehearsal tells row by row what it would do. Leads are neither imported nor updated in
/// bulk, whoever asks.
#[utoipa::path(post, path = "/api/v1/leads/bulk/{operation}", tag = "leads",
    params(("operation" = inline(OperationWord), Path), How, ("Idempotency-Key" = Option<String>, Header)),
    request_body(content = String, content_type = "text/csv", description = "Headings, then a row for each entry"),
    responses((status = 200, body = PlanView), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem), (status = 422, body = Problem)))]
pub(in crate::api) async fn leads(
    State(app): State<App>,
    caller: Caller,
    Path(operation): Path<String>,
    Asked(how): Asked<How>,
    headers: HeaderMap,
    file: Csv,
) -> Result<Response, Problem> {
    take_in::<Lead>(&app, &caller, &headers, &operation, &how, file).await
}

async fn take_in<E: Filed>(
    app: &App,
    caller: &Caller,
    headers: &HeaderMap,
    operation: &str,
    how: &How,
    file: Csv,
) -> Result<Response, Problem> {
    let word: Option<OperationWord> = serde_json::from_value(operation.into()).ok();
    let operation: Operation = word.ok_or_else(Problem::missing)?.into();
    let (text, mode) = (file.text, how.mode.unwrap_or_default().into());
    if how.dry_run {
        let entries = all::<E>(app, caller).await?;
        let reading = Reading::new(app, caller)?;
        let setting = reading.setting();
        let plan = E::plan(&setting, operation, &entries, &text, mode).map_err(room::refused_in(&setting))?;
        return Ok(Json(PlanView::new(&setting, &plan, false)).into_response());
    }
    let decide = |setting: &Setting<'_>, rooms: &[RoomDocument<E>]| plan::<E>(setting, rooms, operation, &text, mode);
    let answer = |setting: &Setting<'_>, done: &PlanDone<E, Plan<E::Event>>| {
        (StatusCode::OK, json!(PlanView::new(setting, &done.value, done.value.applies())))
    };
    Write::new(app, caller, headers, file.hash).plan::<E, Plan<E::Event>>(decide, answer).await
}

/// What a file changes, as a step over all entries of its kind.
pub(crate) fn plan<E: Filed>(
    setting: &Setting<'_>,
    rooms: &[RoomDocument<E>],
    operation: Operation,
    text: &str,
    mode: bulk::Mode,
) -> Result<RoomPlan<E, Plan<E::Event>>, Refusal> {
    let plan = E::plan(setting, operation, rooms.iter().map(|room| &room.state), text, mode)?.unheld()?;
    let changes = plan.changes().iter().map(|change| (change.entry.to_string(), change.events.clone()));
    let permissions = operation.permission(E::ENTRIES).into_iter().collect();
    Ok(RoomPlan { permissions, changes: changes.collect(), value: plan })
}
