//! `guildhall policy`: the policy documents of the linked cloud account, to print and to try out.

pub(super) mod check;
mod list;
mod print;

use clap::{Args, Subcommand};

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Print the policies that linking with the marketplace needs, and try policies out
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall policy print > PartnerAccountManagement.json
  guildhall policy print PartnerCentralTrust
  guildhall policy check --document PartnerAccountManagement --action iam:CreateRole \\
    --resource arn:aws:iam::123456789012:role/PartnerCentralRoleForCloudAdmin-1")]
pub(crate) struct Policy {
    #[command(subcommand)]
    part: Part,
}

#[derive(Debug, Subcommand)]
enum Part {
    /// The documents that can be printed
    List,
    Print(print::Print),
    Check(check::Check),
}

impl Policy {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match &self.part {
            Part::List => list::print(context),
            Part::Print(print) => print.run(context),
            Part::Check(check) => check.run(context),
        }
    }
}

/// The document of this name.
fn document(name: &str) -> Result<&'static guildhall_core::iam::Document, Failure> {
    guildhall_core::iam::document(name).ok_or_else(|| {
        Failure::missing("policy_missing", format!("no document is called {name}"))
            .hint("`guildhall policy list` names them")
    })
}
