//! `guildhall companies`.

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

/// List the companies of the journal
#[derive(Debug, Args)]
pub(crate) struct Companies {}

#[derive(Serialize)]
struct Row<'a> {
    name: &'a str,
    domains: Vec<&'a str>,
    stages: &'a std::collections::BTreeMap<String, String>,
    lead: Option<&'a str>,
    people: usize,
    id: Id,
}

impl Companies {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let desk = context.open(Access::Read)?;
        let program = context.program()?;
        let mut rows: Vec<Row<'_>> = desk
            .book
            .accounts()
            .iter()
            .map(|(id, account)| Row {
                name: account.company_name(),
                domains: account.domains().iter().map(|d| d.as_str()).collect(),
                stages: account.stages(),
                lead: account.lead(program).map(|(_, m)| m.email.as_str()),
                people: account.members().values().filter(|m| m.status == Status::Active).count(),
                id: *id,
            })
            .collect();
        rows.sort_by_key(|row| (row.name.to_lowercase(), row.id));
        let table = Table::new(&["name", "domains", "stages", "lead", "people", "id"]).with(rows.iter().map(|row| {
            let stages: Vec<String> = row.stages.iter().map(|(path, stage)| format!("{path}: {stage}")).collect();
            vec![
                row.name.to_owned(),
                listed(row.domains.iter().copied()),
                listed(stages.iter().map(String::as_str)),
                row.lead.unwrap_or_default().to_owned(),
                row.people.to_string(),
                row.id.to_string(),
            ]
        }));
        context.out.rows(&table, &rows)?;
        Ok(Exit::Done)
    }
}
