//! `guildhall tasks show`: a task's own page (TASK-7).

use std::fmt::Write as _;

use clap::Args;
use guildhall_core::tasks::{Detail, DetailWork, State};

use super::super::room::{Who, ask};
use super::list::status;
use super::task;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Table, escape};

/// Show a task: what it is good for and how it is done
#[derive(Debug, Args)]
pub(super) struct Show {
    /// The task's id, or the beginning of it
    #[arg(value_name = "TASK")]
    task: String,
}

impl Show {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let detail = ask(context, Who::Member, |asked| {
            let id = task(asked, &self.task)?;
            asked.room::<State>().detail(&asked.setting(), id).map_err(|refusal| asked.refused(&refusal))
        })?;
        let rows = lines(&detail);
        let mut text = String::new();
        for (name, value) in &rows {
            let _ = writeln!(text, "{:<13}{}", format!("{name}:"), escape(value));
        }
        let table = Table::new(&["field", "value"]).with(rows.into_iter().map(|(n, v)| vec![n, v]));
        context.out.answer(&text, &table, &detail)?;
        Ok(Exit::Done)
    }
}

fn lines(detail: &Detail) -> Vec<(String, String)> {
    let row = &detail.row;
    let mut lines = vec![
        ("title", row.title.to_string()),
        ("purpose", detail.purpose.clone()),
        ("status", status(row).to_owned()),
        ("due date", row.due.map_or_else(|| "none".to_owned(), |due| due.to_string())),
        ("assigned to", row.assigned_to.as_ref().map_or_else(|| "nobody".to_owned(), |p| p.name.to_string())),
        ("type", row.requirement.id().to_owned()),
        ("id", row.task.to_string()),
    ];
    match &detail.work {
        DetailWork::Form { fields } => lines.extend(fields.iter().map(|field| {
            let needed = if field.required { "required" } else { "optional" };
            let most = field.characters_most;
            ("asks for", format!("{}: {} ({needed}, up to {most} characters)", field.name, field.title))
        })),
        DetailWork::Link { title, opens, .. } => {
            let closed = if *opens { "" } else { ", which is not open to this person" };
            lines.push(("done on", format!("{title}{closed}")));
        }
        DetailWork::Gone => lines.push(("done", "in no way: the programme has this task no more".to_owned())),
    }
    let answers = detail.answers.iter().map(|(name, answer)| (format!("answer {name}"), answer.to_string()));
    lines.into_iter().map(|(name, value)| (name.to_owned(), value)).chain(answers).collect()
}
