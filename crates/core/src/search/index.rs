//! What an index keeps of a record.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, NaiveDate, Utc};

use super::RecordType;
use crate::Id;

/// A record as it can be found. `Debug` prints none of its text.
#[derive(Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub record: RecordType,
    /// Its id; `None` where it is the whole document.
    pub id: Option<Id>,
    /// Whose it is, where that decides who sees it.
    pub owner: Option<Id>,
    /// Its name or title.
    pub title: String,
    /// What else it is found by.
    pub text: String,
    /// The reader's day from which it can be found.
    pub from: Option<NaiveDate>,
    /// Until when it can be found.
    pub until: Option<DateTime<Utc>>,
}

impl core::fmt::Debug for Entry {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Entry").field("record", &self.record).field("id", &self.id).finish_non_exhaustive()
    }
}

impl Entry {
    /// A record that is always found by title and text.
    pub(super) fn new(
        record: RecordType,
        id: Option<Id>,
        title: &str,
        text: impl IntoIterator<Item: AsRef<str>>,
    ) -> Self {
        let mut all = String::new();
        for part in text {
            all.push_str(part.as_ref());
            all.push('\n');
        }
        Self { record, id, owner: None, title: title.into(), text: all, from: None, until: None }
    }

    pub(super) fn owned(self, owner: Option<Id>) -> Self {
        Self { owner, ..self }
    }
}

/// What changes in the index of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Entries to put in, or in place of the one of the same type and id.
    pub put: Vec<Entry>,
    /// Entries to take out.
    pub drop: Vec<(RecordType, Option<Id>)>,
}

impl Changes {
    /// Whether nothing changes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.put.is_empty() && self.drop.is_empty()
    }
}

/// What has to change in the index when a document that was found by `before` is found by `after`.
#[must_use]
pub fn changes(before: Vec<Entry>, after: Vec<Entry>) -> Changes {
    let mut old: BTreeMap<(RecordType, Option<Id>), Entry> =
        before.into_iter().map(|e| ((e.record, e.id), e)).collect();
    let put = after.into_iter().filter(|e| old.remove(&(e.record, e.id)).as_ref() != Some(e)).collect();
    Changes { put, drop: old.into_keys().collect() }
}
