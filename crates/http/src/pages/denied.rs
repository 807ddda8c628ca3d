//! The page that says why something is closed: which role, path or stage is missing, and who can help (HOME-6).

use std::collections::BTreeSet;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use guildhall_core::Permission;
use guildhall_core::access::{Explanation, Question};
use guildhall_core::account::Status;
use guildhall_core::program::{ItemId, RoleSet};

use super::view::{Page, encoded};
use super::visit::{Signed, Visit};
use super::words;

/// Somebody who can help.
#[derive(Debug)]
struct Helper {
    name: String,
    email: String,
    roles: Vec<String>,
    /// A letter to them, begun.
    href: String,
}

#[derive(Debug, Template)]
#[template(path = "denied.html")]
struct DeniedPage {
    page: Page,
    heading: String,
    description: String,
    /// Any one of these would do.
    roles: Vec<String>,
    paths: Vec<String>,
    stage: String,
    /// No role at all opens it.
    nobody: bool,
    held: Vec<String>,
    stands: Vec<String>,
    helpers: Vec<Helper>,
    /// Whoever asks can give a missing role, also to themselves.
    myself: bool,
    /// The path or stage is missing, which only the programme can change.
    by_programme: bool,
}

/// The page for a menu item that is closed.
pub(super) fn page(visit: &Visit, me: &Signed, item: ItemId) -> Response {
    let Some(row) = visit.program().item(item) else { return super::errors::not_found(visit) };
    let explanation = me.standing.explain(visit.program(), Question::Open(item));
    let heading = visit.w.t1("denied-item", "title", row.title.as_str()).into_owned();
    render(visit, me, heading, row.description.clone(), &explanation)
}

/// The page for an action that is not allowed; where the action's page is closed as well, that is said first.
pub(super) fn permission(visit: &Visit, me: &Signed, permission: Permission) -> Response {
    let program = visit.program();
    let grant = program.grant(permission);
    let closed_page = program.page_of(permission).filter(|item| !me.standing.opens(program, *item));
    let question = match closed_page {
        Some(item) if me.standing.permits(program, permission) => Question::Open(item),
        _ => Question::Do(permission),
    };
    let title = grant.map_or(permission.id(), |g| g.title.as_str());
    let heading = visit.w.t1("denied-action", "title", title).into_owned();
    render(visit, me, heading, String::new(), &me.standing.explain(program, question))
}

fn render(visit: &Visit, me: &Signed, heading: String, description: String, answer: &Explanation) -> Response {
    let program = visit.program();
    let missing = answer.missing;
    let roles = words::role_titles(program, missing.roles);
    let path_title = |name: &str| program.path_id(name).and_then(|id| program.path(id)).map(|p| p.title.clone());
    let paths: Vec<String> = program.path_names(missing.paths).filter_map(path_title).collect();
    let stage = missing.stage.and_then(|id| program.stage(id)).map(|s| s.title.clone()).unwrap_or_default();
    let by_programme = !paths.is_empty() || !stage.is_empty();
    let model = DeniedPage {
        page: visit.page(visit.w.t("denied-title")),
        helpers: helpers(visit, me, answer.grantors, &heading, &roles),
        myself: me.standing.roles().meets(answer.grantors),
        nobody: roles.is_empty() && !by_programme,
        heading,
        description,
        roles,
        paths,
        stage,
        held: words::role_titles(program, me.standing.roles()),
        stands: words::standings(visit.w, program, &me.account),
        by_programme,
    };
    visit.html_with(StatusCode::FORBIDDEN, &model)
}

/// The active people of this company who hold a role that can give a missing one.
fn helpers(visit: &Visit, me: &Signed, grantors: RoleSet, heading: &str, wanted: &[String]) -> Vec<Helper> {
    let program = visit.program();
    let w = visit.w;
    let names: BTreeSet<&str> = program.role_names(grantors).collect();
    me.account
        .members()
        .iter()
        .filter(|(id, m)| **id != me.member && m.status == Status::Active)
        .filter(|(_, m)| m.roles.iter().any(|role| names.contains(role.as_str())))
        .map(|(_, m)| {
            let subject = w.t1("denied-letter-subject", "what", heading);
            let values = [("name", m.name.as_str()), ("roles", &wanted.join(", ")), ("me", me.person.name.as_str())];
            let body = w.with("denied-letter-body", &values);
            // Letters write a blank as %20, not as a plus.
            let part = |text: &str| encoded(text).replace('+', "%20");
            Helper {
                name: m.name.to_string(),
                email: m.email.as_str().to_owned(),
                roles: m.roles.iter().map(|role| words::role_title(program, role)).collect(),
                href: format!("mailto:{}?subject={}&body={}", m.email.as_str(), part(&subject), part(&body)),
            }
        })
        .collect()
}
