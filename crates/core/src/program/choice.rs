//! Values that people choose from, as a programme lists them.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Deserialize;
use toml::Spanned;

use super::build::Check;

/// A value of a list: its id and its title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its id in text, snake case.
    pub name: String,
    /// What people read.
    pub title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawChoice {
    id: Spanned<String>,
    title: String,
}

/// Checks the ids of a list.
pub(super) fn choices(what: &str, raw: Vec<RawChoice>, check: &mut Check<'_>) -> Vec<Choice> {
    check.ids(what, 1000, raw.iter().map(|c| &c.id));
    raw.into_iter().map(|c| Choice { name: c.id.into_inner(), title: c.title }).collect()
}
