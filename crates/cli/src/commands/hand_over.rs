//! `guildhall hand-over`: the alliance lead moves (USR-26..28).

use clap::Args;
use guildhall_core::account::Command;

use super::shared::done;
use crate::context::{Context, find_person};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;
use crate::prompt;

/// Hand the alliance lead role to another person
///
/// On a terminal the word is asked for; a script passes it.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall hand-over bo@acme.example --as ann@acme.example --confirm confirm")]
pub(crate) struct HandOver {
    /// The new lead, by address or id
    #[arg(value_name = "EMAIL")]
    to: String,
    /// The word that confirms it
    #[arg(long, value_name = "WORD")]
    confirm: Option<String>,
}

impl HandOver {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let typed = prompt::confirmation(context, self.confirm.as_deref(), |desk| {
            let (_, account) = context.company(desk)?;
            let email = &find_person(account, &self.to)?.member.email;
            Ok(format!("{email} becomes alliance lead of {}", account.company_name()))
        })?;
        let mut desk = context.open(Access::Write)?;
        let (tenant, actor) = context.actor(&desk)?;
        let (_, account) = context.company(&desk)?;
        let to = find_person(account, &self.to)?;
        let text = format!("{} is alliance lead of {} now", to.member.email, account.company_name());
        let command = Command::ReassignLead { to: to.id, typed };
        let outcome = context.submit(&mut desk, Some(tenant), &actor, &command)?;
        done(context, &outcome, &[text])
    }
}
