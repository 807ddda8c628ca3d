//! The people of the company, their roles, the lead.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use guildhall_core::Id;
use guildhall_core::account::{Account, Command, Event, Refusal, RoleChange, RoleRow};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::caller::{Asked, Body, Caller};
use super::problem::Problem;
use super::reviews::{self, Moment};
use super::views::MemberView;
use super::write::{Write, with_etag};
use crate::app::App;

/// The people.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PersonList)]
pub(super) struct People {
    /// Everybody who is or was of the company.
    people: Vec<MemberView>,
}

/// Reads an id from an address; one that is none is of nobody.
pub(super) fn id_of(text: &str) -> Result<Id, Problem> {
    text.parse().map_err(|_| Problem::from(Refusal::MemberMissing))
}

/// Everybody of the company, at a moment if asked; the tag is that of the present.
#[utoipa::path(get, path = "/api/v1/people", tag = "people", params(Moment),
    responses((status = 200, body = People, headers(("ETag" = String))), (status = 400, body = Problem), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(super) async fn list(
    State(app): State<App>,
    caller: Caller,
    Asked(Moment { at }): Asked<Moment>,
) -> Result<Response, Problem> {
    let program = app.portal.program();
    reviews::may_read(&app, &caller)?;
    let account = reviews::account_at(&app, &caller, at).await?;
    let members = account.members().iter();
    let people = members.map(|(id, member)| MemberView::new(program, *id, member)).collect();
    Ok(with_etag(Json(People { people }).into_response(), caller.loaded.version))
}

/// One person of the company.
#[utoipa::path(get, path = "/api/v1/people/{person}", tag = "people", params(("person" = String, Path)),
    responses((status = 200, body = MemberView, headers(("ETag" = String))), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem)))]
pub(super) async fn one(
    State(app): State<App>,
    caller: Caller,
    Path(person): Path<String>,
) -> Result<Response, Problem> {
    let program = app.portal.program();
    reviews::may_read(&app, &caller)?;
    let id = id_of(&person)?;
    let member = caller.loaded.account.member(id).ok_or_else(|| Problem::from(Refusal::MemberMissing))?;
    Ok(with_etag(Json(MemberView::new(program, id, member)).into_response(), caller.loaded.version))
}

/// Changes of roles, of up to ten people at once.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RoleUpdates {
    /// One row a person.
    rows: Vec<RoleUpdate>,
}

/// The changes of one person's roles.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RoleUpdate {
    /// The person's id.
    person: String,
    /// The ids of roles to give.
    #[serde(default)]
    assign: Vec<String>,
    /// The ids of roles to take; they are taken first.
    #[serde(default)]
    unassign: Vec<String>,
}

/// What an update of roles did.
#[derive(Debug, Serialize, ToSchema)]
#[allow(dead_code, reason = "describes the answer; the answer itself is made as JSON")]
pub(super) struct RoleUpdateResult {
    /// How many changes were made.
    succeeded: usize,
    /// How many were prohibited.
    failed: usize,
    /// Each change: `person`, `role`, `change`, `outcome` (`done` or a code).
    changes: Vec<Value>,
}

/// Gives and takes roles. Each change is judged on its own; prohibited ones are not made and are listed with a code.
#[utoipa::path(post, path = "/api/v1/role-updates", tag = "people", request_body = RoleUpdates,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = RoleUpdateResult), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn update_roles(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<RoleUpdates>,
) -> Result<Response, Problem> {
    let rows: Result<Vec<RoleRow>, Problem> = body
        .value
        .rows
        .into_iter()
        .map(|row| Ok(RoleRow { member: id_of(&row.person)?, assign: row.assign, unassign: row.unassign }))
        .collect();
    let write = Write { app: &app, caller: &caller, headers: &headers, request_hash: body.hash };
    write.run(Command::UpdateRoles { rows: rows? }, role_changes).await
}

fn role_changes(_: &Account, events: &[Event], _: Id) -> (StatusCode, Value) {
    let change = |person: &Id, role: &str, change: RoleChange, outcome: &str| json!({ "person": person, "role": role, "change": change, "outcome": outcome });
    let mut changes = Vec::new();
    let mut failed = 0;
    for event in events {
        if let Event::RoleAssigned { member, role } = event {
            changes.push(change(member, role, RoleChange::Assign, "done"));
        } else if let Event::RoleUnassigned { member, role } = event {
            changes.push(change(member, role, RoleChange::Unassign, "done"));
        } else if let Event::RoleChangeRefused { member, role, change: asked, code } = event {
            failed += 1;
            changes.push(change(member, role, *asked, code));
        }
    }
    (StatusCode::OK, json!({ "succeeded": changes.len() - failed, "failed": failed, "changes": changes }))
}

/// The typed word that a destructive request needs.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Confirmation {
    /// The word `confirm`.
    confirm: String,
}

/// Removes a person for good.
#[utoipa::path(post, path = "/api/v1/people/{person}/removal", tag = "people", request_body = Confirmation,
    params(("person" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = MemberView), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn remove(
    State(app): State<App>,
    caller: Caller,
    Path(person): Path<String>,
    headers: HeaderMap,
    body: Body<Confirmation>,
) -> Result<Response, Problem> {
    let command = Command::RemoveMember { member: id_of(&person)?, typed: body.value.confirm };
    Write { app: &app, caller: &caller, headers: &headers, request_hash: body.hash }.run(command, gone).await
}

/// Nothing more is needed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Nothing {}

/// Blocks a person's sign-in.
#[utoipa::path(post, path = "/api/v1/people/{person}/deactivation", tag = "people", request_body = Nothing,
    params(("person" = String, Path), ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(super) async fn deactivate(
    State(app): State<App>,
    caller: Caller,
    Path(person): Path<String>,
    headers: HeaderMap,
    body: Body<Nothing>,
) -> Result<Response, Problem> {
    let command = Command::DeactivateMember { member: id_of(&person)? };
    Write { app: &app, caller: &caller, headers: &headers, request_hash: body.hash }.run(command, gone).await
}

fn gone(_: &Account, events: &[Event], _: Id) -> (StatusCode, Value) {
    let ended = events.iter().find_map(|event| {
        if let Event::MemberRemoved { member } = event {
            Some((member, "removed"))
        } else if let Event::MemberDeactivated { member } = event {
            Some((member, "deactivated"))
        } else {
            None
        }
    });
    (StatusCode::OK, json!({ "id": ended.map(|(id, _)| id), "status": ended.map(|(_, status)| status) }))
}

// MENU-39.
/// The person who leads the account: everybody may know.
#[utoipa::path(get, path = "/api/v1/lead", tag = "people",
    responses((status = 200, body = MemberView, headers(("ETag" = String))), (status = 401, body = Problem)))]
pub(super) async fn lead(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let program = app.portal.program();
    let (id, member) = caller.loaded.account.lead(program).ok_or_else(Problem::missing)?;
    Ok(with_etag(Json(MemberView::new(program, id, member)).into_response(), caller.loaded.version))
}

/// Who shall lead.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewLead {
    /// The person's id.
    pub(super) to: String,
    /// The word `confirm`.
    pub(super) confirm: String,
}

/// Moves the lead role to another person.
#[utoipa::path(put, path = "/api/v1/lead", tag = "people", request_body = NewLead,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn reassign_lead(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<NewLead>,
) -> Result<Response, Problem> {
    let command = Command::ReassignLead { to: id_of(&body.value.to)?, typed: body.value.confirm };
    let answer = |_: &Account, events: &[Event], _: Id| {
        let to = events.iter().find_map(|e| if let Event::LeadReassigned { to, .. } = e { Some(to) } else { None });
        (StatusCode::OK, json!({ "lead": to }))
    };
    Write { app: &app, caller: &caller, headers: &headers, request_hash: body.hash }.run(command, answer).await
}

/// A wish.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Wish {
    /// Why, and who should lead.
    note: String,
}

/// Asks for another lead. Changes no role.
#[utoipa::path(post, path = "/api/v1/lead-change-requests", tag = "people", request_body = Wish,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201), (status = 401, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn request_lead_change(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<Wish>,
) -> Result<Response, Problem> {
    let command = Command::RequestLeadChange { note: body.value.note };
    let answer = |_: &Account, _: &[Event], _: Id| (StatusCode::CREATED, json!({ "requested": true }));
    Write { app: &app, caller: &caller, headers: &headers, request_hash: body.hash }.run(command, answer).await
}

/// Who gets the role.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Receiver {
    /// The person's id.
    to: String,
}

/// Hands the caller's own cloud administrator's role to somebody else.
#[utoipa::path(post, path = "/api/v1/cloud-admin/hand-over", tag = "people", request_body = Receiver,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = RoleUpdateResult), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(super) async fn hand_over_cloud_admin(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<Receiver>,
) -> Result<Response, Problem> {
    let command = Command::HandOverCloudAdmin { to: id_of(&body.value.to)? };
    Write { app: &app, caller: &caller, headers: &headers, request_hash: body.hash }.run(command, role_changes).await
}
