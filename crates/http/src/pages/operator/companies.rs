//! The companies of the programme.

use askama::Template;
use guildhall_core::account::Status;

use crate::pages::view::{Answer, Page};
use crate::pages::visit::Visit;
use crate::pages::words;

/// A line of the list.
#[derive(Debug)]
struct Row {
    name: String,
    domains: String,
    stages: String,
    people: usize,
    lead: String,
}

#[derive(Debug, Template)]
#[template(path = "operator/companies.html")]
struct CompaniesPage {
    page: Page,
    rows: Vec<Row>,
}

/// `GET /operator/companies`
pub(super) async fn list(visit: Visit) -> Answer {
    visit.operating()?;
    let tenants = visit.app.services.store.tenants("", 200).await.map_err(|e| visit.crash(&e))?;
    let mut rows = Vec::new();
    for tenant in tenants.iter().filter_map(|tenant| tenant.parse().ok()) {
        let Some(loaded) = visit.app.portal.load(tenant).await.map_err(|e| visit.stop(&e))? else { continue };
        let account = loaded.account;
        rows.push(Row {
            name: account.company_name().to_owned(),
            domains: account.domains().iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
            stages: words::standings(visit.w, visit.program(), &account).join(", "),
            people: account.members().values().filter(|m| m.status == Status::Active).count(),
            lead: account.lead(visit.program()).map(|(_, lead)| lead.name.to_string()).unwrap_or_default(),
        });
    }
    Ok(visit.html(&CompaniesPage { page: visit.page(visit.w.t("operator-companies-title")), rows }))
}
