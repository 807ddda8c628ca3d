//! `guildhall policy list`: which documents there are.

use guildhall_core::iam::{DOCUMENTS, PolicyKind};
use serde::Serialize;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;

#[derive(Serialize)]
struct Row {
    name: &'static str,
    kind: PolicyKind,
    managed: bool,
    purpose: &'static str,
}

pub(super) fn print(context: &Context<'_>) -> Result<Exit, Failure> {
    let rows = DOCUMENTS.map(|d| Row { name: d.name, kind: d.kind, managed: d.managed, purpose: d.purpose });
    let table = Table::new(&["name", "kind", "kept_by", "purpose"]).with(rows.iter().map(|row| {
        let kind = match row.kind {
            PolicyKind::Permissions => "permissions",
            PolicyKind::Trust => "trust",
        };
        let kept_by = if row.managed { "vendor" } else { "you" };
        [row.name, kind, kept_by, row.purpose].map(str::to_owned).to_vec()
    }));
    context.out.rows(&table, &rows)?;
    Ok(Exit::Done)
}
