//! `guildhall certifications`: what people passed and completed, and under which address (the CERT rules).

mod list;
mod record;
mod requests;

use clap::{Args, Subcommand};
use guildhall_core::account::Account;
use guildhall_core::certifications::{Command, Event, State, Subject};

use super::room::{Asked, Who, email, run};
use crate::book::freed_on;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Show and record certifications, and what belongs to them: address, consent, requests
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall certifications mine --as bo@acme.example
  guildhall certifications set-address bo@private.example --as bo@acme.example
  guildhall certifications record --address bo@acme.example --certification cloud_practitioner \\
    --on 2026-02-01
  guildhall scorecard --as ann@acme.example")]
pub(crate) struct Certifications {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// What the person passed and completed, shared or not
    Mine,
    /// What everybody of the company passed and completed, as far as they share it
    List,
    /// The certifications that the programme knows
    Kinds,
    SetAddress(SetAddress),
    Consent(Consent),
    RequestTransfer(RequestTransfer),
    RequestAddressChange(RequestAddressChange),
    /// What people asked the training organisation for
    Requests,
    Settle(requests::Settle),
    Record(record::Record),
    DropRecord(record::DropRecord),
}

/// Set or clear the person's own certification address
#[derive(Debug, Args)]
struct SetAddress {
    /// The address; empty to clear it
    address: String,
}

/// Share the person's certifications with the programme, or no longer
#[derive(Debug, Args)]
struct Consent {
    /// Whether they are shared
    #[arg(value_parser = ["give", "withdraw"])]
    consent: String,
}

/// Ask for the certifications of an old profile
#[derive(Debug, Args)]
struct RequestTransfer {
    /// The address of the old profile
    #[arg(value_name = "ADDRESS")]
    old_profile: String,
}

/// Ask for another address of a certification account
#[derive(Debug, Args)]
struct RequestAddressChange {
    /// The address until now
    previous: String,
    /// The new address
    new: String,
}

impl Certifications {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match &self.action {
            Action::Mine => list::mine(context),
            Action::List => list::company(context),
            Action::Kinds => list::kinds(context),
            Action::SetAddress(set) => run::<State>(context, Who::Member, |asked| set.command(asked), told),
            Action::Consent(Consent { consent }) => member(context, Command::SetConsent { share: consent == "give" }),
            Action::RequestTransfer(RequestTransfer { old_profile }) => {
                member(context, Command::RequestTransfer { old_profile: old_profile.clone() })
            }
            Action::RequestAddressChange(RequestAddressChange { previous, new }) => {
                member(context, Command::RequestAddressChange { previous: previous.clone(), new: new.clone() })
            }
            Action::Requests => requests::list(context),
            Action::Settle(settle) => settle.run(context),
            Action::Record(record) => record.run(context),
            Action::DropRecord(drop) => drop.run(context),
        }
    }
}

impl SetAddress {
    /// Whose the address is, and since when it is free, are read from the journal.
    fn command(&self, asked: &Asked<'_>) -> Result<Command, Failure> {
        let setting = asked.setting();
        let (member, _) = setting.me()?;
        let address = setting.program.email().parse(self.address.trim()).ok();
        let owner = address.as_ref().and_then(|a| asked.desk.book.owner_of_training_address(a));
        let freed_on = address.and_then(|a| freed_on(asked.desk.journal.records(), &a, member));
        Ok(Command::SetTrainingAddress { address: self.address.clone(), owner, freed_on })
    }
}

/// Runs a command that needs nothing from the journal, as the member of `--as`.
fn member(context: &Context<'_>, command: Command) -> Result<Exit, Failure> {
    run::<State>(context, Who::Member, |_| Ok(command), told)
}

/// What happened, for people.
fn told(account: &Account, event: &Event) -> Option<String> {
    Some(match event {
        Event::TrainingAddressSet { member, address, counts_from, .. } => {
            let who = email(account, *member);
            format!(
                "{address} is the certification address of {who}; what was passed with it counts from {counts_from}"
            )
        }
        Event::TrainingAddressCleared { member, address } => {
            format!("{address} is no longer the certification address of {}", email(account, *member))
        }
        Event::ConsentSet { member, share: true } => format!("{} shares certifications", email(account, *member)),
        Event::ConsentSet { member, share: false } => {
            format!("{} no longer shares certifications", email(account, *member))
        }
        Event::Requested { id, due_on, .. } => format!("asked for, to be done by {due_on}: {id}"),
        Event::RequestSettled { id, granted } => format!("{} {id}", if *granted { "granted" } else { "declined" }),
        Event::Recorded { id, record } => {
            let what = match &record.subject {
                Subject::Certification { name } => name.as_str(),
                Subject::Course { title } => title.as_str(),
            };
            format!("recorded {what} of {}: {id}", record.address)
        }
        Event::RecordDropped { id } => format!("dropped {id}"),
    })
}
