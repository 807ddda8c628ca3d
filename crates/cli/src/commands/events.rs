//! `guildhall events`: the audit trail of a company.

use clap::Args;
use guildhall_core::Id;
use guildhall_core::account::{Account, Actor, Event};
use guildhall_core::identity::EmailAddress;

use super::shared::listed;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::{Access, Record};
use crate::output::Table;

/// Show a company's audit trail: what happened when, by whom, and why it was allowed
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall events --company acme.example --last 20
  guildhall events --output json | jq '.[] | select(.event.type == \"role_assigned\")'")]
pub(crate) struct Events {
    /// Only the newest so many
    #[arg(long, value_name = "N")]
    last: Option<usize>,
}

impl Events {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let desk = context.open(Access::Read)?;
        let (tenant, account) = context.company(&desk)?;
        let records: Vec<&Record> = desk.journal.records().iter().filter(|r| r.tenant == tenant).collect();
        let start = records.len().saturating_sub(self.last.unwrap_or(usize::MAX));
        let records = records.get(start..).unwrap_or_default();
        let table = Table::new(&["seq", "at", "who", "event", "what", "why"]).with(records.iter().map(|record| {
            let why = record.grounds.as_ref().map(|g| {
                let roles = listed(g.roles.iter().map(String::as_str));
                format!("{} by {roles}", g.permission)
            });
            vec![
                record.seq.to_string(),
                record.at.format("%Y-%m-%d %H:%M:%S").to_string(),
                who(account, &record.actor),
                record.event.name().to_owned(),
                what(account, &record.event),
                why.unwrap_or_default(),
            ]
        }));
        context.out.rows(&table, &records)?;
        Ok(Exit::Done)
    }
}

fn email(account: &Account, id: Id) -> String {
    account.member(id).map_or_else(|| id.to_string(), |m| m.email.to_string())
}

fn who(account: &Account, actor: &Actor) -> String {
    match actor {
        Actor::Visitor => "visitor".to_owned(),
        Actor::Member(id) => email(account, *id),
        Actor::Operator(name) => format!("operator {name}"),
    }
}

/// The event in a few words; the whole of it stands in the JSON.
fn what(account: &Account, event: &Event) -> String {
    let email = |id: &Id| email(account, *id);
    let invitee = |id: &Id| account.invitations().get(id).map_or_else(|| id.to_string(), |i| i.email.to_string());
    let with_roles = |email: &EmailAddress, roles: &[String]| match roles {
        [] => email.to_string(),
        roles => format!("{email}: {}", listed(roles.iter().map(String::as_str))),
    };
    match event {
        Event::CompanyRegistered { company, domain, path, lead, .. } => {
            format!("{} ({domain}), {path}; lead {}", company.name, lead.email)
        }
        Event::MemberJoined { person, roles: given, .. } => with_roles(&person.email, given),
        Event::InvitationSent { email, roles: waiting, .. } => with_roles(email, waiting),
        Event::InvitationRenewed { invitation, .. } | Event::InvitationWithdrawn { invitation } => invitee(invitation),
        Event::RoleAssigned { member, role } => format!("{role} to {}", email(member)),
        Event::RoleUnassigned { member, role } => format!("{role} from {}", email(member)),
        Event::RoleChangeRefused { member, role, code, .. } => format!("{role}, {}: {code}", email(member)),
        Event::LeadReassigned { from, to, .. } => format!("{} to {}", email(from), email(to)),
        Event::LeadChangeRequested { note, .. } => note.to_string(),
        Event::MemberRemoved { member }
        | Event::MemberDeactivated { member }
        | Event::ProfileEdited { member, .. }
        | Event::PasswordChanged { member } => email(member),
        Event::DomainAdded { domain } | Event::DomainWithdrawn { domain } => domain.to_string(),
        Event::CompanyEdited { company } => company.name.to_string(),
        Event::StageSet { path, stage } => format!("{path}: {stage}"),
    }
}
