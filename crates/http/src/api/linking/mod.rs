//! The link with the marketplace account: linking, IAM roles, who is mapped to which, the CRM integration.

mod wire;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use guildhall_core::Id;
use guildhall_core::linking::{self, Command, IdentityInput, check_identity, check_role, overview, own_sign_on};
use guildhall_core::setting::Setting;
use serde_json::json;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::caller::{Body, Caller};
use super::iam;
use super::problem::Problem;
use super::room::{self, Reading};
use super::write::{Write, with_etag};
use crate::app::App;
use crate::portal::RoomDone;
use wire::{CheckView, Linking, Map, MapOne, NewLink, OneRole, RoleCheckView, SignOnView, Users};
pub(super) use wire::{Identity, PolicyBody, PolicyFaultView, Role, StatementView, faults};

/// The routes of the link, and of policy documents.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(show))
        .routes(routes!(link, unlink))
        .routes(routes!(try_identity))
        .routes(routes!(register))
        .routes(routes!(try_role))
        .routes(routes!(withdraw))
        .routes(routes!(map))
        .routes(routes!(map_all))
        .routes(routes!(unmap_all))
        .routes(routes!(unmap))
        .routes(routes!(map_crm, unmap_crm))
        .routes(routes!(sign_on))
        .routes(routes!(iam::list))
        .routes(routes!(iam::show))
        .routes(routes!(iam::check))
}

/// The link with its roles and mappings, who still needs a role, and which roles can be picked.
#[utoipa::path(get, path = "/api/v1/linking", tag = "linking",
    responses((status = 200, body = Linking, headers(("ETag" = String))), (status = 401, body = Problem), (status = 403, body = Problem)))]
async fn show(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let tenant = caller.loaded.tenant;
    let (state, version) = app.portal.load_room::<linking::State>(tenant, &tenant.to_string()).await?;
    let reading = Reading::new(&app, &caller)?;
    let overview = overview(&reading.setting(), &state).map_err(room::denied(&reading.setting()))?;
    Ok(with_etag(Json(Linking::from(&overview)).into_response(), version))
}

/// Links the company's account with its marketplace account.
#[utoipa::path(post, path = "/api/v1/linking/link", tag = "linking", request_body = NewLink,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 201, body = Linking), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn link(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<NewLink>,
) -> Result<Response, Problem> {
    let NewLink { account_id, allow, identity, sign_in: _ } = body.value;
    let command = Command::Link { account_id, allow, identity: identified(identity, &headers) };
    let write = Write::new(&app, &caller, &headers, body.hash);
    run(write, &command, StatusCode::CREATED).await
}

/// Undoes the link. Every mapping and every registered role goes with it; `GET /api/v1/linking` lists them.
#[utoipa::path(delete, path = "/api/v1/linking/link", tag = "linking",
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Linking), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 409, body = Problem)))]
async fn unlink(State(app): State<App>, caller: Caller, uri: Uri, headers: HeaderMap) -> Result<Response, Problem> {
    run(Write::without_body(&app, &caller, &headers, &uri), &Command::Unlink, StatusCode::OK).await
}

/// Tries out whether the policies of an IAM user allow to link, and which statement says so.
#[utoipa::path(post, path = "/api/v1/linking/identity-checks", tag = "linking", request_body = Identity,
    responses((status = 200, body = CheckView), (status = 401, body = Problem), (status = 422, body = Problem)))]
async fn try_identity(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<Identity>,
) -> Result<Json<CheckView>, Problem> {
    let reading = Reading::new(&app, &caller)?;
    let identity = identified(body.value, &headers);
    let check = check_identity(&reading.setting(), &identity).map_err(room::refused_in(&reading.setting()))?;
    Ok(Json(CheckView::from(&check)))
}

/// Registers an IAM role of the linked account, or what has changed about one.
#[utoipa::path(post, path = "/api/v1/linking/roles", tag = "linking", request_body = Role,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Linking), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn register(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<Role>,
) -> Result<Response, Problem> {
    let command = Command::RegisterRole { role: body.value.into() };
    let write = Write::new(&app, &caller, &headers, body.hash);
    run(write, &command, StatusCode::OK).await
}

/// Tries out what an IAM role is good for, point by point, without registering it.
#[utoipa::path(post, path = "/api/v1/linking/role-checks", tag = "linking", request_body = Role,
    responses((status = 200, body = RoleCheckView), (status = 401, body = Problem), (status = 422, body = Problem)))]
async fn try_role(State(app): State<App>, caller: Caller, body: Body<Role>) -> Result<Json<RoleCheckView>, Problem> {
    let reading = Reading::new(&app, &caller)?;
    let check = check_role(&reading.setting(), &body.value.into()).map_err(room::refused_in(&reading.setting()))?;
    Ok(Json(RoleCheckView::from(&check)))
}

/// Forgets an IAM role that nobody is mapped to.
#[utoipa::path(delete, path = "/api/v1/linking/roles/{name}", tag = "linking",
    params(("name" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Linking), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn withdraw(
    State(app): State<App>,
    caller: Caller,
    Path(role): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    run(Write::without_body(&app, &caller, &headers, &uri), &Command::WithdrawRole { role }, StatusCode::OK).await
}

/// Maps one person to an IAM role, as on the marketplace page.
#[utoipa::path(post, path = "/api/v1/linking/mappings", tag = "linking", request_body = MapOne,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 201, body = Linking), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn map(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<MapOne>,
) -> Result<Response, Problem> {
    let MapOne { user, role } = body.value;
    let command = Command::MapUser { user: id_of(&user)?, role };
    let write = Write::new(&app, &caller, &headers, body.hash);
    run(write, &command, StatusCode::CREATED).await
}

/// Maps several people of one list to an IAM role, all of them or none, as on the tab IAM roles.
#[utoipa::path(post, path = "/api/v1/linking/mappings/batch", tag = "linking", request_body = Map,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 201, body = Linking), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn map_all(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<Map>,
) -> Result<Response, Problem> {
    let Map { users, role } = body.value;
    let command = Command::MapUsers { users: ids_of(&users)?, role };
    let write = Write::new(&app, &caller, &headers, body.hash);
    run(write, &command, StatusCode::CREATED).await
}

/// Undoes one person's mapping.
#[utoipa::path(delete, path = "/api/v1/linking/mappings/{user}", tag = "linking",
    params(("user" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Linking), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn unmap(
    State(app): State<App>,
    caller: Caller,
    Path(user): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    run(Write::without_body(&app, &caller, &headers, &uri), &Command::UnmapUser { user: id_of(&user)? }, StatusCode::OK)
        .await
}

/// Undoes the mappings of several people, all of them or none.
#[utoipa::path(post, path = "/api/v1/linking/mappings/removal", tag = "linking", request_body = Users,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Linking), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn unmap_all(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<Users>,
) -> Result<Response, Problem> {
    let command = Command::UnmapUsers { users: ids_of(&body.value.users)? };
    let write = Write::new(&app, &caller, &headers, body.hash);
    run(write, &command, StatusCode::OK).await
}

/// Maps the CRM integration to an IAM role.
#[utoipa::path(put, path = "/api/v1/linking/crm", tag = "linking", request_body = OneRole,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Linking), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn map_crm(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<OneRole>,
) -> Result<Response, Problem> {
    let command = Command::MapCrm { role: body.value.role };
    let write = Write::new(&app, &caller, &headers, body.hash);
    run(write, &command, StatusCode::OK).await
}

/// Undoes the mapping of the CRM integration.
#[utoipa::path(delete, path = "/api/v1/linking/crm", tag = "linking",
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Linking), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 409, body = Problem)))]
async fn unmap_crm(State(app): State<App>, caller: Caller, uri: Uri, headers: HeaderMap) -> Result<Response, Problem> {
    run(Write::without_body(&app, &caller, &headers, &uri), &Command::UnmapCrm, StatusCode::OK).await
}

/// With which IAM role the caller signs on to the marketplace's portal, and where it is.
#[utoipa::path(get, path = "/api/v1/linking/sign-on", tag = "linking",
    responses((status = 200, body = SignOnView), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn sign_on(State(app): State<App>, caller: Caller) -> Result<Json<SignOnView>, Problem> {
    let state = room::load::<linking::State>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let sign_on = own_sign_on(&reading.setting(), &state).map_err(room::refused_in(&reading.setting()))?;
    Ok(Json(SignOnView::from(&sign_on)))
}

/// Whose browser it is, if the body does not say (TRAIL-15).
pub(super) fn identified(identity: Identity, headers: &HeaderMap) -> IdentityInput {
    let mut input = IdentityInput::from(identity);
    if input.user_agent.is_empty() {
        let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
        input.user_agent = agent.unwrap_or_default().chars().take(500).collect();
    }
    input
}

fn id_of(text: &str) -> Result<Id, Problem> {
    text.parse().map_err(|_| room::refused(&linking::Refusal::MemberMissing))
}

fn ids_of(texts: &[String]) -> Result<Vec<Id>, Problem> {
    texts.iter().map(|text| id_of(text)).collect()
}

/// Runs a command and answers with the link as it is afterwards.
async fn run(write: Write<'_>, command: &Command, status: StatusCode) -> Result<Response, Problem> {
    let answer = |setting: &Setting<'_>, done: &RoomDone<linking::State>| {
        let body = overview(setting, &done.state).map(|overview| json!(Linking::from(&overview)));
        (status, body.unwrap_or_default())
    };
    write.room(command, answer).await
}
