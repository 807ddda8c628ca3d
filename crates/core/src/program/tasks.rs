//! The templates of tasks: what a programme recommends to whom, and how each is done (TASK-1, TASK-2).

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::build::Check;
use super::raw::Names;
use super::{ItemId, MenuItem, PathId, PathSet, Program, RoleId, RoleSet, StageId, StageSet};
use crate::access::Standing;
use crate::text::slug;

/// How many templates a programme may have.
const TEMPLATES_MOST: usize = 500;
/// How many fields a form may have.
const FIELDS_MOST: usize = 30;
/// The most characters that a programme may allow in a field of a form.
pub const FIELD_CHARACTERS_MOST: usize = 2000;
/// The most days that a template may give.
const DUE_DAYS_MOST: u32 = 3650;

/// What a task leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// The first steps of a company or person.
    Onboarding,
    /// A goal of the business, such as a listing on the marketplace.
    Strategic,
}

impl Goal {
    /// As in its serialized form.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Onboarding => "onboarding",
            Self::Strategic => "strategic",
        }
    }
}

/// The type of a task: whether it may be left undone (C-081).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Requirement {
    /// It stays until it is done.
    Required,
    /// It may be dismissed or deleted (TASK-18, C-076).
    Optional,
}

impl Requirement {
    /// As in its serialized form.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Optional => "optional",
        }
    }
}

/// Whose task it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Each person has their own.
    Person,
    /// Done by one, done for the company.
    Company,
}

/// What an answer of a form says about the company, so that it is kept there too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fills {
    /// What the company does.
    CompanyDescription,
    /// Its web address.
    CompanyWebsite,
}

/// A field of a task's form (TASK-16).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FormField {
    /// Its id in text, snake case.
    pub name: String,
    /// What people read.
    pub title: String,
    /// Whether it may not be left empty.
    pub required: bool,
    /// How many characters it holds.
    pub characters_most: usize,
    /// What the answer says about the company.
    pub fills: Option<Fills>,
}

/// How a task is done (C-080).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Work {
    /// By a form that is filled in and submitted.
    Form(Vec<FormField>),
    /// On another page, where the work leaves a record.
    Link {
        /// The page.
        item: ItemId,
        /// The record, as `room/event` or `room/event/what` names it.
        done_by: String,
    },
}

/// A task as a programme describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskTemplate {
    /// Its id in text, snake case.
    pub name: String,
    /// What people read.
    pub title: String,
    /// What it is good for.
    pub purpose: String,
    /// What it leads to.
    pub goal: Goal,
    /// Whether it may be left undone.
    pub requirement: Requirement,
    /// Whose it is.
    pub scope: Scope,
    /// The roles that it is recommended to.
    pub roles: RoleSet,
    /// The paths that it is recommended on.
    pub paths: PathSet,
    /// The stages that it is recommended on.
    pub stages: StageSet,
    /// The days that it gives, from the day on which it is added.
    pub due_days: Option<u32>,
    /// How it is done.
    pub work: Work,
}

impl TaskTemplate {
    /// Whether it is recommended to somebody who stands there: by a role beside the base role, and one single path of the
    /// company that meets both the template's paths and its stages (TASK-2, C-079). Those with the base role alone do what
    /// they are assigned (C-075).
    #[must_use]
    pub fn suits(&self, program: &Program, standing: &Standing) -> bool {
        let mut roles = standing.roles();
        roles.remove(program.base());
        let placed = |(path, stage): &(PathId, StageId)| self.paths.contains(*path) && self.stages.contains(*stage);
        roles.meets(self.roles) && standing.enrolments().iter().any(placed)
    }
}

impl Program {
    /// The templates of tasks, in the order of the file.
    #[must_use]
    pub fn tasks(&self) -> &[TaskTemplate] {
        &self.tasks
    }

    /// The template called `name`.
    #[must_use]
    pub fn task(&self, name: &str) -> Option<&TaskTemplate> {
        self.tasks.iter().find(|t| t.name == name)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTask {
    id: Spanned<String>,
    title: Spanned<String>,
    purpose: String,
    goal: Goal,
    #[serde(rename = "type")]
    requirement: Requirement,
    #[serde(default = "person")]
    scope: Scope,
    audience: RawAudience,
    due_days: Option<Spanned<u32>>,
    form: Option<Vec<RawField>>,
    link: Option<RawLink>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAudience {
    roles: Names,
    paths: Names,
    stages: Names,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawField {
    id: Spanned<String>,
    title: String,
    #[serde(default = "yes")]
    required: bool,
    characters_most: Spanned<u32>,
    fills: Option<Fills>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLink {
    item: Spanned<String>,
    done_by: Spanned<String>,
}

const fn person() -> Scope {
    Scope::Person
}

const fn yes() -> bool {
    true
}

/// The names that a template may use.
pub(super) struct Known<'a> {
    pub(super) roles: &'a [String],
    pub(super) paths: &'a [String],
    pub(super) stages: &'a [String],
    pub(super) items: &'a [MenuItem],
}

pub(super) fn templates(raw: Vec<RawTask>, known: &Known<'_>, check: &mut Check<'_>) -> Vec<TaskTemplate> {
    check.ids("task", TEMPLATES_MOST, raw.iter().map(|t| &t.id));
    raw.into_iter().filter_map(|task| template(task, known, check)).collect()
}

fn template(raw: RawTask, known: &Known<'_>, check: &mut Check<'_>) -> Option<TaskTemplate> {
    let roles = check.indexes("role", known.roles, &raw.audience.roles).into_iter().map(RoleId).collect();
    let paths = check.indexes("path", known.paths, &raw.audience.paths).into_iter().map(PathId).collect();
    let stages = check.indexes("stage", known.stages, &raw.audience.stages).into_iter().map(StageId).collect();
    if let Some(days) = raw.due_days.as_ref().filter(|d| *d.get_ref() > DUE_DAYS_MOST) {
        check.fault(days.span(), "due_days", format!("a task is due within {DUE_DAYS_MOST} days"));
    }
    if crate::text::Field::parse(raw.title.get_ref()).is_err() {
        check.fault(raw.title.span(), "title", "a title is one line of 1 to 200 characters");
    }
    let work = match (raw.form, raw.link) {
        (Some(form), None) => form_of(form, raw.id.span(), check),
        (None, Some(link)) => link_of(&link, known.items, check),
        (None, None) | (Some(_), Some(_)) => {
            check.fault(raw.id.span(), "form_or_link", "a task has either a form or a link");
            None
        }
    }?;
    Some(TaskTemplate {
        name: raw.id.into_inner(),
        title: raw.title.into_inner(),
        purpose: raw.purpose,
        goal: raw.goal,
        requirement: raw.requirement,
        scope: raw.scope,
        roles,
        paths,
        stages,
        due_days: raw.due_days.map(Spanned::into_inner),
        work,
    })
}

fn form_of(raw: Vec<RawField>, place: core::ops::Range<usize>, check: &mut Check<'_>) -> Option<Work> {
    check.ids("field", FIELDS_MOST, raw.iter().map(|f| &f.id));
    if !raw.iter().any(|f| f.required) {
        // A form without a required field would be done by submitting nothing.
        check.fault(place, "no_required_field", "a form has at least one required field");
        return None;
    }
    let mut fields = Vec::new();
    for field in raw {
        let most = *field.characters_most.get_ref() as usize;
        // What is kept with the company has to fit in there.
        let room = match field.fills {
            Some(Fills::CompanyDescription) => 1000,
            Some(Fills::CompanyWebsite) => 200,
            None => FIELD_CHARACTERS_MOST,
        };
        if !(1..=room).contains(&most) {
            let message = format!("this field holds from 1 to {room} characters");
            check.fault(field.characters_most.span(), "characters_most", message);
        }
        fields.push(FormField {
            name: field.id.into_inner(),
            title: field.title,
            required: field.required,
            characters_most: most,
            fills: field.fills,
        });
    }
    Some(Work::Form(fields))
}

fn link_of(raw: &RawLink, items: &[MenuItem], check: &mut Check<'_>) -> Option<Work> {
    let named = |name: &str| !name.is_empty() && name == slug(name);
    let parts: Vec<&str> = raw.done_by.get_ref().split('/').collect();
    if !(2..=3).contains(&parts.len()) || !parts.into_iter().all(named) {
        let message = "the record of the work is named as room/event or room/event/what, in snake case";
        check.fault(raw.done_by.span(), "done_by", message);
    }
    let item = check.item(items, &raw.item)?;
    Some(Work::Link { item, done_by: raw.done_by.get_ref().clone() })
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::{String, ToString};

    use super::super::tests::LEAST;
    use super::*;

    const TASK: &str = r#"
[[section]]
id = "work"
title = "Work"
placement = "navigation"
[[item]]
section = "work"
title = "Desk"
description = "Where the work is done."
access = { roles = "all", paths = "all", least_stage = "in" }
[[task]]
id = "write"
title = "Write"
purpose = "So that it is written."
goal = "onboarding"
type = "required"
audience = { roles = ["owner"], paths = "all", stages = ["in"] }
due_days = 10
form = [{ id = "text", title = "Text", characters_most = 100 }]
[[task]]
id = "work"
title = "Work"
purpose = "So that it is done."
goal = "strategic"
type = "optional"
scope = "company"
audience = { roles = "all", paths = "all", stages = "all" }
link = { item = "work/desk", done_by = "desk/work_done" }
"#;

    fn parsed(from: &str, to: &str) -> String {
        let text = format!("{LEAST}{}", TASK.replacen(from, to, 1));
        match Program::parse(&text) {
            Ok(_) => "ok".to_string(),
            Err(faults) => faults.0.iter().map(|f| f.code).collect::<Vec<_>>().join(", "),
        }
    }

    #[test]
    fn every_fault_of_a_template_is_reported() {
        for (from, to, expected) in [
            ("", "", "ok"),
            ("id = \"write\"", "id = \"work\"", "id_twice"),
            ("id = \"write\"", "id = \"Write it\"", "id_form"),
            ("title = \"Write\"", "title = \" \"", "title"),
            ("\"onboarding\"", "\"fun\"", "syntax"),
            ("\"required\"", "\"maybe\"", "syntax"),
            ("\"company\"", "\"world\"", "syntax"),
            ("[\"owner\"]", "[\"boss\"]", "unknown_name"),
            ("[\"in\"]", "[\"out\"]", "unknown_name"),
            ("stages = \"all\"", "stages = \"any\"", "not_all"),
            ("due_days = 10", "due_days = 3650", "ok"),
            ("due_days = 10", "due_days = 3651", "due_days"),
            ("= 100", "= 2000", "ok"),
            ("= 100", "= 2001", "characters_most"),
            ("= 100", "= 0", "characters_most"),
            ("= 100", "= 100, required = false", "no_required_field"),
            ("= 100", "= 100, fills = \"weather\"", "syntax"),
            ("= 100", "= 200, fills = \"company_website\"", "ok"),
            ("= 100", "= 201, fills = \"company_website\"", "characters_most"),
            ("= 100", "= 1001, fills = \"company_description\"", "characters_most"),
            ("form = [{ id = \"text\", title = \"Text\", characters_most = 100 }]", "", "form_or_link"),
            ("form = [{", "link = { item = \"work/desk\", done_by = \"a/b\" }\nform = [{", "form_or_link"),
            ("work/desk", "work/bench", "unknown_name"),
            ("desk/work_done", "work done", "done_by"),
            ("desk/work_done", "/work_done", "done_by"),
            ("desk/work_done", "desk/work_done/plan", "ok"),
            ("desk/work_done", "desk/work_done/plan/b", "done_by"),
            ("desk/work_done", "desk", "done_by"),
        ] {
            assert_eq!(parsed(from, to), expected, "{to}");
        }
    }

    // Rules: TASK-1
    #[test]
    fn the_guides_catalogue_has_tasks_of_every_kind() {
        let tasks = Program::guide().tasks();
        let has = |f: &dyn Fn(&TaskTemplate) -> bool| tasks.iter().any(f);
        for goal in [Goal::Onboarding, Goal::Strategic] {
            for requirement in [Requirement::Required, Requirement::Optional] {
                assert!(has(&|t| t.goal == goal && t.requirement == requirement), "{goal:?} {requirement:?}");
            }
        }
        assert!(has(&|t| matches!(&t.work, Work::Form(fields) if fields.iter().any(|f| f.fills.is_some()))));
        assert!(has(&|t| matches!(t.work, Work::Link { .. })));
        assert!(tasks.iter().all(|t| t.purpose.len() > 20));
    }
}
