//! What the home page and a task's own page show: My tasks, All tasks, recommendations, details.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use super::decide::{waits, was_done};
use super::page::{Column, Order, Row, sort};
use super::{Answer, Refusal, State, Status};
use crate::access::Standing;
use crate::account::{Account, Status as Access};
use crate::program::{FormField, Goal, Requirement, TaskTemplate, Work};
use crate::setting::{Denied, Setting};
use crate::text::{Name, has_words};
use crate::{Id, Permission};

/// How many people one search shows.
const FOUND_MOST: usize = 50;

/// A person by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Person {
    /// Who.
    pub member: Id,
    /// Their name.
    pub name: Name,
}

pub(super) fn person(account: &Account, member: Id) -> Option<Person> {
    account.member(member).map(|m| Person { member, name: m.name.clone() })
}

/// Three numbers: open = outstanding + overdue (C-073).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Not completed, dismissed or deleted.
    pub open: usize,
    /// Open and not overdue.
    pub outstanding: usize,
    /// Open and due before today.
    pub overdue: usize,
}

impl Totals {
    fn count(&mut self, overdue: bool) {
        self.open += 1;
        if overdue {
            self.overdue += 1;
        } else {
            self.outstanding += 1;
        }
    }
}

/// A template that is recommended to somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Recommendation {
    /// The template's id.
    pub template: String,
    /// What people read.
    pub title: String,
    /// What it is good for.
    pub purpose: String,
    /// What it leads to.
    pub goal: Goal,
    /// Whether it may be left undone.
    #[serde(rename = "type")]
    pub requirement: Requirement,
}

/// The My tasks widget (TASK-5, TASK-6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MyTasks {
    /// The own open tasks, the next due first.
    pub tasks: Vec<Row>,
    /// The numbers of the whole account, for everybody (C-072).
    pub account_totals: Totals,
    /// What may be taken up.
    pub recommended: Vec<Recommendation>,
}

/// One person's line of the All tasks widget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonTasks {
    /// Who; nobody for the open tasks of removed people.
    pub person: Option<Person>,
    /// Their open tasks.
    pub totals: Totals,
    /// How many are completed.
    pub completed: usize,
    /// How many are dismissed.
    pub dismissed: usize,
}

/// The All tasks widget (TASK-10).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AllTasks {
    /// Everybody who has or had tasks, by name; what is nobody's comes last.
    pub people: Vec<PersonTasks>,
    /// The numbers of the whole account.
    pub totals: Totals,
}

/// How a task is done, on its own page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DetailWork {
    /// By this form.
    Form {
        /// Its fields.
        fields: Vec<FormField>,
    },
    /// On this page.
    Link {
        /// The menu item's id.
        item: String,
        /// What people read.
        title: String,
        /// Whether it opens to who asks.
        opens: bool,
    },
    /// The programme has the template no more: it can only be set aside, or wait.
    Gone,
}

/// A task's own page (TASK-7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Detail {
    /// The task as in a table.
    #[serde(flatten)]
    pub row: Row,
    /// What it is good for.
    pub purpose: String,
    /// How it is done.
    pub work: DetailWork,
    /// What its form was filled in with.
    pub answers: BTreeMap<String, Answer>,
}

impl State {
    /// The open, outstanding and overdue tasks of the whole account (TASK-6): numbers that everybody sees (C-072).
    pub fn totals(&self, setting: &Setting<'_>) -> Result<Totals, Denied> {
        setting.me()?;
        Ok(self.count(setting))
    }

    fn count(&self, setting: &Setting<'_>) -> Totals {
        let today = self.today(setting.moment.at);
        let mut totals = Totals::default();
        self.tasks().values().filter(|t| t.status == Status::Open).for_each(|t| totals.count(t.is_overdue(today)));
        totals
    }

    /// The My tasks widget, for everybody (TASK-5).
    pub fn my_tasks(&self, setting: &Setting<'_>) -> Result<MyTasks, Denied> {
        let (me, standing) = self.reader(setting)?;
        let mut tasks = self.rows(setting, |t| t.status == Status::Open && t.assignee(setting.account) == Some(me));
        sort(&mut tasks, Column::DueDate, Order::Ascending);
        let recommended = self.recommended(setting, me, &standing);
        Ok(MyTasks { tasks, account_totals: self.count(setting), recommended })
    }

    /// What is recommended to somebody by role, path and stage (TASK-2, C-079), what nobody did or put aside yet: first
    /// steps first, and what is required before what is not.
    fn recommended(&self, setting: &Setting<'_>, me: Id, standing: &Standing) -> Vec<Recommendation> {
        let wanted = |t: &&TaskTemplate| {
            t.suits(setting.program, standing)
                && !waits(self, setting.account, t, me)
                && !was_done(self, t, me)
                && !self.set_aside.contains(&(t.name.clone(), me))
        };
        let mut templates: Vec<&TaskTemplate> = setting.program.tasks().iter().filter(wanted).collect();
        templates.sort_by_key(|t| (t.goal, t.requirement));
        let recommend = |t: &TaskTemplate| Recommendation {
            template: t.name.clone(),
            title: t.title.clone(),
            purpose: t.purpose.clone(),
            goal: t.goal,
            requirement: t.requirement,
        };
        templates.into_iter().map(recommend).collect()
    }

    /// The All tasks widget: what everybody has, for those who see everybody's tasks (TASK-10).
    pub fn all_tasks(&self, setting: &Setting<'_>) -> Result<AllTasks, Denied> {
        setting.permitted(&[Permission::ViewAllTasks])?;
        let today = self.today(setting.moment.at);
        let mut people: BTreeMap<Option<Id>, PersonTasks> = BTreeMap::new();
        for task in self.tasks().values() {
            let assignee = task.assignee(setting.account);
            let line = people.entry(assignee).or_insert_with(|| PersonTasks {
                person: assignee.and_then(|id| person(setting.account, id)),
                totals: Totals::default(),
                completed: 0,
                dismissed: 0,
            });
            match task.status {
                Status::Open => line.totals.count(task.is_overdue(today)),
                Status::Completed => line.completed += 1,
                Status::Dismissed => line.dismissed += 1,
            }
        }
        let mut people: Vec<PersonTasks> = people.into_values().collect();
        // A stable sort: people of one name stay in the order of their ids.
        people.sort_by_cached_key(|p| {
            p.person.as_ref().map_or((true, String::new()), |p| (false, crate::text::folded(p.name.as_str())))
        });
        Ok(AllTasks { people, totals: self.count(setting) })
    }

    /// A task's own page, where the work starts (TASK-7): the own ones, or any for those who see everybody's.
    pub fn detail(&self, setting: &Setting<'_>, id: Id) -> Result<Detail, Refusal> {
        let (me, standing) = self.reader(setting)?;
        let task = self.tasks().get(&id).ok_or(Refusal::TaskMissing)?;
        let mine = task.assignee(setting.account) == Some(me);
        if !mine && !standing.permits(setting.program, Permission::ViewAllTasks) {
            return Err(Refusal::TaskMissing);
        }
        let template = setting.program.task(&task.template);
        let work = match template.map(|t| &t.work) {
            None => DetailWork::Gone,
            Some(Work::Form(fields)) => DetailWork::Form { fields: fields.clone() },
            Some(Work::Link { item, .. }) => {
                let row = setting.program.item(*item);
                DetailWork::Link {
                    item: row.map(|i| i.name.clone()).unwrap_or_default(),
                    title: row.map(|i| i.title.clone()).unwrap_or_default(),
                    opens: standing.opens(setting.program, *item),
                }
            }
        };
        Ok(Detail {
            row: self.row(setting, id, task),
            purpose: template.map(|t| t.purpose.clone()).unwrap_or_default(),
            work,
            answers: task.answers.clone(),
        })
    }

    /// The people whom a task can be given to, by part of a name: active ones of the own account (TASK-21, C-075).
    pub fn assignable(&self, setting: &Setting<'_>, name: &str) -> Result<Vec<Person>, Denied> {
        setting.permitted(&[Permission::AssignTasks])?;
        let found = setting
            .account
            .members()
            .iter()
            .filter(|(_, m)| m.status == Access::Active && has_words(name, [m.name.as_str()]));
        let mut found: Vec<Person> = found.map(|(id, m)| Person { member: *id, name: m.name.clone() }).collect();
        found.sort_by_cached_key(|p| (crate::text::folded(p.name.as_str()), p.member));
        found.truncate(FOUND_MOST);
        Ok(found)
    }
}
