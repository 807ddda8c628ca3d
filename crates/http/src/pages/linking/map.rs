//! Mapping on the marketplace page: one person to a role, undoing mappings, and the CRM integration (LINK-23..30).

use axum::extract::Query;
use guildhall_core::account::Member;
use guildhall_core::linking::{self, Command, overview};
use guildhall_core::{FieldFault, Id, Permission};
use serde::Deserialize;

use super::{PAGE, Person, back, done, person, refused, role_field, users_of};
use crate::pages::errors;
use crate::pages::form::{Field, FormPage};
use crate::pages::view::{Answer, Stop};
use crate::pages::visit::{Nothing, Posted, Signed, Visit};
use axum::http::StatusCode;

const MAP: &str = "/company/marketplace/map";
const UNMAP: &str = "/company/marketplace/unmap";
const CRM: &str = "/company/marketplace/crm";

/// The fields of an address with repeated names.
pub(in crate::pages) type Fields = Query<Vec<(String, String)>>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MapForm {
    user: String,
    #[serde(default)]
    role: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CrmForm {
    #[serde(default)]
    role: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnmapForm {
    #[serde(default)]
    user: Vec<String>,
}

fn one<'a>(visit: &Visit, me: &'a Signed, id: Option<Id>) -> Result<(Id, &'a Member), Stop> {
    let found = id.and_then(|id| me.account.member(id).map(|member| (id, member)));
    found.ok_or_else(|| visit.go_saying(PAGE, &visit.w.t("map-pick-one")).into())
}

async fn map_form(visit: &Visit, me: &Signed, id: Id, member: &Member, chosen: &str) -> Result<FormPage, Stop> {
    let w = visit.w;
    let state = visit.room::<linking::State>(me).await?;
    let roles = state.roles_for(visit.program(), &me.account, id);
    let page = FormPage::new(visit.page(w.t("map-title")), MAP, w.t("map-button"))
        .intro(w.t("map-text"))
        .fact(w.t("map-person"), Person::new(id, member).described())
        .fields(vec![Field::hidden("user", id.to_string()), role_field(w, &roles, chosen).hint(w.t("map-role-hint"))])
        .link(PAGE, w.t("cancel"));
    Ok(if roles.is_empty() { page.intro(w.t("map-no-roles")) } else { page })
}

/// `GET /company/marketplace/map`: the role to pick.
pub(super) async fn ask(visit: Visit, Query(fields): Fields) -> Answer {
    let me = visit.linking()?;
    visit.permitted(Permission::MapMarketplaceUsers)?;
    let users = users_of(&fields);
    let (id, member) = one(&visit, me, users.first().copied().filter(|_| users.len() == 1))?;
    Ok(visit.html(&map_form(&visit, me, id, member, "").await?))
}

/// `POST /company/marketplace/map`
pub(super) async fn map(Posted { visit, form }: Posted<MapForm>) -> Answer {
    let me = visit.linking()?;
    visit.permitted(Permission::MapMarketplaceUsers)?;
    let (id, member) = one(&visit, me, form.user.parse().ok())?;
    let page = map_form(&visit, me, id, member, &form.role).await?;
    if form.role.is_empty() {
        let page = page.with_faults(&[FieldFault::new("role", "required")]);
        return Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    let said = visit.w.with("map-done", &[("name", member.name.as_str()), ("role", &form.role)]);
    let outcome = visit.run_linking(me, &Command::MapUser { user: id, role: form.role }).await?;
    done(&visit, outcome, page, PAGE, &said)
}

async fn unmap_form(visit: &Visit, me: &Signed, users: &[Id]) -> Result<FormPage, Stop> {
    let w = visit.w;
    let state = visit.room::<linking::State>(me).await?;
    let count = u32::try_from(users.len()).unwrap_or(u32::MAX);
    let mut page = FormPage::new(visit.page(w.t("unmap-title")), UNMAP, w.t("unmap-button"))
        .intro(w.t1("unmap-text", "count", count))
        .danger()
        .link(PAGE, w.t("cancel"));
    for id in users {
        let role = state.mappings().get(id).map_or_else(|| w.t("map-none").into_owned(), |role| role.name().to_owned());
        page = page.fact(person(me, *id).described(), role);
    }
    Ok(page.fields(users.iter().map(|id| Field::hidden("user", id.to_string())).collect()))
}

/// `GET /company/marketplace/unmap`: whose sign-on ends.
pub(super) async fn ask_unmap(visit: Visit, Query(fields): Fields) -> Answer {
    let me = visit.linking()?;
    visit.permitted(Permission::MapMarketplaceUsers)?;
    let users = users_of(&fields);
    if users.is_empty() {
        return Ok(visit.go_saying(PAGE, &visit.w.t("unmap-pick")));
    }
    Ok(visit.html(&unmap_form(&visit, me, &users).await?))
}

/// `POST /company/marketplace/unmap`
pub(super) async fn unmap(Posted { visit, form }: Posted<UnmapForm>) -> Answer {
    let me = visit.linking()?;
    visit.permitted(Permission::MapMarketplaceUsers)?;
    let fields: Vec<(String, String)> = form.user.into_iter().map(|id| ("user".to_owned(), id)).collect();
    let users = users_of(&fields);
    let page = unmap_form(&visit, me, &users).await?;
    let count = u32::try_from(users.len()).unwrap_or(u32::MAX);
    let outcome = visit.run_linking(me, &Command::UnmapUsers { users }).await?;
    done(&visit, outcome, page, PAGE, &visit.w.t1("unmap-done", "count", count))
}

async fn crm_form(visit: &Visit, me: &Signed, chosen: &str) -> Result<FormPage, Stop> {
    let w = visit.w;
    let state = visit.room::<linking::State>(me).await?;
    let roles = state.roles_for_crm(visit.program());
    let actions = visit.program().linking().offer_actions.join(", ");
    let page = FormPage::new(visit.page(w.t("crm-title")), CRM, w.t("map-button"))
        .intro(w.t("crm-text"))
        .intro(w.t1("crm-needs", "actions", actions))
        .fields(vec![role_field(w, &roles, chosen)])
        .link(PAGE, w.t("cancel"));
    Ok(if roles.is_empty() { page.intro(w.t("map-no-roles")) } else { page })
}

/// `GET /company/marketplace/crm`
pub(super) async fn ask_crm(visit: Visit) -> Answer {
    let me = visit.linking()?;
    visit.permitted(Permission::MapCrmIntegration)?;
    Ok(visit.html(&crm_form(&visit, me, "").await?))
}

/// `POST /company/marketplace/crm`
pub(super) async fn map_crm(Posted { visit, form }: Posted<CrmForm>) -> Answer {
    let me = visit.linking()?;
    visit.permitted(Permission::MapCrmIntegration)?;
    let page = crm_form(&visit, me, &form.role).await?;
    let said = visit.w.t1("crm-done", "role", form.role.as_str());
    let outcome = visit.run_linking(me, &Command::MapCrm { role: form.role.clone() }).await?;
    done(&visit, outcome, page, PAGE, &said)
}

async fn unmap_crm_form(visit: &Visit, me: &Signed) -> Result<Option<FormPage>, Stop> {
    let w = visit.w;
    let state = visit.room::<linking::State>(me).await?;
    let reading = visit.reading(me)?;
    let all = overview(&reading.setting(), &state).map_err(|denied| visit.denied(&denied))?;
    Ok(all.crm.map(|crm| {
        FormPage::new(visit.page(w.t("crm-unmap-title")), "/company/marketplace/crm/unmap", w.t("crm-unmap"))
            .intro(w.t("crm-unmap-text"))
            .fact(w.t("map-role"), crm.role.name())
            .danger()
            .link(PAGE, w.t("cancel"))
    }))
}

/// `GET /company/marketplace/crm/unmap`
pub(super) async fn ask_unmap_crm(visit: Visit) -> Answer {
    let me = visit.linking()?;
    visit.permitted(Permission::MapCrmIntegration)?;
    match unmap_crm_form(&visit, me).await? {
        Some(page) => Ok(visit.html(&page)),
        None => Ok(visit.go_saying(PAGE, &visit.w.t("refusal-linking-not-mapped"))),
    }
}

/// `POST /company/marketplace/crm/unmap`
pub(super) async fn unmap_crm(Posted { visit, form: Nothing {} }: Posted<Nothing>) -> Answer {
    let me = visit.linking()?;
    visit.permitted(Permission::MapCrmIntegration)?;
    let page = unmap_crm_form(&visit, me).await?;
    match (visit.run_linking(me, &Command::UnmapCrm).await?, page) {
        (Ok(()), _) => Ok(visit.go_saying(PAGE, &visit.w.t("crm-unmap-done"))),
        (Err(refusal), Some(page)) => Ok(refused(&visit, page, &refusal)),
        (Err(refusal), None) => {
            let text = super::refusal_words(visit.w, &refusal);
            Ok(errors::message(&visit, StatusCode::CONFLICT, text, vec![back(visit.w), errors::home(visit.w)]))
        }
    }
}
