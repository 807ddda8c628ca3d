//! Certifications: the caller's own, the company's, the scorecard, the consent to share, the certification address.
#![allow(unused_qualifications, reason = "utoipa names the parameters twice")]

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use guildhall_core::certifications::{self, Command, PersonEntries, Subject};
use guildhall_core::profile;
use guildhall_core::setting::{Denied, Setting};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::caller::{Body, Caller};
use super::problem::Problem;
use super::room::{self, Reading};
use super::write::{Write, with_etag};
use crate::app::App;
use crate::portal::RoomDone;

/// What a person passed and completed.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PersonCertifications {
    /// The person's id.
    member: String,
    /// Their name.
    name: String,
    /// Whether they share it with the programme.
    shares: bool,
    /// What they passed and completed.
    entries: Vec<EntryView>,
}

/// A certification or a course.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CertificationEntry)]
pub(super) struct EntryView {
    /// Its id.
    id: String,
    /// The id of the certification; absent for a course.
    certification: Option<String>,
    /// The title of the course; absent for a certification.
    course: Option<String>,
    /// When it was passed or completed.
    on: NaiveDate,
    /// The last day on which it is valid.
    valid_until: Option<NaiveDate>,
}

/// What the caller passed and completed, and their certification address.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OwnCertifications {
    /// What the caller passed and completed.
    #[serde(flatten)]
    person: PersonCertifications,
    /// The certification address.
    training_address: Option<String>,
    /// From this day on what was passed with it counts.
    counts_from: Option<NaiveDate>,
    /// What the caller asked the training organisation for, the last first.
    requests: Vec<RequestView>,
}

/// A wish of the caller.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RequestView {
    /// Its id.
    id: String,
    /// `transfer` of an old profile, or `address_change`.
    sort: &'static str,
    /// The address of the old profile, or the address until now.
    from: String,
    /// The address to which they go.
    to: String,
    /// The business day until which it should be done.
    due_on: NaiveDate,
    /// Whether it was granted; absent while it waits.
    granted: Option<bool>,
}

/// What everybody of the company passed and completed.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CompanyCertifications {
    /// By person.
    people: Vec<PersonCertifications>,
}

impl PersonCertifications {
    fn new(list: &PersonEntries<'_>) -> Self {
        let entry = |e: &certifications::Entry<'_>| {
            let (certification, course) = match &e.record.subject {
                Subject::Certification { name } => (Some(name.clone()), None),
                Subject::Course { title } => (None, Some(title.to_string())),
            };
            let (on, valid_until) = (e.record.on, e.record.valid_until);
            EntryView { id: e.id.to_string(), certification, course, on, valid_until }
        };
        Self {
            member: list.member.to_string(),
            name: list.person.name.to_string(),
            shares: list.shares,
            entries: list.entries.iter().map(entry).collect(),
        }
    }
}

impl RequestView {
    pub(super) fn new((id, request): (guildhall_core::Id, &certifications::Request)) -> Self {
        let (sort, from, to) = match &request.wish {
            certifications::Wish::Transfer { old_profile, new_account } => ("transfer", old_profile, new_account),
            certifications::Wish::AddressChange { previous, new } => ("address_change", previous, new),
        };
        let (id, from, to) = (id.to_string(), from.to_string(), to.to_string());
        Self { id, sort, from, to, due_on: request.due_on, granted: request.granted }
    }
}

impl OwnCertifications {
    fn new(setting: &Setting<'_>, state: &certifications::State) -> Result<Self, Denied> {
        let list = certifications::own_list(setting, state)?;
        let address = state.address(list.member);
        let requests = certifications::requests(setting, state)?;
        Ok(Self {
            person: PersonCertifications::new(&list),
            training_address: address.map(|a| a.address.to_string()),
            counts_from: address.map(|a| a.counts_from),
            requests: requests.into_iter().map(RequestView::new).collect(),
        })
    }
}

/// What the caller passed and completed, the consent to share it, the certification address and requests.
#[utoipa::path(get, path = "/api/v1/me/certifications", tag = "certifications",
    responses((status = 200, body = OwnCertifications, headers(("ETag" = String))), (status = 401, body = Problem)))]
pub(super) async fn own(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let (state, version) = room::versioned::<certifications::State>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let own = OwnCertifications::new(&reading.setting(), &state).map_err(room::denied(&reading.setting()))?;
    Ok(with_etag(Json(own).into_response(), version))
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
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = OwnCertifications), (status = 401, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem)))]
pub(super) async fn consent(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<Consent>,
) -> Result<Response, Problem> {
    let command = Command::SetConsent { share: body.value.share };
    Write::new(&app, &caller, &headers, body.hash).room::<certifications::State>(&command, own_after).await
}

/// A certification address.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TrainingAddress {
    /// The address; empty to clear it.
    address: String,
}

/// Sets or clears the caller's certification address. An address is of one person only, over all companies.
#[utoipa::path(put, path = "/api/v1/me/certifications/address", tag = "certifications",
    request_body = TrainingAddress,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = OwnCertifications), (status = 401, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn set_address(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<TrainingAddress>,
) -> Result<Response, Problem> {
    Write::new(&app, &caller, &headers, body.hash).training_address(&body.value.address, own_after).await
}

fn own_after(setting: &Setting<'_>, done: &RoomDone<certifications::State>) -> super::write::Told {
    room::told(StatusCode::OK, OwnCertifications::new(setting, &done.state).ok())
}

/// An old profile.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = CertificationTransfer)]
#[serde(deny_unknown_fields)]
pub(super) struct Transfer {
    /// The address of the old profile.
    old_profile: String,
}

/// A wish that waits.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Requested {
    /// Its id.
    id: String,
    /// The business day until which it should be done.
    due_on: NaiveDate,
}

/// Asks for the certifications of an old profile.
#[utoipa::path(post, path = "/api/v1/me/certifications/transfers", tag = "certifications", request_body = Transfer,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 202, body = Requested), (status = 401, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn transfer(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<Transfer>,
) -> Result<Response, Problem> {
    let command = Command::RequestTransfer { old_profile: body.value.old_profile };
    asked(Write::new(&app, &caller, &headers, body.hash), &command).await
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
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 202, body = Requested), (status = 401, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn change_address(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<AddressChange>,
) -> Result<Response, Problem> {
    let command = Command::RequestAddressChange { previous: body.value.previous, new: body.value.new };
    asked(Write::new(&app, &caller, &headers, body.hash), &command).await
}

async fn asked(write: Write<'_>, command: &Command) -> Result<Response, Problem> {
    write
        .room::<certifications::State>(command, |_, done| {
            let requested = done.events.iter().find_map(|event| match event {
                certifications::Event::Requested { id, due_on, .. } => {
                    Some(Requested { id: id.to_string(), due_on: *due_on })
                }
                certifications::Event::TrainingAddressSet { .. }
                | certifications::Event::TrainingAddressCleared { .. }
                | certifications::Event::ConsentSet { .. }
                | certifications::Event::RequestSettled { .. }
                | certifications::Event::Recorded { .. }
                | certifications::Event::RecordDropped { .. } => None,
            });
            room::told(StatusCode::ACCEPTED, requested)
        })
        .await
}

/// What everybody of the company passed and completed.
#[utoipa::path(get, path = "/api/v1/certifications", tag = "certifications",
    responses((status = 200, body = CompanyCertifications, headers(("ETag" = String))), (status = 401, body = Problem),
        (status = 403, body = Problem)))]
pub(super) async fn list(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let (state, version) = room::versioned::<certifications::State>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let setting = reading.setting();
    let list = certifications::company_list(&setting, &state).map_err(room::denied(&setting))?;
    let people = list.iter().map(PersonCertifications::new).collect();
    Ok(with_etag(Json(CompanyCertifications { people }).into_response(), version))
}

/// The scorecard of the company.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ScorecardView {
    /// The day that it is of.
    on: NaiveDate,
    /// How many certifications count.
    certifications: u32,
    /// How many people have one that counts.
    certified_people: u32,
    /// By path.
    paths: Vec<PathScoreView>,
}

/// How far the company is on a path.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PathScoreView {
    /// The id of the path.
    path: String,
    /// The id of the stage reached.
    stage: String,
    /// The id of the next stage.
    next: Option<String>,
    /// How many requirements are met.
    met: usize,
    /// What the next stage asks for.
    requirements: Vec<RequirementView>,
    /// What the stages reached go on asking for.
    kept: Vec<RequirementView>,
}

/// What a stage asks for.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RequirementView {
    /// What it is.
    title: String,
    /// How many the company has.
    have: u32,
    /// How many it needs.
    need: u32,
    /// How many are missing.
    missing: u32,
}

impl ScorecardView {
    fn new(card: &certifications::Scorecard, kept: &[(String, Vec<certifications::Row>)]) -> Self {
        let row = |r: &certifications::Row| RequirementView {
            title: r.title.clone(),
            have: r.have,
            need: r.need,
            missing: r.missing(),
        };
        let path = |p: &certifications::PathScore| PathScoreView {
            path: p.path.clone(),
            stage: p.stage.clone(),
            next: p.next.clone(),
            met: p.met(),
            requirements: p.rows.iter().map(row).collect(),
            kept: kept.iter().filter(|(path, _)| *path == p.path).flat_map(|(_, rows)| rows.iter().map(row)).collect(),
        };
        let paths = card.paths.iter().map(path).collect();
        let (certifications, certified_people) = (card.certifications, card.certified_people);
        Self { on: card.on, certifications, certified_people, paths }
    }
}

/// The scorecard: what the next stage of each path asks for, and how far the company is.
#[utoipa::path(get, path = "/api/v1/scorecard", tag = "certifications",
    responses((status = 200, body = ScorecardView), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(super) async fn scorecard(State(app): State<App>, caller: Caller) -> Result<Json<ScorecardView>, Problem> {
    let state = room::load::<certifications::State>(&app, &caller).await?;
    let profile = room::load::<profile::State>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let card =
        certifications::scorecard(&reading.setting(), &state, &profile).map_err(room::denied(&reading.setting()))?;
    let kept = certifications::kept(&reading.setting(), &state, &profile).map_err(room::denied(&reading.setting()))?;
    Ok(Json(ScorecardView::new(&card, &kept)))
}
