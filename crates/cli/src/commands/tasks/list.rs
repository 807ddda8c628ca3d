//! `guildhall tasks list`: the Tasks page (TASK-11, TASK-12).

use clap::{Args, ValueEnum};
use guildhall_core::program::Requirement;
use guildhall_core::tasks::{Column, Order, Row, State, Status, Totals};
use serde::Serialize;

use super::super::room::{Who, ask};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;

/// List tasks: everybody's for those who see them, the own ones for others
#[derive(Debug, Args)]
pub(super) struct List {
    /// The column to sort by
    #[arg(long, value_enum, value_name = "COLUMN", default_value = "due_date")]
    sort: By,
    /// The last first; what has no value comes last either way
    #[arg(long)]
    reverse: bool,
    /// Only the overdue ones
    #[arg(long)]
    overdue: bool,
    /// Only those of this status
    #[arg(long, value_enum, value_name = "STATUS")]
    status: Option<Is>,
    /// Only those of this type
    #[arg(long = "type", value_enum, value_name = "TYPE")]
    requirement: Option<Must>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
#[value(rename_all = "snake_case")]
enum By {
    Status,
    DueDate,
    AssignedTo,
    Type,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Is {
    Open,
    Completed,
    Dismissed,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Must {
    Required,
    Optional,
}

#[derive(Serialize)]
struct Answer {
    tasks: Vec<Row>,
    totals: Totals,
}

impl List {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let column = match self.sort {
            By::Status => Column::Status,
            By::DueDate => Column::DueDate,
            By::AssignedTo => Column::AssignedTo,
            By::Type => Column::Type,
        };
        let order = if self.reverse { Order::Descending } else { Order::Ascending };
        let answer = ask(context, Who::Member, |asked| {
            let (state, setting) = (asked.room::<State>(), asked.setting());
            let mut tasks = state.page(&setting, column, order)?;
            tasks.retain(|row| self.wants(row));
            Ok(Answer { tasks, totals: state.totals(&setting)? })
        })?;
        let Totals { open, outstanding, overdue } = answer.totals;
        let footer = format!("in the company {open} open: {outstanding} outstanding, {overdue} overdue\n");
        context.out.rows_with(&table(&answer.tasks), &footer, &answer)?;
        Ok(Exit::Done)
    }

    fn wants(&self, row: &Row) -> bool {
        let status = self.status.is_none_or(|wanted| match wanted {
            Is::Open => row.status == Status::Open,
            Is::Completed => row.status == Status::Completed,
            Is::Dismissed => row.status == Status::Dismissed,
        });
        let requirement = self.requirement.is_none_or(|wanted| match wanted {
            Must::Required => row.requirement == Requirement::Required,
            Must::Optional => row.requirement == Requirement::Optional,
        });
        status && requirement && (row.overdue || !self.overdue)
    }
}

/// Tasks in a table.
fn table(rows: &[Row]) -> Table {
    Table::new(&["title", "status", "due_date", "assigned_to", "type", "id"]).with(rows.iter().map(|row| {
        vec![
            row.title.to_string(),
            status(row).to_owned(),
            row.due.map(|due| due.to_string()).unwrap_or_default(),
            row.assigned_to.as_ref().map(|person| person.name.to_string()).unwrap_or_default(),
            row.requirement.id().to_owned(),
            row.task.to_string(),
        ]
    }))
}

/// Where a task stands, in a word.
pub(super) fn status(row: &Row) -> &'static str {
    match row.status {
        Status::Open if row.overdue => "overdue",
        Status::Open => "open",
        Status::Completed => "completed",
        Status::Dismissed => "dismissed",
    }
}
