//! `guildhall deactivate`: a person's sign-in is blocked (AUDIT-8, C-035).

use clap::Args;
use guildhall_core::account::Command;

use super::shared::done;
use crate::context::{Context, find_person};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;

/// Block a person's sign-in; they stay of the company
#[derive(Debug, Args)]
pub(crate) struct Deactivate {
    /// Who, by address or id
    #[arg(value_name = "EMAIL")]
    member: String,
}

impl Deactivate {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let mut desk = context.open(Access::Write)?;
        let (tenant, actor) = context.actor(&desk)?;
        let member = find_person(context.company(&desk)?.1, &self.member)?;
        let text = format!("deactivated {}", member.member.email);
        let command = Command::DeactivateMember { member: member.id };
        let outcome = context.submit(&mut desk, Some(tenant), &actor, &command)?;
        done(context, &outcome, &[text])
    }
}
