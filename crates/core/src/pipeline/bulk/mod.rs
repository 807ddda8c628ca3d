//! Work on many entries at once, by files of comma-separated rows: import, export, update and transfer of opportunities,
//! export and transfer of leads (ACE-6, ACE-7, ACE-13, ACE-14). Every row is decided as a single command would be.
//!
//! A file begins with headings, which are the names of fields. Nothing is stored here: a [`Plan`] says what each row would
//! do and holds the events; an adapter shows it, or records it.

mod cells;
mod columns;
mod csv;
mod export;
mod filed;
mod intake;
mod plan;

pub use cells::Cells;
pub(super) use columns::{LEAD_COLUMNS, OPPORTUNITY_COLUMNS, changed};
pub use csv::CellFault;
pub use export::{export_leads, export_opportunities, template};
pub use filed::Filed;
pub use intake::{import_opportunities, transfer, update_opportunities};
pub use plan::{Counts, EntryEvents, Mode, Outcome, Plan, PlannedRow};

use super::{Entries, Refusal};
use crate::Permission;
use crate::setting::Setting;

/// The four kinds of bulk work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Operation {
    /// New entries from a file.
    Import,
    /// A file of entries.
    Export,
    /// Changes of fields from a file.
    Update,
    /// New owners from a file.
    Transfer,
}

impl Operation {
    /// Every one.
    pub const ALL: &'static [Self] = &[Self::Import, Self::Export, Self::Update, Self::Transfer];

    /// The permission that it needs; `None` where the portal does not do it in bulk, whoever asks (ACE-7, C-040).
    #[must_use]
    pub const fn permission(self, entries: Entries) -> Option<Permission> {
        match (entries, self) {
            (Entries::Opportunities, Self::Import | Self::Export | Self::Update | Self::Transfer) => {
                Some(Permission::BulkManageOpportunities)
            }
            (Entries::Leads, Self::Export) => Some(Permission::BulkExportLeads),
            (Entries::Leads, Self::Transfer) => Some(Permission::BulkTransferLeads),
            (Entries::Leads, Self::Import | Self::Update) => None,
        }
    }
}

/// Whether whoever asks may do this kind of work in bulk.
pub fn gate(setting: &Setting<'_>, entries: Entries, operation: Operation) -> Result<(), Refusal> {
    setting.me()?;
    let permission = operation.permission(entries).ok_or(Refusal::OperationNotOffered)?;
    setting.permitted(&[permission])?;
    Ok(())
}

/// One column of a file of opportunities, for tests that go through fields by name.
#[cfg(test)]
pub(super) struct TestColumn(columns::Place<super::OpportunityFields>);

#[cfg(test)]
impl TestColumn {
    pub(super) fn set(&self, fields: &mut super::OpportunityFields, cell: &str) {
        self.0.column.set(fields, self.0.index, cell);
    }

    pub(super) fn get(&self, fields: &super::OpportunityFields) -> alloc::string::String {
        self.0.column.get(fields, self.0.index).unwrap_or_default()
    }
}

#[cfg(test)]
pub(super) fn tests_find(name: &str) -> TestColumn {
    TestColumn(columns::find(OPPORTUNITY_COLUMNS, name).unwrap())
}
