//! The company profile as a programme lays it out: tabs, what can be chosen there, contacts, recommendations.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::build::Check;
use super::choice::{Choice, RawChoice, choices};
use super::raw::Names;
use super::tasks::Known;
use super::{ItemId, PathId, PathSet, RoleId, RoleSet, StageId};
use crate::Permission;

/// A part of the company profile that the engine knows how to fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tab {
    /// General information and the customers served (PROFILE-15).
    Company,
    /// Validated offerings with words for the listing (PROFILE-16).
    Solutions,
    /// Validated qualifications and own solution areas (PROFILE-17).
    Qualifications,
    /// Locations (PROFILE-18).
    Locations,
    /// Validated case studies with words for the listing (PROFILE-19).
    CaseStudies,
    /// Products and services by type (PROFILE-20).
    Products,
    /// E-mail domains (PROFILE-22).
    Domains,
}

impl Tab {
    /// Every tab.
    pub const ALL: [Self; 7] = [
        Self::Company,
        Self::Solutions,
        Self::Qualifications,
        Self::Locations,
        Self::CaseStudies,
        Self::Products,
        Self::Domains,
    ];

    /// Its id in snake case, as in programmes.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Solutions => "solutions",
            Self::Qualifications => "qualifications",
            Self::Locations => "locations",
            Self::CaseStudies => "case_studies",
            Self::Products => "products",
            Self::Domains => "domains",
        }
    }
}

/// A tab of a programme. One that has no row is hidden and cannot be edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TabRow {
    /// Which.
    pub tab: Tab,
    /// What people read.
    pub title: String,
    /// The least stage, on any path, at which it shows.
    pub least_stage: StageId,
    /// The permission to edit it.
    pub edit: Permission,
}

/// A type of products or services (PROFILE-20).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductType {
    /// Its id in text, snake case.
    pub name: String,
    /// What people read.
    pub title: String,
    /// The paths that it recommends and opens (PROFILE-21).
    pub paths: PathSet,
}

/// Whom to ask about a subject: the holders of a role (C-043).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactRow {
    /// Its id in text, snake case.
    pub name: String,
    /// What people read.
    pub title: String,
    /// The role.
    pub role: RoleId,
}

/// A page that is recommended to some (ROLE-53).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation {
    /// What people read.
    pub title: String,
    /// The item of the menu.
    pub page: ItemId,
    /// To holders of one of these roles.
    pub roles: RoleSet,
    /// In companies on one of these paths.
    pub paths: PathSet,
}

/// The rules of the company profile.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProfileRules {
    /// The tabs, in order.
    pub tabs: Vec<TabRow>,
    /// From this stage on, on any path, a company is listed publicly; without one nobody ever is (C-065).
    pub listed_from: Option<StageId>,
    /// To reach this stage or a later one, a path needs a product or service of its own; without one none does (C-071).
    pub enrolled_from: Option<StageId>,
    /// How many entries of one sort a company may have.
    pub entries_most: u32,
    /// The types of products and services.
    pub product_types: Vec<ProductType>,
    /// The types of customers.
    pub customer_types: Vec<Choice>,
    /// The kinds of validated qualifications.
    pub qualification_kinds: Vec<Choice>,
    /// Whom to ask, first to last.
    pub contacts: Vec<ContactRow>,
    /// What is recommended to whom.
    pub recommendations: Vec<Recommendation>,
}

impl ProfileRules {
    /// The row of `tab`.
    #[must_use]
    pub fn tab(&self, tab: Tab) -> Option<&TabRow> {
        self.tabs.iter().find(|row| row.tab == tab)
    }

    /// The type of products called `name`.
    #[must_use]
    pub fn product_type(&self, name: &str) -> Option<&ProductType> {
        self.product_types.iter().find(|t| t.name == name)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawProfile {
    listed_from: Option<Spanned<String>>,
    enrolled_from: Option<Spanned<String>>,
    entries_most: Spanned<u32>,
    tab: Vec<RawTab>,
    product_type: Vec<RawProductType>,
    customer_type: Vec<RawChoice>,
    qualification_kind: Vec<RawChoice>,
    contact: Vec<RawContact>,
    recommendation: Vec<RawRecommendation>,
}

impl Default for RawProfile {
    fn default() -> Self {
        Self {
            listed_from: None,
            enrolled_from: None,
            entries_most: Spanned::new(0..0, 200),
            tab: Vec::new(),
            product_type: Vec::new(),
            customer_type: Vec::new(),
            qualification_kind: Vec::new(),
            contact: Vec::new(),
            recommendation: Vec::new(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTab {
    id: Spanned<String>,
    title: String,
    least_stage: Spanned<String>,
    edit: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawProductType {
    id: Spanned<String>,
    title: String,
    paths: Names,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawContact {
    id: Spanned<String>,
    title: String,
    role: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRecommendation {
    title: String,
    page: Spanned<String>,
    roles: Names,
    paths: Names,
}

pub(super) fn build(raw: RawProfile, known: &Known<'_>, check: &mut Check<'_>) -> ProfileRules {
    if !(1..=10_000).contains(raw.entries_most.get_ref()) {
        check.fault(raw.entries_most.span(), "limit", "profile.entries_most is a number from 1 to 10000");
    }
    let mut stage =
        |name: Option<Spanned<String>>| name.and_then(|name| check.index("stage", known.stages, &name)).map(StageId);
    let (listed_from, enrolled_from) = (stage(raw.listed_from), stage(raw.enrolled_from));
    check.ids("type of products", 1000, raw.product_type.iter().map(|t| &t.id));
    let product_types = raw.product_type.into_iter().map(|row| ProductType {
        name: row.id.get_ref().clone(),
        title: row.title,
        paths: check.indexes("path", known.paths, &row.paths).into_iter().map(PathId).collect(),
    });
    let product_types = product_types.collect();
    check.ids("contact", 100, raw.contact.iter().map(|c| &c.id));
    let contacts = raw.contact.into_iter().filter_map(|row| {
        let role = RoleId(check.index("role", known.roles, &row.role)?);
        Some(ContactRow { name: row.id.get_ref().clone(), title: row.title, role })
    });
    let contacts = contacts.collect();
    ProfileRules {
        tabs: tabs(raw.tab, known, check),
        listed_from,
        enrolled_from,
        entries_most: *raw.entries_most.get_ref(),
        product_types,
        customer_types: choices("type of customers", raw.customer_type, check),
        qualification_kinds: choices("kind of qualifications", raw.qualification_kind, check),
        contacts,
        recommendations: recommendations(raw.recommendation, known, check),
    }
}

fn tabs(raw: Vec<RawTab>, known: &Known<'_>, check: &mut Check<'_>) -> Vec<TabRow> {
    check.ids("tab", Tab::ALL.len(), raw.iter().map(|t| &t.id));
    let mut tabs = Vec::new();
    for row in raw {
        let tab = Tab::ALL.into_iter().find(|t| t.id() == row.id.get_ref());
        if tab.is_none() {
            let known: Vec<String> = Tab::ALL.iter().map(|t| t.id().to_string()).collect();
            let message = format!("no tab is called {:?}; known: {}", row.id.get_ref(), known.join(", "));
            check.fault(row.id.span(), "unknown_name", message);
        }
        let stage = check.index("stage", known.stages, &row.least_stage);
        let edit = check.permission(&row.edit);
        if let (Some(tab), Some(stage), Some(edit)) = (tab, stage, edit) {
            tabs.push(TabRow { tab, title: row.title, least_stage: StageId(stage), edit });
        }
    }
    tabs
}

fn recommendations(raw: Vec<RawRecommendation>, known: &Known<'_>, check: &mut Check<'_>) -> Vec<Recommendation> {
    let mut recommendations = Vec::new();
    for row in raw {
        let roles = check.indexes("role", known.roles, &row.roles).into_iter().map(RoleId).collect();
        let paths = check.indexes("path", known.paths, &row.paths).into_iter().map(PathId).collect();
        if let Some(page) = check.item(known.items, &row.page) {
            recommendations.push(Recommendation { title: row.title, page, roles, paths });
        }
    }
    recommendations
}
