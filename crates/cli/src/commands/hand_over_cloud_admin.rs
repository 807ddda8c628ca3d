//! `guildhall hand-over-cloud-admin`: the own cloud administrator's role moves (C-020).

use clap::Args;
use guildhall_core::account::Command;

use super::shared::done;
use crate::context::{Context, find_person};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;

/// Hand your own cloud administrator's role to another person
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall hand-over-cloud-admin cy@acme.example --as bo@acme.example")]
pub(crate) struct HandOverCloudAdmin {
    /// Who gets it, by address or id
    #[arg(value_name = "EMAIL")]
    to: String,
}

impl HandOverCloudAdmin {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let mut desk = context.open(Access::Write)?;
        let (tenant, actor) = context.actor(&desk)?;
        let to = find_person(context.company(&desk)?.1, &self.to)?;
        let text = format!("{} has the cloud administrator's role now", to.member.email);
        let command = Command::HandOverCloudAdmin { to: to.id };
        let outcome = context.submit(&mut desk, Some(tenant), &actor, &command)?;
        done(context, &outcome, &[text])
    }
}
