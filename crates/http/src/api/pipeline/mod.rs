//! Opportunities and leads: lists, single entries, work in bulk, reports; and what the operator does with them.
//!
//! Both kinds go the same way ([`entries`]); what the fields are called stands in [`fields`], what is shown in [`views`].

mod asked;
mod bulk;
mod entries;
mod fields;
mod leads;
mod operator;
mod opportunities;
mod reports;
mod views;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
pub(super) use asked::{LeadSort, OpportunitySort, OrderWord, OriginWord, ReviewWord, StageWord, StatusWord};

/// The operations on opportunities and leads.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(opportunities::list, opportunities::create))
        .routes(routes!(opportunities::show, opportunities::replace, opportunities::change))
        .routes(routes!(opportunities::history))
        .routes(routes!(opportunities::submit))
        .routes(routes!(opportunities::accept))
        .routes(routes!(opportunities::reject))
        .routes(routes!(opportunities::transfer))
        .routes(routes!(bulk::export_opportunities))
        .routes(routes!(bulk::template))
        .routes(routes!(bulk::opportunities))
        .routes(routes!(leads::list))
        .routes(routes!(leads::show, leads::replace, leads::change))
        .routes(routes!(leads::history))
        .routes(routes!(leads::accept))
        .routes(routes!(leads::reject))
        .routes(routes!(leads::transfer))
        .routes(routes!(bulk::export_leads))
        .routes(routes!(bulk::leads))
        .routes(routes!(reports::owners))
        .routes(routes!(reports::values))
        .routes(routes!(reports::advice))
        .routes(routes!(reports::pipeline))
        .routes(routes!(reports::download))
        .routes(routes!(reports::funnel))
        .routes(routes!(operator::queue))
        .routes(routes!(operator::opportunities, operator::share_opportunity))
        .routes(routes!(operator::opportunity))
        .routes(routes!(operator::start_review))
        .routes(routes!(operator::approve))
        .routes(routes!(operator::disqualify))
        .routes(routes!(operator::request_information))
        .routes(routes!(operator::leads, operator::share_lead))
        .routes(routes!(operator::lead))
}
