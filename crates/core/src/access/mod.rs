//! What somebody may open and do: the menu (which pages) and the permissions (which actions), each with its reasons.
//!
//! INVARIANT (two-gates): a page needs the menu's row, an action needs a permission, a form on a page needs both (C-001).
//! INVARIANT (default-deny): an unknown role, path or stage grants nothing; a missing row is a closed door.

mod explain;
mod menu;

pub use explain::{Explanation, Missing, Question};
pub use menu::{MenuEntry, MenuSection, menu};

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::Permission;
use crate::program::{ItemId, PathId, PathSet, Program, RoleId, RoleSet, StageId};

/// Where somebody stands: the roles they hold, and the paths of their company with a stage each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    roles: RoleSet,
    enrolments: Vec<(PathId, StageId)>,
}

impl Standing {
    /// Of an active person: the roles called `roles` and the base role (C-022), on these (path, stage) pairs. Names that
    /// the programme does not know grant nothing.
    #[must_use]
    pub fn new<'a>(
        program: &Program,
        roles: impl IntoIterator<Item = &'a str>,
        enrolments: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        let mut set: RoleSet = roles.into_iter().filter_map(|name| program.role_id(name)).collect();
        set.insert(program.base());
        let enrolments = enrolments
            .into_iter()
            .filter_map(|(path, stage)| Some((program.path_id(path)?, program.stage_id(stage)?)))
            .collect();
        Self { roles: set, enrolments }
    }

    /// From ids of the same programme, for those who ask often. The base role is added.
    #[must_use]
    pub fn of_ids(program: &Program, mut roles: RoleSet, enrolments: Vec<(PathId, StageId)>) -> Self {
        roles.insert(program.base());
        Self { roles, enrolments }
    }

    /// Of somebody who may open and do nothing: nobody, or a person without access.
    #[must_use]
    pub fn none() -> Self {
        Self { roles: RoleSet::EMPTY, enrolments: Vec::new() }
    }

    /// The roles held, the base role included.
    #[must_use]
    pub fn roles(&self) -> RoleSet {
        self.roles
    }

    /// The (path, stage) pairs of the company.
    #[must_use]
    pub fn enrolments(&self) -> &[(PathId, StageId)] {
        &self.enrolments
    }

    /// Whether they hold `role`.
    #[must_use]
    pub fn holds(&self, role: RoleId) -> bool {
        self.roles.contains(role)
    }

    /// Whether the action is allowed (the second gate).
    #[must_use]
    pub fn permits(&self, program: &Program, permission: Permission) -> bool {
        self.roles.meets(program.holders(permission))
    }

    /// Whether the page is open (the first gate): a role of the row, and one single path that meets both the row's paths
    /// and its stage (MENU-1, C-067).
    #[must_use]
    pub fn opens(&self, program: &Program, item: ItemId) -> bool {
        program.item(item).is_some_and(|row| {
            self.roles.meets(row.roles)
                && self.enrolments.iter().any(|(path, stage)| row.paths.contains(*path) && *stage >= row.least_stage)
        })
    }

    /// Whether the action is allowed on its page of the portal: both gates, where the permission has a page (C-001).
    #[must_use]
    pub fn permits_in_portal(&self, program: &Program, permission: Permission) -> bool {
        let page = program.page_of(permission);
        self.permits(program, permission) && page.is_none_or(|item| self.opens(program, item))
    }

    /// Whether one single path of the company, of `paths` if some are named, is at `stage` or beyond (C-067).
    pub fn reaches(&self, program: &Program, paths: Option<PathSet>, stage: StageId) -> Result<(), TooEarly> {
        let counts = |path| paths.is_none_or(|paths| paths.contains(path));
        if self.enrolments.iter().any(|(path, at)| counts(*path) && *at >= stage) {
            return Ok(());
        }
        let named = paths.filter(|paths| *paths != program.all_paths()).unwrap_or_default();
        Err(TooEarly {
            paths: program.path_names(named).map(ToString::to_string).collect(),
            stage: program.stage(stage).map(|s| s.name.clone()).unwrap_or_default(),
        })
    }

    /// Whether path and stage of the row are met on whose page the permission is used: what a room asks of a company
    /// where the page itself is for more roles, or for fewer, than the permission (ROLE-29, ROLE-52).
    pub fn reaches_page_of(&self, program: &Program, permission: Permission) -> Result<(), TooEarly> {
        let row = program.page_of(permission).and_then(|page| program.item(page));
        row.map_or(Ok(()), |row| self.reaches(program, Some(row.paths), row.least_stage))
    }
}

/// That a company is not far enough, or on none of the paths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooEarly {
    /// The ids of the paths that count; empty if any does.
    pub paths: Vec<String>,
    /// The id of the least stage.
    pub stage: String,
}

#[cfg(test)]
mod tests;
