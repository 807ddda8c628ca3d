//! `guildhall events`: the audit trail of a company.

use clap::Args;
use guildhall_core::Id;
use guildhall_core::account::{Account, Actor, Event};
use guildhall_core::identity::EmailAddress;
use serde::Serialize;
use serde_json::Value;

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
        let records: Vec<&Record> = desk.journal.of_company(tenant).collect();
        let start = records.len().saturating_sub(self.last.unwrap_or(usize::MAX));
        let records = records.get(start..).unwrap_or_default();
        let table =
            Table::new(&["seq", "at", "who", "room", "event", "what", "why"]).with(records.iter().map(|record| {
                let why = record.grounds.as_ref().map(|g| {
                    let roles = listed(g.roles.iter().map(String::as_str));
                    format!("{} by {roles}", g.permission)
                });
                vec![
                    record.seq.to_string(),
                    record.at.format("%Y-%m-%d %H:%M:%S").to_string(),
                    who(account, &record.actor),
                    record.event.kind().to_owned(),
                    record.event.name().to_owned(),
                    match record.event.in_account() {
                        Some(event) => what(account, event),
                        None => told(account, &record.event),
                    },
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

/// How many characters of a room's event a table shows; the whole of it stands in the JSON.
const TOLD_MOST: usize = 100;

/// The event of a room in short, field by field; people by their addresses. What other columns tell is left out.
pub(super) fn told(account: &Account, event: &impl Serialize) -> String {
    let mut parts = Vec::new();
    if let Ok(Value::Object(fields)) = serde_json::to_value(event) {
        for (name, value) in
            fields.iter().filter(|(name, _)| !["type", "at", "by", "operator"].contains(&name.as_str()))
        {
            let mut words = Vec::new();
            leaves(account, value, &mut words);
            if !words.is_empty() {
                parts.push(format!("{}: {}", name.replace('_', " "), listed(words.iter().map(String::as_str))));
            }
        }
    }
    let all = parts.join("; ");
    match all.char_indices().nth(TOLD_MOST) {
        Some((end, _)) => format!("{}…", all.get(..end).unwrap_or_default()),
        None => all,
    }
}

fn leaves(account: &Account, value: &Value, words: &mut Vec<String>) {
    match value {
        Value::Null => {}
        Value::Bool(yes) => words.push(if *yes { "yes" } else { "no" }.to_owned()),
        Value::Number(number) => words.push(number.to_string()),
        Value::String(text) => words.push(text.parse().map_or_else(|_| text.clone(), |id| email(account, id))),
        Value::Array(values) => values.iter().for_each(|value| leaves(account, value, words)),
        Value::Object(fields) => fields.values().for_each(|value| leaves(account, value, words)),
    }
}

/// The event of an account in a few words; the whole of it stands in the JSON.
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
