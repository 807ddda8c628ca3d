//! Inviting people: several rows, each an address and one or more roles (INV-1..10). Fields: `email` a row, `roles.<n>`
//! for the ticked roles of row n, `do` for the button.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use guildhall_core::account::{Command, InviteRow, Refusal};
use guildhall_core::{FieldFault, Permission};

use super::{RoleChoice, grantable};
use crate::pages::form::Fault;
use crate::pages::view::{Answer, Page};
use crate::pages::visit::{Nothing, Posted, Signed, Visit};
use crate::pages::words;
use crate::portal::{Extras, PortalError};

const TAB: &str = "/company/users/partner-roles";

#[derive(Debug)]
struct Row {
    email: String,
    email_fault: String,
    roles: Vec<RoleChoice>,
    roles_fault: String,
}

#[derive(Debug, Template)]
#[template(path = "invite.html")]
struct InvitePage {
    page: Page,
    rows: Vec<Row>,
    domains: String,
    full: bool,
    faults: Vec<Fault>,
}

/// Reads the rows; `None` where a field is not of this form. The button comes with them.
fn read(fields: Vec<(String, String)>) -> Option<(Vec<InviteRow>, String)> {
    let mut rows: Vec<InviteRow> = Vec::new();
    let mut button = String::new();
    for (name, value) in fields {
        match name.split_once('.') {
            None if name == "email" => rows.push(InviteRow { email: value, roles: Vec::new() }),
            None if name == "do" => button = value,
            Some(("roles", n)) => rows.get_mut(n.parse::<usize>().ok()?)?.roles.push(value),
            _ => return None,
        }
    }
    Some((rows, button))
}

fn empty_row() -> InviteRow {
    InviteRow { email: String::new(), roles: Vec::new() }
}

/// The lines of the summary, each tied to its row.
fn summary(visit: &Visit, faults: &[FieldFault]) -> Vec<Fault> {
    faults
        .iter()
        .map(|fault| {
            let n = row_of(&fault.field).unwrap_or(0);
            let (part, label) = if fault.field.contains("email") {
                ("email", "field-business-email")
            } else {
                ("roles", "invite-roles")
            };
            let field = visit.w.t(label);
            let role = fault.field.split_once("roles.").map(|(_, role)| words::role_title(visit.program(), role));
            let number = (n + 1).to_string();
            let text = words::fault(visit.w, &fault.code);
            let text = role.map_or(text.clone(), |role| format!("{role}: {text}"));
            let values = [("row", number.as_str()), ("field", &*field), ("fault", text.as_str())];
            Fault { href: format!("#row-{n}-{part}"), text: visit.w.with("invite-fault", &values).into_owned() }
        })
        .collect()
}

/// The number in `rows[n].…`.
fn row_of(field: &str) -> Option<usize> {
    field.strip_prefix("rows[")?.split_once(']')?.0.parse().ok()
}

fn show(visit: &Visit, me: &Signed, rows: &[InviteRow], faults: &[FieldFault], status: StatusCode) -> Response {
    let offered = grantable(visit, me);
    let of = |n: usize, part: &str| -> String {
        let place = format!("rows[{n}].{part}");
        let found = faults.iter().filter(|f| f.field == place || f.field.starts_with(&format!("{place}.")));
        let say = |f: &FieldFault| match f.field.split_once("roles.") {
            Some((_, role)) => {
                format!("{}: {}", words::role_title(visit.program(), role), words::fault(visit.w, &f.code))
            }
            None => words::fault(visit.w, &f.code),
        };
        found.map(say).collect::<Vec<_>>().join(" ")
    };
    let rows: Vec<Row> = rows
        .iter()
        .enumerate()
        .map(|(n, row)| Row {
            email: row.email.clone(),
            email_fault: of(n, "email"),
            roles: offered
                .iter()
                .map(|role| RoleChoice { chosen: row.roles.contains(&role.name), ..role.clone() })
                .collect(),
            roles_fault: of(n, "roles"),
        })
        .collect();
    let full = rows.len() >= visit.program().limits().invitation_rows_most as usize;
    let domains = me.account.domains().iter().map(|d| d.to_unicode()).collect::<Vec<_>>().join(", ");
    let page = visit.page(visit.w.t("invite-title"));
    visit.html_with(status, &InvitePage { page, rows, domains, full, faults: summary(visit, faults) })
}

/// `GET /company/users/invite`
pub(super) async fn page(visit: Visit) -> Answer {
    let me = visit.managing()?;
    visit.permitted(Permission::InviteUsers)?;
    Ok(show(&visit, me, &[empty_row()], &[], StatusCode::OK))
}

/// `POST /company/users/invite`: a row more, a row less, or Invite.
pub(super) async fn send(Posted { visit, form }: Posted<Vec<(String, String)>>) -> Answer {
    let me = visit.managing()?;
    visit.permitted(Permission::InviteUsers)?;
    let Some((mut rows, button)) = read(form) else { return Err(visit.with_status(StatusCode::BAD_REQUEST)) };
    match button.split_once('.').unwrap_or((&button, "")) {
        ("add", _) => {
            if rows.len() < visit.program().limits().invitation_rows_most as usize {
                rows.push(empty_row());
            }
            Ok(show(&visit, me, &rows, &[], StatusCode::OK))
        }
        ("drop", n) => {
            if let Some(n) = n.parse::<usize>().ok().filter(|n| *n < rows.len() && rows.len() > 1) {
                rows.remove(n);
            }
            Ok(show(&visit, me, &rows, &[], StatusCode::OK))
        }
        _ => invite(&visit, me, rows).await,
    }
}

async fn invite(visit: &Visit, me: &Signed, rows: Vec<InviteRow>) -> Answer {
    let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let command = Command::Invite { rows: rows.clone() };
    let run = visit.app.portal.run(&visit.origin, Some(me.tenant), &me.actor(), command, Extras::default()).await;
    match run {
        Ok(_) => Ok(visit.go_saying(TAB, &visit.w.t1("invite-done", "count", count))),
        Err(PortalError::Refused(Refusal::InvalidInput { faults })) => {
            Ok(show(visit, me, &rows, &faults, StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(error) => Err(visit.stop(&error)),
    }
}

/// `POST /company/users/invitations/<id>/withdraw`
pub(super) async fn withdraw(Path(id): Path<String>, posted: Posted<Nothing>) -> Answer {
    change(posted, &id, |invitation| Command::WithdrawInvitation { invitation }, "invitation-withdrawn").await
}

/// `POST /company/users/invitations/<id>/renew`
pub(super) async fn renew(Path(id): Path<String>, posted: Posted<Nothing>) -> Answer {
    change(posted, &id, |invitation| Command::RenewInvitation { invitation }, "invitation-renewed").await
}

async fn change(
    Posted { visit, form: Nothing {} }: Posted<Nothing>,
    id: &str,
    command: impl Fn(guildhall_core::Id) -> Command,
    said: &str,
) -> Answer {
    let me = visit.managing()?;
    visit.permitted(Permission::InviteUsers)?;
    let Ok(id) = id.parse() else { return Ok(visit.refused(&Refusal::InvitationMissing)) };
    let run = visit.app.portal.run(&visit.origin, Some(me.tenant), &me.actor(), command(id), Extras::default()).await;
    match run {
        Ok(_) => Ok(visit.go_saying(TAB, &visit.w.t(said))),
        Err(PortalError::Refused(Refusal::InvalidInput { faults })) => {
            let reasons = faults.iter().map(|f| words::fault(visit.w, &f.code)).collect::<Vec<_>>().join(" ");
            let link = crate::pages::form::Link { href: TAB.into(), text: visit.w.t("users-back").into_owned() };
            Ok(crate::pages::errors::message(&visit, StatusCode::CONFLICT, reasons, vec![link]))
        }
        Err(error) => Err(visit.stop(&error)),
    }
}
