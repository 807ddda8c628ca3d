//! `guildhall menu`: the pages that somebody may open (HOME-6, HOME-8).

use clap::Args;
use guildhall_core::access::menu;
use serde::Serialize;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;
use crate::standing::About;

/// Show the menu as one person sees it
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall menu --for bo@acme.example
  guildhall menu --roles marketing_staff,ace_user --path software --stage validated")]
pub(crate) struct Menu {
    #[command(flatten)]
    about: About,
}

#[derive(Serialize)]
struct Row<'a> {
    section: &'a str,
    item: &'a str,
    id: &'a str,
    description: &'a str,
}

impl Menu {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let known = self.about.standing(context)?;
        let sections = menu(context.program()?, &known.standing);
        let rows: Vec<Row<'_>> = sections
            .iter()
            .flat_map(|s| {
                s.entries.iter().map(|entry| Row {
                    section: &s.section.title,
                    item: &entry.item.title,
                    id: &entry.item.name,
                    description: &entry.item.description,
                })
            })
            .collect();
        let table = Table::new(&["section", "item", "description"])
            .with(rows.iter().map(|row| vec![row.section.to_owned(), row.item.to_owned(), row.description.to_owned()]));
        context.out.rows(&table, &rows)?;
        Ok(Exit::Done)
    }
}
