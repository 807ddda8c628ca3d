//! `guildhall review`: who can do what, since when, and by whose grant.

use chrono::{DateTime, Utc};
use clap::Args;
use guildhall_core::Id;
use guildhall_core::account::{Account, Actor, Recorded, Status};
use guildhall_core::review::{Facts, Finding, FindingKind, HeldRole, PersonReview, as_of, findings, people, usage};
use serde::Serialize;

use super::room::email;
use super::shared::listed;
use crate::context::{Context, Desk};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;
use crate::output::{Table, escape};
use crate::past::{AsOf, log};

/// Review access: each person's roles, since when and by whom, and how much they open and may do
///
/// With `--as-of`, as it was at that moment. Below the people stand the findings of good practice: they advise, and change
/// nothing. A journal keeps no sign-ins, so that what depends on them is left out.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall review
  guildhall review --as-of 2026-03-01T00:00:00Z --output json")]
pub(crate) struct Review {
    #[command(flatten)]
    as_of: AsOf,
    /// When the roles were last reviewed, for the finding that a review is due
    #[arg(long, value_name = "TIME")]
    last_review: Option<DateTime<Utc>>,
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

#[derive(Serialize)]
struct Answer {
    people: Vec<Row>,
    findings: Vec<Found>,
}

/// A finding in words.
#[derive(Serialize)]
struct Found {
    code: &'static str,
    /// Whose; none for the company's.
    person: Option<String>,
    /// The role that allows more than it was used for.
    role: Option<String>,
    /// The role that would do.
    instead: Option<String>,
}

impl Review {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let desk = context.open(Access::Read)?;
        let program = context.program()?;
        let (tenant, account) = context.company(&desk)?;
        let log = log(&desk, tenant);
        let moment = self.as_of.moment.unwrap_or_else(|| context.now());
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
        let answer = Answer { findings: found(context, &desk, tenant, &log, moment, self.last_review)?, people: rows };
        context.out.rows_with(&table, &answer.told(), &answer)?;
        Ok(Exit::Done)
    }
}

/// The findings at `moment`, from what the journal knows.
fn found(
    context: &Context<'_>,
    desk: &Desk,
    tenant: Id,
    log: &[Recorded],
    moment: DateTime<Utc>,
    last_review: Option<DateTime<Utc>>,
) -> Result<Vec<Found>, Failure> {
    let account = as_of(log, moment);
    let records = desk.journal.records().iter().filter(|r| r.tenant == Some(tenant) && r.at <= moment);
    let facts = Facts {
        usage: usage(records.map(|record| (&record.actor, record.grounds.as_ref()))),
        last_review,
        registered_at: log.first().map(|line| line.at),
    };
    // Whether somebody is absent, or shares a login, only sessions tell.
    let told = |finding: &Finding| !matches!(finding.kind, FindingKind::Absent | FindingKind::SharedLogin);
    let found = findings(context.program()?, &account, &facts, moment).into_iter().filter(told);
    let worded = found.map(|finding| {
        let code = finding.kind.code();
        let person = finding.member.map(|id| email(&account, id));
        let (role, instead) = match finding.kind {
            FindingKind::BroaderThanUsed { role, instead } => (Some(role), instead),
            FindingKind::ReviewOverdue
            | FindingKind::Absent
            | FindingKind::SharedLogin
            | FindingKind::ImpersonalLead
            | FindingKind::ImpersonalLogin => (None, None),
        };
        Found { code, person, role, instead }
    });
    Ok(worded.collect())
}

impl Answer {
    fn told(&self) -> String {
        let line = |found: &Found| {
            let person = found.person.as_deref().unwrap_or("the company");
            let role = found.role.as_deref().map(|role| {
                format!(": {role}, where {} would do", found.instead.as_deref().unwrap_or("what everybody has"))
            });
            format!("finding: {} {}{}\n", escape(person), found.code, role.unwrap_or_default())
        };
        self.findings.iter().map(line).collect()
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
