//! What people see of the profile, and what others ask of it: tabs, contacts, recommendations, whether a path may be
//! enrolled in.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::{RecordKind, Refusal, State};
use crate::access::Standing;
use crate::account::{Account, Member, Status};
use crate::program::{ContactRow, PathSet, Program, Recommendation, TabRow};
use crate::{Id, Permission};

/// A tab as one person sees it.
#[derive(Clone, Copy, Debug)]
pub struct TabView<'a> {
    /// Its row.
    pub row: &'a TabRow,
    /// Whether the person may edit it; validated entries stay read-only all the same.
    pub editable: bool,
}

/// The tabs that somebody sees: none where the page is closed to them (PROFILE-10), and of the others those that the
/// company is far enough for (PROFILE-12, PROFILE-13, C-064).
#[must_use]
pub fn tabs<'a>(program: &'a Program, standing: &Standing) -> Vec<TabView<'a>> {
    let page = program.page_of(Permission::EditCompanyInformation);
    if !page.is_none_or(|page| standing.opens(program, page)) {
        return Vec::new();
    }
    let shown = |row: &&TabRow| standing.reaches(program, None, row.least_stage).is_ok();
    let view = |row| TabView { row, editable: standing.permits(program, row.edit) };
    program.profile().tabs.iter().filter(shown).map(view).collect()
}

/// Whether somebody may work on records of a kind: their roles, and path and stage of the page's row (ROLE-52).
#[must_use]
pub fn may_work_on(program: &Program, standing: &Standing, kind: RecordKind) -> bool {
    let permission = kind.permission();
    standing.permits(program, permission) && standing.reaches_page_of(program, permission).is_ok()
}

/// The kinds of records that somebody may read: those they may work on, and those whose page is open to them.
#[must_use]
pub fn readable_kinds(program: &Program, standing: &Standing) -> Vec<RecordKind> {
    let opens = |kind: RecordKind| program.page_of(kind.permission()).is_some_and(|page| standing.opens(program, page));
    RecordKind::ALL.into_iter().filter(|kind| may_work_on(program, standing, *kind) || opens(*kind)).collect()
}

/// Whom to ask about a subject.
#[derive(Clone, Debug)]
pub struct Contacts<'a> {
    /// The subject.
    pub row: &'a ContactRow,
    /// The active holders of its role.
    pub people: Vec<(Id, &'a Member)>,
}

/// The contacts of a company, first to last (ROLE-17, C-043).
#[must_use]
pub fn contacts<'a>(program: &'a Program, account: &'a Account) -> Vec<Contacts<'a>> {
    let holders = |row: &ContactRow| {
        let role = program.role(row.role).map_or("", |r| r.name.as_str());
        let active = account.members().iter().filter(|(_, m)| m.status == Status::Active);
        active.filter(|(_, m)| m.roles.contains(role)).map(|(id, m)| (*id, m)).collect()
    };
    program.profile().contacts.iter().map(|row| Contacts { row, people: holders(row) }).collect()
}

/// The ids of the paths that a company's products and services point to and that it does not take yet (PROFILE-20).
#[must_use]
pub fn recommended_paths<'a>(program: &'a Program, account: &Account, state: &State) -> Vec<&'a str> {
    let kinds = state.products().values().filter_map(|p| program.profile().product_type(&p.kind));
    let paths = kinds.map(|kind| kind.paths).fold(PathSet::EMPTY, PathSet::or);
    program.path_names(paths).filter(|path| !account.stages().contains_key(*path)).collect()
}

/// Pages that suit somebody's roles and their company's paths, and that are open to them (ROLE-53).
#[must_use]
pub fn recommendations<'a>(program: &'a Program, standing: &Standing) -> Vec<&'a Recommendation> {
    let suits = |row: &&Recommendation| {
        standing.roles().meets(row.roles)
            && standing.enrolments().iter().any(|(path, _)| row.paths.contains(*path))
            && standing.opens(program, row.page)
    };
    program.profile().recommendations.iter().filter(suits).collect()
}

/// Whether the company may be put on `stage` of `path`: from the programme's stage for enrolling on, the profile needs a
/// product or service of that path (PROFILE-21, C-071). To be asked beside the account's own judgement of the command.
pub fn check_stage(program: &Program, state: &State, path: &str, stage: &str) -> Result<(), Refusal> {
    let rules = program.profile();
    let (Some(path_id), Some(stage)) = (program.path_id(path), program.stage_id(stage)) else { return Ok(()) };
    if rules.enrolled_from.is_none_or(|from| stage < from) {
        return Ok(());
    }
    let matching = || rules.product_types.iter().filter(|t| t.paths.contains(path_id));
    if matching().any(|t| state.products().values().any(|p| p.kind == t.name)) {
        return Ok(());
    }
    Err(Refusal::ProductMissing { path: path.to_string(), kinds: matching().map(|t| t.name.clone()).collect() })
}
