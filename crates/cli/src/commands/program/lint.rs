//! `guildhall program lint`: every fault of a programme's file, with its place.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::commands::shared::counted;
use crate::context::{Context, parse_programme, read_programme};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Table, escape};

/// Check a programme's file; every fault is shown with its line and column
#[derive(Debug, Args)]
pub(crate) struct Lint {
    /// The file
    file: PathBuf,
}

#[derive(Serialize)]
struct Sound<'a> {
    ok: bool,
    title: &'a str,
    roles: usize,
    items: usize,
}

impl Lint {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let program = parse_programme(&read_programme(&self.file)?)?;
        let (roles, items) = (program.roles().len(), program.items().len());
        let sound = Sound { ok: true, title: program.title(), roles, items };
        let cells = vec![program.title().to_owned(), roles.to_string(), items.to_string()];
        let table = Table::new(&["title", "roles", "items"]).with([cells]);
        let counts = [(roles, "role"), (items, "menu item")].map(|(n, w)| counted(n, w));
        let text = format!("ok: {}, {}\n", escape(program.title()), counts.join(", "));
        if !context.out.is_quiet() {
            context.out.answer(&text, &table, &sound)?;
        }
        Ok(Exit::Done)
    }
}
