//! `/go/<section>/<item>`: every item of the menu has an address, and the address is as closed as the item (HOME-6).

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use guildhall_core::program::MenuItem;

use super::view::{Answer, Page, see_other};
use super::visit::Visit;
use super::{errors, navigation, words};

/// The page of an item that is not built yet: what it is for and who opens it.
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
    match navigation::own_page(&name) {
        Some(path) => Ok(see_other(path)),
        None => Ok(unbuilt(&visit, row)),
    }
}

fn unbuilt(visit: &Visit, row: &MenuItem) -> Response {
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
