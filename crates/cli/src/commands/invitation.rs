//! `guildhall withdraw-invitation` and `guildhall renew-invitation`.

use clap::Args;
use guildhall_core::Id;
use guildhall_core::account::{Command, Event};

use super::shared::done;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;

/// Take an open invitation back
#[derive(Debug, Args)]
pub(crate) struct Withdraw {
    /// The invitation; `guildhall invitations` lists them
    #[arg(value_name = "ID")]
    invitation: Id,
}

/// Give an open or expired invitation a new term
#[derive(Debug, Args)]
pub(crate) struct Renew {
    /// The invitation; `guildhall invitations` lists them
    #[arg(value_name = "ID")]
    invitation: Id,
}

impl Withdraw {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let mut desk = context.open(Access::Write)?;
        let (tenant, actor) = context.actor(&desk)?;
        let command = Command::WithdrawInvitation { invitation: self.invitation };
        let outcome = context.submit(&mut desk, Some(tenant), &actor, &command)?;
        done(context, &outcome, &[format!("withdrew invitation {}", self.invitation)])
    }
}

impl Renew {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let mut desk = context.open(Access::Write)?;
        let (tenant, actor) = context.actor(&desk)?;
        let command = Command::RenewInvitation { invitation: self.invitation };
        let outcome = context.submit(&mut desk, Some(tenant), &actor, &command)?;
        let lines = outcome.records.iter().filter_map(|r| {
            let Some(Event::InvitationRenewed { invitation, expires_at, .. }) = r.event.in_account() else {
                return None;
            };
            Some(format!("renewed invitation {invitation} until {} UTC", expires_at.format("%Y-%m-%d %H:%M")))
        });
        done(context, &outcome, &lines.collect::<Vec<_>>())
    }
}
