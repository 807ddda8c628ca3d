//! The JSON API under `/api/v1`: the same commands as the pages, for a signed-in person or a personal token.
//!
//! One call tells everything that the caller may open and do, one answers a single question with its reasons, and the
//! commands change the account. Refusals are RFC 9457 problems ([`Problem`]). Writes take an `Idempotency-Key`, and an
//! `If-Match` with the `ETag` of what was read.

#![allow(unused_qualifications, reason = "the macro that describes an operation names its parameters in full")]

mod access;
mod caller;
mod certifications;
mod channel;
mod company;
mod content;
mod document;
mod explained;
mod fee;
mod home;
mod iam;
mod invitations;
mod language;
mod linking;
mod me;
mod negotiate;
mod operator;
mod paging;
mod partners;
mod people;
mod pipeline;
mod plan;
mod problem;
mod profile;
mod reference;
mod registration;
mod reviews;
mod room;
mod search;
mod support;
mod tasks;
mod trail;
mod views;
mod write;

use axum::Json;
use axum::Router;
use axum::http::{Method, StatusCode};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::Value;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use operator::OperatorCaller;
use pipeline::{LeadSort, OpportunitySort, OrderWord, OriginWord, ReviewWord, StageWord, StatusWord};

pub(crate) use operator::admit as admit_operator;
pub use problem::{Problem, guarded};
pub(crate) use reference::{Group, everybodys, operators};

/// Where everything of the API is.
pub const PATH: &str = "/api";

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Guildhall",
        description = "What the portal's pages do, for programs. Ids are 32 hexadecimal digits; roles, paths, stages and \
                       permissions are named by their ids in snake case; times are RFC 3339 in UTC.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0")
    ),
    // Words that only parameters use are not found by themselves.
    components(schemas(LeadSort, OpportunitySort, OrderWord, OriginWord, ReviewWord, StageWord, StatusWord)),
    modifiers(&Security),
    security(("token" = []), ("session" = [])),
    tags(
        (name = "access", description = "What the caller may open and do, and why"),
        (name = "people", description = "The people of the company, their roles, the lead"),
        (name = "invitations", description = "Inviting people"),
        (name = "company", description = "What the company says about itself, and its domains"),
        (name = "profile", description = "What the company sells and builds, and its public entry"),
        (name = "certifications", description = "Certifications and the scorecard"),
        (name = "fee", description = "The yearly fee"),
        (name = "channel", description = "Accounts, end users and the rebate of those who resell"),
        (name = "partners", description = "The public directory of partners"),
        (name = "home", description = "The home page as a model, and advice on browsers"),
        (name = "content", description = "News, events, resources, walkthroughs"),
        (name = "search", description = "Searching everything that the caller may open"),
        (name = "tasks", description = "What people are to do, and what is recommended to them"),
        (name = "support", description = "Cases and articles"),
        (name = "linking", description = "The link with the marketplace account, IAM roles, and policy documents"),
        (name = "trail", description = "The audit trail"),
        (name = "opportunities", description = "Customers' projects that the company brings or that are shared with it"),
        (name = "leads", description = "Leads that are shared with the company"),
        (name = "pipeline", description = "Reports on opportunities and leads, and what their fields may hold"),
        (name = "registration", description = "Registering a company or a person, step by step"),
        (name = "operator", description = "For operators of the programme: the companies, and what is decided about them"),
        (name = "me", description = "The caller, sessions and personal tokens")
    )
)]
struct Document;

struct Security;

impl Modify for Security {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let components = document.components.get_or_insert_default();
        let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some("A personal token")).build();
        components.add_security_scheme("token", SecurityScheme::Http(bearer));
        let cookie = ApiKeyValue::with_description("session", "The session of the browser");
        components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    }
}

/// The routes of the API and the document that describes them, generated from each other.
fn described() -> (Router<App>, utoipa::openapi::OpenApi) {
    OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(access::all))
        .routes(routes!(access::explain))
        .routes(routes!(people::list))
        .routes(routes!(people::one))
        .routes(routes!(people::update_roles))
        .routes(routes!(people::remove))
        .routes(routes!(people::deactivate))
        .routes(routes!(people::lead, people::reassign_lead))
        .routes(routes!(people::request_lead_change))
        .routes(routes!(people::hand_over_cloud_admin))
        .routes(routes!(invitations::list, invitations::invite))
        .routes(routes!(invitations::withdraw))
        .routes(routes!(invitations::renew))
        .routes(routes!(company::show, company::edit))
        .routes(routes!(company::add_domain))
        .routes(routes!(company::withdraw_domain))
        .routes(routes!(registration::begin))
        .routes(routes!(registration::lead))
        .routes(routes!(registration::resend))
        .routes(routes!(registration::code))
        .routes(routes!(registration::password))
        .routes(routes!(registration::information))
        .routes(routes!(registration::register))
        .routes(routes!(me::show, me::edit))
        .routes(routes!(me::sign_in))
        .routes(routes!(me::tokens, me::create_token))
        .routes(routes!(me::revoke_token))
        .merge(rooms())
        .merge(reviews::routes())
        .merge(content::routes())
        .merge(channel::routes())
        .merge(partners::routes())
        .merge(home::routes())
        .merge(search::routes())
        .merge(linking::routes())
        .merge(trail::routes())
        .merge(pipeline::routes())
        .merge(operator::routes())
        .split_for_parts()
}

/// The routes of the rooms that have no file of routes.
fn rooms() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(profile::show))
        .routes(routes!(profile::listing, profile::edit_listing))
        .routes(routes!(profile::publish_listing))
        .routes(routes!(profile::add_product))
        .routes(routes!(profile::edit_product, profile::remove_product))
        .routes(routes!(profile::set_customers))
        .routes(routes!(profile::add_location))
        .routes(routes!(profile::edit_location, profile::remove_location))
        .routes(routes!(profile::add_solution_area))
        .routes(routes!(profile::remove_solution_area))
        .routes(routes!(profile::create_record))
        .routes(routes!(profile::edit_record, profile::remove_record))
        .routes(routes!(profile::submit_record))
        .routes(routes!(profile::describe_record))
        .routes(routes!(certifications::own))
        .routes(routes!(certifications::consent))
        .routes(routes!(certifications::set_address))
        .routes(routes!(certifications::transfer))
        .routes(routes!(certifications::change_address))
        .routes(routes!(certifications::list))
        .routes(routes!(certifications::scorecard))
        .routes(routes!(fee::show))
        .routes(routes!(fee::submit))
        .routes(routes!(support::desk))
        .routes(routes!(support::cases, support::open))
        .routes(routes!(support::show, support::close))
        .routes(routes!(support::reply))
        .routes(routes!(support::files::upload))
        .routes(routes!(support::files::download))
        .routes(routes!(support::inquiries::submit))
        .routes(routes!(tasks::list, tasks::add))
        .routes(routes!(tasks::summary))
        .routes(routes!(tasks::people))
        .routes(routes!(tasks::change_assignee))
        .routes(routes!(tasks::delete))
        .routes(routes!(tasks::show))
        .routes(routes!(tasks::submit))
        .routes(routes!(tasks::complete))
        .routes(routes!(tasks::dismiss))
        .routes(routes!(language::show, language::choose))
}

/// The OpenAPI 3.1 document: everything, the operators' part included.
#[must_use]
pub fn whole() -> Value {
    completed(described().1)
}

fn completed(document: utoipa::openapi::OpenApi) -> Value {
    document::completed(serde_json::to_value(document).unwrap_or_default())
}

/// The routes of the API.
pub fn router() -> Router<App> {
    let (routes, document) = described();
    let whole = completed(document);
    let offers = negotiate::Offers::of(&whole);
    let document = document::for_everybody(whole.clone());
    routes
        .route("/api/openapi.json", get(move || async move { Json(document) }))
        .route("/api/v1/operator/openapi.json", get(move |_: OperatorCaller| async move { Json(whole) }))
        .route("/api", axum::routing::any(missing))
        .route("/api/", axum::routing::any(missing))
        .route("/api/{*rest}", axum::routing::any(missing))
        .method_not_allowed_fallback(wrong_method)
        .layer(from_fn_with_state(offers, negotiate::negotiate))
        .layer(from_fn(problem::name_requests))
}

async fn missing() -> Problem {
    Problem::missing()
}

/// The router adds the methods that there are, as `Allow`; who asks for them gets nothing else.
async fn wrong_method(method: Method) -> Response {
    if method == Method::OPTIONS {
        return StatusCode::NO_CONTENT.into_response();
    }
    Problem::wrong_method().into_response()
}

#[cfg(test)]
mod tests;
