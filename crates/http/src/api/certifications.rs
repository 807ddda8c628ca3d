//! Certifications: the caller's own, the company's, the scorecard, and the consent to share.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use guildhall_core::certifications::{self, Command, PersonEntries, Subject};
use guildhall_core::profile;
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::caller::{Body, Caller};
use super::problem::Problem;
use super::room::{self, Reading};
use crate::app::App;

/// What the caller passed and completed, and the consent to share it.
#[utoipa::path(get, path = "/api/v1/me/certifications", tag = "certifications",
    responses((status = 200), (status = 401, body = Problem)))]
pub(super) async fn own(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let state = room::load::<certifications::State>(&app, &caller).await?;
    answer(&app, &caller, &state)
}

fn answer(app: &App, caller: &Caller, state: &certifications::State) -> Result<Response, Problem> {
    let reading = Reading::new(app, caller)?;
    let setting = reading.setting();
    let list = certifications::own_list(&setting, state).map_err(room::denied)?;
    let address = state.address(caller.member);
    Ok(Json(json!({
        "member": list.member, "name": list.person.name, "shares": list.shares, "entries": entries(&list),
        "training_address": address.map(|a| &a.address), "counts_from": address.map(|a| a.counts_from),
    }))
    .into_response())
}

/// The consent.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Consent {
    /// Whether the caller's certifications are shared with the programme.
    share: bool,
}

/// Gives or withdraws the consent to share the caller's certifications.
#[utoipa::path(put, path = "/api/v1/me/certifications/consent", tag = "certifications", request_body = Consent,
    responses((status = 200), (status = 401, body = Problem), (status = 409, body = Problem)))]
pub(super) async fn consent(State(app): State<App>, caller: Caller, body: Body<Consent>) -> Result<Response, Problem> {
    let command = Command::SetConsent { share: body.value.share };
    let done = room::run::<certifications::State>(&app, &caller, &command).await?;
    answer(&app, &caller, &done.state)
}

/// An old profile.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Transfer {
    /// The address of the old profile.
    old_profile: String,
}

/// Asks for the certifications of an old profile.
#[utoipa::path(post, path = "/api/v1/me/certifications/transfers", tag = "certifications", request_body = Transfer,
    responses((status = 202), (status = 401, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn transfer(
    State(app): State<App>,
    caller: Caller,
    body: Body<Transfer>,
) -> Result<Response, Problem> {
    let command = Command::RequestTransfer { old_profile: body.value.old_profile };
    asked(&app, &caller, &command).await
}

/// Two addresses.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AddressChange {
    /// The address until now.
    previous: String,
    /// The new address.
    new: String,
}

/// Asks for a change of the address of a certification account.
#[utoipa::path(post, path = "/api/v1/me/certifications/address-changes", tag = "certifications",
    request_body = AddressChange,
    responses((status = 202), (status = 401, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn change_address(
    State(app): State<App>,
    caller: Caller,
    body: Body<AddressChange>,
) -> Result<Response, Problem> {
    let command = Command::RequestAddressChange { previous: body.value.previous, new: body.value.new };
    asked(&app, &caller, &command).await
}

async fn asked(app: &App, caller: &Caller, command: &Command) -> Result<Response, Problem> {
    let done = room::run::<certifications::State>(app, caller, command).await?;
    let asked = done.events.iter().find_map(|event| {
        let certifications::Event::Requested { id, due_on, .. } = event else { return None };
        Some(json!({ "id": id, "due_on": due_on }))
    });
    Ok((StatusCode::ACCEPTED, Json(asked)).into_response())
}

/// What everybody of the company passed and completed.
#[utoipa::path(get, path = "/api/v1/certifications", tag = "certifications",
    responses((status = 200), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(super) async fn list(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let state = room::load::<certifications::State>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let setting = reading.setting();
    let list = certifications::company_list(&setting, &state).map_err(room::denied)?;
    Ok(Json(json!({ "people": list.iter().map(person).collect::<Vec<_>>() })).into_response())
}

/// The scorecard: what the next stage of each path asks for, and how far the company is.
#[utoipa::path(get, path = "/api/v1/scorecard", tag = "certifications",
    responses((status = 200), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(super) async fn scorecard(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let state = room::load::<certifications::State>(&app, &caller).await?;
    let profile = room::load::<profile::State>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let card = certifications::scorecard(&reading.setting(), &state, &profile).map_err(room::denied)?;
    let row =
        |r: &certifications::Row| json!({ "title": r.title, "have": r.have, "need": r.need, "missing": r.missing() });
    let path = |p: &certifications::PathScore| {
        json!({
            "path": p.path, "stage": p.stage, "next": p.next, "met": p.met(),
            "requirements": p.rows.iter().map(row).collect::<Vec<_>>(),
        })
    };
    Ok(Json(json!({
        "on": card.on, "certifications": card.certifications, "certified_people": card.certified_people,
        "paths": card.paths.iter().map(path).collect::<Vec<_>>(),
    }))
    .into_response())
}

fn person(list: &PersonEntries<'_>) -> Value {
    json!({
        "member": list.member, "name": list.person.name, "shares": list.shares, "entries": entries(list),
    })
}

fn entries(list: &PersonEntries<'_>) -> Vec<Value> {
    let entry = |e: &certifications::Entry<'_>| {
        let (certification, course) = match &e.record.subject {
            Subject::Certification { name } => (Some(name.as_str()), None),
            Subject::Course { title } => (None, Some(title.as_str())),
        };
        json!({ "id": e.id, "certification": certification, "course": course, "on": e.record.on,
            "valid_until": e.record.valid_until })
    };
    list.entries.iter().map(entry).collect()
}
