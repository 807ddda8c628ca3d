//! `guildhall remove`: a person leaves for good; what they did is kept (USR-29..35).

use clap::Args;
use guildhall_core::account::Command;

use super::shared::done;
use crate::context::{Context, find_person};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;
use crate::prompt;

/// Remove a person for good; only a new invitation leads back
///
/// On a terminal the word is asked for; a script passes it.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall remove bo@acme.example --as ann@acme.example --confirm confirm")]
pub(crate) struct Remove {
    /// Who, by address or id
    #[arg(value_name = "EMAIL")]
    member: String,
    /// The word that confirms it
    #[arg(long, value_name = "WORD")]
    confirm: Option<String>,
}

impl Remove {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let typed = prompt::confirmation(context, self.confirm.as_deref(), |desk| {
            let (_, account) = context.company(desk)?;
            let email = &find_person(account, &self.member)?.member.email;
            Ok(format!("{email} leaves {} for good", account.company_name()))
        })?;
        let mut desk = context.open(Access::Write)?;
        let (tenant, actor) = context.actor(&desk)?;
        let (_, account) = context.company(&desk)?;
        let member = find_person(account, &self.member)?;
        let text = format!("removed {} from {}", member.member.email, account.company_name());
        let command = Command::RemoveMember { member: member.id, typed };
        let outcome = context.submit(&mut desk, Some(tenant), &actor, &command)?;
        done(context, &outcome, &[text])
    }
}
