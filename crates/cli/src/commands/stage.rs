//! `guildhall stage`: the operator puts a company on a stage of a path.

use clap::Args;
use guildhall_core::account::Command;

use super::shared::done;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;

/// Put a company on a stage of a path; the operator does this
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall stage software validated --company acme.example")]
pub(crate) struct Stage {
    /// The path's id
    path: String,
    /// The stage's id
    stage: String,
}

impl Stage {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let mut desk = context.open(Access::Write)?;
        let (tenant, account) = context.company(&desk)?;
        let text = format!("{} is {} on the {} path", account.company_name(), self.stage, self.path);
        let command = Command::SetStage { path: self.path.clone(), stage: self.stage.clone() };
        let outcome = context.submit(&mut desk, Some(tenant), &context.operator(), &command)?;
        done(context, &outcome, &[text])
    }
}
