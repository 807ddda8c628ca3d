//! The public listing: what the world sees of a company from the programme's stage for listings on.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use super::{RecordKind, RecordStatus, State};
use crate::account::Account;
use crate::program::{Choice, Program};

/// A product or service on the listing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListedProduct {
    /// Its name.
    pub title: String,
    /// The title of its type.
    pub kind: String,
    /// What it does.
    pub description: Option<String>,
}

/// A location on the listing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListedLocation {
    /// What the company calls it.
    pub title: String,
    /// Street and number.
    pub street: Option<String>,
    /// The city.
    pub city: String,
    /// The country or region.
    pub country: String,
}

/// A qualification on the listing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListedQualification {
    /// The title of its kind.
    pub kind: String,
    /// Its name.
    pub title: String,
}

/// A validated offering or case study on the listing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListedRecord {
    /// Its title.
    pub title: String,
    /// What was validated.
    pub description: String,
    /// The company's words beside it.
    pub words: Option<String>,
}

/// A company's public entry. People, domains and drafts are not in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Listing {
    /// The company's name.
    pub company: String,
    /// The country of its seat.
    pub country: String,
    /// Its web address.
    pub website: Option<String>,
    /// What it says about itself.
    pub description: Option<String>,
    /// The first words of the listing.
    pub summary: Option<String>,
    /// The titles of the types of customers served.
    pub customers: Vec<String>,
    /// What it sells.
    pub products: Vec<ListedProduct>,
    /// Where it is.
    pub locations: Vec<ListedLocation>,
    /// What the programme found it qualified for.
    pub qualifications: Vec<ListedQualification>,
    /// Its own solution areas.
    pub solution_areas: Vec<String>,
    /// Its validated offerings.
    pub solutions: Vec<ListedRecord>,
    /// Its validated case studies.
    pub case_studies: Vec<ListedRecord>,
}

/// The company's public entry; none below the stage for listings, and none while the company withholds it (PROFILE-11,
/// PROFILE-14, C-065).
#[must_use]
pub fn listing(program: &Program, account: &Account, state: &State) -> Option<Listing> {
    preview(program, account, state).filter(|_| state.wants_listing())
}

/// The entry as it would be public, for the company to look at before it publishes. Lists are in the order of their
/// titles.
#[must_use]
pub fn preview(program: &Program, account: &Account, state: &State) -> Option<Listing> {
    let from = program.profile().listed_from?;
    let listed = account.stages().values().filter_map(|stage| program.stage_id(stage)).any(|stage| stage >= from);
    let company = account.company().filter(|_| listed)?;
    let rules = program.profile();
    let mut listing = Listing {
        company: company.name.to_string(),
        country: company.country.to_string(),
        website: text(company.website.as_ref()),
        description: text(company.description.as_ref()),
        summary: text(state.summary()),
        customers: state.customers().iter().map(|c| title(&rules.customer_types, c)).collect(),
        products: Vec::new(),
        locations: Vec::new(),
        qualifications: Vec::new(),
        solution_areas: state.solution_areas().values().map(ToString::to_string).collect(),
        solutions: records(state, RecordKind::Offering),
        case_studies: records(state, RecordKind::CaseStudy),
    };
    for product in state.products().values() {
        let kind = rules.product_type(&product.kind).map_or_else(|| product.kind.clone(), |t| t.title.clone());
        let description = text(product.description.as_ref());
        listing.products.push(ListedProduct { title: product.title.to_string(), kind, description });
    }
    for location in state.locations().values() {
        listing.locations.push(ListedLocation {
            title: location.title.to_string(),
            street: text(location.street.as_ref()),
            city: location.city.to_string(),
            country: location.country.to_string(),
        });
    }
    for qualification in state.qualifications().values() {
        let kind = title(&rules.qualification_kinds, &qualification.kind);
        listing.qualifications.push(ListedQualification { kind, title: qualification.title.to_string() });
    }
    listing.products.sort_by(|a, b| a.title.cmp(&b.title));
    listing.locations.sort_by(|a, b| a.title.cmp(&b.title));
    listing.qualifications.sort_by(|a, b| (&a.kind, &a.title).cmp(&(&b.kind, &b.title)));
    listing.solution_areas.sort();
    Some(listing)
}

fn text(text: Option<&impl ToString>) -> Option<String> {
    text.map(ToString::to_string)
}

/// The title of a value of the programme; one that it no longer has stands for itself.
fn title(choices: &[Choice], name: &str) -> String {
    choices.iter().find(|c| c.name == name).map_or_else(|| name.to_string(), |c| c.title.clone())
}

fn records(state: &State, kind: RecordKind) -> Vec<ListedRecord> {
    let validated = state.records().values().filter(|r| r.kind == kind && r.status == RecordStatus::Validated);
    let mut listed: Vec<ListedRecord> = validated
        .map(|r| ListedRecord {
            title: r.title.to_string(),
            description: r.description.to_string(),
            words: text(r.words.as_ref()),
        })
        .collect();
    listed.sort_by(|a, b| a.title.cmp(&b.title));
    listed
}
