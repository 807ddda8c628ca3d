//! The tab Users: everybody of the company, to search, sort and tick (USR-17).

use askama::Template;
use guildhall_core::Permission;
use guildhall_core::account::Status;
use serde::Deserialize;

use super::{Tab, described, status_word, tabs, titles_of};
use crate::pages::search::holds;
use crate::pages::view::{Answer, Page, encoded};
use crate::pages::visit::Visit;

#[derive(Debug)]
struct Line {
    id: String,
    name: String,
    email: String,
    job_title: String,
    roles: Vec<String>,
    status: String,
    active: bool,
    me: bool,
}

#[derive(Debug, Template)]
#[template(path = "users.html")]
struct UsersPage {
    page: Page,
    tabs: Vec<Tab>,
    query: String,
    sort: String,
    all: bool,
    lines: Vec<Line>,
    most: u32,
    sorts: Vec<(&'static str, String)>,
    can_roles: bool,
    can_lead: bool,
    can_remove: bool,
    can_deactivate: bool,
    can_invite: bool,
    others: bool,
}

/// What the list shows, and in which order.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    sort: String,
    #[serde(default)]
    all: String,
}

pub(super) async fn page(visit: Visit, axum::extract::Query(asked): axum::extract::Query<Asked>) -> Answer {
    let me = visit.managing()?;
    let query: String = asked.q.trim().chars().take(100).collect();
    let wanted: Vec<String> = query.to_lowercase().split_whitespace().map(str::to_owned).collect();
    let all = asked.all == "yes";
    let mut lines: Vec<Line> = me
        .account
        .members()
        .iter()
        .filter(|(_, m)| all || m.status == Status::Active)
        .map(|(id, m)| Line {
            id: id.to_string(),
            name: m.name.to_string(),
            email: m.email.as_str().to_owned(),
            job_title: m.customer.job_title.to_string(),
            roles: titles_of(&visit, m),
            status: status_word(&visit, m.status),
            // A removed person stands here for the record; nothing can be done about them.
            active: m.status != Status::Removed,
            me: *id == me.member,
        })
        .filter(|line| {
            let roles = line.roles.iter().map(String::as_str);
            holds(&wanted, [line.name.as_str(), &line.email, &line.job_title].into_iter().chain(roles))
        })
        .collect();
    let sort =
        if ["name", "email", "roles", "status"].contains(&asked.sort.as_str()) { asked.sort } else { "name".into() };
    lines.sort_by_cached_key(|line| {
        let first = match sort.as_str() {
            "email" => line.email.to_lowercase(),
            "roles" => line.roles.join(", ").to_lowercase(),
            "status" => line.status.clone(),
            _ => String::new(),
        };
        (first, line.name.to_lowercase(), line.email.to_lowercase())
    });
    let keep = format!("q={}{}", encoded(&query), if all { "&all=yes" } else { "" });
    let sorts = ["name", "roles", "status"].map(|by| (by, format!("/company/users?{keep}&sort={by}")));
    let can = |permission| visit.can(me, permission);
    Ok(visit.html(&UsersPage {
        page: visit.page(visit.w.t("users-title")),
        tabs: tabs(&visit, "/company/users"),
        query,
        sort,
        all,
        lines,
        most: visit.program().limits().role_update_rows_most,
        sorts: sorts.into(),
        can_roles: !super::grantable(&visit, me).is_empty(),
        can_lead: can(Permission::ReassignLead),
        can_remove: can(Permission::RemoveUsers),
        can_deactivate: can(Permission::DeactivateUsers),
        can_invite: can(Permission::InviteUsers),
        others: me.account.members().values().any(|m| m.status != Status::Active),
    }))
}

/// The people who could be chosen in a list: active, in the order of their names.
pub(super) fn choices(visit: &Visit, chosen: &str) -> Vec<crate::pages::form::Choice> {
    let Some(me) = &visit.signed else { return Vec::new() };
    let mut people: Vec<_> = me.account.members().iter().filter(|(_, m)| m.status == Status::Active).collect();
    people.sort_by_cached_key(|(_, m)| m.name.as_str().to_lowercase());
    people
        .into_iter()
        .map(|(id, m)| crate::pages::form::Choice {
            value: id.to_string(),
            label: described(m),
            hint: String::new(),
            chosen: id.to_string() == chosen,
        })
        .collect()
}
