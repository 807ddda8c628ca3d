//! The search over the account and the enablement content: from candidate hits to tables that somebody may see.
//!
//! An adapter finds candidates in its own full-text index and says of each what it takes to see it; what comes out is the
//! same list, filtered by the same check that guards the record ([`visible`]), in tables by type.
//!
//! INVARIANT (list-is-check): a hit is shown, and counted, exactly if the reader may see its record (SEARCH-11, C-117).
//! INVARIANT (not-indexed): there is no type for fund requests and analytics dashboards, so none is ever found (SEARCH-3,
//! SEARCH-4).

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use crate::access::Standing;
use crate::content::UnknownWord;
use crate::program::{ItemId, Program};
use crate::setting::{Denied, Setting};
use crate::text::{Field, LineFault};
use crate::{Id, Permission};

/// How many rows a table shows before View all is chosen (SEARCH-8).
pub const ROWS_MOST: usize = 5;
/// How many rows a table shows after View all was chosen.
pub const ALL_ROWS_MOST: usize = 1000;

crate::content::words! {
    /// What a record is. Fund requests and analytics dashboards are none of these.
    RecordType {
        /// An opportunity.
        Opportunity = "opportunity",
        /// A lead.
        Lead = "lead",
        /// A product or service of the company.
        Offering = "offering",
        /// A case study of the company.
        CaseStudy = "case_study",
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

/// What it takes to see a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// To be signed in.
    SignIn,
    /// That a page opens.
    Page(ItemId),
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
        Needs::Page(item) => standing.opens(program, item),
        Needs::Permission(permission) => may(permission),
        Needs::Owner { owner, own, all } => may(all) || owner == Some(me) && may(own),
    }
}

/// Filters candidates by what the reader may see, and puts them into tables. Within a table the order is that of the
/// candidates.
pub fn search(
    setting: &Setting<'_>,
    door: Door,
    query: &Query,
    candidates: impl IntoIterator<Item = Candidate>,
) -> Result<Results, Denied> {
    let (me, _) = setting.me()?;
    let standing = setting.account.standing(setting.program, me);
    let found: Vec<Candidate> =
        candidates.into_iter().filter(|hit| visible(setting.program, me, &standing, door, hit.needs)).collect();
    let mut results = Results { tables: Vec::new(), filters: Vec::new(), clear_filters: !query.types.is_empty() };
    for record in RecordType::ALL.iter().copied() {
        let of_type = || found.iter().filter(|hit| hit.record == record);
        let total = of_type().count();
        let applied = query.types.contains(&record);
        if total > 0 || applied {
            results.filters.push(Filter { record, total, applied });
        }
        if total == 0 || !(applied || query.types.is_empty()) {
            continue;
        }
        let expanded = query.view_all == Some(record);
        let most = if expanded { ALL_ROWS_MOST } else { ROWS_MOST };
        let rows = of_type().take(most).map(|hit| Row { id: hit.id.clone(), title: hit.title.clone() }).collect();
        results.tables.push(Table { record, total, rows, view_all: !expanded && total > ROWS_MOST });
    }
    Ok(results)
}

#[cfg(test)]
mod tests;
