//! The page of the API: every operation by tag, and a form to try it with a personal token or the session.

use askama::Template;

use super::view::{Answer, Page};
use super::visit::Visit;
use crate::api::{self, Group};

#[derive(Debug, Template)]
#[template(path = "reference.html")]
struct ReferencePage {
    page: Page,
    groups: &'static [Group],
    document: &'static str,
    tokens: &'static str,
}

/// `GET /api/docs`
pub(super) async fn everybodys(visit: Visit) -> Answer {
    let page = visit.page(visit.w.t("api-title"));
    let groups = api::everybodys();
    Ok(visit.html(&ReferencePage { page, groups, document: "/api/openapi.json", tokens: "/profile#tokens-h" }))
}

/// `GET /operator/api`
pub(super) async fn operators(visit: Visit) -> Answer {
    visit.operating()?;
    let page = visit.page(visit.w.t("api-title"));
    let (groups, document) = (api::operators(), "/api/v1/operator/openapi.json");
    Ok(visit.html(&ReferencePage { page, groups, document, tokens: "/operator/account#tokens-h" }))
}
