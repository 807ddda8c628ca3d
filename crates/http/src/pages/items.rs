//! `/go/<section>/<item>`: every item of the menu has an address, and the address is as closed as the item (HOME-6).

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use guildhall_core::program::{MenuItem, Route};

use super::view::{Answer, Page, see_other};
use super::visit::Visit;
use super::{errors, navigation, words};

/// The page of an item that leads to another site: what it is for, and how to go on from there.
#[derive(Debug, Template)]
#[template(path = "item_link.html")]
struct LinkPage {
    page: Page,
    section: String,
    description: String,
    href: String,
    site: String,
    routes: Vec<RouteView>,
}

/// A way to a goal that begins with the item (CERT-1).
#[derive(Debug)]
struct RouteView {
    title: String,
    steps: Vec<String>,
}

/// The page of an item of a programme's own, for which this portal has no page: what it is for and who opens it.
#[derive(Debug, Template)]
#[template(path = "item.html")]
struct ItemPage {
    page: Page,
    section: String,
    description: String,
    roles: Vec<String>,
    paths: Vec<String>,
    stage: String,
    aliases: Vec<String>,
}

pub(super) async fn item(visit: Visit, Path((section, item)): Path<(String, String)>) -> Answer {
    visit.member()?;
    let name = format!("{section}/{item}");
    let Some(row) = visit.program().items().iter().find(|row| row.name == name) else {
        return Ok(errors::not_found(&visit));
    };
    visit.opening(&name)?;
    match (navigation::own_page(&name), &row.link) {
        (Some(path), _) => Ok(see_other(path)),
        (None, Some(link)) => Ok(outside(&visit, row, link)),
        (None, None) => Ok(without_page(&visit, row)),
    }
}

fn outside(visit: &Visit, row: &MenuItem, link: &str) -> Response {
    let program = visit.program();
    let begins = |route: &&Route| program.item(route.item).is_some_and(|item| item.name == row.name);
    let view = |route: &Route| RouteView { title: route.title.clone(), steps: route.steps.clone() };
    visit.html(&LinkPage {
        page: visit.page(row.title.as_str()),
        section: program.sections().get(row.section).map(|s| s.title.clone()).unwrap_or_default(),
        description: row.description.clone(),
        href: link.to_owned(),
        site: link.trim_start_matches("https://").split('/').next().unwrap_or_default().to_owned(),
        routes: program.routes().iter().filter(begins).map(view).collect(),
    })
}

fn without_page(visit: &Visit, row: &MenuItem) -> Response {
    let program = visit.program();
    let w = visit.w;
    let all_or = |all: bool, key: &str, titles: Vec<String>| if all { vec![w.t(key).into_owned()] } else { titles };
    let path_title = |id| program.path(id).map(|p| p.title.clone());
    visit.html(&ItemPage {
        page: visit.page(row.title.as_str()),
        section: program.sections().get(row.section).map(|s| s.title.clone()).unwrap_or_default(),
        description: row.description.clone(),
        roles: all_or(row.roles == program.all_roles(), "all-roles", words::role_titles(program, row.roles)),
        paths: all_or(row.paths == program.all_paths(), "all-paths", row.paths.iter().filter_map(path_title).collect()),
        stage: program.stage(row.least_stage).map(|s| s.title.clone()).unwrap_or_default(),
        aliases: row.aliases.clone(),
    })
}
