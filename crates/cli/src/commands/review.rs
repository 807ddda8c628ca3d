//! `guildhall review`: who can do what, since when, and by whose grant.

use chrono::{DateTime, Utc};
use clap::Args;
use guildhall_core::Id;
use guildhall_core::account::{Account, Actor, Recorded, Status};
use guildhall_core::review::{HeldRole, PersonReview, people};
use serde::Serialize;

use super::shared::listed;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;
use crate::output::Table;

/// Review access: each person's roles, since when and by whom, and how much they open and may do
///
/// With `--at`, as it was at that moment.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall review
  guildhall review --at 2026-03-01T00:00:00Z --output json")]
pub(crate) struct Review {
    /// The moment to ask about, as in 2026-03-01T00:00:00Z; the present without it
    #[arg(long, value_name = "TIME")]
    at: Option<DateTime<Utc>>,
}

#[derive(Serialize)]
struct Row {
    id: Id,
    name: String,
    status: Status,
    roles: Vec<Held>,
    items: Vec<String>,
    permissions: Vec<&'static str>,
}

#[derive(Serialize)]
struct Held {
    role: String,
    since: DateTime<Utc>,
    granted_by: String,
}

impl Review {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let desk = context.open(Access::Read)?;
        let program = context.program()?;
        let (tenant, account) = context.company(&desk)?;
        let of_company = desk.journal.records().iter().filter(|record| record.tenant == Some(tenant));
        // What people can do comes from the account alone.
        let of_account = of_company.filter_map(|record| Some((record, record.event.in_account()?)));
        let log: Vec<Recorded> = of_account
            .map(|(record, event)| Recorded {
                at: record.at,
                actor: record.actor.clone(),
                source: record.source.clone(),
                request: record.request.clone(),
                grounds: record.grounds.clone(),
                event: event.clone(),
            })
            .collect();
        let moment = self.at.unwrap_or_else(|| context.now());
        let mut rows: Vec<Row> = people(program, &log, moment).into_iter().map(|p| row(program, account, p)).collect();
        rows.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
        let table = Table::new(&["name", "status", "roles", "pages", "actions"]).with(rows.iter().map(|row| {
            let held = |h: &Held| format!("{} (since {}, by {})", h.role, h.since.date_naive(), h.granted_by);
            let status = match row.status {
                Status::Active => "active",
                Status::Deactivated => "deactivated",
                Status::Removed => "removed",
            };
            let roles: Vec<String> = row.roles.iter().map(held).collect();
            let (pages, actions) = (row.items.len().to_string(), row.permissions.len().to_string());
            vec![row.name.clone(), status.to_owned(), listed(roles.iter().map(String::as_str)), pages, actions]
        }));
        context.out.rows(&table, &rows)?;
        Ok(Exit::Done)
    }
}

fn row(program: &guildhall_core::Program, account: &Account, person: PersonReview) -> Row {
    let by = |actor: &Actor| match actor {
        Actor::Member(id) => account.member(*id).map_or_else(|| id.to_string(), |m| m.email.to_string()),
        Actor::Operator(name) => format!("operator {name}"),
        Actor::Visitor => "registration".to_owned(),
    };
    let held = |h: HeldRole| Held { granted_by: by(&h.granted_by), role: h.role, since: h.since };
    Row {
        id: person.member,
        name: person.name,
        status: person.status,
        roles: person.roles.into_iter().map(held).collect(),
        items: person.items.iter().filter_map(|i| program.item(*i)).map(|i| i.name.clone()).collect(),
        permissions: person.permissions.iter().map(|p| p.id()).collect(),
    }
}
