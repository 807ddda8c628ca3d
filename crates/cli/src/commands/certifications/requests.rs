//! `guildhall certifications requests` and `settle`: what people asked the training organisation for (CERT-8..12).

use chrono::NaiveDate;
use clap::Args;
use guildhall_core::Id;
use guildhall_core::certifications::{Command, Request, State, Wish, requests};
use serde::Serialize;

use super::super::room::{Asked, Who, ask, email, pick, run};
use super::told;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;

/// Grant or decline a request; the operator does this
#[derive(Debug, Args)]
pub(super) struct Settle {
    /// The request's id, or the beginning of it
    #[arg(value_name = "REQUEST")]
    id: String,
    /// The answer
    #[arg(value_parser = ["grant", "decline"])]
    answer: String,
}

impl Settle {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let command = |asked: &Asked<'_>| {
            let id = pick(asked.room::<State>().requests().keys().copied(), &self.id, "request_missing")?;
            Ok(Command::SettleRequest { id, granted: self.answer == "grant" })
        };
        run::<State>(context, Who::Operator, command, told)
    }
}

#[derive(Serialize)]
struct Row {
    id: Id,
    by: String,
    wish: Wish,
    due_on: NaiveDate,
    overdue: bool,
    granted: Option<bool>,
}

/// Everybody's for the operator, the own ones for a member.
pub(super) fn list(context: &Context<'_>) -> Result<Exit, Failure> {
    let today = context.now().date_naive();
    let rows: Vec<Row> = ask(context, Who::Either, |asked| {
        let state = asked.room::<State>();
        let row = |(id, request): (Id, &Request)| Row {
            id,
            by: email(asked.account, request.by),
            wish: request.wish.clone(),
            due_on: request.due_on,
            overdue: request.is_overdue(today),
            granted: request.granted,
        };
        Ok(requests(&asked.setting(), &state)?.into_iter().map(row).collect())
    })?;
    let table = Table::new(&["by", "wish", "from", "to", "due_on", "status", "id"]).with(rows.iter().map(|row| {
        let (wish, from, to) = match &row.wish {
            Wish::Transfer { old_profile, new_account } => ("transfer", old_profile, new_account),
            Wish::AddressChange { previous, new } => ("address change", previous, new),
        };
        let status = match row.granted {
            Some(true) => "granted",
            Some(false) => "declined",
            None if row.overdue => "overdue",
            None => "waiting",
        };
        let due = row.due_on.to_string();
        vec![row.by.clone(), wish.into(), from.to_string(), to.to_string(), due, status.into(), row.id.to_string()]
    }));
    context.out.rows(&table, &rows)?;
    Ok(Exit::Done)
}
