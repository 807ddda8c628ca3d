//! `guildhall request-lead-change`: somebody asks for another lead (PROFILE-7, C-029).

use clap::Args;
use guildhall_core::account::Command;

use super::shared::done;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;

/// Ask for another alliance lead; changes no role
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall request-lead-change 'Ann is away until May; Bo could take over' --as cy@acme.example")]
pub(crate) struct RequestLeadChange {
    /// Why, and who should be lead
    note: String,
}

impl RequestLeadChange {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let mut desk = context.open(Access::Write)?;
        let (tenant, actor) = context.actor(&desk)?;
        let command = Command::RequestLeadChange { note: self.note.clone() };
        let outcome = context.submit(&mut desk, Some(tenant), &actor, &command)?;
        done(context, &outcome, &["asked for another alliance lead".to_owned()])
    }
}
