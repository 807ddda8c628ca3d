//! The company profile: what a company sells, where it is, what it has built and had validated, and the public listing.
//!
//! INVARIANT (validated-stays): what the programme validated is not changed by the company; it may add words for the
//! listing (PROFILE-16, PROFILE-17, PROFILE-19).
//! INVARIANT (no-early-listing): below the programme's stage for listings there is no public copy (PROFILE-14).

mod badges;
mod command;
mod decide;
mod event;
mod evolve;
mod listing;
mod programs;
mod refusal;
mod views;

pub use badges::{Badge, BadgeKind, badges};
pub use command::{Command, LocationInput, ProductInput};
pub use event::Event;
pub use listing::{ListedLocation, ListedProduct, ListedQualification, ListedRecord, Listing, listing, preview};
pub use programs::{Progress, Prospect, prospects};
pub use refusal::Refusal;
pub use views::{
    Contacts, TabView, check_stage, contacts, may_work_on, readable_kinds, recommendations, recommended_paths, tabs,
};

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::program::Tab;
use crate::prose::Prose;
use crate::room::Room;
use crate::setting::Setting;
use crate::text::{Field, Name};
use crate::{Id, Permission};

/// A description of something on the profile.
pub type Description = Prose<4000>;

/// A product or service on offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// Its type, by the id in the programme.
    pub kind: String,
    /// Its name.
    pub title: Field,
    /// What it does.
    pub description: Option<Description>,
}

/// Where the company is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Location {
    /// What the company calls it.
    pub title: Field,
    /// Street and number.
    pub street: Option<Field>,
    /// The city.
    pub city: Name,
    /// The country or region.
    pub country: Name,
}

/// A qualification that the programme gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Qualification {
    /// Its kind, by the id in the programme.
    pub kind: String,
    /// Its name.
    pub title: Field,
}

/// What a company builds with the programme, one after the other reviewed by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// An offering (CMP-10).
    Offering,
    /// A technical validation of an offering (ROLE-60).
    TechnicalValidation,
    /// A case study (CMP-12).
    CaseStudy,
    /// A device for the catalogue (ROLE-62).
    DeviceListing,
    /// A Well-Architected workload (CMP-11).
    Workload,
    /// A public reference (CMP-14).
    PublicReference,
    /// An application to a programme (CMP-16).
    ProgramApplication,
    /// An application to the competency programme (CMP-9).
    CompetencyApplication,
}

impl RecordKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Offering,
        Self::TechnicalValidation,
        Self::CaseStudy,
        Self::DeviceListing,
        Self::Workload,
        Self::PublicReference,
        Self::ProgramApplication,
        Self::CompetencyApplication,
    ];

    /// Its id in snake case.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Offering => "offering",
            Self::TechnicalValidation => "technical_validation",
            Self::CaseStudy => "case_study",
            Self::DeviceListing => "device_listing",
            Self::Workload => "workload",
            Self::PublicReference => "public_reference",
            Self::ProgramApplication => "program_application",
            Self::CompetencyApplication => "competency_application",
        }
    }

    /// The permission to work on it.
    #[must_use]
    pub const fn permission(self) -> Permission {
        match self {
            Self::Offering => Permission::ManageOfferings,
            Self::TechnicalValidation => Permission::BuildTechnicalValidations,
            Self::CaseStudy => Permission::BuildCaseStudies,
            Self::DeviceListing => Permission::BuildDeviceListings,
            Self::Workload => Permission::BuildWellArchitectedWorkloads,
            Self::PublicReference => Permission::ManagePublicReferences,
            Self::ProgramApplication => Permission::ManageProgramApplications,
            Self::CompetencyApplication => Permission::ApplyToCompetency,
        }
    }

    /// Whether it is an application to a programme, which is begun by naming the programme.
    #[must_use]
    pub const fn is_application(self) -> bool {
        match self {
            Self::ProgramApplication | Self::CompetencyApplication => true,
            Self::Offering
            | Self::TechnicalValidation
            | Self::CaseStudy
            | Self::DeviceListing
            | Self::Workload
            | Self::PublicReference => false,
        }
    }

    /// The tab of the profile, and so of the listing, where it shows once it is validated.
    #[must_use]
    pub const fn tab(self) -> Option<Tab> {
        match self {
            Self::Offering => Some(Tab::Solutions),
            Self::CaseStudy => Some(Tab::CaseStudies),
            Self::TechnicalValidation
            | Self::DeviceListing
            | Self::Workload
            | Self::PublicReference
            | Self::ProgramApplication
            | Self::CompetencyApplication => None,
        }
    }
}

/// Where a record stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordStatus {
    /// The company works on it.
    Draft,
    /// The programme reviews it.
    Submitted,
    /// The programme said yes.
    Validated,
    /// The programme said no; the company may work on it again.
    Declined,
}

impl RecordStatus {
    /// Whether the company may change the record and hand it in.
    fn judge_change(self) -> Result<(), Refusal> {
        match self {
            Self::Draft | Self::Declined => Ok(()),
            Self::Submitted => Err(Refusal::UnderReview),
            Self::Validated => Err(Refusal::Validated),
        }
    }

    /// Whether the company may change the record and hand it in (PROFILE-16).
    #[must_use]
    pub fn is_changeable(self) -> bool {
        self.judge_change().is_ok()
    }

    /// Whether the company may take the record away; what is under review may be taken back.
    #[must_use]
    pub const fn is_removable(self) -> bool {
        match self {
            Self::Draft | Self::Declined | Self::Submitted => true,
            Self::Validated => false,
        }
    }
}

/// A record. It belongs to the whole company (C-011).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// What it is.
    pub kind: RecordKind,
    /// Its title.
    pub title: Field,
    /// What there is to say.
    pub description: Description,
    /// Where it stands.
    pub status: RecordStatus,
    /// Who began it.
    pub by: Id,
    /// Words for the listing beside what was validated (PROFILE-16, PROFILE-19).
    pub words: Option<Description>,
    /// Of an application, the id of the programme that it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub program: Option<String>,
}

/// The state of a company's profile.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    customers: BTreeSet<String>,
    products: BTreeMap<Id, Product>,
    locations: BTreeMap<Id, Location>,
    solution_areas: BTreeMap<Id, Field>,
    summary: Option<Description>,
    /// Whether the company took its listing back. It is public of itself once the stage is reached (PROFILE-11).
    #[serde(default)]
    withheld: bool,
    qualifications: BTreeMap<Id, Qualification>,
    records: BTreeMap<Id, Record>,
}

impl State {
    /// The types of customers served, by their ids (PROFILE-15).
    #[must_use]
    pub fn customers(&self) -> &BTreeSet<String> {
        &self.customers
    }

    /// What the company sells, by id (PROFILE-20).
    #[must_use]
    pub fn products(&self) -> &BTreeMap<Id, Product> {
        &self.products
    }

    /// Where it is, by id (PROFILE-18).
    #[must_use]
    pub fn locations(&self) -> &BTreeMap<Id, Location> {
        &self.locations
    }

    /// Its own solution areas, by id (PROFILE-17).
    #[must_use]
    pub fn solution_areas(&self) -> &BTreeMap<Id, Field> {
        &self.solution_areas
    }

    /// The first words of the listing (ROLE-47).
    #[must_use]
    pub fn summary(&self) -> Option<&Description> {
        self.summary.as_ref()
    }

    /// Whether the company wants its listing to be public; it does until it says otherwise.
    #[must_use]
    pub fn wants_listing(&self) -> bool {
        !self.withheld
    }

    /// What the programme found it qualified for, by id (PROFILE-17).
    #[must_use]
    pub fn qualifications(&self) -> &BTreeMap<Id, Qualification> {
        &self.qualifications
    }

    /// Offerings, case studies and so on, by id.
    #[must_use]
    pub fn records(&self) -> &BTreeMap<Id, Record> {
        &self.records
    }

    /// How many records of a kind are validated.
    #[must_use]
    pub fn validated(&self, kind: RecordKind) -> usize {
        self.records.values().filter(|r| r.kind == kind && r.status == RecordStatus::Validated).count()
    }
}

impl Room for State {
    type Command = Command;
    type Event = Event;
    type Refusal = Refusal;

    const KIND: &'static str = "profile";

    fn decide(&self, setting: &Setting<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
        decide::decide(self, setting, command)
    }

    fn permissions(&self, setting: &Setting<'_>, command: &Command) -> Vec<Permission> {
        decide::permissions(self, setting, command)
    }

    fn apply(&mut self, event: &Event) {
        self.fold(event);
    }

    fn searchable(&self) -> Vec<crate::search::Entry> {
        crate::search::profile(self)
    }

    fn event_name(event: &Event) -> &'static str {
        event.name()
    }
}

#[cfg(test)]
mod tests;
