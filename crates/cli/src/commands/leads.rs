//! `guildhall leads`: people who may become customers, shared by the operator of the programme (the ACE rules).

use clap::{Args, Subcommand};
use guildhall_core::pipeline::{Lead, LeadCommand};

use super::entries::{Edit, One, Reject, ShareNew, Transfer, bulk, list};
use super::room::Who;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// List, show, share, accept, reject, edit, transfer and export leads
#[derive(Debug, Args)]
#[command(after_help = "The names of the fields: `guildhall pipeline fields --leads`
Their values: `guildhall pipeline values`

Examples:
  guildhall leads list --status PENDING --as bo@acme.example
  guildhall leads share --file lead.json --to bo@acme.example --company acme.example
  guildhall leads reject 3f2a --reason 'no budget' --as bo@acme.example
  guildhall leads transfer --file owners.csv --dry-run --as ann@acme.example")]
pub(crate) struct Leads {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    List(list::Leads),
    /// Show all of one: its fields, what can be done with it, what was done
    Show(One),
    /// Show what was done to one, the newest first
    History(One),
    Share(ShareNew),
    /// Accept one
    Accept(One),
    Reject(Reject),
    Edit(Edit),
    Transfer(Transfer),
    /// Write the leads that the person may see to the standard output, comma-separated
    Export,
}

impl Leads {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match &self.action {
            Action::List(list) => list.run(context),
            Action::Show(one) => one.show::<Lead>(context),
            Action::History(one) => one.history::<Lead>(context),
            Action::Share(share) => share.run::<Lead>(context),
            Action::Accept(one) => one.run::<Lead>(context, Who::Member, || LeadCommand::Accept),
            Action::Reject(reject) => reject.run::<Lead>(context),
            Action::Edit(edit) => edit.run::<Lead>(context),
            Action::Transfer(transfer) => transfer.run::<Lead>(context),
            Action::Export => bulk::export::<Lead>(context),
        }
    }
}
