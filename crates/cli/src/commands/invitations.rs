//! `guildhall invitations`.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use clap::Args;
use guildhall_core::Id;
use guildhall_core::account::{Invitation, InvitationStatus};
use serde::Serialize;

use super::shared::listed;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;
use crate::output::Table;

/// List the invitations of a company
#[derive(Debug, Args)]
pub(crate) struct Invitations {}

#[derive(Serialize)]
struct Row<'a> {
    email: &'a str,
    roles: &'a BTreeSet<String>,
    by: &'a str,
    expires_at: DateTime<Utc>,
    status: &'static str,
    id: Id,
}

impl Invitations {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let desk = context.open(Access::Read)?;
        let (_, account) = context.company(&desk)?;
        let now = context.now();
        let mut rows: Vec<Row<'_>> = account
            .invitations()
            .iter()
            .map(|(id, i)| Row {
                email: i.email.as_str(),
                roles: &i.roles,
                by: account.member(i.by).map_or("", |m| m.email.as_str()),
                expires_at: i.expires_at,
                status: status(i, now),
                id: *id,
            })
            .collect();
        rows.sort_by_key(|row| (row.email.to_ascii_lowercase(), row.id));
        let table = Table::new(&["email", "roles", "by", "expires_at", "status", "id"]).with(rows.iter().map(|row| {
            vec![
                row.email.to_owned(),
                listed(row.roles.iter().map(String::as_str)),
                row.by.to_owned(),
                row.expires_at.format("%Y-%m-%d %H:%M").to_string(),
                row.status.to_owned(),
                row.id.to_string(),
            ]
        }));
        context.out.rows(&table, &rows)?;
        Ok(Exit::Done)
    }
}

fn status(invitation: &Invitation, now: DateTime<Utc>) -> &'static str {
    match invitation.status {
        InvitationStatus::Open if invitation.is_open(now) => "open",
        InvitationStatus::Open => "expired",
        InvitationStatus::Accepted => "accepted",
        InvitationStatus::Withdrawn => "withdrawn",
    }
}
