//! What a store keeps so that records are found, and what it is asked for.
//!
//! The words come ready from the core, the same for every store: without case and marks, with a blank between them.

use super::Millis;

/// A record that can be found.
#[derive(Clone, PartialEq, Eq)]
pub struct SearchEntry {
    /// Its type.
    pub record: String,
    /// Its id within the document.
    pub entry: String,
    /// Whose it is, where that decides who sees it.
    pub owner: Option<String>,
    /// Its title, as people read it.
    pub title: String,
    /// The words of the title; they count for more.
    pub title_words: String,
    /// The words of everything else.
    pub text_words: String,
    /// From when it is found, in the reader's own time.
    pub from: Option<Millis>,
    /// Until when it is found.
    pub until: Option<Millis>,
}

impl std::fmt::Debug for SearchEntry {
    // Titles and texts may be personal.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SearchEntry").field("record", &self.record).field("entry", &self.entry).finish_non_exhaustive()
    }
}

/// What changes in what is found of one document, in the append that changes the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchChange {
    /// The kind of the document.
    pub kind: String,
    /// The document's id.
    pub id: String,
    /// Entries to keep, each in place of the one of the same type and id.
    pub put: Vec<SearchEntry>,
    /// Entries to forget, by type and id.
    pub drop: Vec<(String, String)>,
}

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchQuery {
    /// Whose records: the company's own, and the programme's.
    pub tenants: Vec<String>,
    /// The type.
    pub record: String,
    /// Only what this person owns.
    pub owner: Option<String>,
    /// Terms that all occur, each of them words in a row, the last of which may go on. Without any, nothing is found.
    pub terms: Vec<Vec<String>>,
    /// The reader's own time.
    pub local_now: Millis,
    /// Now.
    pub now: Millis,
    /// How many of the best to leave out.
    pub offset: u32,
    /// How many to give.
    pub limit: u32,
}

/// A record that was found.
#[derive(Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct SearchHit {
    /// The tenant that has it.
    pub tenant: String,
    /// The kind of the document.
    pub kind: String,
    /// The document's id.
    pub id: String,
    /// Its id within the document.
    pub entry: String,
    /// Whose it is.
    pub owner: Option<String>,
    /// Its title.
    pub title: String,
}

impl std::fmt::Debug for SearchHit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SearchHit").field("kind", &self.kind).field("entry", &self.entry).finish_non_exhaustive()
    }
}

/// What was found of one type, the best first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchHits {
    /// How many there are in all.
    pub total: u32,
    /// Those that were asked for.
    pub hits: Vec<SearchHit>,
}
