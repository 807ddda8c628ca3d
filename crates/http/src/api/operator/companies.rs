//! The companies of the programme: all of them, one of them, and where it stands.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use guildhall_core::account::{Account, Command, Event, Status};
use guildhall_core::{Id, Program, certifications, fee, linking, profile};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

use super::OperatorCaller;
use super::at::At;
use crate::api::caller::{Asked, Body, bad_parameter, page_limit};
use crate::api::certifications::RequestView;
use crate::api::fee::Fee;
use crate::api::people::{NewLead, id_of};
use crate::api::problem::Problem;
use crate::api::room;
use crate::api::views::{CompanyBody, CompanyView, MemberView, StageView};
use crate::api::write::{Write, with_etag};
use crate::app::App;
use crate::portal::CompaniesAsked;

/// How many companies a page of the list has, where nothing is said.
const LIMIT: u32 = 50;
/// How many it has at most.
const LIMIT_MAX: u32 = 200;

/// A company of the list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CompanySummary {
    /// The tenant's id.
    id: String,
    /// The company's name.
    name: String,
    /// Its country or region.
    country: String,
    /// Its e-mail domains.
    domains: Vec<String>,
    /// Its paths, each with the stage reached.
    stages: Vec<StageView>,
    /// How many people have access.
    people: usize,
    /// The lead's name.
    lead: String,
    /// The lead's address.
    lead_email: String,
}

impl CompanySummary {
    fn new(program: &Program, account: &Account) -> Self {
        let CompanyView { id, company, domains, stages, .. } = CompanyView::new(account);
        let lead = account.lead(program).map(|(_, lead)| (lead.name.to_string(), lead.email.to_string()));
        let (lead, lead_email) = lead.unwrap_or_default();
        let people = account.members().values().filter(|m| m.status == Status::Active).count();
        Self { id, name: company.name, country: company.country, domains, stages, people, lead, lead_email }
    }
}

/// A page of the companies.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CompanyList {
    /// The companies, by name.
    companies: Vec<CompanySummary>,
    /// Where to go on; `null` on the last page.
    next_cursor: Option<String>,
}

/// Which companies.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct CompanyQuery {
    /// Words that stand in the name or a domain.
    #[serde(default)]
    q: String,
    /// The id of a path that the company is on.
    #[serde(default)]
    path: String,
    /// The id of a stage that it has reached, on that path if one is given.
    #[serde(default)]
    stage: String,
    /// How many at most: 1 to 200; 50 where nothing is said.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
    /// Where to go on: `next_cursor` of the page before, with the other parameters as they were.
    #[serde(default)]
    cursor: String,
}

/// The companies of the programme.
#[utoipa::path(get, operation_id = "companies", path = "/api/v1/operator/companies", tag = "operator", params(CompanyQuery),
    responses((status = 200, body = CompanyList), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn list(
    State(app): State<App>,
    _: OperatorCaller,
    Asked(asked): Asked<CompanyQuery>,
) -> Result<Json<CompanyList>, Problem> {
    let program = app.portal.program();
    let limit = page_limit(asked.limit, LIMIT, LIMIT_MAX)?;
    if !asked.path.is_empty() && program.path_id(&asked.path).is_none() {
        return Err(bad_parameter("path", "unknown_value"));
    }
    if !asked.stage.is_empty() && program.stage_id(&asked.stage).is_none() {
        return Err(bad_parameter("stage", "unknown_value"));
    }
    let asked = CompaniesAsked { text: &asked.q, path: &asked.path, stage: &asked.stage, cursor: &asked.cursor, limit };
    let page = app.portal.list_companies(&asked).await?;
    let page = page.ok_or_else(|| bad_parameter("cursor", "unknown_value"))?;
    let companies = page.companies.iter().map(|loaded| CompanySummary::new(program, &loaded.account)).collect();
    Ok(Json(CompanyList { companies, next_cursor: page.next }))
}

/// A wish for another lead.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct LeadWish {
    /// The id of who asked.
    by: String,
    /// What they wrote.
    note: String,
}

/// A record of the profile that operators judge.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ProfileRecord {
    /// Its id.
    id: String,
    /// What it is.
    kind: &'static str,
    /// Its title.
    title: String,
    /// Where it stands.
    #[schema(value_type = String)]
    status: profile::RecordStatus,
}

/// A qualification that operators gave.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CompanyQualification {
    /// Its id.
    id: String,
    /// Its kind.
    kind: String,
    /// Its name.
    title: String,
}

/// A company as operators see it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CompanyDetail {
    /// The tenant's id.
    id: String,
    /// What it says about itself.
    company: CompanyBody,
    /// Its e-mail domains.
    domains: Vec<String>,
    /// The id of the primary offering.
    offering: String,
    /// Its paths, each with the stage reached.
    stages: Vec<StageView>,
    /// The id of the lead.
    lead: Option<String>,
    /// Everybody who is or was of the company.
    people: Vec<MemberView>,
    /// The wishes for another lead that wait.
    lead_change_requests: Vec<LeadWish>,
    /// Its records, offerings and case studies among them.
    records: Vec<ProfileRecord>,
    /// Its qualifications.
    qualifications: Vec<CompanyQualification>,
    /// The wishes about certifications.
    certification_requests: Vec<RequestView>,
    /// The marketplace account that is linked.
    linked_account: Option<String>,
    /// The yearly fee.
    fee: Fee,
}

/// A company: people, stages, profile, fee, linked account.
#[utoipa::path(get, operation_id = "company", path = "/api/v1/operator/companies/{company}", tag = "operator",
    params(("company" = String, Path)),
    responses((status = 200, body = CompanyDetail, headers(("ETag" = String))), (status = 404, body = Problem)))]
pub(super) async fn show(
    State(app): State<App>,
    caller: OperatorCaller,
    Path(company): Path<String>,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let (program, account) = (app.portal.program(), &at.loaded.account);
    let profile = at.room::<profile::State>(&app).await?;
    let certifications = at.room::<certifications::State>(&app).await?;
    let requests =
        certifications::requests(&at.setting(&app), &certifications).map_err(room::denied(&at.setting(&app)))?;
    let link = at.room::<linking::State>(&app).await?;
    let bills = at.room::<fee::State>(&app).await?;
    let fee = fee::overview(&at.setting(&app), &bills).map_err(room::denied(&at.setting(&app)))?.into();
    let CompanyView { id, company, domains, offering, stages } = CompanyView::new(account);
    let record = |(id, record): (&Id, &profile::Record)| ProfileRecord {
        id: id.to_string(),
        kind: record.kind.id(),
        title: record.title.to_string(),
        status: record.status,
    };
    let qualification = |(id, found): (&Id, &profile::Qualification)| CompanyQualification {
        id: id.to_string(),
        kind: found.kind.clone(),
        title: found.title.to_string(),
    };
    let detail = CompanyDetail {
        id,
        company,
        domains,
        offering,
        stages,
        lead: account.lead(program).map(|(id, _)| id.to_string()),
        people: account.members().iter().map(|(id, member)| MemberView::new(program, *id, member)).collect(),
        lead_change_requests: account
            .lead_change_requests()
            .iter()
            .map(|wish| LeadWish { by: wish.by.to_string(), note: wish.note.to_string() })
            .collect(),
        records: profile.records().iter().map(record).collect(),
        qualifications: profile.qualifications().iter().map(qualification).collect(),
        certification_requests: requests.into_iter().map(RequestView::new).collect(),
        linked_account: link.link().map(|link| link.account.to_string()),
        fee,
    };
    Ok(with_etag(Json(detail).into_response(), at.loaded.version))
}

/// A stage.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewStage {
    /// The stage's id.
    stage: String,
}

/// Puts a company on a stage of a path, and on the path if it is not on it yet. Bills that are due by it are issued.
///
/// What it would open and close is told by the rehearsal.
#[utoipa::path(put, path = "/api/v1/operator/companies/{company}/stages/{path}", tag = "operator",
    request_body = NewStage,
    params(("company" = String, Path), ("path" = String, Path),
        ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = CompanyView), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn set_stage(
    State(app): State<App>,
    caller: OperatorCaller,
    Path((company, path)): Path<(String, String)>,
    headers: HeaderMap,
    body: Body<NewStage>,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let command = Command::SetStage { path, stage: body.value.stage };
    let answer = |account: &Account, _: &[Event], _: Id| (StatusCode::OK, json!(CompanyView::new(account)));
    Write::new(&app, &at, &headers, body.hash).run(command, answer).await
}

/// Moves a company's lead role, where its own lead cannot.
#[utoipa::path(put, path = "/api/v1/operator/companies/{company}/lead", tag = "operator", request_body = NewLead,
    params(("company" = String, Path), ("Idempotency-Key" = Option<String>, Header),
        ("If-Match" = Option<String>, Header)),
    responses((status = 200), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn reassign_lead(
    State(app): State<App>,
    caller: OperatorCaller,
    Path(company): Path<String>,
    headers: HeaderMap,
    body: Body<NewLead>,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let command = Command::ReassignLead { to: id_of(&body.value.to)?, typed: body.value.confirm };
    let answer = |_: &Account, events: &[Event], _: Id| {
        let to = events.iter().find_map(|e| if let Event::LeadReassigned { to, .. } = e { Some(to) } else { None });
        (StatusCode::OK, json!({ "lead": to }))
    };
    Write::new(&app, &at, &headers, body.hash).run(command, answer).await
}

/// Takes a person's access in a company; they stay of it.
#[utoipa::path(post, path = "/api/v1/operator/companies/{company}/people/{person}/deactivation", tag = "operator",
    params(("company" = String, Path), ("person" = String, Path), ("Idempotency-Key" = Option<String>, Header),
        ("If-Match" = Option<String>, Header)),
    responses((status = 200), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem)))]
pub(super) async fn deactivate(
    State(app): State<App>,
    caller: OperatorCaller,
    Path((company, person)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let command = Command::DeactivateMember { member: id_of(&person)? };
    let answer = |_: &Account, _: &[Event], _: Id| (StatusCode::OK, json!({ "status": "deactivated" }));
    Write::without_body(&app, &at, &headers, &uri).run(command, answer).await
}

/// The word that confirms.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = OperatorConfirmation)]
#[serde(deny_unknown_fields)]
pub(super) struct Confirmation {
    /// The programme's word for what cannot be undone.
    confirm: String,
}

/// Removes a person from a company for good.
#[utoipa::path(post, path = "/api/v1/operator/companies/{company}/people/{person}/removal", tag = "operator",
    request_body = Confirmation,
    params(("company" = String, Path), ("person" = String, Path), ("Idempotency-Key" = Option<String>, Header),
        ("If-Match" = Option<String>, Header)),
    responses((status = 200), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn remove(
    State(app): State<App>,
    caller: OperatorCaller,
    Path((company, person)): Path<(String, String)>,
    headers: HeaderMap,
    body: Body<Confirmation>,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let command = Command::RemoveMember { member: id_of(&person)?, typed: body.value.confirm };
    let answer = |_: &Account, _: &[Event], _: Id| (StatusCode::OK, json!({ "status": "removed" }));
    Write::new(&app, &at, &headers, body.hash).run(command, answer).await
}
