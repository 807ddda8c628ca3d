//! `guildhall domain`: a company's e-mail domains (PROFILE-22).

use clap::{Args, Subcommand};
use guildhall_core::account::Command;
use guildhall_core::identity;

use super::shared::done;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;

/// Add and withdraw e-mail domains of a company
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall domain add acme.ca --as ann@acme.example")]
pub(crate) struct Domain {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Add a domain, from which people may join
    Add(Named),
    /// Withdraw a domain; its people stay
    Withdraw(Named),
}

#[derive(Debug, Args)]
struct Named {
    /// The domain
    domain: String,
}

impl Domain {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let mut desk = context.open(Access::Write)?;
        let (tenant, actor) = context.actor(&desk)?;
        let (command, text) = match &self.action {
            Action::Add(Named { domain }) => {
                let test_mode = context.program()?.email().test_mode;
                let parsed = identity::Domain::parse(domain.trim(), test_mode).ok();
                let owner = parsed.and_then(|d| desk.book.owner_of(&d));
                (Command::AddDomain { domain: domain.clone(), owner }, format!("added {domain}"))
            }
            Action::Withdraw(Named { domain }) => {
                (Command::WithdrawDomain { domain: domain.clone() }, format!("withdrew {domain}"))
            }
        };
        let outcome = context.submit(&mut desk, Some(tenant), &actor, &command)?;
        done(context, &outcome, &[text])
    }
}
