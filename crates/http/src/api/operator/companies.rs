//! The companies of the programme.

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use data_encoding::BASE64URL_NOPAD;
use guildhall_core::Program;
use guildhall_core::account::{Account, Status};
use guildhall_core::identity::Domain;
use guildhall_core::text::has_words;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::OperatorCaller;
use crate::api::problem::Problem;
use crate::api::views::{CompanyView, StageView};
use crate::app::App;
use crate::portal::Loaded;

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
    /// The companies.
    companies: Vec<CompanySummary>,
    /// Where to go on; absent on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
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
    /// How many at most: 1 to 200; 50 where nothing is said.
    limit: Option<u32>,
    /// Where to go on: `next_cursor` of the page before, with the other parameters as they were.
    #[serde(default)]
    cursor: String,
}

/// The companies of the programme.
#[utoipa::path(get, path = "/api/v1/operator/companies", tag = "operator", params(CompanyQuery),
    responses((status = 200, body = CompanyList), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn list(
    State(app): State<App>,
    _: OperatorCaller,
    query: Result<Query<CompanyQuery>, QueryRejection>,
) -> Result<Json<CompanyList>, Problem> {
    let malformed = |detail: String| Problem::new(StatusCode::BAD_REQUEST, "malformed", detail);
    let Query(asked) = query.map_err(|e| malformed(e.body_text()))?;
    let limit = asked.limit.unwrap_or(LIMIT);
    if !(1..=LIMIT_MAX).contains(&limit) {
        return Err(malformed(format!("limit is 1 to {LIMIT_MAX}")));
    }
    let mut after = match asked.cursor.as_str() {
        "" => String::new(),
        cursor => decode(cursor).ok_or_else(|| malformed("this cursor was not given by this list".into()))?,
    };
    let program = app.portal.program();
    let mut companies = Vec::new();
    loop {
        let tenants = app.services.store.tenants(&after, LIMIT_MAX).await.map_err(|e| Problem::internal(&e))?;
        let more = tenants.len() == LIMIT_MAX as usize;
        for tenant in tenants {
            let Some(loaded) = load(&app, &tenant).await? else { continue };
            let domains = loaded.account.domains().iter().map(Domain::as_str);
            if !has_words(&asked.q, domains.chain([loaded.account.company_name()])) {
                after = tenant;
                continue;
            }
            if companies.len() == limit as usize {
                let next_cursor = Some(BASE64URL_NOPAD.encode(after.as_bytes()));
                return Ok(Json(CompanyList { companies, next_cursor }));
            }
            after = tenant;
            companies.push(CompanySummary::new(program, &loaded.account));
        }
        if !more {
            return Ok(Json(CompanyList { companies, next_cursor: None }));
        }
    }
}

fn decode(cursor: &str) -> Option<String> {
    String::from_utf8(BASE64URL_NOPAD.decode(cursor.as_bytes()).ok()?).ok()
}

async fn load(app: &App, tenant: &str) -> Result<Option<Loaded>, Problem> {
    let Ok(tenant) = tenant.parse() else { return Ok(None) };
    Ok(app.portal.load(tenant).await?)
}
