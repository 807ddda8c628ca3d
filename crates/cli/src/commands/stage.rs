//! `guildhall stage`: the operator puts a company on a stage of a path, and the bills that are due then are issued.

use clap::Args;
use guildhall_core::account::Command;
use guildhall_core::{fee, profile};

use super::fee::told;
use super::shared::done;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;
use crate::rooms::Key;

/// Put a company on a stage of a path; the operator does this
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall stage software validated --company acme.example")]
pub(crate) struct Stage {
    /// The path's id, as `guildhall program show` lists it
    path: String,
    /// The stage's id, as `guildhall program show` lists it
    stage: String,
}

impl Stage {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let mut desk = context.open(Access::Write)?;
        let (tenant, account) = context.company(&desk)?;
        let text = format!("{} is {} on the {} path", account.company_name(), self.stage, self.path);
        let command = Command::SetStage { path: self.path.clone(), stage: self.stage.clone() };
        let (operator, program) = (context.operator(), context.program()?);
        let key = Key::of_company(tenant);
        let (bills, outcome) = context.decide(&mut desk, |decision| {
            decision.decide(Some(tenant), &operator, &command)?;
            // PROFILE-21: what the account cannot see for itself.
            profile::check_stage(program, &decision.room::<profile::State>(key), &self.path, &self.stage)
                .map_err(|refusal| decision.refused(tenant, &operator, &refusal))?;
            decision.decide_room::<fee::State>(key, &operator, &fee::Command::IssueBills)
        })?;
        let account = context.company_of_id(&desk, tenant)?;
        let bills = bills.iter().filter_map(|event| told(account, event));
        let lines: Vec<String> = [text].into_iter().chain(bills).collect();
        done(context, &outcome, &lines)
    }
}
