//! The access decision a third time, by the Cedar engine: policies are generated from the programme, people and companies
//! are entities.
//!
//! A company on a path at a stage is in the group of that path and stage, which is in the group of the stage before, so
//! that `principal in Reached::"software/confirmed"` says that the company came at least that far on that one path.

use std::collections::{BTreeSet, HashSet};

use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityId, EntityTypeName, EntityUid, PolicySet, Request,
};

use crate::reference::{Grant, Reference, Row, Who};

/// The engine with a programme's policies.
pub(crate) struct Cedar {
    authorizer: Authorizer,
    /// Every policy, for the questions that are asked against the programme as a whole.
    policies: PolicySet,
    /// The policies of each page alone, which is what is left if those of other resources are set aside.
    of_page: Vec<PolicySet>,
    /// Roles, and the groups of paths and stages: the same for everybody.
    groups: Vec<Entity>,
    base: String,
    kinds: Kinds,
}

/// The types of entities: parsed once, as they are needed for every question.
struct Kinds {
    role: EntityTypeName,
    reached: EntityTypeName,
    company: EntityTypeName,
    person: EntityTypeName,
    page: EntityTypeName,
    portal: EntityTypeName,
    action: EntityTypeName,
}

impl Kinds {
    fn new() -> Self {
        let kind = |name: &str| name.parse::<EntityTypeName>().unwrap();
        Self {
            role: kind("Role"),
            reached: kind("Reached"),
            company: kind("Company"),
            person: kind("Person"),
            page: kind("Page"),
            portal: kind("Portal"),
            action: kind("Action"),
        }
    }
}

fn uid(kind: &EntityTypeName, id: &str) -> EntityUid {
    EntityUid::from_type_name_and_id(kind.clone(), EntityId::new(id))
}

fn literals(kind: &str, ids: impl Iterator<Item = String>) -> String {
    ids.map(|id| format!("{kind}::{id:?}")).collect::<Vec<String>>().join(", ")
}

fn roles(of: &BTreeSet<String>) -> String {
    format!("principal in [{}]", literals("Role", of.iter().cloned()))
}

fn page_policy(row: &Row) -> String {
    let reached = literals("Reached", row.paths.iter().map(|path| format!("{path}/{}", row.least_stage)));
    let (page, held) = (&row.name, roles(&row.roles));
    format!(
        "permit(principal, action == Action::\"open\", resource == Page::{page:?}) when {{ {held} && principal in [{reached}] }};\n"
    )
}

fn deed_policy(grant: &Grant) -> String {
    let (permission, held) = (&grant.permission, roles(&grant.roles));
    format!("permit(principal, action == Action::{permission:?}, resource == Portal::\"portal\") when {{ {held} }};\n")
}

impl Cedar {
    pub(crate) fn new(reference: &Reference) -> Self {
        let (mut text, kinds) = (String::new(), Kinds::new());
        reference.rows.iter().for_each(|row| text.push_str(&page_policy(row)));
        reference.grants.iter().for_each(|grant| text.push_str(&deed_policy(grant)));
        let policies: PolicySet = text.parse().unwrap();
        assert_eq!(policies.num_of_policies(), reference.rows.len() + reference.grants.len());
        let of_page = reference.rows.iter().map(|row| page_policy(row).parse().unwrap()).collect();
        let role = |role: &String| Entity::new_no_attrs(uid(&kinds.role, role), HashSet::new());
        let mut groups: Vec<Entity> = reference.roles.iter().map(role).collect();
        for path in &reference.paths {
            let mut before = HashSet::new();
            for stage in &reference.stages {
                let group = uid(&kinds.reached, &format!("{path}/{stage}"));
                groups.push(Entity::new_no_attrs(group.clone(), before));
                before = HashSet::from([group]);
            }
        }
        Self { authorizer: Authorizer::new(), policies, of_page, groups, base: reference.base.clone(), kinds }
    }

    /// The people with these roles in a company of each kind, ready to be asked about.
    fn people(&self, roles: &[&str], companies: &[Vec<(&str, &str)>]) -> Entities {
        let mut held: HashSet<EntityUid> = roles.iter().map(|role| uid(&self.kinds.role, role)).collect();
        held.insert(uid(&self.kinds.role, &self.base));
        let people = companies.iter().enumerate().flat_map(|(n, enrolments)| {
            let (company, person) = (uid(&self.kinds.company, &n.to_string()), self.person(n));
            let group = |(path, stage): &(&str, &str)| uid(&self.kinds.reached, &format!("{path}/{stage}"));
            let parents = held.iter().cloned().chain([company.clone()]).collect();
            let reached = enrolments.iter().map(group).collect();
            [Entity::new_no_attrs(company, reached), Entity::new_no_attrs(person, parents)]
        });
        Entities::from_entities(self.groups.iter().cloned().chain(people), None).unwrap()
    }

    /// The person of company `n`.
    fn person(&self, n: usize) -> EntityUid {
        uid(&self.kinds.person, &n.to_string())
    }

    fn ask(&self, people: &Entities, policies: &PolicySet, who: EntityUid, action: &str, resource: EntityUid) -> bool {
        let action = uid(&self.kinds.action, action);
        let request = Request::new(who, action, resource, Context::empty(), None).unwrap();
        let response = self.authorizer.is_authorized(&request, policies, people);
        assert_eq!(response.diagnostics().errors().count(), 0);
        response.decision() == Decision::Allow
    }

    /// The answers of the people with these roles in each company: every page, and in the first every permission too.
    /// Companies on one path are judged by all policies together; those on several, where there are many more questions, by
    /// the policies of the page.
    pub(crate) fn answers(
        &self,
        reference: &Reference,
        roles: &[&str],
        companies: &[Vec<(&str, &str)>],
    ) -> Vec<Vec<bool>> {
        let people = self.people(roles, companies);
        let opens = |n: usize, (row, own): (&Row, &PolicySet)| {
            let policies = if companies[n].len() > 1 { own } else { &self.policies };
            self.ask(&people, policies, self.person(n), "open", uid(&self.kinds.page, &row.name))
        };
        let may = |n: usize, grant: &Grant| {
            let portal = uid(&self.kinds.portal, "portal");
            self.ask(&people, &self.policies, self.person(n), &grant.permission, portal)
        };
        let asked = |n| {
            let pages = reference.rows.iter().zip(&self.of_page).map(|row| opens(n, row));
            let grants = if n == 0 { &reference.grants[..] } else { &[] };
            pages.chain(grants.iter().map(|grant| may(n, grant))).collect()
        };
        (0..companies.len()).map(asked).collect()
    }
}

/// The same people for the other judges.
pub(crate) fn who<'a>(roles: &[&'a str], enrolments: &[(&'a str, &'a str)]) -> Who<'a> {
    Who { roles: roles.to_vec(), enrolments: enrolments.to_vec() }
}
