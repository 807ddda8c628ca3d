//! `guildhall channel end-user`: the customers that a company resells to.

use clap::{Args, Subcommand};
use guildhall_core::Id;
use guildhall_core::channel::{Command, EndUserInput, EndUserView, State};

use super::super::room::{Asked, Who, missing, pick, run};
use super::{One, account, seen, told};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;

/// List, report and correct end users, and end the resale to them
#[derive(Debug, Subcommand)]
pub(super) enum EndUser {
    /// List the end users
    List,
    Report(Report),
    Edit(Edit),
    /// Say that the resale to one ended
    End(One),
}

/// Report a customer that the company resells to
#[derive(Debug, Args)]
pub(super) struct Report {
    /// The account that manages the resale: its id, or the beginning of it
    #[arg(long, value_name = "ID")]
    account: String,
    /// The customer's name
    #[arg(long)]
    name: String,
    /// The customer's country or region
    #[arg(long)]
    country: String,
    /// The number of the customer's account: twelve digits
    #[arg(long)]
    number: String,
    /// The customer's web address
    #[arg(long, value_name = "URL", default_value_t, hide_default_value = true)]
    website: String,
}

/// Correct what was reported of one; what is not named stays
#[derive(Debug, Args)]
pub(super) struct Edit {
    /// Its id, or the beginning of it
    #[arg(value_name = "ID")]
    id: String,
    /// The account that manages the resale: its id, or the beginning of it
    #[arg(long, value_name = "ID")]
    account: Option<String>,
    /// The customer's name
    #[arg(long)]
    name: Option<String>,
    /// The customer's country or region
    #[arg(long)]
    country: Option<String>,
    /// The number of the customer's account: twelve digits
    #[arg(long)]
    number: Option<String>,
    /// The customer's web address; empty for none
    #[arg(long, value_name = "URL")]
    website: Option<String>,
}

impl EndUser {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match self {
            Self::List => list(context),
            Self::Report(report) => report.run(context),
            Self::Edit(edit) => edit.run(context),
            Self::End(One { id }) => {
                let command = |asked: &Asked<'_>| Ok(Command::EndResale { id: end_user(asked, id)? });
                run::<State>(context, Who::Member, command, told)
            }
        }
    }
}

impl Report {
    fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let command = |asked: &Asked<'_>| {
            let end_user = EndUserInput {
                account: account(asked, &self.account)?.to_string(),
                company: self.name.clone(),
                country: self.country.clone(),
                website: self.website.clone(),
                number: self.number.clone(),
            };
            Ok(Command::ReportEndUser { end_user })
        };
        run::<State>(context, Who::Member, command, told)
    }
}

impl Edit {
    fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let command = |asked: &Asked<'_>| {
            let id = end_user(asked, &self.id)?;
            let state = asked.room::<State>();
            let now =
                state.end_users().get(&id).ok_or_else(|| missing("entry_missing", "there is no such end user"))?;
            let on = match &self.account {
                Some(typed) => account(asked, typed)?,
                None => now.account,
            };
            let website = || now.website.as_ref().map(ToString::to_string).unwrap_or_default();
            let end_user = EndUserInput {
                account: on.to_string(),
                company: self.name.clone().unwrap_or_else(|| now.company.to_string()),
                country: self.country.clone().unwrap_or_else(|| now.country.to_string()),
                website: self.website.clone().unwrap_or_else(website),
                number: self.number.clone().unwrap_or_else(|| now.number.to_string()),
            };
            Ok(Command::EditEndUser { id, end_user })
        };
        run::<State>(context, Who::Member, command, told)
    }
}

fn end_user(asked: &Asked<'_>, typed: &str) -> Result<Id, Failure> {
    pick(asked.room::<State>().end_users().keys().copied(), typed, "entry_missing")
}

fn list(context: &Context<'_>) -> Result<Exit, Failure> {
    let end_users = seen(context)?.end_users;
    let row = |view: &EndUserView| {
        vec![
            view.end_user.company.to_string(),
            view.end_user.number.to_string(),
            view.end_user.country.to_string(),
            view.account_title.clone(),
            view.end_user.reported_on.to_string(),
            view.end_user.ended_on.map(|day| day.to_string()).unwrap_or_default(),
            view.id.to_string(),
        ]
    };
    let heads = ["company", "number", "country", "account", "reported_on", "ended_on", "id"];
    context.out.rows_with(&Table::new(&heads).with(end_users.iter().map(row)), "", &end_users)?;
    Ok(Exit::Done)
}
