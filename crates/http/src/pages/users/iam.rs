//! The tab IAM roles of User Management: who still needs a role, in two lists, and mapping several at once (LINK-32..38).

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use guildhall_core::linking::{self, Command, Refusal, overview};
use guildhall_core::{FieldFault, Id, Permission};
use serde::Deserialize;

use super::{Tab, tabs};
use crate::pages::form::{Field, FormPage};
use crate::pages::linking::{Fields, Person, done, person, role_field, users_of};
use crate::pages::view::{Answer, Page, Stop};
use crate::pages::visit::{Posted, Signed, Visit};

const TAB: &str = "/company/users/iam-roles";
const MAP: &str = "/company/users/iam-roles/map";

/// Somebody who is mapped.
#[derive(Debug)]
struct Mapped {
    person: Person,
    role: String,
    works: bool,
}

#[derive(Debug, Template)]
#[template(path = "iam_roles.html")]
struct IamRolesPage {
    page: Page,
    tabs: Vec<Tab>,
    linked: bool,
    /// Whether they map here, and whether the marketplace page is theirs.
    can_map: bool,
    can_manage: bool,
    most: u32,
    cloud_admins: Vec<Person>,
    partners: Vec<Person>,
    mapped: Vec<Mapped>,
    no_roles: bool,
}

/// `GET /company/users/iam-roles`
pub(super) async fn page(visit: Visit) -> Answer {
    let me = visit.managing()?;
    let state = visit.room::<linking::State>(me).await?;
    let reading = visit.reading(me)?;
    let setting = reading.setting();
    let all = match overview(&setting, &state) {
        Ok(all) => all,
        Err(denied) => return Ok(visit.denied(&denied)),
    };
    let mapped = all.mappings.iter().map(|mapping| Mapped {
        person: person(me, mapping.user),
        role: mapping.role.name().to_owned(),
        works: mapping.sign_on.is_ok(),
    });
    Ok(visit.html(&IamRolesPage {
        page: visit.page(visit.w.t("users-title")),
        tabs: tabs(&visit, TAB),
        linked: all.link.is_some(),
        can_map: all.may(Permission::MapIamRoles),
        can_manage: all.may(Permission::LinkMarketplaceAccount),
        most: visit.program().linking().users_most,
        cloud_admins: Person::all(&all.cloud_admins),
        partners: Person::all(&all.partners),
        mapped: mapped.collect(),
        no_roles: all.choices.partners.is_empty(),
    }))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MapForm {
    #[serde(default)]
    user: Vec<String>,
    #[serde(default)]
    role: String,
}

/// Who was ticked and the roles that suit all of them; the core says it if they are of both lists.
async fn form(visit: &Visit, me: &Signed, users: &[Id], chosen: &str) -> Result<FormPage, Stop> {
    let w = visit.w;
    let state = visit.room::<linking::State>(me).await?;
    let program = visit.program();
    let mut roles = users.first().map(|id| state.roles_for(program, &me.account, *id)).unwrap_or_default();
    for id in users.iter().skip(1) {
        let others = state.roles_for(program, &me.account, *id);
        roles.retain(|role| others.contains(role));
    }
    let mut page = FormPage::new(visit.page(w.t("map-title")), MAP, w.t("map-button"))
        .intro(w.t("map-text"))
        .link(TAB, w.t("cancel"));
    for id in users {
        let person = person(me, *id);
        page = page.fact(person.name, person.email);
    }
    let hidden = users.iter().map(|id| Field::hidden("user", id.to_string()));
    let fields = hidden.chain([role_field(w, &roles, chosen).hint(w.t("map-role-hint"))]).collect();
    page = page.fields(fields);
    Ok(if roles.is_empty() { page.intro(w.t("map-no-roles")) } else { page })
}

fn may(visit: &Visit) -> Result<&Signed, Stop> {
    let me = visit.managing()?;
    visit.permitted(Permission::MapIamRoles)?;
    Ok(me)
}

/// `GET /company/users/iam-roles/map`: the role to pick for those who were ticked.
pub(super) async fn ask(visit: Visit, Query(fields): Fields) -> Answer {
    let me = may(&visit)?;
    let users = users_of(&fields);
    if users.is_empty() {
        return Ok(visit.go_saying(TAB, &visit.w.t("iam-tick-first")));
    }
    Ok(visit.html(&form(&visit, me, &users, "").await?))
}

/// `POST /company/users/iam-roles/map`
pub(super) async fn map(Posted { visit, form: sent }: Posted<MapForm>) -> Answer {
    let me = may(&visit)?;
    let fields: Vec<(String, String)> = sent.user.into_iter().map(|id| ("user".to_owned(), id)).collect();
    let users = users_of(&fields);
    let page = form(&visit, me, &users, &sent.role).await?;
    if sent.role.is_empty() && !users.is_empty() {
        let page = page.with_faults(&[FieldFault::new("role", "required")]);
        return Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    let count = u32::try_from(users.len()).unwrap_or(u32::MAX);
    let outcome: Result<(), Refusal> = visit.run_linking(me, &Command::MapUsers { users, role: sent.role }).await?;
    done(&visit, outcome, page, TAB, &visit.w.t1("iam-mapped", "count", count))
}
