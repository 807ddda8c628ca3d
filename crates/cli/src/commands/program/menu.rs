//! `guildhall program menu`: every row of the menu table (MENU-1..43).

use guildhall_core::program::{MenuItem, Program};
use serde::Serialize;

use crate::commands::shared::listed;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;

#[derive(Serialize)]
struct Row<'a> {
    section: &'a str,
    item: &'a str,
    aliases: &'a [String],
    roles: Vec<&'a str>,
    paths: Paths<'a>,
    least_stage: &'a str,
}

/// `"all"`, or ids.
#[derive(Serialize)]
#[serde(untagged)]
enum Paths<'a> {
    All(&'static str),
    Some(Vec<&'a str>),
}

impl<'a> Row<'a> {
    fn of(program: &'a Program, item: &'a MenuItem) -> Self {
        let all = item.paths == program.all_paths();
        Self {
            section: program.sections().get(item.section).map_or("", |s| s.title.as_str()),
            item: &item.title,
            aliases: &item.aliases,
            roles: program.role_names(item.roles).collect(),
            paths: if all { Paths::All("all") } else { Paths::Some(program.path_names(item.paths).collect()) },
            least_stage: program.stage(item.least_stage).map_or("", |s| s.name.as_str()),
        }
    }
}

pub(super) fn print(context: &Context<'_>) -> Result<Exit, Failure> {
    let program = context.program()?;
    let rows: Vec<Row<'_>> = program.items().iter().map(|item| Row::of(program, item)).collect();
    let table = Table::new(&["section", "item", "roles", "paths", "least_stage"]).with(rows.iter().map(|row| {
        let roles =
            if row.roles.len() == program.roles().len() { "all".to_owned() } else { listed(row.roles.iter().copied()) };
        let paths = match &row.paths {
            Paths::All(all) => (*all).to_owned(),
            Paths::Some(paths) => listed(paths.iter().copied()),
        };
        vec![row.section.to_owned(), row.item.to_owned(), roles, paths, row.least_stage.to_owned()]
    }));
    context.out.rows(&table, &rows)?;
    Ok(Exit::Done)
}
