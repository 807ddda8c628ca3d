//! The public entries of companies as the directory of partners reads them: written in the append that changes one.

/// A public entry in the directory.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ListingRow {
    /// Whose it is.
    pub tenant: String,
    /// The company's name.
    pub name: String,
    /// The name as lists are ordered: without case and accents.
    pub name_key: String,
    /// The country of the company's seat.
    pub country: String,
    /// Its first words.
    pub summary: String,
    /// What a search looks at, without case and accents.
    pub words: String,
    /// What it can be narrowed by: ` sort:value ` for each mark, with blanks around each.
    pub marks: String,
}

/// What becomes of a company's public entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListingChange {
    /// It is this from now on.
    Put(ListingRow),
    /// There is none from now on.
    Drop,
}

/// Which entries of the directory.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListingFilter {
    /// Words that all stand in the entry, without case and accents.
    pub words: Vec<String>,
    /// The country; empty for any.
    pub country: String,
    /// Marks that the entry all has, as `sort:value`.
    pub marks: Vec<String>,
}
