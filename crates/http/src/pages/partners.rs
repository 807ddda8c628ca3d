//! The directory of partners, for everybody (MENU-19, PROFILE-11): companies with a public entry, by name, searched and
//! narrowed; and the page of one of them.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query};
use axum::routing::get;
use guildhall_core::Id;
use guildhall_core::profile::{ListedRecord, Listing};
use serde::Deserialize;

use super::form::{Field, choices};
use super::showcase::paragraphs;
use super::view::{Answer, Page, encoded};
use super::visit::Visit;
use super::{App, errors};
use crate::portal::PartnersAsked;

/// Where the directory is.
const LIST: &str = "/partners";
/// How many a page of the directory has.
const SHOWN: u32 = 20;
/// The last page that is worth looking for.
const PAGES_MOST: u32 = 10_000;

pub(super) fn routes() -> Router<App> {
    Router::new().route(LIST, get(list)).route("/partners/{id}", get(one))
}

/// A company in the directory.
#[derive(Debug)]
struct Entry {
    href: String,
    name: String,
    country: String,
    summary: String,
}

#[derive(Debug, Template)]
#[template(path = "partners/list.html")]
struct ListPage {
    page: Page,
    filters: Vec<Field>,
    filtered: bool,
    entries: Vec<Entry>,
    found: String,
    previous: String,
    next: String,
}

/// Which companies.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    q: String,
    country: String,
    product: String,
    customer: String,
    qualification: String,
    page: u32,
}

impl Asked {
    /// The address of a page of the same list.
    fn to(&self, page: u32) -> String {
        let mut address = format!("{LIST}?page={page}");
        for (name, value) in [
            ("q", &self.q),
            ("country", &self.country),
            ("product", &self.product),
            ("customer", &self.customer),
            ("qualification", &self.qualification),
        ] {
            if !value.is_empty() {
                address.push_str(&format!("&{name}={}", encoded(value)));
            }
        }
        address
    }

    fn is_narrowed(&self) -> bool {
        [&self.q, &self.country, &self.product, &self.customer, &self.qualification].iter().any(|v| !v.is_empty())
    }
}

/// `GET /partners`
async fn list(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let asked = Asked { q: asked.q.trim().chars().take(100).collect(), page: asked.page.min(PAGES_MOST), ..asked };
    let portal = &visit.app.portal;
    let wanted = PartnersAsked {
        text: &asked.q,
        country: &asked.country,
        product: &asked.product,
        customer: &asked.customer,
        qualification: &asked.qualification,
        offset: asked.page.saturating_mul(SHOWN),
        limit: SHOWN,
    };
    let found = portal.partners(&wanted).await.map_err(|error| visit.stop(&error))?;
    let countries = portal.partner_countries().await.map_err(|error| visit.stop(&error))?;
    let (w, rules) = (visit.w, visit.program().profile());
    let any = w.t("partners-any");
    let select = |name: &str, of: Vec<(String, String)>, chosen: &str| {
        let label = w.t(&format!("partners-{name}"));
        let mut field = Field::new("select", name, label).choices(choices(&any, of, chosen));
        field.required = false;
        field
    };
    let products = rules.product_types.iter().map(|t| (t.name.clone(), t.title.clone())).collect();
    let customers = rules.customer_types.iter().map(|t| (t.name.clone(), t.title.clone())).collect();
    let countries = countries.into_iter().map(|c| (c.clone(), c)).collect();
    let mut words = Field::new("search", "q", w.t("partners-words")).value(asked.q.as_str()).most(100);
    words.required = false;
    let mut filters = vec![
        words,
        select("country", countries, &asked.country),
        select("product", products, &asked.product),
        select("customer", customers, &asked.customer),
    ];
    // A qualification is chosen on the page of a company that has it.
    if !asked.qualification.is_empty() {
        let chosen = vec![(asked.qualification.clone(), w.said("program", &asked.qualification).into_owned())];
        filters.push(select("qualification", chosen, &asked.qualification));
    }
    let entry = |row: &crate::store::ListingRow| Entry {
        href: format!("{LIST}/{}", row.tenant),
        name: row.name.clone(),
        country: row.country.clone(),
        summary: row.summary.clone(),
    };
    let more = found.total > asked.page.saturating_add(1).saturating_mul(SHOWN);
    Ok(visit.html(&ListPage {
        page: visit.page(w.t("partners-title")),
        filters,
        filtered: asked.is_narrowed(),
        entries: found.rows.iter().map(entry).collect(),
        found: w.t1("partners-found", "count", found.total).into_owned(),
        previous: asked.page.checked_sub(1).map(|page| asked.to(page)).unwrap_or_default(),
        next: if more { asked.to(asked.page.saturating_add(1)) } else { String::new() },
    }))
}

/// A validated record on the entry.
#[derive(Debug)]
struct Work {
    title: String,
    paragraphs: Vec<String>,
}

/// A chip that leads to the companies that have the same.
#[derive(Debug)]
struct Mark {
    title: String,
    about: String,
    href: String,
}

#[derive(Debug, Template)]
#[template(path = "partners/one.html")]
struct PartnerPage {
    page: Page,
    listing: Listing,
    /// Its web address, where it leads somewhere.
    website: String,
    summary: Vec<String>,
    description: Vec<String>,
    qualifications: Vec<Mark>,
    solutions: Vec<Work>,
    case_studies: Vec<Work>,
}

/// `GET /partners/{id}`
async fn one(visit: Visit, Path(id): Path<String>) -> Answer {
    let Ok(tenant) = id.parse::<Id>() else { return Ok(errors::not_found(&visit)) };
    let listing = visit.app.portal.partner(tenant).await.map_err(|error| visit.stop(&error))?;
    let Some(mut listing) = listing else { return Ok(errors::not_found(&visit)) };
    let w = visit.w;
    // The entry is kept in the programme's own words.
    for customer in &mut listing.customers {
        *customer = w.said("customer-type", customer).into_owned();
    }
    for product in &mut listing.products {
        product.kind = w.said("product-type", &product.kind).into_owned();
    }
    let work = |record: &ListedRecord| Work {
        title: record.title.clone(),
        paragraphs: std::iter::once(record.description.as_str())
            .chain(record.words.as_deref())
            .flat_map(paragraphs)
            .collect(),
    };
    let text = |text: Option<&String>| text.map(|text| paragraphs(text)).unwrap_or_default();
    let mark = |q: &guildhall_core::profile::ListedQualification| Mark {
        href: Asked { qualification: q.title.clone(), ..Asked::default() }.to(0),
        title: w.said("program", &q.title).into_owned(),
        about: w.said("qualification-kind", &q.kind).into_owned(),
    };
    let website = listing.website.as_ref().filter(|site| site.starts_with("https://") || site.starts_with("http://"));
    Ok(visit.html(&PartnerPage {
        page: visit.page(listing.company.as_str()),
        website: website.cloned().unwrap_or_default(),
        summary: text(listing.summary.as_ref()),
        description: text(listing.description.as_ref()),
        qualifications: listing.qualifications.iter().map(mark).collect(),
        solutions: listing.solutions.iter().map(work).collect(),
        case_studies: listing.case_studies.iter().map(work).collect(),
        listing,
    }))
}

/// The keys that are put together here, for the test of the words.
#[cfg(test)]
pub(super) fn keys() -> Vec<String> {
    ["country", "product", "customer", "qualification"].iter().map(|name| format!("partners-{name}")).collect()
}
