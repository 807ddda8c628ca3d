//! The journal: one JSON object a line, each with the hash of the one before and its own.
//!
//! INVARIANT (acknowledged): a record is reported as done only after its bytes, and a new file's folder, are on disk.
//! INVARIANT (whole decisions): the records of one decision are read together or not at all.
//! INVARIANT (no repair by guessing): only a write that was cut short is dropped, at the next write; everything else that
//! does not check is refused with its line.

mod fault;
mod file;
mod record;

use std::fs::File;
use std::path::{Path, PathBuf};

pub use fault::JournalFault;
pub use file::Access;
pub use record::{Entry, FORMAT, Place, Record};

pub use crate::rooms::{Belongs, Happening, Key};

use guildhall_core::Id;

use record::{Contents, GENESIS};

/// An open journal and what it holds. A writer's lock ends when it is dropped.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    /// Absent in a reader, and before the first record is written.
    file: Option<File>,
    access: Access,
    contents: Contents,
    readable_by_others: bool,
}

impl Journal {
    /// Opens the journal at `path` and checks every record. A journal that does not exist yet is empty to a writer and a
    /// fault to a reader.
    pub fn open(path: &Path, access: Access) -> Result<Self, JournalFault> {
        let Some((file, readable_by_others)) = file::open(path, access)? else {
            let contents = Contents::default();
            return match access {
                Access::Read => Err(JournalFault::Absent),
                Access::Write => {
                    Ok(Self { path: path.into(), file: None, access, contents, readable_by_others: false })
                }
            };
        };
        let contents = record::read(&file::read(&file)?)?;
        // A reader lets go at once: whoever pages through a listing keeps nobody from writing.
        let file = Some(file).filter(|_| access == Access::Write);
        Ok(Self { path: path.into(), file, access, contents, readable_by_others })
    }

    /// Its file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Every record, oldest first.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.contents.records
    }

    /// Every record of a company, oldest first.
    pub fn of_company(&self, tenant: Id) -> impl Iterator<Item = &Record> {
        self.records().iter().filter(move |record| record.tenant == Some(tenant))
    }

    /// How many bytes at the end are of a write that was cut short. They count for nothing and go at the next write.
    #[must_use]
    pub fn torn_bytes(&self) -> usize {
        self.contents.torn_bytes
    }

    /// Whether the file's mode lets other users of the machine read it.
    #[must_use]
    pub fn readable_by_others(&self) -> bool {
        self.readable_by_others
    }

    /// The hash of the last record.
    #[must_use]
    pub fn head(&self) -> &str {
        self.contents.records.last().map_or(GENESIS, |r| &r.hash)
    }

    /// Appends the events of one decision and returns them once they are on disk.
    pub fn append(&mut self, entries: Vec<Entry>) -> Result<&[Record], JournalFault> {
        if self.access == Access::Read {
            return Err(JournalFault::ReadOnly);
        }
        let before = self.contents.records.len();
        let (lines, records) = record::chain(self.head(), self.contents.records.last(), entries)?;
        if records.is_empty() {
            return Ok(&[]);
        }
        let length = file::append(&self.path, &mut self.file, &self.contents, &lines)?;
        self.contents.records.extend(records);
        self.contents.whole_bytes = length;
        self.contents.torn_bytes = 0;
        self.contents.ends_open = false;
        Ok(self.contents.records.get(before..).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests;
