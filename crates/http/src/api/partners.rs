//! The directory of partners, for everybody; the programmes to apply to; the badges of the company.
#![allow(unused_qualifications, reason = "utoipa names the parameters twice")]

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use guildhall_core::Permission;
use guildhall_core::profile::{self, Command, Prospect, RecordKind, badges, prospects};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::caller::{Asked, Body, Caller, page_limit};
use super::channel::id_of;
use super::problem::Problem;
use super::profile::{ListingView, Profile};
use super::room;
use super::write::Write;
use crate::app::App;
use crate::portal::PartnersAsked;

/// How many partners are given where nothing else is said, and at most.
const LIMIT: (u32, u32) = (20, 100);

/// The operations.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(one))
        .routes(routes!(programs))
        .routes(routes!(apply))
        .routes(routes!(badge_list))
}

/// What is asked of the directory.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub(super) struct DirectoryAsked {
    /// Words that all stand in the entry.
    q: String,
    /// The country of the company's seat.
    country: String,
    /// The id of a type of products and services.
    product: String,
    /// The id of a type of customers.
    customer: String,
    /// The name of a qualification, such as a competency.
    qualification: String,
    /// How many to leave out.
    offset: Option<u32>,
    /// How many to give: 1 to 100, 20 without it.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u32>,
}

/// Partners of the directory, by name.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PartnerList {
    /// How many there are in all.
    total: u32,
    /// Those that were asked for.
    partners: Vec<PartnerEntry>,
}

/// A company of the directory.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PartnerEntry {
    /// Its id.
    id: String,
    /// Its name.
    name: String,
    /// The country of its seat.
    country: String,
    /// What it says of itself, shortened.
    summary: String,
}

/// The directory of partners: companies with a public entry. Nobody has to be signed in.
#[utoipa::path(get, path = "/api/v1/partners", tag = "partners", params(DirectoryAsked), security(()),
    responses((status = 200, body = PartnerList), (status = 400, body = Problem)))]
pub(super) async fn list(
    State(app): State<App>,
    Asked(asked): Asked<DirectoryAsked>,
) -> Result<Json<PartnerList>, Problem> {
    let wanted = PartnersAsked {
        text: &asked.q,
        country: &asked.country,
        product: &asked.product,
        customer: &asked.customer,
        qualification: &asked.qualification,
        offset: asked.offset.unwrap_or(0),
        limit: page_limit(asked.limit, LIMIT.0, LIMIT.1)?,
    };
    let found = app.portal.partners(&wanted).await?;
    let entry = |row: crate::store::ListingRow| PartnerEntry {
        id: row.tenant,
        name: row.name,
        country: row.country,
        summary: row.summary,
    };
    Ok(Json(PartnerList { total: found.total, partners: found.rows.into_iter().map(entry).collect() }))
}

/// The public entry of a company. Nobody has to be signed in.
#[utoipa::path(get, path = "/api/v1/partners/{id}", tag = "partners", params(("id" = String, Path)), security(()),
    responses((status = 200, body = ListingView), (status = 404, body = Problem)))]
pub(super) async fn one(State(app): State<App>, Path(id): Path<String>) -> Result<Json<ListingView>, Problem> {
    let listing = app.portal.partner(id_of(&id)?).await?.ok_or_else(Problem::missing)?;
    Ok(Json(listing.into()))
}

/// The programmes that a company can apply to.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProgramList)]
pub(super) struct Programs {
    /// In their order.
    programs: Vec<ProgramView>,
}

/// A programme that a company can apply to, and how far the company is.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ProgramView {
    /// Its id.
    id: String,
    /// What people read.
    title: String,
    /// What it is.
    description: String,
    /// Whether a path of the company that counts has reached the least stage.
    stage_reached: bool,
    /// The validated records that it asks for.
    needs: Vec<NeedView>,
    /// Whether an application could be handed in now.
    ready: bool,
    /// Whether the caller may begin an application.
    may_apply: bool,
    /// The id of the company's application, among the records of the profile.
    application: Option<String>,
}

/// So many validated records of a kind.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct NeedView {
    /// The kind.
    #[schema(value_type = String)]
    kind: RecordKind,
    /// How many there are.
    validated: usize,
    /// How many are needed.
    least: usize,
}

impl From<&Prospect<'_>> for ProgramView {
    fn from(prospect: &Prospect<'_>) -> Self {
        let need = |p: &profile::Progress| NeedView { kind: p.kind, validated: p.validated, least: p.least };
        Self {
            id: prospect.target.name.clone(),
            title: prospect.target.title.to_string(),
            description: prospect.target.description.clone(),
            stage_reached: prospect.stage_reached,
            needs: prospect.progress.iter().map(need).collect(),
            ready: prospect.is_ready(),
            may_apply: prospect.may_apply,
            application: prospect.application.map(|(id, _)| id.to_string()),
        }
    }
}

/// The programmes to apply to, what each asks for, and how far the company is.
#[utoipa::path(get, path = "/api/v1/programs", tag = "profile",
    responses((status = 200, body = Programs), (status = 401, body = Problem)))]
pub(super) async fn programs(State(app): State<App>, caller: Caller) -> Result<Json<Programs>, Problem> {
    let state = room::load::<profile::State>(&app, &caller).await?;
    let all = prospects(app.portal.program(), &caller.standing, &state);
    Ok(Json(Programs { programs: all.iter().map(ProgramView::from).collect() }))
}

/// An application to begin.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewApplication {
    /// Why the company fits.
    description: String,
}

/// Begins an application to a programme. It is handed in like any record of the profile.
#[utoipa::path(post, path = "/api/v1/programs/{id}/application", tag = "profile", request_body = NewApplication,
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 201, body = Profile), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 412, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn apply(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body<NewApplication>,
) -> Result<Response, Problem> {
    let command = Command::ApplyToProgram { program: id, description: body.value.description };
    super::profile::run(Write::new(&app, &caller, &headers, body.hash), &command, StatusCode::CREATED).await
}

/// The badges that the company has earned.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BadgeList)]
pub(super) struct Badges {
    /// Those of its paths first.
    badges: Vec<BadgeView>,
}

/// A badge.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BadgeView {
    /// Its id.
    id: String,
    /// The stage, or the kind of the qualification.
    over: String,
    /// The path, or the qualification.
    title: String,
}

/// The badges that the company has earned; their pictures are on the badge manager's page.
#[utoipa::path(get, path = "/api/v1/badges", tag = "profile",
    responses((status = 200, body = Badges), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(super) async fn badge_list(State(app): State<App>, caller: Caller) -> Result<Json<Badges>, Problem> {
    let reading = room::Reading::new(&app, &caller)?;
    reading.permitted(Permission::UseBadgeManager)?;
    let state = room::load::<profile::State>(&app, &caller).await?;
    let all = badges(app.portal.program(), &caller.loaded.account, &state);
    let view = |badge: profile::Badge| BadgeView { id: badge.id, over: badge.over, title: badge.title };
    Ok(Json(Badges { badges: all.into_iter().map(view).collect() }))
}
