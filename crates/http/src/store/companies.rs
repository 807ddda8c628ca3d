//! The companies as a list of them is read: a row beside each account, written in the same append.

/// A company of the list.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct CompanyRow {
    /// Whose it is.
    pub tenant: String,
    /// The company's name.
    pub name: String,
    /// The name as lists are ordered: without case and accents.
    pub name_key: String,
    /// What a search looks at, without case and accents.
    pub words: String,
    /// Where the company stands: ` path:stage ` for each path, with blanks around each.
    pub standings: String,
}

/// Which companies of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CompanyFilter {
    /// Words that all stand in the name or a domain, without case and accents.
    pub words: Vec<String>,
    /// The id of a path that the company is on; empty for any.
    pub path: String,
    /// The id of a stage that the company has reached, on that path if one is given; empty for any.
    pub stage: String,
}

impl CompanyFilter {
    /// The part of [`CompanyRow::standings`] that is looked for; empty for any.
    pub(crate) fn standing(&self) -> String {
        match (self.path.as_str(), self.stage.as_str()) {
            ("", "") => String::new(),
            (path, "") => format!(" {path}:"),
            ("", stage) => format!(":{stage} "),
            (path, stage) => format!(" {path}:{stage} "),
        }
    }
}
