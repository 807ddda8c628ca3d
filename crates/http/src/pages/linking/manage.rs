//! Manage Linked Account: the link, who is mapped, the CRM integration, the IAM roles (LINK-10, LINK-24..30).

use askama::Template;
use guildhall_core::Permission;
use guildhall_core::linking::{self, Link, MappingView, Overview, RoleView, overview};

use super::check::{Point, points};
use super::{Person, person, refusal_words};
use crate::pages::form::Fact;
use crate::pages::locale::Words;
use crate::pages::view::{Answer, Page};
use crate::pages::visit::{Signed, Visit};

/// Somebody who is mapped.
#[derive(Debug)]
struct Mapped {
    person: Person,
    role: String,
    /// Why they cannot sign on with it; empty where they can.
    why: String,
}

/// A registered role.
#[derive(Debug)]
struct RoleRow {
    name: String,
    of_link: bool,
    points: Vec<Point>,
    users: u32,
    crm: bool,
}

/// The role of the CRM integration.
#[derive(Debug)]
struct Crm {
    role: String,
    why: String,
}

#[derive(Debug, Template)]
#[template(path = "linking/manage.html")]
struct ManagePage {
    page: Page,
    linked: bool,
    facts: Vec<Fact>,
    can_map: bool,
    can_crm: bool,
    available: Vec<Person>,
    mapped: Vec<Mapped>,
    crm: Option<Crm>,
    roles: Vec<RoleRow>,
    prefix: String,
}

/// `GET /company/marketplace`
pub(super) async fn page(visit: Visit) -> Answer {
    let me = visit.linking()?;
    let w = visit.w;
    let state = visit.room::<linking::State>(me).await?;
    let reading = visit.reading(me)?;
    let setting = reading.setting();
    let all = match overview(&setting, &state) {
        Ok(all) => all,
        Err(denied) => return Ok(visit.denied(&denied)),
    };
    let mut available = [Person::all(&all.cloud_admins), Person::all(&all.partners)].concat();
    available.sort_by_key(|person| person.name.to_lowercase());
    Ok(visit.html(&ManagePage {
        page: visit.page(w.t("marketplace-title")),
        linked: all.link.is_some(),
        facts: all.link.map(|link| facts(w, me, link)).unwrap_or_default(),
        can_map: all.may(Permission::MapMarketplaceUsers),
        can_crm: all.may(Permission::MapCrmIntegration),
        available,
        mapped: all.mappings.iter().map(|mapping| mapped(w, me, mapping)).collect(),
        crm: crm(w, &all),
        roles: all.roles.iter().map(|role| role_row(w, role)).collect(),
        prefix: visit.program().linking().role_prefix.clone(),
    }))
}

fn facts(w: Words, me: &Signed, link: &Link) -> Vec<Fact> {
    let fact = |key: &str, text: String| Fact { term: w.t(key).into_owned(), text };
    vec![
        fact("marketplace-account", link.account.to_string()),
        fact("marketplace-admin-role", link.cloud_admin_role.name().to_owned()),
        fact("marketplace-linked-by", person(me, link.by).described()),
    ]
}

fn mapped(w: Words, me: &Signed, mapping: &MappingView<'_>) -> Mapped {
    let why = mapping.sign_on.as_ref().err().map(|refusal| refusal_words(w, refusal));
    Mapped { person: person(me, mapping.user), role: mapping.role.name().to_owned(), why: why.unwrap_or_default() }
}

fn crm(w: Words, all: &Overview<'_>) -> Option<Crm> {
    all.crm.as_ref().map(|crm| Crm {
        role: crm.role.name().to_owned(),
        why: crm.offers.as_ref().err().map(|refusal| refusal_words(w, refusal)).unwrap_or_default(),
    })
}

fn role_row(w: Words, view: &RoleView<'_>) -> RoleRow {
    RoleRow {
        name: view.role.arn.name().to_owned(),
        of_link: view.of_link,
        points: points(w, &view.check),
        users: u32::try_from(view.users.len()).unwrap_or(u32::MAX),
        crm: view.crm,
    }
}
