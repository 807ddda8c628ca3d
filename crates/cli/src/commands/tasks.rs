//! `guildhall tasks`: what a company's people have to do (the TASK rules).

mod assign;
mod complete;
mod list;
mod people;
mod show;

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use guildhall_core::Id;
use guildhall_core::account::Account;
use guildhall_core::tasks::{Command, Event, State};

use super::room::{Asked, Who, confirmed, email, pick, run};
use super::shared::counted;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Show, create, assign, complete, dismiss and delete a company's tasks
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall tasks list --as ann@acme.example --sort due_date
  guildhall tasks create describe_company --to bo --due 2026-04-01 --as ann@acme.example
  guildhall tasks complete 3f2a --answer 'description=We build sails' --as bo@acme.example
  guildhall tasks assign 3f2a 77c0 --to 'Cy Diaz' --yes --as ann@acme.example")]
pub(crate) struct Tasks {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    List(list::List),
    Show(show::Show),
    /// What is recommended to a person: `create` takes it up
    Recommended,
    /// Who has how many tasks, for those who see everybody's
    People,
    Assignees(people::Assignees),
    Create(Create),
    Assign(assign::Assign),
    Complete(complete::Complete),
    Dismiss(One),
    Delete(Delete),
    RecordWork(RecordWork),
    SetUtcOffset(SetUtcOffset),
}

/// Take up a recommended task, or give a task to a person
#[derive(Debug, Args)]
struct Create {
    /// The template's id, as `guildhall task-templates` shows it
    template: String,
    /// To whom, by address, id or part of a name; without it, whoever asks takes it up
    #[arg(long, value_name = "WHO")]
    to: Option<String>,
    /// When it is due, for a task that is given [default: what the template says]
    #[arg(long, value_name = "DATE", requires = "to", default_value_t, hide_default_value = true)]
    due: String,
}

/// Set an optional task aside; it is kept
#[derive(Debug, Args)]
struct One {
    /// The task's id, or the beginning of it
    #[arg(value_name = "TASK")]
    task: String,
}

/// Delete optional tasks
#[derive(Debug, Args)]
struct Delete {
    /// The tasks' ids, or the beginnings of them
    #[arg(value_name = "TASK", required = true)]
    tasks: Vec<String>,
    /// That it is meant; on a terminal it is asked for
    #[arg(long, short)]
    yes: bool,
}

/// Record work that somebody did outside the portal; the operator does this
#[derive(Debug, Args)]
struct RecordWork {
    /// What was done, as a template's link names it
    record: String,
    /// Who did it, by address or id
    #[arg(long = "for", value_name = "EMAIL")]
    member: String,
}

/// Say how far from UTC the company's days begin, by which tasks are due
#[derive(Debug, Args)]
struct SetUtcOffset {
    /// As in +05:30, -03:00, or UTC
    #[arg(allow_hyphen_values = true)]
    offset: Offset,
}

/// A distance from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Offset {
    minutes: i32,
}

impl std::str::FromStr for Offset {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const FORM: &str = "write it as +HH:MM, -HH:MM or UTC";
        if text.eq_ignore_ascii_case("utc") || text == "Z" {
            return Ok(Self { minutes: 0 });
        }
        let (sign, rest) = match text.split_at_checked(1) {
            Some(("+", rest)) => (1, rest),
            Some(("-", rest)) => (-1, rest),
            _ => return Err(FORM),
        };
        let (hours, minutes) = rest.split_once(':').unwrap_or((rest, "00"));
        let number = |digits: &str| -> Result<i32, &'static str> {
            let plain = !digits.is_empty() && digits.len() <= 2 && digits.bytes().all(|b| b.is_ascii_digit());
            if plain { digits.parse().map_err(|_| FORM) } else { Err(FORM) }
        };
        match (number(hours)?, number(minutes)?) {
            (hours, minutes @ 0..60) => Ok(Self { minutes: sign * (hours * 60 + minutes) }),
            (_, _) => Err(FORM),
        }
    }
}

impl std::fmt::Display for Offset {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (sign, minutes) = (if self.minutes < 0 { '-' } else { '+' }, self.minutes.abs());
        write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

impl Tasks {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match &self.action {
            Action::List(list) => list.run(context),
            Action::Show(show) => show.run(context),
            Action::Recommended => people::recommended(context),
            Action::People => people::all(context),
            Action::Assignees(assignees) => assignees.run(context),
            Action::Create(create) => run::<State>(context, Who::Member, |asked| create.command(asked), told),
            Action::Assign(assign) => assign.run(context),
            Action::Complete(complete) => complete.run(context),
            Action::Dismiss(one) => {
                run::<State>(context, Who::Member, |asked| Ok(Command::Dismiss { task: task(asked, &one.task)? }), told)
            }
            Action::Delete(delete) => {
                let question = || format!("Delete {} for good?", counted(delete.tasks.len(), "task"));
                let confirmed = confirmed(context, delete.yes, |_| Ok(question()))?;
                let command =
                    |asked: &Asked<'_>| Ok(Command::Delete { tasks: tasks(asked, &delete.tasks)?, confirmed });
                run::<State>(context, Who::Member, command, told)
            }
            Action::RecordWork(work) => {
                let command = |asked: &Asked<'_>| {
                    let (record, member) = (work.record.clone(), asked.person(&work.member)?);
                    Ok(Command::RecordWork { record, member })
                };
                run::<State>(context, Who::Operator, command, told)
            }
            Action::SetUtcOffset(SetUtcOffset { offset }) => {
                let command = Command::SetUtcOffset { minutes: offset.minutes };
                run::<State>(context, Who::Member, |_| Ok(command), told)
            }
        }
    }
}

impl Create {
    fn command(&self, asked: &Asked<'_>) -> Result<Command, Failure> {
        let template = self.template.clone();
        Ok(match &self.to {
            None => Command::TakeUp { template },
            Some(to) => Command::Give { template, to: people::find(asked, to)?, due: self.due.clone() },
        })
    }
}

/// The task that is meant.
fn task(asked: &Asked<'_>, typed: &str) -> Result<Id, Failure> {
    pick(asked.room::<State>().tasks().keys().copied(), typed, "task_missing")
}

fn tasks(asked: &Asked<'_>, typed: &[String]) -> Result<Vec<Id>, Failure> {
    typed.iter().map(|typed| task(asked, typed)).collect()
}

/// What happened, for people.
fn told(account: &Account, event: &Event) -> Option<String> {
    let until = |due: &Option<NaiveDate>| due.map_or_else(String::new, |due| format!(", due on {due}"));
    Some(match event {
        Event::TaskAdded { task, title, assignee, due, .. } => {
            format!("added {title:?} for {}{}: {task}", email(account, *assignee), until(due), title = title.as_str())
        }
        Event::TaskReassigned { task, to } => format!("gave {task} to {}", email(account, *to)),
        Event::TaskCompleted { task, .. } => format!("completed {task}"),
        Event::TaskDismissed { task, .. } => format!("dismissed {task}"),
        Event::TaskDeleted { task, .. } => format!("deleted {task}"),
        Event::WorkRecorded { deed, .. } => format!("recorded {} of {}", deed.record, email(account, deed.by)),
        Event::UtcOffsetSet { minutes } => format!("the company's days begin at UTC{}", Offset { minutes: *minutes }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_reads_back_what_it_prints() {
        for (text, minutes) in [("+05:30", 330), ("-03:00", -180), ("-00:15", -15), ("+14", 840), ("+99:45", 5985)] {
            let offset: Offset = text.parse().unwrap();
            assert_eq!(offset.minutes, minutes, "{text}");
            assert_eq!(offset.to_string().parse(), Ok(offset));
        }
        assert_eq!(["UTC", "utc", "Z"].map(|t| t.parse::<Offset>().unwrap().minutes), [0; 3]);
        for text in ["", "+", "5", "05:30", "+5:60", "+005:00", "+1:2:3", "++1", "+١", "é"] {
            assert!(text.parse::<Offset>().is_err(), "{text}");
        }
    }
}
