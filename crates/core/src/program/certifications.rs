//! Certifications of a programme, and what a company has to show for its next stage.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::build::Check;
use super::raw::Names;
use super::tasks::Known;
use super::{PathId, PathSet, StageId};

/// What the scorecard counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Certifications of registered people, each once a person.
    Certifications,
    /// People with at least one such certification.
    CertifiedPeople,
    /// Validated public references.
    PublicReferences,
    /// Validated case studies.
    CaseStudies,
    /// Validated offerings.
    Offerings,
    /// Validated technical validations.
    TechnicalValidations,
    /// Validated workloads.
    Workloads,
    /// Products and services on the profile.
    Products,
}

/// A certification that people can earn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificationType {
    /// Its id in text, snake case.
    pub name: String,
    /// What people read.
    pub title: String,
    /// Its level, by which requirements may count; empty where there is none.
    pub level: String,
}

/// One thing that a stage of a path asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageRequirement {
    /// What people read.
    pub title: String,
    /// The paths on which it counts.
    pub paths: PathSet,
    /// The stage that it is needed for.
    pub stage: StageId,
    /// What is counted.
    pub measure: Measure,
    /// Of certifications: only those of this level.
    pub level: Option<String>,
    /// How many are needed.
    pub least: u32,
}

/// The rules of certifications and scorecard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificationRules {
    /// The certifications.
    pub types: Vec<CertificationType>,
    /// What the stages ask for.
    pub requirements: Vec<StageRequirement>,
    /// After how many calendar days an address that was added counts (C-108).
    pub address_days: u32,
    /// Within how many business days a transfer is done (C-108).
    pub transfer_business_days: u32,
    /// How many certifications and courses of a company are kept.
    pub records_most: u32,
}

impl CertificationRules {
    /// The certification called `name`.
    #[must_use]
    pub fn kind(&self, name: &str) -> Option<&CertificationType> {
        self.types.iter().find(|t| t.name == name)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawCertifications {
    address_days: Spanned<u32>,
    transfer_business_days: Spanned<u32>,
    records_most: Spanned<u32>,
    certification: Vec<RawCertification>,
    requirement: Vec<RawRequirement>,
}

impl Default for RawCertifications {
    fn default() -> Self {
        Self {
            address_days: Spanned::new(0..0, 5),
            transfer_business_days: Spanned::new(0..0, 5),
            records_most: Spanned::new(0..0, 10_000),
            certification: Vec::new(),
            requirement: Vec::new(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCertification {
    id: Spanned<String>,
    title: String,
    #[serde(default)]
    level: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRequirement {
    title: String,
    paths: Names,
    stage: Spanned<String>,
    counts: Measure,
    level: Option<Spanned<String>>,
    least: Spanned<u32>,
}

pub(super) fn build(raw: RawCertifications, known: &Known<'_>, check: &mut Check<'_>) -> CertificationRules {
    for (name, days) in [("address_days", &raw.address_days), ("transfer_business_days", &raw.transfer_business_days)] {
        if *days.get_ref() > 366 {
            check.fault(days.span(), "limit", format!("certifications.{name} is a number up to 366"));
        }
    }
    if !(1..=1_000_000).contains(raw.records_most.get_ref()) {
        check.fault(raw.records_most.span(), "limit", "certifications.records_most is a number from 1 to 1000000");
    }
    check.ids("certification", 1000, raw.certification.iter().map(|c| &c.id));
    let kind = |c: RawCertification| CertificationType { name: c.id.into_inner(), title: c.title, level: c.level };
    let types: Vec<CertificationType> = raw.certification.into_iter().map(kind).collect();
    let requirements = raw.requirement.into_iter().filter_map(|row| {
        let paths: PathSet = check.indexes("path", known.paths, &row.paths).into_iter().map(PathId).collect();
        let stage = check.index("stage", known.stages, &row.stage);
        if !(1..=10_000).contains(row.least.get_ref()) {
            check.fault(row.least.span(), "limit", "a requirement asks for 1 to 10000");
        }
        if let Some(level) = row.level.as_ref().filter(|level| types.iter().all(|t| t.level != *level.get_ref())) {
            let message = format!("no certification has the level {:?}", level.get_ref());
            check.fault(level.span(), "unknown_name", message);
        }
        Some(StageRequirement {
            title: row.title,
            paths,
            stage: StageId(stage?),
            measure: row.counts,
            level: row.level.map(Spanned::into_inner),
            least: *row.least.get_ref(),
        })
    });
    let requirements = requirements.collect();
    CertificationRules {
        types,
        requirements,
        address_days: *raw.address_days.get_ref(),
        transfer_business_days: *raw.transfer_business_days.get_ref(),
        records_most: *raw.records_most.get_ref(),
    }
}
