//! Judges commands on tasks. The order of the checks: may they, is the input well-formed, does the state allow it, and
//! last whether the dialog was confirmed.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use chrono::{NaiveDate, TimeDelta};

use super::{
    Answer, Command, DEEDS_MOST, DUE_DAYS_MOST, Deed, Event, Refusal, State, Status, TASKS_MOST, TICKED_MOST, Task,
};
use crate::access::Standing;
use crate::account::{Account, Company, CompanyInput, Faults, Status as Access, is_web_address};
use crate::program::{Fills, FormField, Program, Requirement, Scope, TaskTemplate, Work};
use crate::setting::Setting;
use crate::text::{Field, LineFault};
use crate::{Id, Permission};

pub(super) fn decide(state: &State, setting: &Setting<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
    let case = Case { state, setting };
    match command {
        Command::TakeUp { template } => case.take_up(template),
        Command::Give { template, to, due } => case.give(template, *to, due),
        Command::ChangeAssignee { tasks, to, confirmed } => case.change_assignee(tasks, *to, *confirmed),
        Command::Submit { task, answers } => case.submit(*task, answers),
        Command::Complete { task, deeds } => case.complete(*task, deeds),
        Command::Dismiss { task } => case.dismiss(*task),
        Command::Delete { tasks, confirmed } => case.delete(tasks, *confirmed),
        Command::RecordWork { record, member } => case.record_work(record, *member),
        Command::SetUtcOffset { minutes } => case.set_utc_offset(*minutes),
    }
}

/// The permissions of which a command needs one: for a task of their own the one to work on those, else the one to assign
/// tasks.
pub(super) fn permissions(state: &State, setting: &Setting<'_>, command: &Command) -> Vec<Permission> {
    let own = |id: &Id| {
        let assignee = state.tasks().get(id).and_then(|task| task.assignee(setting.account));
        setting.me().is_ok_and(|(me, _)| assignee == Some(me))
    };
    match command {
        Command::TakeUp { .. } => [Permission::WorkOnOwnTasks].into(),
        Command::Give { .. } | Command::ChangeAssignee { .. } | Command::SetUtcOffset { .. } => {
            [Permission::AssignTasks].into()
        }
        Command::Submit { task, .. } | Command::Complete { task, .. } | Command::Dismiss { task } if own(task) => {
            [Permission::WorkOnOwnTasks].into()
        }
        Command::Submit { .. } | Command::Complete { .. } | Command::Dismiss { .. } => {
            [Permission::AssignTasks, Permission::WorkOnOwnTasks].into()
        }
        Command::Delete { tasks, .. } if tasks.iter().all(own) => [Permission::WorkOnOwnTasks].into(),
        Command::Delete { .. } => [Permission::AssignTasks, Permission::WorkOnOwnTasks].into(),
        Command::RecordWork { .. } => Vec::new(),
    }
}

/// What the company's information becomes by the answers of a form; `None` if they say nothing about the company. The
/// adapter gives it to the account in the same breath, in the name of who submitted the form.
#[must_use]
pub fn company_edit(program: &Program, state: &State, event: &Event, company: &Company) -> Option<CompanyInput> {
    let Event::TaskCompleted { task, answers, .. } = event else { return None };
    let template = program.task(&state.tasks().get(task)?.template)?;
    let Work::Form(fields) = &template.work else { return None };
    let mut edited = CompanyInput::from(company);
    let mut says_something = false;
    for field in fields {
        let (Some(fills), Some(answer)) = (field.fills, answers.get(&field.name)) else { continue };
        says_something = true;
        match fills {
            Fills::CompanyDescription => edited.description = answer.to_string(),
            Fills::CompanyWebsite => edited.website = answer.to_string(),
        }
    }
    says_something.then_some(edited)
}

/// Whether an open task of the template already waits: the person's own, or anybody's if it is the company's.
pub(super) fn waits(state: &State, account: &Account, template: &TaskTemplate, person: Id) -> bool {
    state.tasks().values().filter(|t| t.status == Status::Open && t.template == template.name).any(|t| {
        match template.scope {
            Scope::Company => true,
            Scope::Person => t.assignee(account) == Some(person),
        }
    })
}

/// Whether the template was completed: by the person, or by anybody if it is the company's.
pub(super) fn was_done(state: &State, template: &TaskTemplate, person: Id) -> bool {
    state.tasks().values().filter(|t| t.status == Status::Completed && t.template == template.name).any(|t| {
        match template.scope {
            Scope::Company => true,
            Scope::Person => t.assigned_to == person,
        }
    })
}

struct Case<'a> {
    state: &'a State,
    setting: &'a Setting<'a>,
}

impl<'a> Case<'a> {
    fn template(&self, name: &str) -> Result<&'a TaskTemplate, Refusal> {
        self.setting.program.task(name).ok_or(Refusal::TemplateMissing)
    }

    fn take_up(&self, template: &str) -> Result<Vec<Event>, Refusal> {
        let (me, standing) = self.setting.permitted(&[Permission::WorkOnOwnTasks])?;
        let template = self.template(template)?;
        if !template.suits(self.setting.program, &standing) {
            return Err(Refusal::NotRecommended);
        }
        if was_done(self.state, template, me) {
            return Err(Refusal::AlreadyThere);
        }
        self.add(template, me, me, None)
    }

    fn give(&self, template: &str, to: Id, due: &str) -> Result<Vec<Event>, Refusal> {
        let (me, _) = self.setting.permitted(&[Permission::AssignTasks])?;
        let due = self.due(due)?;
        let template = self.template(template)?;
        self.active(to)?;
        self.add(template, to, me, due)
    }

    fn add(
        &self,
        template: &TaskTemplate,
        assignee: Id,
        by: Id,
        due: Option<NaiveDate>,
    ) -> Result<Vec<Event>, Refusal> {
        if waits(self.state, self.setting.account, template, assignee) {
            return Err(Refusal::AlreadyThere);
        }
        if self.state.tasks().len() >= TASKS_MOST {
            return Err(Refusal::TooMany { most: TASKS_MOST });
        }
        let at = self.setting.moment.at;
        let days = template.due_days.map(|days| TimeDelta::days(days.into()));
        let by_template = days.and_then(|days| self.state.today(at).checked_add_signed(days));
        Ok(vec![Event::TaskAdded {
            task: self.setting.moment.id(0),
            template: template.name.clone(),
            title: Field::parse(&template.title).map_err(|_| Refusal::TemplateMissing)?,
            requirement: template.requirement,
            assignee,
            due: due.or(by_template),
            by,
            at,
        }])
    }

    /// A due date as typed; `None` if blank.
    fn due(&self, typed: &str) -> Result<Option<NaiveDate>, Refusal> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let today = self.state.today(self.setting.moment.at);
        let latest = today.checked_add_signed(TimeDelta::days(DUE_DAYS_MOST));
        let digits = typed.len() == 10 && typed.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        let code = match typed.parse::<NaiveDate>() {
            Ok(date) if digits && date < today => "in_the_past",
            Ok(date) if digits && latest.is_some_and(|latest| date > latest) => "too_far",
            Ok(date) if digits => return Ok(Some(date)),
            Ok(_) | Err(_) => "not_a_date",
        };
        Err(invalid("due", code))
    }

    fn active(&self, member: Id) -> Result<(), Refusal> {
        match self.setting.account.member(member).map(|m| m.status) {
            None => Err(Refusal::MemberMissing),
            Some(Access::Active) => Ok(()),
            Some(Access::Deactivated | Access::Removed) => Err(Refusal::TargetNotActive),
        }
    }

    /// The ticked tasks, each once.
    fn ticked(&self, tasks: &[Id]) -> Result<BTreeSet<Id>, Refusal> {
        if tasks.is_empty() {
            return Err(invalid("tasks", "required"));
        }
        if tasks.len() > TICKED_MOST {
            return Err(Refusal::TooMany { most: TICKED_MOST });
        }
        Ok(tasks.iter().copied().collect())
    }

    fn change_assignee(&self, tasks: &[Id], to: Id, confirmed: bool) -> Result<Vec<Event>, Refusal> {
        self.setting.permitted(&[Permission::AssignTasks])?;
        let ticked = self.ticked(tasks)?;
        self.active(to)?;
        let mut given = BTreeSet::new();
        let mut events = Vec::new();
        for id in ticked {
            let task = self.state.tasks().get(&id).ok_or(Refusal::TaskMissing)?;
            open(task)?;
            let theirs = |t: &Task| t.status == Status::Open && t.assignee(self.setting.account) == Some(to);
            let has_it = self.state.tasks().values().any(|t| t.template == task.template && theirs(t));
            if has_it || !given.insert(&task.template) {
                return Err(Refusal::AlreadyThere);
            }
            events.push(Event::TaskReassigned { task: id, to });
        }
        if confirmed { Ok(events) } else { Err(Refusal::NotConfirmed) }
    }

    /// Who asks, and a task that they may work on: their own, or any if they may assign tasks. Other people's tasks are
    /// as if they were not there for those who may not see them.
    fn task(&self, id: Id) -> Result<(Id, Standing, &'a Task), Refusal> {
        let (me, standing) = self.setting.permitted(&[Permission::WorkOnOwnTasks, Permission::AssignTasks])?;
        let task = self.state.tasks().get(&id).ok_or(Refusal::TaskMissing)?;
        if task.assignee(self.setting.account) == Some(me) {
            self.setting.permitted(&[Permission::WorkOnOwnTasks])?;
        } else if standing.permits(self.setting.program, Permission::ViewAllTasks) {
            self.setting.permitted(&[Permission::AssignTasks])?;
        } else {
            return Err(Refusal::TaskMissing);
        }
        Ok((me, standing, task))
    }

    fn submit(&self, id: Id, answers: &BTreeMap<String, String>) -> Result<Vec<Event>, Refusal> {
        let (by, _, task) = self.task(id)?;
        let template = self.template(&task.template)?;
        let Work::Form(fields) = &template.work else { return Err(Refusal::HasNoForm) };
        if fields.iter().any(|f| f.fills.is_some()) {
            self.setting.permitted(&[Permission::EditCompanyInformation])?;
        }
        let answers = read(fields, answers)?;
        open(task)?;
        Ok(vec![Event::TaskCompleted { task: id, by, answers, deed: None }])
    }

    fn complete(&self, id: Id, deeds: &[Deed]) -> Result<Vec<Event>, Refusal> {
        let (by, _, task) = self.task(id)?;
        let template = self.template(&task.template)?;
        let Work::Link { done_by, .. } = &template.work else { return Err(Refusal::HasForm) };
        if deeds.len() > DEEDS_MOST {
            return Err(Refusal::TooMany { most: DEEDS_MOST });
        }
        open(task)?;
        let doer = task.assignee(self.setting.account).unwrap_or(by);
        let deed = deeds
            .iter()
            .chain(self.state.recorded())
            .find(|deed| task.counts(template, doer, deed))
            .ok_or_else(|| Refusal::WorkNotRecorded { record: done_by.clone() })?;
        Ok(vec![Event::TaskCompleted { task: id, by, answers: BTreeMap::new(), deed: Some(deed.clone()) }])
    }

    fn dismiss(&self, id: Id) -> Result<Vec<Event>, Refusal> {
        let (by, _, task) = self.task(id)?;
        open(task)?;
        optional(task)?;
        Ok(vec![Event::TaskDismissed { task: id, by }])
    }

    fn delete(&self, tasks: &[Id], confirmed: bool) -> Result<Vec<Event>, Refusal> {
        self.setting.permitted(&[Permission::WorkOnOwnTasks, Permission::AssignTasks])?;
        let mut events = Vec::new();
        for id in self.ticked(tasks)? {
            let (by, _, task) = self.task(id)?;
            optional(task)?;
            events.push(Event::TaskDeleted { task: id, by });
        }
        if confirmed { Ok(events) } else { Err(Refusal::NotConfirmed) }
    }

    fn record_work(&self, record: &str, member: Id) -> Result<Vec<Event>, Refusal> {
        let operator = self.setting.operator()?.to_string();
        let named = |work: &Work| matches!(work, Work::Link { done_by, .. } if done_by == record.trim());
        if !self.setting.program.tasks().iter().any(|t| named(&t.work)) {
            return Err(invalid("record", "unknown_record"));
        }
        self.active(member)?;
        if self.state.recorded().len() >= DEEDS_MOST {
            return Err(Refusal::TooMany { most: DEEDS_MOST });
        }
        let deed = Deed { record: record.trim().to_string(), by: member, at: self.setting.moment.at };
        Ok(vec![Event::WorkRecorded { deed, operator }])
    }

    fn set_utc_offset(&self, minutes: i32) -> Result<Vec<Event>, Refusal> {
        self.setting.permitted(&[Permission::AssignTasks])?;
        if !(-720..=840).contains(&minutes) || minutes % 15 != 0 {
            return Err(invalid("minutes", "not_an_offset"));
        }
        Ok(vec![Event::UtcOffsetSet { minutes }])
    }
}

fn invalid(field: &str, code: &str) -> Refusal {
    Refusal::InvalidInput { faults: vec![crate::FieldFault::new(field, code)] }
}

fn open(task: &Task) -> Result<(), Refusal> {
    if task.status == Status::Open { Ok(()) } else { Err(Refusal::TaskClosed) }
}

fn optional(task: &Task) -> Result<(), Refusal> {
    if task.requirement == Requirement::Optional { Ok(()) } else { Err(Refusal::TaskRequired) }
}

/// The answers of a form, or every fault of it (TASK-16).
fn read(fields: &[FormField], answers: &BTreeMap<String, String>) -> Result<BTreeMap<String, Answer>, Refusal> {
    let mut faults = Faults::default();
    for unknown in answers.keys().filter(|name| fields.iter().all(|f| f.name != **name)) {
        let shown: String = unknown.chars().take(40).collect();
        faults.push(&format!("answers.{shown}"), "unknown_field");
    }
    let mut read = BTreeMap::new();
    for field in fields {
        let place = format!("answers.{}", field.name);
        let typed = answers.get(&field.name).map_or("", String::as_str);
        match Answer::parse(typed) {
            Err(LineFault::Required) if !field.required => {}
            Err(fault) => faults.push(&place, fault.code()),
            Ok(line) if line.as_str().chars().count() > field.characters_most => faults.push(&place, "too_long"),
            Ok(line) if field.fills == Some(Fills::CompanyWebsite) && !is_web_address(line.as_str()) => {
                faults.push(&place, "not_a_web_address");
            }
            Ok(line) => {
                read.insert(field.name.clone(), line);
            }
        }
    }
    faults.finish()?;
    Ok(read)
}
