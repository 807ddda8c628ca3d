//! `guildhall people`.

use std::collections::BTreeSet;

use clap::Args;
use guildhall_core::Id;
use guildhall_core::account::Status;
use serde::Serialize;

use super::shared::listed;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;
use crate::output::Table;
use crate::past::AsOf;

/// List the people of a company with their roles
///
/// Everybody has the base role besides those shown.
#[derive(Debug, Args)]
pub(crate) struct People {
    #[command(flatten)]
    as_of: AsOf,
}

#[derive(Serialize)]
struct Row<'a> {
    name: &'a str,
    email: &'a str,
    roles: &'a BTreeSet<String>,
    status: Status,
    id: Id,
}

impl People {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let desk = context.open(Access::Read)?;
        let (tenant, account) = context.company(&desk)?;
        let account = self.as_of.of(&desk, tenant, account)?;
        let mut rows: Vec<Row<'_>> = account
            .members()
            .iter()
            .map(|(id, m)| Row {
                name: m.name.as_str(),
                email: m.email.as_str(),
                roles: &m.roles,
                status: m.status,
                id: *id,
            })
            .collect();
        rows.sort_by_key(|row| (row.email.to_ascii_lowercase(), row.id));
        let table = Table::new(&["name", "email", "roles", "status", "id"]).with(rows.iter().map(|row| {
            let status = match row.status {
                Status::Active => "active",
                Status::Deactivated => "deactivated",
                Status::Removed => "removed",
            };
            let roles = listed(row.roles.iter().map(String::as_str));
            vec![row.name.to_owned(), row.email.to_owned(), roles, status.to_owned(), row.id.to_string()]
        }));
        context.out.rows(&table, &rows)?;
        Ok(Exit::Done)
    }
}
