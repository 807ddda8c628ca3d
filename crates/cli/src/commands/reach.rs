//! Pages and actions as several commands list them.

use std::fmt::Write as _;

use guildhall_core::Program;
use guildhall_core::review::{AccessChange, Reach};
use serde::Serialize;

use super::shared::listed;

/// Pages and actions by id.
#[derive(Debug, Default, Serialize)]
pub(super) struct Reached<'a> {
    pub(super) pages: Vec<&'a str>,
    pub(super) actions: Vec<&'static str>,
}

impl<'a> Reached<'a> {
    pub(super) fn of(program: &'a Program, reach: &Reach) -> Self {
        let name = |id: &_| program.item(*id).map(|item| item.name.as_str());
        Self {
            pages: reach.items.iter().filter_map(name).collect(),
            actions: reach.permissions.iter().map(|p| p.id()).collect(),
        }
    }

    /// What a change gives, and what it takes.
    pub(super) fn of_change(program: &'a Program, change: &AccessChange) -> (Self, Self) {
        (Self::of(program, &change.gained), Self::of(program, &change.lost))
    }

    /// A line each for pages and actions, where there are some.
    pub(super) fn tell(&self, text: &mut String, pages: &str, actions: &str) {
        for (label, words) in [(pages, &self.pages), (actions, &self.actions)] {
            if !words.is_empty() {
                let _ = writeln!(text, "  {label}: {}", listed(words.iter().copied()));
            }
        }
    }
}
