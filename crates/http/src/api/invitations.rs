//! Inviting people.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use guildhall_core::account::{Account, Command, Event, InviteRow, Refusal};
use guildhall_core::{Id, Permission};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::caller::{Body, Caller, request_hash};
use super::people::NoFields;
use super::problem::Problem;
use super::room::Reading;
use super::views::InvitationView;
use super::write::{Write, with_etag};
use crate::app::App;

/// The invitations.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = InvitationList)]
pub(super) struct Invitations {
    /// All of them, whatever became of them.
    invitations: Vec<InvitationView>,
}

/// Every invitation of the company.
#[utoipa::path(get, path = "/api/v1/invitations", tag = "invitations",
    responses((status = 200, body = Invitations, headers(("ETag" = String))), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(super) async fn list(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    Reading::new(&app, &caller)?.permitted(Permission::InviteUsers)?;
    let all = caller.loaded.account.invitations().iter();
    let invitations = all.map(|(id, invitation)| InvitationView::new(*id, invitation)).collect();
    Ok(with_etag(Json(Invitations { invitations }).into_response(), caller.loaded.version))
}

/// Whom to invite.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewInvitations {
    /// One row a person.
    rows: Vec<NewInvitation>,
}

/// A person to invite.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewInvitation {
    /// The address, at one of the company's domains.
    email: String,
    /// The ids of one or more roles.
    roles: Vec<String>,
}

/// Invites people: all rows or none.
#[utoipa::path(post, path = "/api/v1/invitations", tag = "invitations", request_body = NewInvitations,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 201, body = Invitations), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn invite(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<NewInvitations>,
) -> Result<Response, Problem> {
    let rows = body.value.rows.into_iter().map(|row| InviteRow { email: row.email, roles: row.roles }).collect();
    let write = Write { app: &app, caller: &caller, headers: &headers, request_hash: body.hash };
    write.run(Command::Invite { rows }, |a, e, _| (StatusCode::CREATED, touched(a, e))).await
}

/// Takes an open invitation back.
#[utoipa::path(delete, path = "/api/v1/invitations/{invitation}", tag = "invitations",
    params(("invitation" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Invitations), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(super) async fn withdraw(
    State(app): State<App>,
    caller: Caller,
    Path(invitation): Path<String>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let command = Command::WithdrawInvitation { invitation: id_of(&invitation)? };
    let request_hash = request_hash(&format!("{method} {uri}"), &[]);
    let write = Write { app: &app, caller: &caller, headers: &headers, request_hash };
    write.run(command, |a, e, _| (StatusCode::OK, touched(a, e))).await
}

/// Mails an invitation again, with a new link and a new term.
#[utoipa::path(post, path = "/api/v1/invitations/{invitation}/renewal", tag = "invitations", request_body = NoFields,
    params(("invitation" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Invitations), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn renew(
    State(app): State<App>,
    caller: Caller,
    Path(invitation): Path<String>,
    headers: HeaderMap,
    body: Body<NoFields>,
) -> Result<Response, Problem> {
    let command = Command::RenewInvitation { invitation: id_of(&invitation)? };
    let write = Write { app: &app, caller: &caller, headers: &headers, request_hash: body.hash };
    write.run(command, |a, e, _| (StatusCode::OK, touched(a, e))).await
}

fn id_of(text: &str) -> Result<Id, Problem> {
    text.parse().map_err(|_| Problem::from(Refusal::InvitationMissing))
}

/// The invitations that events speak of, as they are afterwards.
fn touched(account: &Account, events: &[Event]) -> Value {
    let id = |event: &Event| {
        if let Event::InvitationSent { invitation, .. }
        | Event::InvitationRenewed { invitation, .. }
        | Event::InvitationWithdrawn { invitation } = event
        {
            Some(*invitation)
        } else {
            None
        }
    };
    let views: Vec<InvitationView> = events
        .iter()
        .filter_map(id)
        .filter_map(|id| Some(InvitationView::new(id, account.invitations().get(&id)?)))
        .collect();
    json!({ "invitations": views })
}
