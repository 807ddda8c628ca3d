//! `guildhall tasks assign`: other people's tasks from here on (TASK-20, TASK-21).

use clap::Args;
use guildhall_core::tasks::{Command, State};

use super::super::room::{Asked, Who, confirmed, run};
use super::super::shared::counted;
use super::{people, tasks, told};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Give tasks to another person
#[derive(Debug, Args)]
pub(super) struct Assign {
    /// The tasks' ids, or the beginnings of them
    #[arg(value_name = "TASK", required = true)]
    tasks: Vec<String>,
    /// To whom, by address, id or part of a name
    #[arg(long, value_name = "WHO")]
    to: String,
    /// That it is meant; on a terminal it is asked for
    #[arg(long, short)]
    yes: bool,
}

impl Assign {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let question = || format!("Give {} to {}?", counted(self.tasks.len(), "task"), self.to);
        let confirmed = confirmed(context, self.yes, |_| Ok(question()))?;
        let command = |asked: &Asked<'_>| {
            let (tasks, to) = (tasks(asked, &self.tasks)?, people::find(asked, &self.to)?);
            Ok(Command::ChangeAssignee { tasks, to, confirmed })
        };
        run::<State>(context, Who::Member, command, told)
    }
}
