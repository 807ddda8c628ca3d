//! Tasks by person: what is recommended to one, who has how many, and to whom tasks can be given (TASK-2, TASK-10,
//! TASK-21).

use clap::Args;
use guildhall_core::Id;
use guildhall_core::program::Goal;
use guildhall_core::tasks::{Person, State};

use super::super::room::{Asked, Who, ask};
use crate::context::{Context, find_person};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;

/// Find the people to whom tasks can be given, by part of a name
#[derive(Debug, Args)]
pub(super) struct Assignees {
    /// Part of a name; everybody without it
    #[arg(default_value_t, hide_default_value = true)]
    name: String,
}

impl Assignees {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let found =
            ask(context, Who::Member, |asked| Ok(asked.room::<State>().assignable(&asked.setting(), &self.name)?))?;
        let row = |person: &Person| vec![person.name.to_string(), person.member.to_string()];
        context.out.rows(&Table::new(&["name", "id"]).with(found.iter().map(row)), &found)?;
        Ok(Exit::Done)
    }
}

/// The person that is meant by an address, an id, or part of a name.
pub(super) fn find(asked: &Asked<'_>, typed: &str) -> Result<Id, Failure> {
    if typed.contains('@') || typed.parse::<Id>().is_ok() {
        return Ok(find_person(asked.account, typed)?.id);
    }
    let found = asked.room::<State>().assignable(&asked.setting(), typed)?;
    match found.as_slice() {
        [person] => Ok(person.member),
        [] => Err(Failure::missing("member_missing", format!("nobody is called {typed:?}"))
            .hint("`guildhall tasks assignees` lists those to whom tasks can be given")),
        [..] => {
            let names: Vec<&str> = found.iter().map(|person| person.name.as_str()).collect();
            Err(Failure::usage("name_ambiguous", format!("several people are called {typed:?}: {}", names.join(", ")))
                .hint("write more of the name, or the address"))
        }
    }
}

/// What is recommended to a person (TASK-2).
pub(super) fn recommended(context: &Context<'_>) -> Result<Exit, Failure> {
    let mine = ask(context, Who::Member, |asked| Ok(asked.room::<State>().my_tasks(&asked.setting())?))?;
    let table = Table::new(&["template", "title", "goal", "type"]).with(mine.recommended.iter().map(|r| {
        let goal: Goal = r.goal;
        vec![r.template.clone(), r.title.clone(), goal.id().to_owned(), r.requirement.id().to_owned()]
    }));
    context.out.rows(&table, &mine.recommended)?;
    Ok(Exit::Done)
}

/// Who has how many tasks (TASK-10).
pub(super) fn all(context: &Context<'_>) -> Result<Exit, Failure> {
    let all = ask(context, Who::Member, |asked| Ok(asked.room::<State>().all_tasks(&asked.setting())?))?;
    let headings = ["person", "open", "outstanding", "overdue", "completed", "dismissed"];
    let table = Table::new(&headings).with(all.people.iter().map(|line| {
        let name = line.person.as_ref().map_or_else(|| "(nobody)".to_owned(), |person| person.name.to_string());
        let numbers = [line.totals.open, line.totals.outstanding, line.totals.overdue, line.completed, line.dismissed];
        [name].into_iter().chain(numbers.map(|n| n.to_string())).collect()
    }));
    context.out.rows(&table, &all)?;
    Ok(Exit::Done)
}
