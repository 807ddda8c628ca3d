//! `guildhall invite`: several people at once, or none of them (INV-1..10).

use clap::Args;
use guildhall_core::account::{Command, Event, InviteRow};

use super::shared::{EmailRoles, done, listed};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;

/// Invite people, each with the roles that wait for them
///
/// All are invited or none. Nothing is mailed from a local journal: pass the ids on.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall invite --as ann@acme.example \\
    --to bo@acme.example=technical_staff,ace_user --to cy@acme.example=alliance_team")]
pub(crate) struct Invite {
    /// Whom, with one or more roles; repeatable
    #[arg(long, value_name = "EMAIL=ROLE,ROLE", required = true)]
    to: Vec<EmailRoles>,
}

impl Invite {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let mut desk = context.open(Access::Write)?;
        let (tenant, actor) = context.actor(&desk)?;
        let rows = self.to.iter().map(|r| InviteRow { email: r.email.clone(), roles: r.roles.clone() }).collect();
        let outcome = context.submit(&mut desk, Some(tenant), &actor, &Command::Invite { rows })?;
        let lines = outcome.records.iter().filter_map(|r| {
            let Some(Event::InvitationSent { invitation, email, roles, expires_at, .. }) = r.event.in_account() else {
                return None;
            };
            let (roles, until) = (listed(roles.iter().map(String::as_str)), expires_at.format("%Y-%m-%d %H:%M"));
            Some(format!("invited {email} as {roles} until {until} UTC: {invitation}"))
        });
        let lines: Vec<String> = lines.collect();
        let exit = done(context, &outcome, &lines)?;
        context.out.note("nothing is mailed; people accept with `guildhall join --invitation ID`");
        Ok(exit)
    }
}
