//! `guildhall cases`: support (the SUPPORT rules).

mod file;
mod list;
mod queue;
mod show;
mod write;

use clap::{Args, Subcommand};
use guildhall_core::Id;
use guildhall_core::account::Account;
use guildhall_core::support::{Author, Command, Event, State};

use super::room::{Asked, Who, email, pick, run};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Open, show, answer and close support cases
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall cases types
  guildhall cases open --type account_and_access --question sign_in --specific no_code \\
    --subject 'No code' --text 'Nothing arrives' --attach screen.png --as bo@acme.example
  guildhall cases queue
  guildhall cases reply 3f2a --text 'Look into the spam folder' --company acme.example")]
pub(crate) struct Cases {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// What a case can be about
    Types,
    /// Answers to common questions
    Articles,
    /// List cases: the own ones, everybody's for those who see the people of the company, all for the operator
    List,
    /// Everything of every company, and every inquiry, that waits for an answer, the longest first
    Queue,
    /// Show one with its messages and files
    Show(One),
    Open(write::Open),
    Reply(write::Reply),
    /// Close one that is settled
    Close(One),
    File(file::Get),
}

#[derive(Debug, Args)]
struct One {
    /// The case's id, or the beginning of it
    #[arg(value_name = "CASE")]
    id: String,
}

impl Cases {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match &self.action {
            Action::Types => list::types(context),
            Action::Articles => list::articles(context),
            Action::List => list::list(context),
            Action::Queue => queue::print(context),
            Action::Show(One { id }) => show::print(context, id),
            Action::Open(open) => open.run(context),
            Action::Reply(reply) => reply.run(context),
            Action::Close(One { id }) => {
                let command = |asked: &Asked<'_>| Ok(Command::CloseCase { id: case(asked, id)? });
                run::<State>(context, Who::Either, command, told)
            }
            Action::File(get) => get.run(context),
        }
    }
}

/// The case that is meant.
fn case(asked: &Asked<'_>, typed: &str) -> Result<Id, Failure> {
    pick(asked.room::<State>().cases().keys().copied(), typed, "case_missing")
}

/// Who wrote, for people.
fn author(account: &Account, author: &Author) -> String {
    match author {
        Author::Member(id) => email(account, *id),
        Author::Operator(name) => format!("operator {name}"),
    }
}

/// What happened, for people.
fn told(account: &Account, event: &Event) -> Option<String> {
    Some(match event {
        Event::CaseOpened { id, subject, cancellation, .. } => {
            let leaves = if *cancellation { ", which asks to leave the programme" } else { "" };
            format!("opened the case {:?}{leaves}: {id}", subject.as_str())
        }
        Event::Replied { id, by, .. } => format!("{} wrote in {id}", author(account, by)),
        Event::CaseClosed { id, by, .. } => format!("{} closed {id}", author(account, by)),
    })
}
