//! `guildhall program permissions`: who may do what (CMP-1..17).

use serde::Serialize;

use crate::commands::shared::listed;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;

#[derive(Serialize)]
struct Row<'a> {
    permission: &'static str,
    title: &'a str,
    comparison_row: Option<&'a str>,
    roles: Vec<&'a str>,
}

pub(super) fn print(context: &Context<'_>) -> Result<Exit, Failure> {
    let program = context.program()?;
    let rows: Vec<Row<'_>> = program
        .grants()
        .iter()
        .map(|grant| Row {
            permission: grant.permission.id(),
            title: &grant.title,
            comparison_row: grant.comparison_row.as_deref(),
            roles: program.role_names(grant.roles).collect(),
        })
        .collect();
    let table = Table::new(&["permission", "title", "roles"]).with(
        rows.iter().map(|row| vec![row.permission.to_owned(), row.title.to_owned(), listed(row.roles.iter().copied())]),
    );
    context.out.rows(&table, &rows)?;
    Ok(Exit::Done)
}
