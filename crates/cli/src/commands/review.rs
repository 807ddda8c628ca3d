//! `guildhall review`: who can do what, since when, and by whose grant.

use chrono::{DateTime, Utc};
use clap::Args;
use guildhall_core::account::{Account, Actor, Status};
use guildhall_core::review::{self, Facts, HeldRole, PersonReview, Reach, usage};
use guildhall_core::{Id, Program};
use serde::Serialize;

use super::room::email;
use super::shared::listed;
use crate::context::Context;
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
        let at = review::moment(self.as_of.moment, context.now());
        let records = desk.journal.records().iter().filter(|r| r.tenant == Some(tenant) && r.at <= at);
        let used = usage(records.map(|record| (&record.actor, record.grounds.as_ref())));
        // A journal keeps no sign-ins: what depends on them is not judged.
        let facts = Facts { usage: used, last_review: self.last_review, ..Facts::default() };
        let review = review::Review::of(program, &log(&desk, tenant), facts, at);
        let rows: Vec<Row> = review.people.iter().map(|person| row(program, account, person)).collect();
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
        let answer = Answer { findings: found(&review), people: rows };
        context.out.rows_with(&table, &answer.told(), &answer)?;
        Ok(Exit::Done)
    }
}

/// The findings in words.
fn found(review: &review::Review) -> Vec<Found> {
    let worded = review.findings.iter().map(|finding| {
        let (role, instead) = finding.kind.roles();
        Found {
            code: finding.kind.code(),
            person: finding.member.map(|id| email(&review.account, id)),
            role: role.map(str::to_owned),
            instead: instead.map(str::to_owned),
        }
    });
    worded.collect()
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

fn row(program: &Program, account: &Account, person: &PersonReview) -> Row {
    let by = |actor: &Actor| match actor {
        Actor::Member(id) => account.member(*id).map_or_else(|| id.to_string(), |m| m.email.to_string()),
        Actor::Operator(name) => format!("operator {name}"),
        Actor::Visitor => "registration".to_owned(),
    };
    let held = |h: &HeldRole| Held { granted_by: by(&h.granted_by), role: h.role.clone(), since: h.since };
    let Reach { items, permissions } = &person.reach;
    Row {
        id: person.member,
        name: person.name.clone(),
        status: person.status,
        roles: person.roles.iter().map(held).collect(),
        items: items.iter().filter_map(|i| program.item(*i)).map(|i| i.name.clone()).collect(),
        permissions: permissions.iter().map(|p| p.id()).collect(),
    }
}
