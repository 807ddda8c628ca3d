//! The operator's side of the pipeline: sharing with a company, and reviewing what companies submit (ACE-1).

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use guildhall_core::Id;
use guildhall_core::pipeline::query::{self, Query};
use guildhall_core::pipeline::{Lead, LeadCommand, Opportunity, OpportunityCommand as Command, ReviewStatus};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::asked::{LeadsAsked, OpportunitiesAsked, Page, ReviewWord};
use super::entries::{self, Shown, person};
use super::fields::{LeadFields, OpportunityFields};
use super::views::{LeadView, ListView, OpportunityView, SummaryView};
use crate::api::caller::{Asked, Body, bad_parameter};
use crate::api::operator::{At, OperatorCaller};
use crate::api::problem::Problem;
use crate::api::room;
use crate::api::write::{Write, with_etag};
use crate::app::App;

/// How many opportunities of the queue are told at a time, companies kept whole.
const QUEUE_ROWS: usize = 100;

impl At<'_> {
    async fn list<E: Shown>(&self, app: &App, page: &Page) -> Result<Response, Problem> {
        let entries = self.all::<E>(app).await?;
        let list = page.show(&self.setting(app), &entries).map_err(room::refused_in(&self.setting(app)))?;
        Ok(Json(list).into_response())
    }

    async fn all<E: Shown>(&self, app: &App) -> Result<Vec<E>, Problem> {
        let rooms = app.portal.load_rooms::<E>(self.loaded.tenant).await?;
        Ok(rooms.into_iter().map(|room| room.state).collect())
    }

    async fn show<E: Shown>(&self, app: &App, id: &str) -> Result<Response, Problem> {
        let (entry, version) = app.portal.load_room::<E>(self.loaded.tenant, id).await?;
        let setting = self.setting(app);
        let entry = query::show(&setting, &entry).map_err(room::refused_in(&setting))?;
        Ok(with_etag(Json(entry.shown(&setting)).into_response(), version))
    }
}

/// Which opportunities of all companies.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(in crate::api) struct QueueAsked {
    /// Where the review stands; may stand there several times. Submitted and In review if left out.
    #[serde(default)]
    review_status: Vec<ReviewWord>,
    /// Where to go on: `next_cursor` of the page before, with the other parameter as it was.
    cursor: Option<String>,
}

/// An opportunity of some company.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct QueuedView {
    /// The company's id.
    company: String,
    /// Its name.
    company_name: String,
    /// The opportunity.
    opportunity: SummaryView,
}

/// Opportunities of all companies.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct QueueView {
    /// By company; the one that changed last is the last of its company.
    entries: Vec<QueuedView>,
    /// Asks for the next page, as `?cursor=...`; `null` on the last.
    next_cursor: Option<String>,
}

/// What waits for a review, in all companies.
#[utoipa::path(get, operation_id = "review_queue", path = "/api/v1/operator/opportunities", tag = "operator", params(QueueAsked),
    responses((status = 200, body = QueueView), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub(in crate::api) async fn queue(
    State(app): State<App>,
    caller: OperatorCaller,
    Asked(asked): Asked<QueueAsked>,
) -> Result<Response, Problem> {
    let mut statuses: std::collections::BTreeSet<ReviewStatus> =
        asked.review_status.into_iter().map(Into::into).collect();
    if statuses.is_empty() {
        statuses.extend(ReviewStatus::ALL.iter().filter(|status| status.waits()));
    }
    let query = Query { review_statuses: statuses, ..Query::default() };
    let mut after: Option<Id> = match asked.cursor {
        None => None,
        Some(cursor) => Some(cursor.parse().map_err(|_| bad_parameter("cursor", "unknown_value"))?),
    };
    let mut entries = Vec::new();
    loop {
        let companies = app.portal.company_ids(after).await?;
        let Some(last) = companies.last().copied() else {
            return Ok(Json(QueueView { entries, next_cursor: None }).into_response());
        };
        for company in companies {
            let at = At::new(&app, &caller, &company.to_string()).await?;
            let rooms = at.all::<Opportunity>(&app).await?;
            let setting = at.setting(&app);
            let found = query.select(&setting, &rooms).map_err(room::refused_in(&setting))?;
            let view = |found| QueuedView {
                company: company.to_string(),
                company_name: at.loaded.account.company_name().to_owned(),
                opportunity: SummaryView::new(&setting, found),
            };
            entries.extend(found.iter().map(view));
            if entries.len() >= QUEUE_ROWS {
                return Ok(Json(QueueView { entries, next_cursor: Some(company.to_string()) }).into_response());
            }
        }
        after = Some(last);
    }
}

/// The opportunities of a company: what was shared with it, and what it submitted.
#[utoipa::path(get, path = "/api/v1/operator/companies/{company}/opportunities", tag = "operator",
    params(("company" = String, Path), OpportunitiesAsked),
    responses((status = 200, body = ListView), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub(in crate::api) async fn opportunities(
    State(app): State<App>,
    caller: OperatorCaller,
    Path(company): Path<String>,
    Asked(asked): Asked<OpportunitiesAsked>,
) -> Result<Response, Problem> {
    let page = Page::of_opportunities(asked, caller.id())?;
    At::new(&app, &caller, &company).await?.list::<Opportunity>(&app, &page).await
}

/// What is shared, with whom, and until when.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct Sharing<F> {
    /// The fields.
    fields: F,
    /// The id of the person for whom it is meant, if for one.
    to: Option<String>,
    /// When the time to answer ends, if it does.
    expires_at: Option<DateTime<Utc>>,
}

impl<F> Sharing<F> {
    fn to(&self) -> Result<Option<Id>, Problem> {
        self.to.as_deref().map(|to| person("to", to)).transpose()
    }
}

/// Shares an opportunity with a company.
#[utoipa::path(post, path = "/api/v1/operator/companies/{company}/opportunities", tag = "operator",
    request_body = Sharing<OpportunityFields>,
    params(("company" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = OpportunityView), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(in crate::api) async fn share_opportunity(
    State(app): State<App>,
    caller: OperatorCaller,
    Path(company): Path<String>,
    headers: HeaderMap,
    body: Body<Sharing<OpportunityFields>>,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let (entry, to) = (at.moment.fresh, body.value.to()?);
    let Sharing { fields, expires_at, .. } = body.value;
    let command = Command::Share { entry: Some(entry), fields: Box::new(fields.into()), to, expires_at };
    let base = format!("/api/v1/operator/companies/{}/opportunities", at.loaded.tenant);
    entries::create::<Opportunity>(Write::new(&app, &at, &headers, body.hash), &base, entry, &command).await
}

/// One opportunity of a company.
#[utoipa::path(get, path = "/api/v1/operator/companies/{company}/opportunities/{id}", tag = "operator",
    params(("company" = String, Path), ("id" = String, Path)),
    responses((status = 200, body = OpportunityView, headers(("ETag" = String))), (status = 404, body = Problem)))]
pub(in crate::api) async fn opportunity(
    State(app): State<App>,
    caller: OperatorCaller,
    Path((company, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    At::new(&app, &caller, &company).await?.show::<Opportunity>(&app, &id).await
}

/// Begins the review of a submitted opportunity.
#[utoipa::path(post, path = "/api/v1/operator/companies/{company}/opportunities/{id}/review", tag = "operator",
    params(("company" = String, Path), ("id" = String, Path), ("Idempotency-Key" = Option<String>, Header),
        ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = OpportunityView), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem)))]
pub(in crate::api) async fn start_review(
    State(app): State<App>,
    caller: OperatorCaller,
    Path((company, id)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    entries::run::<Opportunity>(Write::without_body(&app, &at, &headers, &uri), &id, &Command::StartReview).await
}

/// Accepts a submitted opportunity into the pipeline.
#[utoipa::path(post, path = "/api/v1/operator/companies/{company}/opportunities/{id}/approval", tag = "operator",
    params(("company" = String, Path), ("id" = String, Path), ("Idempotency-Key" = Option<String>, Header),
        ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = OpportunityView), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem)))]
pub(in crate::api) async fn approve(
    State(app): State<App>,
    caller: OperatorCaller,
    Path((company, id)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    entries::run::<Opportunity>(Write::without_body(&app, &at, &headers, &uri), &id, &Command::Approve).await
}

/// Why an opportunity is turned down.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct Disqualification {
    /// Why.
    reason: String,
}

/// Turns a submitted opportunity down.
#[utoipa::path(post, path = "/api/v1/operator/companies/{company}/opportunities/{id}/disqualification",
    tag = "operator", request_body = Disqualification,
    params(("company" = String, Path), ("id" = String, Path), ("Idempotency-Key" = Option<String>, Header),
        ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = OpportunityView), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(in crate::api) async fn disqualify(
    State(app): State<App>,
    caller: OperatorCaller,
    Path((company, id)): Path<(String, String)>,
    headers: HeaderMap,
    body: Body<Disqualification>,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let command = Command::Disqualify { reason: body.value.reason };
    entries::run::<Opportunity>(Write::new(&app, &at, &headers, body.hash), &id, &command).await
}

/// What an operator needs to know.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct InformationRequest {
    /// The reason, in a word.
    reason: String,
    /// What is needed.
    #[serde(default)]
    comments: String,
}

/// Asks for more information on a submitted opportunity; whoever oversees the company's pipeline gets a mail.
#[utoipa::path(post, path = "/api/v1/operator/companies/{company}/opportunities/{id}/information-request",
    tag = "operator", request_body = InformationRequest,
    params(("company" = String, Path), ("id" = String, Path), ("Idempotency-Key" = Option<String>, Header),
        ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = OpportunityView), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(in crate::api) async fn request_information(
    State(app): State<App>,
    caller: OperatorCaller,
    Path((company, id)): Path<(String, String)>,
    headers: HeaderMap,
    body: Body<InformationRequest>,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let InformationRequest { reason, comments } = body.value;
    let command = Command::RequestInformation { reason, comments };
    entries::run::<Opportunity>(Write::new(&app, &at, &headers, body.hash), &id, &command).await
}

/// The leads that were shared with a company.
#[utoipa::path(get, path = "/api/v1/operator/companies/{company}/leads", tag = "operator",
    params(("company" = String, Path), LeadsAsked),
    responses((status = 200, body = ListView), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub(in crate::api) async fn leads(
    State(app): State<App>,
    caller: OperatorCaller,
    Path(company): Path<String>,
    Asked(asked): Asked<LeadsAsked>,
) -> Result<Response, Problem> {
    let page = Page::of_leads(asked, caller.id())?;
    At::new(&app, &caller, &company).await?.list::<Lead>(&app, &page).await
}

/// Shares a lead with a company; whoever oversees its pipeline gets a mail.
#[utoipa::path(post, path = "/api/v1/operator/companies/{company}/leads", tag = "operator",
    request_body = Sharing<LeadFields>,
    params(("company" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = LeadView), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(in crate::api) async fn share_lead(
    State(app): State<App>,
    caller: OperatorCaller,
    Path(company): Path<String>,
    headers: HeaderMap,
    body: Body<Sharing<LeadFields>>,
) -> Result<Response, Problem> {
    let at = At::new(&app, &caller, &company).await?;
    let (entry, to) = (at.moment.fresh, body.value.to()?);
    let Sharing { fields, expires_at, .. } = body.value;
    let command = LeadCommand::Share { entry: Some(entry), fields: Box::new(fields.into()), to, expires_at };
    let base = format!("/api/v1/operator/companies/{}/leads", at.loaded.tenant);
    entries::create::<Lead>(Write::new(&app, &at, &headers, body.hash), &base, entry, &command).await
}

/// One lead of a company.
#[utoipa::path(get, path = "/api/v1/operator/companies/{company}/leads/{id}", tag = "operator",
    params(("company" = String, Path), ("id" = String, Path)),
    responses((status = 200, body = LeadView, headers(("ETag" = String))), (status = 404, body = Problem)))]
pub(in crate::api) async fn lead(
    State(app): State<App>,
    caller: OperatorCaller,
    Path((company, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    At::new(&app, &caller, &company).await?.show::<Lead>(&app, &id).await
}
