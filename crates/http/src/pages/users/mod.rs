//! User Management: three tabs (C-037), and the pages behind their buttons.

mod iam;
mod invite;
mod leave;
mod list;
mod outcome;
mod roles;
mod tabs;

use axum::Router;
use axum::routing::{get, post};
use guildhall_core::account::{Member, Status};
use guildhall_core::program::RoleKind;
use guildhall_core::{Id, Permission};

use super::form::Link;
use super::view::Stop;
use super::visit::{Signed, Visit};
use super::words;
use crate::app::App;

/// The item behind which all of this is.
const ITEM: &str = "my_company/user_management";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/company/users", get(list::page))
        .route("/company/users/roles", get(roles::page).post(roles::update))
        .route("/company/users/roles/{request}", get(outcome::page))
        .route("/company/users/lead", get(leave::ask_lead).post(leave::reassign))
        .route("/company/users/remove", get(leave::ask_removal).post(leave::remove))
        .route("/company/users/deactivate", get(leave::ask_deactivation).post(leave::deactivate))
        .route("/company/users/partner-roles", get(tabs::partner_roles))
        .route("/company/users/iam-roles", get(iam::page))
        .route("/company/users/iam-roles/map", get(iam::ask).post(iam::map))
        .route("/company/users/invite", get(invite::page).post(invite::send))
        .route("/company/users/invitations/{id}/withdraw", post(invite::withdraw))
        .route("/company/users/invitations/{id}/renew", post(invite::renew))
}

/// A tab.
#[derive(Debug)]
struct Tab {
    href: &'static str,
    title: String,
    current: bool,
}

fn tabs(visit: &Visit, current: &str) -> Vec<Tab> {
    [
        ("/company/users", "tab-users"),
        ("/company/users/partner-roles", "tab-partner-roles"),
        ("/company/users/iam-roles", "tab-iam-roles"),
    ]
    .into_iter()
    .map(|(href, key)| Tab { href, title: visit.w.t(key).into_owned(), current: href == current })
    .collect()
}

impl Visit {
    /// Whoever may look at the company's people here: both gates (C-001).
    fn managing(&self) -> Result<&Signed, Stop> {
        let me = self.opening(ITEM)?;
        self.permitted(Permission::ViewUsers)?;
        Ok(me)
    }

    fn can(&self, me: &Signed, permission: Permission) -> bool {
        me.standing.permits_in_portal(self.program(), permission)
    }
}

/// A role as the forms offer it.
#[derive(Debug, Clone)]
struct RoleChoice {
    name: String,
    title: String,
    /// How many seats are taken, where they are limited.
    seats: String,
    /// Whether the role was chosen in this form.
    chosen: bool,
}

/// The roles that whoever asks may give, with the seats that are taken.
fn grantable(visit: &Visit, me: &Signed) -> Vec<RoleChoice> {
    let program = visit.program();
    program
        .roles()
        .iter()
        .filter(|role| match role.kind {
            RoleKind::Granted(permission) => me.standing.permits(program, permission),
            RoleKind::Lead | RoleKind::Base => false,
        })
        .map(|role| RoleChoice {
            name: role.name.clone(),
            title: role.title.clone(),
            seats: seats(visit, me, &role.name),
            chosen: false,
        })
        .collect()
}

/// How many hold a role and how many wait for it.
fn taken(visit: &Visit, me: &Signed, role: &str) -> (usize, usize) {
    let now = visit.app.services.clock.now();
    let members = me.account.members().values();
    let holders = members.filter(|m| m.status == Status::Active && m.roles.contains(role)).count();
    let invitations = me.account.invitations().values();
    (holders, invitations.filter(|i| i.is_open(now) && i.roles.contains(role)).count())
}

fn seats(visit: &Visit, me: &Signed, role: &str) -> String {
    let quota = visit.program().role_id(role).and_then(|id| visit.program().role(id)).and_then(|r| r.quota);
    let (holders, waiting) = taken(visit, me, role);
    quota.map_or_else(String::new, |quota| {
        let values = [("taken", (holders + waiting).to_string()), ("quota", quota.to_string())];
        visit.w.with("seats", &values.each_ref().map(|(k, v)| (*k, v.as_str()))).into_owned()
    })
}

/// The titles of the roles that a person holds; the base role where there is no other.
fn titles_of(visit: &Visit, member: &Member) -> Vec<String> {
    let program = visit.program();
    let mut roles: Vec<String> = program
        .roles()
        .iter()
        .filter(|role| member.roles.contains(&role.name))
        .map(|role| role.title.clone())
        .collect();
    if roles.is_empty() {
        roles.extend(program.role(program.base()).map(|r| r.title.clone()));
    }
    roles
}

/// The ids that a form or an address names; what is none is left out.
fn ids(texts: &[String]) -> Vec<Id> {
    let mut ids: Vec<Id> = Vec::new();
    for id in texts.iter().filter_map(|text| text.parse().ok()) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

fn back(visit: &Visit) -> Link {
    Link { href: "/company/users".into(), text: visit.w.t("users-back").into_owned() }
}

/// A person in words: name and address.
fn described(member: &Member) -> String {
    format!("{} ({})", member.name, member.email.as_str())
}

/// The word for a person's status.
fn status_word(visit: &Visit, status: Status) -> String {
    words::member_status(visit.w, status)
}
