//! The company's own pages: its profile tab by tab, its public listing, and who leads it.
//!
//! - `info`: the tab with general information, and My Domains. `tabs`: the tabs that are lists. `entries`: their forms.
//! - `listing`: what the world sees, before and after it is published. `lead`: the alliance lead.

mod entries;
mod info;
mod lead;
mod listing;
mod tabs;

use axum::Router;
use axum::routing::{get, post};
use guildhall_core::Permission;
use guildhall_core::account::Command;
use guildhall_core::profile::{self, Refusal, State};
use guildhall_core::program::{Program, Tab};
use guildhall_core::room::RoomRefusal as _;

use super::form::{FormPage, Link};
use super::locale::Words;
use super::room::refusal_words_with;
use super::view::{Answer, Page, Stop};
use super::visit::{Signed, Visit};
use super::{App, errors, words};
use crate::portal::{Extras, PortalError};

/// The menu item of the profile.
const PROFILE: &str = "my_company/company_profile";
/// The menu item of the listing.
const LISTING: &str = "market/my_partner_solutions_finder_listing";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/company/profile", get(info::profile).post(info::edit))
        .route("/company/profile/customers", post(info::set_customers))
        .route("/company/profile/domains", get(info::domains))
        .route("/company/domains", post(info::add_domain))
        .route("/company/domains/withdraw", get(info::ask_withdraw).post(info::withdraw_domain))
        .route("/company/profile/{tab}", get(tabs::page))
        .route("/company/profile/products/new", get(entries::new_product).post(entries::add_product))
        .route("/company/profile/products/{id}", get(entries::product).post(entries::edit_product))
        .route("/company/profile/products/{id}/remove", get(entries::ask_product).post(entries::remove_product))
        .route("/company/profile/locations/new", get(entries::new_location).post(entries::add_location))
        .route("/company/profile/locations/{id}", get(entries::location).post(entries::edit_location))
        .route("/company/profile/locations/{id}/remove", get(entries::ask_location).post(entries::remove_location))
        .route("/company/profile/solution-areas/new", get(entries::new_area).post(entries::add_area))
        .route("/company/profile/solution-areas/{id}/remove", get(entries::ask_area).post(entries::remove_area))
        .route("/company/profile/words/{id}", get(entries::words_of).post(entries::describe))
        .route("/company/listing", get(listing::page).post(listing::edit))
        .route("/company/listing/publish", post(listing::publish))
        .route("/company/listing/withdraw", get(listing::ask_withdraw).post(listing::withdraw))
        .route("/company/lead", get(lead::lead).post(lead::request_change))
}

/// The address of a tab.
pub(super) fn address(tab: Tab) -> String {
    match tab {
        Tab::Company => "/company/profile".into(),
        Tab::Solutions | Tab::Qualifications | Tab::Locations | Tab::CaseStudies | Tab::Products | Tab::Domains => {
            format!("/company/profile/{}", tab.id())
        }
    }
}

/// What stands above every tab.
#[derive(Debug)]
struct Head {
    tabs: Vec<TabLink>,
    /// Whether the reader may work on the listing.
    listing: bool,
    /// Whether the reader sees the fee.
    fee: bool,
    /// From which stage on there is more; empty if all is there.
    more: String,
}

#[derive(Debug)]
struct TabLink {
    title: String,
    href: String,
    current: bool,
}

impl Head {
    fn new(visit: &Visit, me: &Signed, current: Tab) -> Self {
        let program = visit.program();
        let shown = profile::tabs(program, &me.standing);
        let link = |view: &profile::TabView<'_>| TabLink {
            title: view.row.title.clone(),
            href: address(view.row.tab),
            current: view.row.tab == current,
        };
        let later = program.profile().tabs.iter().filter(|row| shown.iter().all(|view| view.row.tab != row.tab));
        let next = later.map(|row| row.least_stage).min().and_then(|stage| program.stage(stage));
        let item = program.find_item(LISTING).ok();
        Self {
            tabs: shown.iter().map(link).collect(),
            listing: item.is_some_and(|item| visit.opens(item)),
            fee: me.standing.permits_in_portal(program, Permission::SubmitUpgradeForm),
            more: next.map_or_else(String::new, |s| visit.w.t1("company-more", "stage", s.title.as_str()).into_owned()),
        }
    }
}

/// Whoever is signed in, if they see the tab, and whether they may edit it; otherwise the page that says why not
/// (PROFILE-10, PROFILE-12).
fn seeing(visit: &Visit, tab: Tab) -> Result<(&Signed, bool), Stop> {
    let me = visit.opening(PROFILE)?;
    let program = visit.program();
    if let Some(view) = profile::tabs(program, &me.standing).iter().find(|view| view.row.tab == tab) {
        return Ok((me, view.editable));
    }
    let refusal = match program.profile().tab(tab).and_then(|row| program.stage(row.least_stage)) {
        Some(stage) => Refusal::StageNotReached { paths: Vec::new(), stage: stage.name.clone() },
        None => Refusal::TabMissing,
    };
    Err(refused(visit, &refusal, Tab::Company))
}

/// Whoever is signed in, if they may edit the tab (PROFILE-9, C-048).
fn editing(visit: &Visit, tab: Tab) -> Result<&Signed, Stop> {
    let (me, editable) = seeing(visit, tab)?;
    match visit.program().profile().tab(tab).filter(|_| !editable) {
        Some(row) => visit.permitted(row.edit).map(|()| me),
        None => Ok(me),
    }
}

/// The words of a refusal.
fn refused_words(w: Words, program: &Program, refusal: &Refusal) -> String {
    let say = |values: &[(&str, &str)]| refusal_words_with::<State>(w, refusal, values);
    match refusal {
        Refusal::StageNotReached { stage, .. } => {
            let title = program.stage_id(stage).and_then(|id| program.stage(id)).map_or(stage.as_str(), |s| &s.title);
            say(&[("stage", title)])
        }
        Refusal::TooManyEntries { most } => say(&[("most", &w.number(*most))]),
        Refusal::InvalidInput { .. }
        | Refusal::ProgramRequired
        | Refusal::ProgramMissing
        | Refusal::RequirementsUnmet { .. }
        | Refusal::TabMissing
        | Refusal::EntryMissing
        | Refusal::Validated
        | Refusal::UnderReview
        | Refusal::NotSubmitted
        | Refusal::NotValidated
        | Refusal::NotListed
        | Refusal::Unchanged
        | Refusal::ProductMissing { .. }
        | Refusal::Denied(_) => say(&[]),
    }
}

/// The page of a refusal that no form shows.
fn refused(visit: &Visit, refusal: &Refusal, back: Tab) -> Stop {
    if let Refusal::Denied(denied) = refusal {
        return visit.denied(denied).into();
    }
    let link = Link { href: address(back), text: visit.w.t("company-title").into_owned() };
    let text = refused_words(visit.w, visit.program(), refusal);
    errors::message(visit, words::status(refusal.kind()), text, vec![link, errors::home(visit.w)]).into()
}

/// Runs a command of the profile and goes to `path`, where the message of `said` is shown; a refusal is shown on the form.
async fn run_form(
    visit: &Visit,
    me: &Signed,
    command: &profile::Command,
    (path, said): (&str, &str),
    form: FormPage,
) -> Answer {
    let refusal = match visit.run_room::<State>(me, command).await? {
        Ok(_) => return Ok(visit.go_saying(path, &visit.w.t(said))),
        Err(refusal) => refusal,
    };
    let form = match &refusal {
        Refusal::InvalidInput { faults } => form.with_faults(faults),
        Refusal::Denied(denied) => return Err(visit.denied(denied).into()),
        Refusal::StageNotReached { .. }
        | Refusal::ProgramRequired
        | Refusal::ProgramMissing
        | Refusal::RequirementsUnmet { .. }
        | Refusal::TabMissing
        | Refusal::EntryMissing
        | Refusal::Validated
        | Refusal::UnderReview
        | Refusal::NotSubmitted
        | Refusal::NotValidated
        | Refusal::NotListed
        | Refusal::Unchanged
        | Refusal::TooManyEntries { .. }
        | Refusal::ProductMissing { .. } => form.with_fault("#main", refused_words(visit.w, visit.program(), &refusal)),
    };
    Ok(visit.html_with(words::status(refusal.kind()), &form))
}

/// Runs a command of the account.
async fn run(visit: &Visit, me: &Signed, command: Command) -> Result<(), PortalError> {
    let done = visit.app.portal.run(&visit.origin, Some(me.tenant), &me.actor(), command, Extras::default()).await;
    done.map(|_| ())
}

/// A page below the profile.
fn page_of(visit: &Visit, key: &str) -> Page {
    visit.page(visit.w.t(key))
}

/// The words that are put together while the portal runs.
#[cfg(test)]
pub(super) fn keys() -> Vec<String> {
    ["solutions", "cases"].iter().flat_map(|l| [format!("company-{l}-title"), format!("company-{l}-none")]).collect()
}
