//! Reports on the pipeline, and what forms and filters are filled with.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use guildhall_core::pipeline::{self, Lead, Opportunity, Scope, report};
use guildhall_core::program::Picklist;
use serde::Serialize;
use utoipa::ToSchema;

use super::entries::all;
use super::views::PersonRef;
use crate::api::caller::Caller;
use crate::api::problem::Problem;
use crate::api::room::{self, Reading};
use crate::app::App;
use crate::download::csv_file;

/// People who may own entries.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OwnerList)]
pub(in crate::api) struct Owners {
    /// In the order of their ids.
    owners: Vec<PersonRef>,
}

/// The people to whom an opportunity or a lead can be given.
#[utoipa::path(get, path = "/api/v1/pipeline/owners", tag = "pipeline",
    responses((status = 200, body = Owners), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(in crate::api) async fn owners(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let reading = Reading::new(&app, &caller)?;
    let setting = reading.setting();
    let owners = pipeline::possible_owners(&setting).map_err(room::refused_in(&setting))?;
    let owners = owners.keys().filter_map(|id| PersonRef::new(&setting, *id)).collect();
    Ok(Json(Owners { owners }).into_response())
}

/// The values that fields may have, and the limits of a file.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct Values {
    /// By the name of the list, as in `industry`; a list that is not here takes any value.
    lists: BTreeMap<&'static str, Vec<String>>,
    /// How many rows one import, update or transfer may have.
    bulk_rows_most: u32,
    /// How many bytes a file may have.
    bulk_bytes_most: u32,
    /// How many rows an export or report may have.
    export_rows_most: u32,
}

/// The values that the fields of opportunities and leads may have, and the limits of files.
#[utoipa::path(get, path = "/api/v1/pipeline/values", tag = "pipeline",
    responses((status = 200, body = Values), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(in crate::api) async fn values(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let reading = Reading::new(&app, &caller)?;
    Scope::of(&reading.setting()).map_err(room::denied(&reading.setting()))?;
    let rules = app.portal.program().pipeline();
    let lists = Picklist::ALL.iter().map(|list| (list.key(), rules.values(*list).to_vec()));
    let lists = lists.filter(|(_, values)| !values.is_empty()).collect();
    let limits = rules.bulk();
    Ok(Json(Values {
        lists,
        bulk_rows_most: limits.rows_most,
        bulk_bytes_most: limits.bytes_most,
        export_rows_most: limits.export_rows_most,
    })
    .into_response())
}

/// A person whose wide role does no more than a narrow one would.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct AdviceView {
    /// The person.
    person: Option<PersonRef>,
    /// The id of the role that they hold.
    role: String,
    /// The id of the role that would be enough.
    instead: String,
    /// How many entries they worked on, all of them their own.
    entries: usize,
}

/// Suggestions for narrower roles.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct AdviceList {
    /// By person.
    advice: Vec<AdviceView>,
}

/// Who oversees everything but works on their own entries only, and could do with a narrower role.
#[utoipa::path(get, path = "/api/v1/pipeline/advice", tag = "pipeline",
    responses((status = 200, body = AdviceList), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(in crate::api) async fn advice(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let (opportunities, leads) = (all::<Opportunity>(&app, &caller).await?, all::<Lead>(&app, &caller).await?);
    let reading = Reading::new(&app, &caller)?;
    let setting = reading.setting();
    let advice = pipeline::advise(&setting, &opportunities, &leads).map_err(room::denied(&setting))?;
    let view = |advice: pipeline::Advice| AdviceView {
        person: PersonRef::new(&setting, advice.member),
        role: advice.role,
        instead: advice.instead,
        entries: advice.entries,
    };
    Ok(Json(AdviceList { advice: advice.into_iter().map(view).collect() }).into_response())
}

/// How many opportunities stand at a stage, and what is expected of them.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct StageTotal {
    /// The stage.
    stage: &'static str,
    /// How many.
    opportunities: usize,
    /// The expected spend a month, by currency, as amounts.
    monthly: BTreeMap<String, String>,
}

/// How many opportunities stand at a point of the review.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct ReviewTotal {
    /// Where the review stands.
    review_status: &'static str,
    /// How many.
    opportunities: usize,
}

/// How many opportunities somebody owns.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct OwnerTotal {
    /// Who; `null` where nobody owns them yet.
    owner: Option<PersonRef>,
    /// How many.
    opportunities: usize,
}

/// The pipeline in numbers.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct PipelineReport {
    /// As of when.
    at: DateTime<Utc>,
    /// How many opportunities there are.
    opportunities: usize,
    /// By stage, in the order of the sale; stages without any are left out.
    by_stage: Vec<StageTotal>,
    /// By where the review stands; shared ones have none and are left out.
    by_review_status: Vec<ReviewTotal>,
    /// By owner.
    by_owner: Vec<OwnerTotal>,
}

/// The pipeline in numbers.
#[utoipa::path(get, path = "/api/v1/pipeline/report", tag = "pipeline",
    responses((status = 200, body = PipelineReport), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(in crate::api) async fn pipeline(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let entries = all::<Opportunity>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let setting = reading.setting();
    let report = report::pipeline(&setting, &entries).map_err(room::refused_in(&setting))?;
    let by_stage = report.by_stage.into_iter().map(|(stage, total)| StageTotal {
        stage: stage.as_str(),
        opportunities: total.opportunities,
        monthly: total.monthly,
    });
    let by_review = report.by_review_status.into_iter();
    let by_owner = report.by_owner.into_iter().map(|(owner, opportunities)| OwnerTotal {
        owner: owner.and_then(|id| PersonRef::new(&setting, id)),
        opportunities,
    });
    Ok(Json(PipelineReport {
        at: setting.moment.at,
        opportunities: report.opportunities,
        by_stage: by_stage.collect(),
        by_review_status: by_review
            .map(|(status, opportunities)| ReviewTotal { review_status: status.as_str(), opportunities })
            .collect(),
        by_owner: by_owner.collect(),
    })
    .into_response())
}

/// The pipeline as a file, a row for each opportunity.
#[utoipa::path(get, path = "/api/v1/pipeline/report.csv", tag = "pipeline",
    responses((status = 200, body = String, content_type = "text/csv"), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem)))]
pub(in crate::api) async fn download(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let entries = all::<Opportunity>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let file = report::download(&reading.setting(), &entries).map_err(room::refused_in(&reading.setting()))?;
    Ok(csv_file("pipeline.csv", file))
}

/// Leads and campaigns of one Region and one kind of campaign.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct FunnelRow {
    /// The Region; empty where it is not known.
    region: String,
    /// The kind of campaign; empty where no campaign is known. A campaign of several kinds counts at each.
    channel: String,
    /// How many leads.
    leads: usize,
    /// How many of them were accepted.
    accepted: usize,
    /// How many campaigns brought them.
    campaigns: usize,
}

/// Leads and campaigns by Region and kind of campaign.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct Funnel {
    /// How many leads there are, each counted once.
    leads: usize,
    /// How many campaigns, each counted once.
    campaigns: usize,
    /// The rows, by Region and kind.
    rows: Vec<FunnelRow>,
}

/// Leads and campaigns by Region and kind of campaign.
#[utoipa::path(get, path = "/api/v1/pipeline/lead-report", tag = "pipeline",
    responses((status = 200, body = Funnel), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(in crate::api) async fn funnel(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let leads = all::<Lead>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let funnel = report::funnel(&reading.setting(), &leads).map_err(room::refused_in(&reading.setting()))?;
    let row = |row: report::FunnelRow| FunnelRow {
        region: row.region,
        channel: row.channel,
        leads: row.leads,
        accepted: row.accepted,
        campaigns: row.campaigns,
    };
    let rows = funnel.rows.into_iter().map(row).collect();
    Ok(Json(Funnel { leads: funnel.leads, campaigns: funnel.campaigns, rows }).into_response())
}
