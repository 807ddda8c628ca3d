//! The search over the account and the enablement content: from candidate hits to tables that somebody may see.
//!
//! Every room says what can be found of it ([`Room::searchable`](crate::room::Room::searchable)); an adapter keeps that in
//! a full-text index of its own, written in the same step as the room, and finds candidates within the [`reach`] of who
//! asks. What comes out is the same list, filtered by the same check that guards the record ([`visible`]), in tables by
//! type.
//!
//! INVARIANT (list-is-check): a hit is shown, and counted, exactly if the reader may see its record (SEARCH-11, C-117).
//! INVARIANT (not-indexed): there is no type for fund requests and analytics dashboards, so none is ever found (SEARCH-3,
//! SEARCH-4).

mod index;
mod rooms;
mod words;

pub use index::{Changes, Entry, changes};
pub use rooms::people;
pub(crate) use rooms::{case, content, lead, opportunity, profile, tasks};
pub use words::{indexed, terms};

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use crate::access::{Standing, menu};
use crate::content::UnknownWord;
use crate::profile::{RecordKind, readable_kinds, tabs};
use crate::program::{Program, Tab};
use crate::setting::{Denied, Setting};
use crate::text::{Field, LineFault, has_words};
use crate::{Id, Permission};

/// How many rows a table shows before View all is chosen (SEARCH-8).
pub const ROWS_MOST: usize = 5;
/// How many rows a table shows after View all was chosen.
pub const ALL_ROWS_MOST: usize = 1000;

crate::content::words! {
    /// What a record is. Fund requests and analytics dashboards are none of these.
    RecordType {
        /// A page of the portal.
        Page = "page",
        /// An opportunity.
        Opportunity = "opportunity",
        /// A lead.
        Lead = "lead",
        /// An offering of the company.
        Offering = "offering",
        /// A technical validation of an offering.
        TechnicalValidation = "technical_validation",
        /// A case study of the company.
        CaseStudy = "case_study",
        /// A device for the catalogue.
        DeviceListing = "device_listing",
        /// A Well-Architected workload.
        Workload = "workload",
        /// A public reference.
        PublicReference = "public_reference",
        /// An application to a programme.
        ProgramApplication = "program_application",
        /// An application to the competency programme.
        CompetencyApplication = "competency_application",
        /// A product or service on the company's profile.
        Product = "product",
        /// A task.
        Task = "task",
        /// A support case.
        Case = "case",
        /// Somebody of the company.
        Person = "person",
        /// A how-to guide.
        Guide = "guide",
        /// A video.
        Video = "video",
        /// A document.
        Document = "document",
        /// A question with its answer.
        Faq = "faq",
        /// A walkthrough.
        Walkthrough = "walkthrough",
        /// An article of the partner news.
        News = "news",
        /// An event for partners.
        Event = "event",
    }
}

impl RecordType {
    /// The type of the company's records of a kind.
    #[must_use]
    pub const fn of(kind: RecordKind) -> Self {
        match kind {
            RecordKind::Offering => Self::Offering,
            RecordKind::TechnicalValidation => Self::TechnicalValidation,
            RecordKind::CaseStudy => Self::CaseStudy,
            RecordKind::DeviceListing => Self::DeviceListing,
            RecordKind::Workload => Self::Workload,
            RecordKind::PublicReference => Self::PublicReference,
            RecordKind::ProgramApplication => Self::ProgramApplication,
            RecordKind::CompetencyApplication => Self::CompetencyApplication,
        }
    }

    /// What it takes to see a record of this type that belongs to `owner`.
    #[must_use]
    pub fn needs(self, owner: Option<Id>) -> Needs {
        match self {
            Self::Opportunity | Self::Lead => {
                Needs::Owner { owner, own: Permission::ManageOwnedPipeline, all: Permission::ManageAllPipeline }
            }
            Self::Offering => Needs::Record(RecordKind::Offering),
            Self::TechnicalValidation => Needs::Record(RecordKind::TechnicalValidation),
            Self::CaseStudy => Needs::Record(RecordKind::CaseStudy),
            Self::DeviceListing => Needs::Record(RecordKind::DeviceListing),
            Self::Workload => Needs::Record(RecordKind::Workload),
            Self::PublicReference => Needs::Record(RecordKind::PublicReference),
            Self::ProgramApplication => Needs::Record(RecordKind::ProgramApplication),
            Self::CompetencyApplication => Needs::Record(RecordKind::CompetencyApplication),
            Self::Product => Needs::Tab(Tab::Products),
            Self::Task => Needs::Owner { owner, own: Permission::WorkOnOwnTasks, all: Permission::ViewAllTasks },
            Self::Case => Needs::Case { by: owner },
            Self::Person => Needs::Permission(Permission::ViewUsers),
            Self::Page
            | Self::Guide
            | Self::Video
            | Self::Document
            | Self::Faq
            | Self::Walkthrough
            | Self::News
            | Self::Event => Needs::SignIn,
        }
    }
}

/// What it takes to see a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// To be signed in.
    SignIn,
    /// That a tab of the profile shows.
    Tab(Tab),
    /// A permission.
    Permission(Permission),
    /// One permission for what one owns, another for what anybody owns.
    Owner {
        /// Whose it is.
        owner: Option<Id>,
        /// What it takes to see the own ones.
        own: Permission,
        /// What it takes to see all.
        all: Permission,
    },
    /// To work on the company's records of a kind, or that their page opens.
    Record(RecordKind),
    /// To write to support: the own cases, and everybody's for those who see the people of the company.
    Case {
        /// Who opened it.
        by: Option<Id>,
    },
}

/// Whose records of a type somebody may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Everybody's.
    All,
    /// The own ones.
    Own,
}

/// Where somebody searches: in the portal, a record also needs a page that opens (C-001).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// In the browser.
    Portal,
    /// From a program.
    Api,
}

/// A hit of a full-text index, before anybody asked who may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What it is.
    pub record: RecordType,
    /// Its id, as its page's address has it.
    pub id: String,
    /// Its name or title; it opens the record (SEARCH-10).
    pub title: String,
    /// What it takes to see it.
    pub needs: Needs,
}

impl Candidate {
    /// A record that belongs to `owner`.
    #[must_use]
    pub fn new(record: RecordType, id: String, title: String, owner: Option<Id>) -> Self {
        Self { record, id, title, needs: record.needs(owner) }
    }
}

/// What an index found of one type, within somebody's [`reach`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The type.
    pub record: RecordType,
    /// How many there are in all.
    pub total: usize,
    /// The best of them, in order; at least [`ROWS_MOST`] where there are as many.
    pub hits: Vec<Candidate>,
}

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// The words, for the adapter's index.
    pub words: Field,
    /// The types wanted; every type if empty (SEARCH-6, SEARCH-7).
    pub types: Vec<RecordType>,
    /// The type whose View all was chosen.
    pub view_all: Option<RecordType>,
}

impl Query {
    /// Reads what was typed.
    pub fn parse(words: &str) -> Result<Self, LineFault> {
        Ok(Self { words: Field::parse(words)?, types: Vec::new(), view_all: None })
    }

    /// The same with these types, as text.
    pub fn with_types<'a>(mut self, types: impl IntoIterator<Item = &'a str>) -> Result<Self, UnknownWord> {
        self.types = types.into_iter().map(str::parse).collect::<Result<_, _>>()?;
        Ok(self)
    }
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The record's id.
    pub id: String,
    /// Its name or title, which opens it (SEARCH-10).
    pub title: String,
}

/// The hits of one type (SEARCH-5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Table {
    /// The type.
    pub record: RecordType,
    /// How many there are that the reader may see.
    pub total: usize,
    /// The rows shown.
    pub rows: Vec<Row>,
    /// Whether there is a View all to choose (SEARCH-9).
    pub view_all: bool,
}

/// A filter of the left panel (SEARCH-6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Filter {
    /// The type that it keeps.
    pub record: RecordType,
    /// How many there are that the reader may see.
    pub total: usize,
    /// Whether it is applied.
    pub applied: bool,
}

/// What a search shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Results {
    /// One table for each type that has hits and is wanted.
    pub tables: Vec<Table>,
    /// One filter for each type that has hits or is applied.
    pub filters: Vec<Filter>,
    /// Whether there is a Clear filters to choose (SEARCH-7).
    pub clear_filters: bool,
}

/// Whether somebody who stands there may see a record: the check that guards it.
#[must_use]
pub fn visible(program: &Program, me: Id, standing: &Standing, door: Door, needs: Needs) -> bool {
    let may = |permission| match door {
        Door::Portal => standing.permits_in_portal(program, permission),
        Door::Api => standing.permits(program, permission),
    };
    match needs {
        Needs::SignIn => true,
        Needs::Tab(tab) => tabs(program, standing).iter().any(|view| view.row.tab == tab),
        Needs::Permission(permission) => may(permission),
        Needs::Owner { owner, own, all } => may(all) || owner == Some(me) && may(own),
        Needs::Case { by } => may(Permission::ContactSupport) && (by == Some(me) || may(Permission::ViewUsers)),
        Needs::Record(kind) => match door {
            Door::Portal => program.page_of(kind.permission()).is_some_and(|page| standing.opens(program, page)),
            Door::Api => readable_kinds(program, standing).contains(&kind),
        },
    }
}

/// Whose records of a type somebody may see; `None` if nobody's. It is [`visible`], asked before anything was found.
#[must_use]
pub fn reach(program: &Program, me: Id, standing: &Standing, door: Door, record: RecordType) -> Option<Reach> {
    let sees = |owner| visible(program, me, standing, door, record.needs(owner));
    if sees(None) {
        Some(Reach::All)
    } else if sees(Some(me)) {
        Some(Reach::Own)
    } else {
        None
    }
}

/// The pages of the menu that open to somebody and hold every word of the query: their section, title, description or
/// another of their names (HOME-6).
#[must_use]
pub fn pages(program: &Program, standing: &Standing, query: &Query) -> Found {
    let sections = menu(program, standing);
    let items = sections.iter().flat_map(|s| s.entries.iter().map(|e| (s.section.title.as_str(), e.item)));
    let holds = |(section, item): &(&str, &crate::program::MenuItem)| {
        let texts = [*section, item.title.as_str(), item.description.as_str()];
        has_words(query.words.as_str(), texts.into_iter().chain(item.aliases.iter().map(String::as_str)))
    };
    let hit = |(_, item): (&str, &crate::program::MenuItem)| {
        Candidate::new(RecordType::Page, item.name.clone(), item.title.clone(), None)
    };
    let hits: Vec<Candidate> = items.filter(holds).map(hit).collect();
    Found { record: RecordType::Page, total: hits.len(), hits }
}

/// Filters what was found by what the reader may see, and puts it into tables. Within a table the order is that of the
/// hits.
pub fn search(
    setting: &Setting<'_>,
    door: Door,
    query: &Query,
    found: impl IntoIterator<Item = Found>,
) -> Result<Results, Denied> {
    let (me, _) = setting.me()?;
    let standing = setting.account.standing(setting.program, me);
    let mut found: Vec<Found> = found.into_iter().collect();
    for part in &mut found {
        let before = part.hits.len();
        part.hits.retain(|h| h.record == part.record && visible(setting.program, me, &standing, door, h.needs));
        part.total = part.total.saturating_sub(before - part.hits.len());
    }
    let mut results = Results { tables: Vec::new(), filters: Vec::new(), clear_filters: !query.types.is_empty() };
    for record in RecordType::ALL.iter().copied() {
        let of_type = || found.iter().filter(|part| part.record == record);
        let total = of_type().map(|part| part.total).sum();
        let applied = query.types.contains(&record);
        if total > 0 || applied {
            results.filters.push(Filter { record, total, applied });
        }
        if total == 0 || !(applied || query.types.is_empty()) {
            continue;
        }
        let expanded = query.view_all == Some(record);
        let most = if expanded { ALL_ROWS_MOST } else { ROWS_MOST };
        let hits = of_type().flat_map(|part| &part.hits).take(most);
        let rows = hits.map(|hit| Row { id: hit.id.clone(), title: hit.title.clone() }).collect();
        results.tables.push(Table { record, total, rows, view_all: !expanded && total > ROWS_MOST });
    }
    Ok(results)
}

#[cfg(test)]
mod tests;
