//! `guildhall roles`: give and take roles, each change judged on its own (USR-13..25, C-038).

use clap::Args;
use guildhall_core::Id;
use guildhall_core::account::{Account, Command, Event, RoleChange, RoleRow};
use serde::Serialize;

use super::shared::EmailRoles;
use crate::context::{Context, find_person};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::{Access, Record};
use crate::output::Table;
use crate::words;

/// Give and take roles of several people at once
///
/// Each change is judged on its own: the allowed ones are made, the others are counted with a reason, and the exit code
/// is 3. What is taken is taken first.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall roles --as ann@acme.example \\
    --assign bo@acme.example=ace_manager --unassign cy@acme.example=alliance_team")]
pub(crate) struct Roles {
    /// Give these roles to this person; repeatable
    #[arg(long, value_name = "EMAIL=ROLE,ROLE", required_unless_present = "unassign")]
    assign: Vec<EmailRoles>,
    /// Take these roles from this person; repeatable
    #[arg(long, value_name = "EMAIL=ROLE,ROLE")]
    unassign: Vec<EmailRoles>,
}

/// What an update did.
#[derive(Debug, Serialize)]
struct Answer {
    succeeded: usize,
    failed: usize,
    changes: Vec<Change>,
}

/// What became of one change.
#[derive(Debug, Serialize)]
struct Change {
    member: Id,
    email: String,
    change: RoleChange,
    role: String,
    ok: bool,
    code: Option<String>,
    message: Option<String>,
}

impl Roles {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let mut desk = context.open(Access::Write)?;
        let (tenant, actor) = context.actor(&desk)?;
        let rows = self.rows(context.company(&desk)?.1)?;
        let outcome = context.submit(&mut desk, Some(tenant), &actor, &Command::UpdateRoles { rows })?;
        let account = desk.book.account(tenant);
        let email = |id: Id| account.and_then(|a| a.member(id)).map_or_else(String::new, |m| m.email.to_string());
        let changes: Vec<Change> = outcome.records.iter().filter_map(|r| change(r, email)).collect();
        let succeeded = changes.iter().filter(|c| c.ok).count();
        let answer = Answer { succeeded, failed: changes.len() - succeeded, changes };
        answer.print(context)?;
        Ok(if answer.failed == 0 { Exit::Done } else { Exit::Refused })
    }

    /// One row a person, in the order in which they are named.
    fn rows(&self, account: &Account) -> Result<Vec<RoleRow>, Failure> {
        let mut rows: Vec<RoleRow> = Vec::new();
        let assigned = self.assign.iter().map(|r| (RoleChange::Assign, r));
        let unassigned = self.unassign.iter().map(|r| (RoleChange::Unassign, r));
        for (change, named) in assigned.chain(unassigned) {
            let member = find_person(account, &named.email)?.id;
            if !rows.iter().any(|r| r.member == member) {
                rows.push(RoleRow { member, assign: Vec::new(), unassign: Vec::new() });
            }
            for row in rows.iter_mut().filter(|r| r.member == member) {
                match change {
                    RoleChange::Assign => row.assign.extend(named.roles.iter().cloned()),
                    RoleChange::Unassign => row.unassign.extend(named.roles.iter().cloned()),
                }
            }
        }
        Ok(rows)
    }
}

impl Answer {
    fn print(&self, context: &Context<'_>) -> Result<(), Failure> {
        let table = Table::new(&["person", "change", "role", "result", "reason"]).with(self.changes.iter().map(|c| {
            let change = match c.change {
                RoleChange::Assign => "assign",
                RoleChange::Unassign => "unassign",
            };
            let result = if c.ok { "done" } else { "refused" };
            let reason = c.message.clone().unwrap_or_default();
            vec![c.email.clone(), change.to_owned(), c.role.clone(), result.to_owned(), reason]
        }));
        let counts = format!("{} succeeded, {} failed\n", self.succeeded, self.failed);
        context.out.rows_with(&table, &counts, self)
    }
}

fn change(record: &Record, email: impl Fn(Id) -> String) -> Option<Change> {
    let done = |member: Id, change, role: &String| {
        let (email, role) = (email(member), role.clone());
        Some(Change { member, email, change, role, ok: true, code: None, message: None })
    };
    let event = record.event.in_account()?;
    if let Event::RoleAssigned { member, role } = event {
        return done(*member, RoleChange::Assign, role);
    }
    if let Event::RoleUnassigned { member, role } = event {
        return done(*member, RoleChange::Unassign, role);
    }
    let Event::RoleChangeRefused { member, role, change, code } = event else { return None };
    Some(Change {
        member: *member,
        email: email(*member),
        change: *change,
        role: role.clone(),
        ok: false,
        code: Some(code.clone()),
        message: Some(words::of_role_code(code).into_owned()),
    })
}
