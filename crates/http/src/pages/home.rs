//! The home page (HOME-1..8): what is relevant to the roles, and nothing else.

use askama::Template;
use axum::response::Response;

use super::view::{Menu, Page};
use super::visit::{Signed, Visit};
use super::words;

#[derive(Debug, Template)]
#[template(path = "home.html")]
struct HomePage {
    page: Page,
    name: String,
    company: String,
    stands: Vec<String>,
    roles: Vec<String>,
    menus: Vec<Menu>,
    can: Vec<String>,
}

pub(super) fn page(visit: &Visit, me: &Signed) -> Response {
    let program = visit.program();
    let page = visit.page(visit.w.t("home-title"));
    let menus = page.who.iter().flat_map(|who| who.navigation.iter().chain(&who.dropdowns)).cloned().collect();
    let can = program
        .grants()
        .iter()
        .filter(|grant| me.standing.permits_in_portal(program, grant.permission))
        .map(|grant| grant.title.clone())
        .collect();
    visit.html(&HomePage {
        page,
        name: me.person.name.to_string(),
        company: me.account.company_name().to_owned(),
        stands: words::standings(visit.w, program, &me.account),
        roles: words::role_titles(program, me.standing.roles()),
        menus,
        can,
    })
}
