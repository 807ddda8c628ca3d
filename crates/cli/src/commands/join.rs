//! `guildhall join`: a person joins a registered company, by domain or by invitation (USR-1..12, INV-7).

use clap::Args;
use guildhall_core::Id;
use guildhall_core::account::{Command, Event, Join as JoinForm, Proof};

use super::shared::{PersonArguments, done, listed};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;

/// Register a person of a company, by the domain of their address or by an invitation
///
/// The operator vouches for what the portal has people prove. An open invitation of the address is found by itself.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall join --name 'Bo Chen' --email bo@acme.example --job-title Engineer \\
    --phone '+1 555 0101' --country Canada")]
pub(crate) struct Join {
    #[command(flatten)]
    person: PersonArguments,
    /// The invitation to accept
    #[arg(long, value_name = "ID")]
    invitation: Option<Id>,
}

impl Join {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let mut desk = context.open(Access::Write)?;
        let tenant = if context.global.company.is_some() {
            Some(context.company(&desk)?.0)
        } else {
            let address = context.program()?.email().parse(&self.person.email).ok();
            let by_domain = || address.and_then(|a| desk.book.owner_of(a.domain()));
            self.invitation.and_then(|id| desk.book.sender_of(id)).or_else(by_domain)
        };
        let command = Command::Join(JoinForm {
            invitation: self.invitation,
            name: self.person.name.clone(),
            email: self.person.email.clone(),
            customer: self.person.customer(),
            contact: self.person.contact(),
            proof: Proof::default(),
        });
        let outcome = context.submit(&mut desk, tenant, &context.operator(), &command)?;
        let company = outcome.tenant.and_then(|id| desk.book.account(id)).map_or("", |a| a.company_name());
        let lines = outcome.records.iter().filter_map(|r| {
            let Some(Event::MemberJoined { person, roles, .. }) = r.event.in_account() else { return None };
            let with = if roles.is_empty() {
                String::new()
            } else {
                format!(" as {}", listed(roles.iter().map(String::as_str)))
            };
            Some(format!("{} joined {company}{with}", person.email))
        });
        done(context, &outcome, &lines.collect::<Vec<_>>())
    }
}
