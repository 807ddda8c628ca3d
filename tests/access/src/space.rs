//! The space of everybody who can be asked about, and the core's answers.

use guildhall_core::access::{Missing, Question, Standing};
use guildhall_core::program::{ItemId, PathId, RoleId, RoleSet, StageId};
use guildhall_core::{Permission, Program};

use crate::reference::{Reference, Who};

/// Every set of `names`, the empty one first.
pub(crate) fn sets(names: &[String]) -> Vec<Vec<&str>> {
    let held =
        |bits: u32| names.iter().zip(0..).filter(move |(_, n)| bits >> n & 1 == 1).map(|(name, _)| name.as_str());
    (0..1u32 << names.len()).map(|bits| held(bits).collect()).collect()
}

/// No role, and each role alone.
pub(crate) fn single_roles(reference: &Reference) -> Vec<Vec<&str>> {
    std::iter::once(Vec::new()).chain(reference.roles.iter().map(|role| vec![role.as_str()])).collect()
}

/// Each path at each stage.
pub(crate) fn single_paths(reference: &Reference) -> Vec<Vec<(&str, &str)>> {
    let stages = |path| reference.stages.iter().map(move |stage: &String| vec![(path, stage.as_str())]);
    reference.paths.iter().flat_map(|path| stages(path.as_str())).collect()
}

/// Every set of paths at each stage; the empty set has no stage.
pub(crate) fn path_sets(reference: &Reference) -> Vec<Vec<(&str, &str)>> {
    let mut all = Vec::new();
    for paths in sets(&reference.paths) {
        let stages = if paths.is_empty() { &reference.stages[..1] } else { &reference.stages[..] };
        all.extend(stages.iter().map(|stage| paths.iter().map(|path| (*path, stage.as_str())).collect()));
    }
    all
}

/// Each path left out or at any stage, whatever the others are.
pub(crate) fn mixed_stages(reference: &Reference) -> Vec<Vec<(&str, &str)>> {
    let mut all = vec![Vec::new()];
    for path in &reference.paths {
        let mut longer = all.clone();
        for stage in &reference.stages {
            longer.extend(all.iter().map(|rest: &Vec<(&str, &str)>| {
                let mut list = rest.clone();
                list.push((path.as_str(), stage.as_str()));
                list
            }));
        }
        all = longer;
    }
    all
}

/// The core, with its ids in the order of the reference's names.
pub(crate) struct Core<'p> {
    program: &'p Program,
    items: Vec<ItemId>,
    permissions: Vec<Permission>,
}

impl<'p> Core<'p> {
    pub(crate) fn new(program: &'p Program, reference: &Reference) -> Self {
        let item = |name: &String| {
            let (section, title) = name.split_once('/').unwrap();
            let mut of_core = program.items_with_ids();
            let same = |s: usize, t: &str| program.sections()[s].name == section && t == title;
            of_core.find(|(_, i)| same(i.section, &i.title)).map(|(id, _)| id).unwrap()
        };
        assert_eq!(program.items().len(), reference.rows.len());
        assert_eq!(program.grants().len(), reference.grants.len());
        Self {
            program,
            items: reference.rows.iter().map(|row| item(&row.name)).collect(),
            permissions: reference.grants.iter().map(|grant| grant.permission.parse().unwrap()).collect(),
        }
    }

    /// The answers, in the order of the reference's questions.
    pub(crate) fn answers(&self, who: &Who<'_>) -> Vec<bool> {
        let standing = self.standing(who);
        let pages = self.items.iter().map(|item| standing.opens(self.program, *item));
        let deeds = self.permissions.iter().map(|deed| standing.permits(self.program, *deed));
        let there = self.permissions.iter().map(|deed| standing.permits_in_portal(self.program, *deed));
        pages.chain(deeds).chain(there).collect()
    }

    /// By ids, as adapters that ask often do; by names it must be the same person.
    fn standing(&self, who: &Who<'_>) -> Standing {
        let role = |name: &&str| -> RoleId { self.program.role_id(name).unwrap() };
        let place = |(path, stage): &(&str, &str)| -> (PathId, StageId) {
            (self.program.path_id(path).unwrap(), self.program.stage_id(stage).unwrap())
        };
        let roles: RoleSet = who.roles.iter().map(role).collect();
        Standing::of_ids(self.program, roles, who.enrolments.iter().map(place).collect())
    }

    /// Whether the explanations say the same as the answers, and name what is missing exactly where the answer is no.
    pub(crate) fn explains(&self, who: &Who<'_>) -> bool {
        let standing = self.standing(who);
        let by_names = Standing::new(self.program, who.roles.iter().copied(), who.enrolments.iter().copied());
        let pages = self.items.iter().map(|item| (Question::Open(*item), standing.opens(self.program, *item)));
        let deeds = self.permissions.iter().map(|deed| (Question::Do(*deed), standing.permits(self.program, *deed)));
        by_names == standing
            && pages.chain(deeds).all(|(question, answer)| {
                let said = standing.explain(self.program, question);
                said.allowed == answer && (said.missing == Missing::default()) == answer
            })
    }
}
