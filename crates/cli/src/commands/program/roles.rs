//! `guildhall program roles` (ROLE-3).

use guildhall_core::program::RoleKind;
use serde::Serialize;

use crate::commands::shared::listed;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;

#[derive(Serialize)]
struct Row<'a> {
    role: &'a str,
    title: &'a str,
    purpose: &'a str,
    kind: &'static str,
    quota: Option<u32>,
    granted_with: Option<&'static str>,
    granted_by: Vec<&'a str>,
}

pub(super) fn print(context: &Context<'_>) -> Result<Exit, Failure> {
    let program = context.program()?;
    let rows: Vec<Row<'_>> = program
        .roles()
        .iter()
        .map(|role| {
            let (kind, granted_with) = match role.kind {
                RoleKind::Lead => ("lead", None),
                RoleKind::Base => ("base", None),
                RoleKind::Granted(permission) => ("granted", Some(permission.id())),
            };
            let grantors = program.role_id(&role.name).map(|id| program.grantors(id)).unwrap_or_default();
            let granted_by = program.role_names(grantors).collect();
            Row {
                role: &role.name,
                title: &role.title,
                purpose: &role.purpose,
                kind,
                quota: role.quota,
                granted_with,
                granted_by,
            }
        })
        .collect();
    let table = Table::new(&["role", "title", "quota", "granted_by", "purpose"]).with(rows.iter().map(|row| {
        let quota = match (row.kind, row.quota) {
            ("lead", _) => "1".to_owned(),
            (_, Some(quota)) => quota.to_string(),
            (_, None) => String::new(),
        };
        let granted_by = listed(row.granted_by.iter().copied());
        vec![row.role.to_owned(), row.title.to_owned(), quota, granted_by, row.purpose.to_owned()]
    }));
    context.out.rows(&table, &rows)?;
    Ok(Exit::Done)
}
