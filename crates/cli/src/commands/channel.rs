//! `guildhall channel`: the accounts with which a company manages resale, its end users, and the growth rebate (MENU-44,
//! ROLE-29).

mod end_users;
mod statements;

use clap::{Args, Subcommand};
use guildhall_core::Id;
use guildhall_core::account::Account;
use guildhall_core::channel::{AccountView, Command, Event, Overview, State, overview};

use super::room::{Asked, Who, ask, pick, run};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;

/// Report accounts and end users of the channel, and record the growth rebate
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall channel accounts --company acme.example
  guildhall channel add-account 1234-5678-9012 --title Resale --as jo@acme.example
  guildhall channel end-user list --company acme.example
  guildhall channel rebate list --company acme.example")]
pub(crate) struct Channel {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// List the accounts that manage resale
    Accounts,
    AddAccount(AddAccount),
    RenameAccount(RenameAccount),
    /// Close an account on which no end user hangs any more
    CloseAccount(One),
    #[command(subcommand)]
    EndUser(end_users::EndUser),
    #[command(subcommand)]
    Rebate(statements::Rebate),
}

/// Report an account with which resale is managed
#[derive(Debug, Args)]
struct AddAccount {
    /// Its number: twelve digits
    #[arg(value_name = "NUMBER")]
    number: String,
    /// What the company calls it
    #[arg(long)]
    title: String,
}

/// Call an account something else
#[derive(Debug, Args)]
struct RenameAccount {
    /// Its id, or the beginning of it
    #[arg(value_name = "ID")]
    id: String,
    /// Its name now
    #[arg(long)]
    title: String,
}

/// One account, end user or statement.
#[derive(Debug, Args)]
pub(super) struct One {
    /// Its id, or the beginning of it
    #[arg(value_name = "ID")]
    id: String,
}

impl Channel {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match &self.action {
            Action::Accounts => accounts(context),
            Action::AddAccount(AddAccount { number, title }) => {
                let command = Command::AddAccount { number: number.clone(), title: title.clone() };
                run::<State>(context, Who::Member, |_| Ok(command), told)
            }
            Action::RenameAccount(RenameAccount { id, title }) => {
                let command =
                    |asked: &Asked<'_>| Ok(Command::RenameAccount { id: account(asked, id)?, title: title.clone() });
                run::<State>(context, Who::Member, command, told)
            }
            Action::CloseAccount(One { id }) => {
                let command = |asked: &Asked<'_>| Ok(Command::CloseAccount { id: account(asked, id)? });
                run::<State>(context, Who::Member, command, told)
            }
            Action::EndUser(action) => action.run(context),
            Action::Rebate(action) => action.run(context),
        }
    }
}

fn account(asked: &Asked<'_>, typed: &str) -> Result<Id, Failure> {
    pick(asked.room::<State>().accounts().keys().copied(), typed, "entry_missing")
}

/// The channel as whoever asks sees it.
fn seen(context: &Context<'_>) -> Result<Overview, Failure> {
    ask(context, Who::Either, |asked| {
        overview(&asked.setting(), &asked.room::<State>()).map_err(|refusal| asked.refused(&refusal))
    })
}

fn accounts(context: &Context<'_>) -> Result<Exit, Failure> {
    let accounts = seen(context)?.accounts;
    let row = |view: &AccountView| {
        vec![
            view.account.title.to_string(),
            view.account.number.to_string(),
            view.end_users.to_string(),
            view.account.opened_on.to_string(),
            view.account.closed_on.map(|day| day.to_string()).unwrap_or_default(),
            view.id.to_string(),
        ]
    };
    let heads = ["title", "number", "end_users", "opened_on", "closed_on", "id"];
    context.out.rows_with(&Table::new(&heads).with(accounts.iter().map(row)), "", &accounts)?;
    Ok(Exit::Done)
}

/// What happened, for people.
fn told(_: &Account, event: &Event) -> Option<String> {
    Some(match event {
        Event::AccountAdded { id, account } => format!("reported {:?}: {id}", account.title.as_str()),
        Event::AccountRenamed { id, title } => format!("{id} is called {:?} now", title.as_str()),
        Event::AccountClosed { id, on } => format!("closed {id} on {on}"),
        Event::EndUserReported { id, end_user } => format!("reported {:?}: {id}", end_user.company.as_str()),
        Event::EndUserEdited { id, end_user } => format!("changed {:?}: {id}", end_user.company.as_str()),
        Event::ResaleEnded { id, on } => format!("the resale to {id} ended on {on}"),
        Event::StatementRecorded { id, statement } => format!("recorded {}: {id}", statement.quarter),
        Event::StatementWithdrawn { id } => format!("took {id} back"),
    })
}
