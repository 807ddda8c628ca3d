//! `guildhall tasks complete`: by its form, or by work that is on record (TASK-16, TASK-17).

use std::collections::BTreeMap;

use clap::Args;
use guildhall_core::Id;
use guildhall_core::account::{self, Actor};
use guildhall_core::profile;
use guildhall_core::program::Work;
use guildhall_core::tasks::{Command, DEEDS_MOST, Deed, State, account_record, company_edit, profile_record};

use super::super::shared::done;
use super::told;
use crate::commands::forms::Assignment;
use crate::commands::room::pick;
use crate::context::{Context, Desk};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::{Access, Happening, Record};
use crate::rooms::Key;

/// Complete a task, by its form or by work that is on record
///
/// What a form says about the company becomes the company's information in the same decision. A task without a form is
/// done on the page that it links to; this command then finds the work in the journal.
#[derive(Debug, Args)]
pub(super) struct Complete {
    /// The task's id, or the beginning of it
    #[arg(value_name = "TASK")]
    task: String,
    /// An answer of the form; repeatable
    #[arg(long = "answer", value_name = "FIELD=TEXT")]
    answers: Vec<Assignment>,
}

impl Complete {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let mut desk = context.open(Access::Write)?;
        let (tenant, actor) = context.actor(&desk)?;
        let (key, program) = (Key::of_company(tenant), context.program()?);
        let command = self.command(context, &desk, tenant)?;
        let (events, outcome) = context.decide(&mut desk, |decision| {
            let events = decision.decide_room::<State>(key, &actor, &command)?;
            let (state, account) = (decision.room::<State>(key), decision.account(Some(tenant)));
            let company = account.company();
            let edit = company.and_then(|c| events.iter().find_map(|e| company_edit(program, &state, e, c)));
            if let Some(company) = edit {
                decision.decide(Some(tenant), &actor, &account::Command::EditCompany { company })?;
            }
            Ok(events)
        })?;
        let account = context.company_of_id(&desk, tenant)?;
        done(context, &outcome, &events.iter().filter_map(|event| told(account, event)).collect::<Vec<_>>())
    }

    /// By the form if the task has one or answers were given, or else by what is on record.
    fn command(&self, context: &Context<'_>, desk: &Desk, tenant: Id) -> Result<Command, Failure> {
        let state = desk.book.room::<State>(Key::of_company(tenant));
        let task = pick(state.tasks().keys().copied(), &self.task, "task_missing")?;
        let template = state.tasks().get(&task).map(|t| context.program().map(|p| p.task(&t.template))).transpose()?;
        let work = template.flatten().map(|template| &template.work);
        if !self.answers.is_empty() || matches!(work, Some(Work::Form(_))) {
            return Ok(Command::Submit { task, answers: self.answers()? });
        }
        let deeds = match work {
            Some(Work::Link { done_by, .. }) => deeds(desk, tenant, done_by),
            Some(Work::Form(_)) | None => Vec::new(),
        };
        Ok(Command::Complete { task, deeds })
    }

    fn answers(&self) -> Result<BTreeMap<String, String>, Failure> {
        let mut answers = BTreeMap::new();
        for Assignment { field, text } in &self.answers {
            if answers.insert(field.clone(), text.clone()).is_some() {
                return Err(Failure::usage("answer_twice", format!("the field {field:?} was answered twice")));
            }
        }
        Ok(answers)
    }
}

/// The work of one kind that the journal has of a company's people, the latest.
fn deeds(desk: &Desk, tenant: Id, record: &str) -> Vec<Deed> {
    let profile = desk.book.room::<profile::State>(Key::of_company(tenant));
    let records = desk.journal.of_company(tenant);
    let mut deeds: Vec<Deed> = records.filter(|r| left(&profile, r) == record).filter_map(deed(record)).collect();
    deeds.split_off(deeds.len().saturating_sub(DEEDS_MOST))
}

/// The record that something leaves, as templates name it.
fn left(profile: &profile::State, record: &Record) -> String {
    let event = &record.event;
    if let Some(event) = event.in_account() {
        return account_record(event);
    }
    // What happened to a record of the profile counts by the kind of record.
    if let Happening::Profile(event) = event {
        return profile_record(profile, event);
    }
    format!("{}/{}", event.kind(), event.name())
}

fn deed(what: &str) -> impl Fn(&Record) -> Option<Deed> {
    move |record| match record.actor {
        Actor::Member(by) => Some(Deed { record: what.to_owned(), by, at: record.at }),
        Actor::Visitor | Actor::Operator(_) => None,
    }
}
