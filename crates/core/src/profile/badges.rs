//! The badges that a company has earned: its stage on a path, and its qualifications (MENU-20, CMP-15).

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use super::State;
use crate::Permission;
use crate::account::Account;
use crate::program::Program;
use crate::text::slug;

/// What a badge stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BadgeKind {
    /// A stage on a path.
    Partner,
    /// A qualification.
    Qualification,
}

/// A badge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Badge {
    /// Its id among the company's badges, in snake case.
    pub id: String,
    /// What it stands for.
    pub kind: BadgeKind,
    /// What it says first: the stage, or the kind of the qualification.
    pub over: String,
    /// What it says: the path, or the qualification.
    pub title: String,
}

/// The badges of a company, those of its paths first. None below the stage from which badges are made.
#[must_use]
pub fn badges(program: &Program, account: &Account, state: &State) -> Vec<Badge> {
    let row = program.page_of(Permission::UseBadgeManager).and_then(|page| program.item(page));
    let Some(row) = row else { return Vec::new() };
    let earned = account.stages().iter().filter_map(|(path, stage)| {
        let (path, stage) = (program.path_id(path)?, program.stage_id(stage)?);
        if stage < row.least_stage || !row.paths.contains(path) {
            return None;
        }
        let (path, stage) = (program.path(path)?, program.stage(stage)?);
        Some(Badge {
            id: slug(&[stage.name.as_str(), path.name.as_str()].join(" ")),
            kind: BadgeKind::Partner,
            over: stage.title.clone(),
            title: path.title.clone(),
        })
    });
    let mut badges: Vec<Badge> = earned.collect();
    if badges.is_empty() {
        return badges;
    }
    let kinds = &program.profile().qualification_kinds;
    let mut qualified: Vec<Badge> = state
        .qualifications()
        .iter()
        .map(|(id, qualification)| {
            let over = kinds.iter().find(|kind| kind.name == qualification.kind);
            // Titles may be written in letters that an id cannot have.
            Badge {
                id: alloc::format!("{}_{id}", slug(&qualification.kind)),
                kind: BadgeKind::Qualification,
                over: over.map_or_else(|| qualification.kind.clone(), |kind| kind.title.clone()),
                title: qualification.title.to_string(),
            }
        })
        .collect();
    qualified.sort_by(|a, b| (&a.over, &a.title, &a.id).cmp(&(&b.over, &b.title, &b.id)));
    badges.append(&mut qualified);
    badges
}
