//! The audit trail: what happened in the company, who did it, from where and why it was allowed; to search and download.
#![allow(unused_qualifications, reason = "utoipa names the parameters twice")]

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use chrono::{DateTime, Utc};
use guildhall_core::account::{Account, Actor};
use guildhall_core::trail::{Reach, reach};
use serde::Serialize;
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::caller::{Asked, Caller, bad_parameter};
use super::problem::Problem;
use super::room::{self, Reading};
use crate::app::App;
use crate::portal::{LogEntry, LogPage};
use crate::trail::{self, Wanted};

/// What is looked for; every field that is given has to match.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the address; it is read by `trail::Asked`")]
pub(super) struct Filter {
    /// The event's name, as in `user_mapped`; of the cloud records, the action's.
    name: Option<String>,
    /// The room, as in `account` or `linking`.
    room: Option<String>,
    /// Whose doings: the id of a member, `operators` or `visitors`.
    #[param(pattern = "^(operators|visitors|[0-9a-f]{32})?$")]
    by: Option<String>,
    /// From this moment on, or from this day in UTC.
    #[param(schema_with = day_or_moment)]
    from: Option<String>,
    /// Before this moment, or until this day is over.
    #[param(schema_with = day_or_moment)]
    until: Option<String>,
    /// The id of the request.
    request: Option<String>,
    /// A text in a value of the event, whatever its case.
    #[param(max_length = 200)]
    text: Option<String>,
}

/// A day, or a moment.
fn day_or_moment() -> utoipa::openapi::Schema {
    let text = |format| {
        let format = utoipa::openapi::SchemaFormat::KnownFormat(format);
        utoipa::openapi::ObjectBuilder::new().schema_type(utoipa::openapi::schema::Type::String).format(Some(format))
    };
    let (day, moment) = (text(utoipa::openapi::KnownFormat::Date), text(utoipa::openapi::KnownFormat::DateTime));
    utoipa::openapi::schema::AnyOfBuilder::new().item(day).item(moment).build().into()
}

/// How pages are read.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the address; it is read by `trail::Asked`")]
pub(super) struct Paging {
    /// At most so many, 1 to 200; 50 without it.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<usize>,
    /// Where to go on: `next_cursor` of the page before, with the other parameters as they were.
    cursor: Option<String>,
}

/// The form of the file.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the address; it is read by `trail::Asked`")]
pub(super) struct Form {
    /// `csv`, as without it, or `jsonl`: one JSON object a line.
    #[param(pattern = "^(csv|jsonl)?$")]
    format: Option<String>,
}

/// Who did something.
#[derive(Debug, Serialize, ToSchema)]
struct ActorView {
    /// `member`, `operator` or `visitor`.
    kind: &'static str,
    /// The member's id.
    id: Option<String>,
    /// The name of the member or the operator.
    name: Option<String>,
}

/// Why something was allowed.
#[derive(Debug, Serialize, ToSchema)]
struct GroundsView {
    /// The permission that it needed.
    permission: &'static str,
    /// The ids of the actor's roles that have it.
    roles: Vec<String>,
}

/// A record of the trail.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TrailEntry)]
struct EntryView {
    /// Its place in the company's log.
    sequence: i64,
    /// When.
    at: DateTime<Utc>,
    /// Who.
    actor: ActorView,
    /// From where.
    source: String,
    /// In which request.
    request: String,
    /// Why it was allowed; nothing where no permission is needed.
    grounds: Option<GroundsView>,
    /// In which room of the domain.
    room: String,
    /// The event's name.
    name: String,
    /// What happened.
    #[schema(value_type = Object)]
    event: Value,
}

/// A page of the trail, the newest first.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Trail {
    /// The room to which the caller's reading is limited; nothing where they read all of it.
    only_room: Option<&'static str>,
    /// The records. A page can be short, or empty, and not be the last.
    entries: Vec<EntryView>,
    /// Where to go on; nothing at the end.
    next_cursor: Option<String>,
}

/// Records in the form of the cloud account's own trail.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CloudRecords {
    /// The records, the newest first.
    #[serde(rename = "Records")]
    #[schema(value_type = Vec<Object>)]
    records: Vec<Value>,
    /// Where to go on; nothing at the end.
    next_cursor: Option<String>,
}

/// The routes of the trail.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(download)).routes(routes!(cloud))
}

/// What happened in the company and all its rooms, as far as the caller may read it.
#[utoipa::path(get, path = "/api/v1/trail", tag = "trail", params(Filter, Paging),
    responses((status = 200, body = Trail), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem)))]
async fn list(
    State(app): State<App>,
    caller: Caller,
    Asked(asked): Asked<trail::Asked>,
) -> Result<Json<Trail>, Problem> {
    let (wanted, reach) = read(&app, &caller, &asked)?;
    let page = app.portal.log(caller.loaded.tenant, &wanted.query, wanted.before, wanted.most).await?;
    let only_room = match reach {
        Reach::Company => None,
        Reach::Room(room) => Some(room),
    };
    Ok(Json(Trail::new(&caller.loaded.account, only_room, page)))
}

/// The same as a file, as comma-separated rows or as lines of JSON.
#[utoipa::path(get, path = "/api/v1/trail/download", tag = "trail", params(Filter, Form),
    responses((status = 200, content((String = "text/csv"), (String = "application/x-ndjson"))),
        (status = 400, body = Problem), (status = 401, body = Problem), (status = 403, body = Problem)))]
async fn download(
    State(app): State<App>,
    caller: Caller,
    Asked(asked): Asked<trail::Asked>,
) -> Result<Response, Problem> {
    let (wanted, _) = read(&app, &caller, &asked)?;
    Ok(trail::file(&app.portal, caller.loaded.tenant, caller.loaded.account, wanted))
}

/// The account management actions in the form of the cloud account's own trail.
#[utoipa::path(get, path = "/api/v1/trail/cloud", tag = "trail", params(Filter, Paging),
    responses((status = 200, body = CloudRecords), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem)))]
async fn cloud(
    State(app): State<App>,
    caller: Caller,
    Asked(asked): Asked<trail::Asked>,
) -> Result<Json<CloudRecords>, Problem> {
    let (wanted, _) = read(&app, &caller, &asked)?;
    let page = app.portal.cloud_log(caller.loaded.tenant, &wanted.query, wanted.before, wanted.most).await?;
    let record = |record| serde_json::to_value(record).map_err(|e| Problem::internal(&e));
    Ok(Json(CloudRecords {
        records: page.entries.iter().map(record).collect::<Result<_, _>>()?,
        next_cursor: page.next.map(trail::cursor),
    }))
}

/// What is asked for, within what the caller may read.
fn read(app: &App, caller: &Caller, asked: &trail::Asked) -> Result<(Wanted, Reach), Problem> {
    let mut wanted = asked_of(asked)?;
    let reading = Reading::new(app, caller)?;
    let reach = reach(&reading.setting()).map_err(room::denied(&reading.setting()))?;
    wanted.query = wanted.query.within(reach);
    Ok((wanted, reach))
}

/// What is asked for, read.
pub(super) fn asked_of(asked: &trail::Asked) -> Result<Wanted, Problem> {
    asked.read().map_err(|field| bad_parameter(field, "unreadable"))
}

impl Trail {
    /// A page of the log of this account.
    pub(super) fn new(account: &Account, only_room: Option<&'static str>, page: LogPage<LogEntry>) -> Self {
        Self {
            only_room,
            entries: page.entries.into_iter().map(|found| EntryView::new(account, found)).collect(),
            next_cursor: page.next.map(trail::cursor),
        }
    }
}

impl EntryView {
    fn new(account: &Account, found: LogEntry) -> Self {
        let LogEntry { sequence, entry } = found;
        let actor = match &entry.actor {
            Actor::Member(id) => {
                let name = account.member(*id).map(|member| member.name.to_string());
                ActorView { kind: "member", id: Some(id.to_string()), name }
            }
            Actor::Operator(name) => ActorView { kind: "operator", id: None, name: Some(name.clone()) },
            Actor::Visitor => ActorView { kind: "visitor", id: None, name: None },
        };
        let grounds = entry.grounds.map(|g| GroundsView { permission: g.permission.id(), roles: g.roles });
        Self {
            sequence,
            at: entry.at,
            actor,
            source: entry.source,
            request: entry.request,
            grounds,
            room: entry.room,
            name: entry.name,
            event: entry.event,
        }
    }
}
