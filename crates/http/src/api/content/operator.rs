//! Operators write, publish and withdraw what every company reads.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use guildhall_core::Id;
use guildhall_core::content::{self, Command};
use guildhall_core::setting::Setting;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

use super::views::{ContentBody, ItemView};
use crate::api::caller::{Asked, Body, bad_parameter};
use crate::api::operator::OperatorCaller;
use crate::api::problem::Problem;
use crate::api::write::{Write, with_etag};
use crate::app::App;
use crate::portal::{PROGRAMME, RoomDone};

/// How the list is narrowed.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(in crate::api) struct ItemsAsked {
    /// `draft`, `published` or `withdrawn`; without it all.
    #[param(pattern = "^(draft|published|withdrawn)$")]
    publication: Option<String>,
}

/// Every item, whether or not companies see it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ItemList)]
pub(in crate::api) struct Items {
    /// By id.
    items: Vec<ItemView>,
}

/// Every item, whether or not companies see it.
#[utoipa::path(get, operation_id = "items", path = "/api/v1/operator/content", tag = "operator", params(ItemsAsked),
    responses((status = 200, body = Items), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub(in crate::api) async fn list(
    State(app): State<App>,
    _caller: OperatorCaller,
    Asked(asked): Asked<ItemsAsked>,
) -> Result<Json<Items>, Problem> {
    let wanted = asked.publication;
    if wanted.as_deref().is_some_and(|p| !["draft", "published", "withdrawn"].contains(&p)) {
        return Err(bad_parameter("publication", "unknown_value"));
    }
    let rooms = app.portal.load_rooms::<content::State>(PROGRAMME).await?;
    let items = rooms.iter().filter_map(|room| ItemView::new(&room.id, &room.state));
    Ok(Json(Items { items: items.filter(|item| item.is(wanted.as_deref())).collect() }))
}

/// An item, with its version as the `ETag`.
#[utoipa::path(get, operation_id = "item", path = "/api/v1/operator/content/{id}", tag = "operator", params(("id" = String, Path)),
    responses((status = 200, body = ItemView, headers(("ETag" = String))), (status = 404, body = Problem)))]
pub(in crate::api) async fn show(
    State(app): State<App>,
    _caller: OperatorCaller,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let id = id_of(&id)?;
    let (state, version) = app.portal.load_room::<content::State>(PROGRAMME, &id).await?;
    let view = ItemView::new(&id, &state).ok_or_else(Problem::missing)?;
    Ok(with_etag(Json(view).into_response(), version))
}

/// Writes an item, as a draft.
#[utoipa::path(post, path = "/api/v1/operator/content", tag = "operator", request_body = ContentBody,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 201, body = ItemView), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(in crate::api) async fn draft(
    State(app): State<App>,
    caller: OperatorCaller,
    headers: HeaderMap,
    body: Body<ContentBody>,
) -> Result<Response, Problem> {
    let id = app.portal.moment(&caller.origin)?.id(0).to_string();
    let command = Command::Draft { input: body.value.into() };
    let write = Write::new(&app, &caller, &headers, body.hash);
    write.room_called::<content::State>(&id, &command, said(StatusCode::CREATED)).await
}

/// Changes what an item says, all of it; whether companies see it stays as it is.
#[utoipa::path(put, path = "/api/v1/operator/content/{id}", tag = "operator", params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    request_body = ContentBody,
    responses((status = 200, body = ItemView), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(in crate::api) async fn edit(
    State(app): State<App>,
    caller: OperatorCaller,
    headers: HeaderMap,
    Path(id): Path<String>,
    body: Body<ContentBody>,
) -> Result<Response, Problem> {
    let command = Command::Edit { input: body.value.into() };
    let write = Write::new(&app, &caller, &headers, body.hash);
    write.room_called::<content::State>(&id_of(&id)?, &command, said(StatusCode::OK)).await
}

/// Shows an item to every company, from its day on.
#[utoipa::path(put, path = "/api/v1/operator/content/{id}/publication", tag = "operator",
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = ItemView), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem)))]
pub(in crate::api) async fn publish(
    State(app): State<App>,
    caller: OperatorCaller,
    headers: HeaderMap,
    uri: Uri,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    change(&app, &caller, &headers, &format!("publish {uri}"), &id, &Command::Publish).await
}

/// Takes an item back.
#[utoipa::path(delete, path = "/api/v1/operator/content/{id}/publication", tag = "operator",
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = ItemView), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem)))]
pub(in crate::api) async fn withdraw(
    State(app): State<App>,
    caller: OperatorCaller,
    headers: HeaderMap,
    uri: Uri,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    change(&app, &caller, &headers, &format!("withdraw {uri}"), &id, &Command::Withdraw).await
}

/// Runs a command that has no body; `target` tells the two apart that share an address.
async fn change(
    app: &App,
    caller: &OperatorCaller,
    headers: &HeaderMap,
    target: &str,
    id: &str,
    command: &Command,
) -> Result<Response, Problem> {
    let write = Write::new(app, caller, headers, crate::api::caller::request_hash(target, &[]));
    write.room_called::<content::State>(&id_of(id)?, command, said(StatusCode::OK)).await
}

/// The item as it is after a write.
fn said(status: StatusCode) -> impl Fn(&Setting<'_>, &RoomDone<content::State>) -> (StatusCode, Value) {
    move |_, done| (status, serde_json::to_value(ItemView::new(&done.id, &done.state)).unwrap_or_default())
}

/// The id in its one form, so that no document has two names.
fn id_of(text: &str) -> Result<String, Problem> {
    text.parse::<Id>().map(|id| id.to_string()).map_err(|_| Problem::missing())
}
