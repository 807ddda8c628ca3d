//! What a file would change: the preview that people see, and the events that an adapter records if they agree.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::csv::CellFault;
use crate::Id;
use crate::pipeline::Refusal;

/// What happens to the good rows of a file that has bad ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Nothing happens unless every row is good.
    #[default]
    AllOrNothing,
    /// Good rows are kept, bad ones are reported.
    GoodRows,
}

/// What comes of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// A new entry.
    Created,
    /// An entry whose fields change.
    Updated {
        /// The names of the fields.
        fields: Vec<String>,
    },
    /// An entry that gets another owner.
    Transferred {
        /// The new owner.
        to: Id,
    },
    /// Everything is so already.
    Unchanged,
    /// Nothing; these faults are why.
    Refused {
        /// All of them.
        faults: Vec<CellFault>,
    },
}

/// A row of the preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlannedRow {
    /// The line in the file, from 1.
    pub line: u64,
    /// The entry, where it is known.
    pub entry: Option<Id>,
    /// What people call it, where it is known.
    pub title: String,
    /// What comes of it.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// The events of one entry, to be recorded on the version that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryEvents<E> {
    /// The entry.
    pub entry: Id,
    /// Its events, in order.
    pub events: Vec<E>,
}

/// How many rows had which outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// New entries.
    pub created: usize,
    /// Changed entries.
    pub updated: usize,
    /// Entries with another owner.
    pub transferred: usize,
    /// Entries that stay.
    pub unchanged: usize,
    /// Rows with faults.
    pub refused: usize,
}

/// What a file would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan<E> {
    mode: Mode,
    rows: Vec<PlannedRow>,
    changes: Vec<EntryEvents<E>>,
    ignored: Vec<String>,
}

impl<E> Plan<E> {
    pub(super) fn new(mode: Mode, ignored: Vec<String>) -> Self {
        Self { mode, rows: Vec::new(), changes: Vec::new(), ignored }
    }

    pub(super) fn push(&mut self, row: PlannedRow, change: Option<EntryEvents<E>>) {
        self.rows.push(row);
        self.changes.extend(change);
    }

    /// Every row with what comes of it, in the order of the file.
    #[must_use]
    pub fn rows(&self) -> &[PlannedRow] {
        &self.rows
    }

    /// The headings that say nothing here, such as who owns an entry in an import.
    #[must_use]
    pub fn ignored_columns(&self) -> &[String] {
        &self.ignored
    }

    /// How many rows have which outcome.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for row in &self.rows {
            let slot = match row.outcome {
                Outcome::Created => &mut counts.created,
                Outcome::Updated { .. } => &mut counts.updated,
                Outcome::Transferred { .. } => &mut counts.transferred,
                Outcome::Unchanged => &mut counts.unchanged,
                Outcome::Refused { .. } => &mut counts.refused,
            };
            *slot += 1;
        }
        counts
    }

    /// Whether anything is recorded: something changes, and no bad row stands against it.
    #[must_use]
    pub fn applies(&self) -> bool {
        !self.changes().is_empty()
    }

    /// Whether all or nothing was asked for and a row is bad.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.mode == Mode::AllOrNothing && self.rows.iter().any(|row| matches!(row.outcome, Outcome::Refused { .. }))
    }

    /// What is recorded. Nothing, if all or nothing was asked for and a row is bad.
    #[must_use]
    pub fn changes(&self) -> &[EntryEvents<E>] {
        if self.is_held() { &[] } else { &self.changes }
    }

    /// The plan, if it may be done; the faults of all its rows, if it is held.
    pub fn unheld(self) -> Result<Self, Refusal> {
        if !self.is_held() {
            return Ok(self);
        }
        let faults = self.rows.into_iter().filter_map(|row| match row.outcome {
            Outcome::Refused { faults } => Some(faults),
            Outcome::Created | Outcome::Updated { .. } | Outcome::Transferred { .. } | Outcome::Unchanged => None,
        });
        Err(Refusal::InvalidFile { cells: faults.flatten().collect() })
    }
}
