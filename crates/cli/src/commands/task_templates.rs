//! `guildhall task-templates`: the tasks of the programme, and which of them are recommended to somebody (TASK-1, TASK-2).

use clap::Args;
use guildhall_core::program::{Program, TaskTemplate, Work};
use serde::Serialize;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;
use crate::standing::About;

/// Show the tasks that the programme recommends to somebody by role, path and stage
///
/// Somebody with the base role alone is recommended nothing: they do what their lead assigns to them.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall task-templates --for bo@acme.example
  guildhall task-templates --roles marketing_staff --path software --stage enrolled
  guildhall task-templates --all --output json")]
pub(crate) struct TaskTemplates {
    /// Show the whole catalogue, whoever they are for
    #[arg(long, conflicts_with_all = ["person", "roles", "paths", "stage", "moment"])]
    all: bool,
    #[command(flatten)]
    about: About,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    title: &'a str,
    purpose: &'a str,
    goal: &'static str,
    #[serde(rename = "type")]
    requirement: &'static str,
    due_days: Option<u32>,
    done: String,
}

impl TaskTemplates {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let program = context.program()?;
        let standing = if self.all { None } else { Some(self.about.standing(context)?.standing) };
        let wanted = program.tasks().iter().filter(|t| standing.as_ref().is_none_or(|s| t.suits(program, s)));
        let rows: Vec<Row<'_>> = wanted.map(|template| row(program, template)).collect();
        let table = Table::new(&["id", "title", "goal", "type", "due_days", "done"]).with(rows.iter().map(|r| {
            let due = r.due_days.map_or_else(String::new, |d| d.to_string());
            vec![r.id.to_owned(), r.title.to_owned(), r.goal.to_owned(), r.requirement.to_owned(), due, r.done.clone()]
        }));
        context.out.rows(&table, &rows)?;
        Ok(Exit::Done)
    }
}

fn row<'a>(program: &Program, template: &'a TaskTemplate) -> Row<'a> {
    let done = match &template.work {
        Work::Form(_) => "by its form".to_owned(),
        Work::Link { item, .. } => {
            format!("on {}", program.item(*item).map_or("", |item| item.name.as_str()))
        }
    };
    Row {
        id: &template.name,
        title: &template.title,
        purpose: &template.purpose,
        goal: template.goal.id(),
        requirement: template.requirement.id(),
        due_days: template.due_days,
        done,
    }
}
