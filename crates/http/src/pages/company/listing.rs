//! The public listing: how it looks, its first words, and whether the world sees it (MENU-17, PROFILE-9, PROFILE-11).

use askama::Template;
use axum::http::StatusCode;
use guildhall_core::profile::{Command, Listing, Refusal, State, preview};
use guildhall_core::room::RoomRefusal as _;
use guildhall_core::{FieldFault, Permission};
use serde::Deserialize;

use super::{LISTING, page_of, refused_words};
use crate::pages::form::{Fault, Field, FormPage, tie};
use crate::pages::view::{Answer, Page};
use crate::pages::visit::{Nothing, Posted, Signed, Visit};
use crate::pages::words;

const PATH: &str = "/company/listing";

#[derive(Debug, Template)]
#[template(path = "company_listing.html")]
struct ListingPage {
    page: Page,
    listing: Option<Listing>,
    public: bool,
    can_edit: bool,
    summary: Field,
    faults: Vec<Fault>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pages) struct SummaryForm {
    summary: String,
}

async fn show(visit: &Visit, me: &Signed, typed: Option<&str>, refusal: Option<&Refusal>) -> Answer {
    let w = visit.w;
    let state = visit.room::<State>(me).await?;
    let recorded = state.summary().map(ToString::to_string).unwrap_or_default();
    let mut summary = Field::new("area", "summary", w.t("listing-summary"))
        .hint(w.t("listing-summary-hint"))
        .value(typed.map_or(recorded, str::to_owned))
        .most(4000)
        .optional(w);
    let none: Vec<FieldFault> = Vec::new();
    let faults = match refusal {
        Some(Refusal::InvalidInput { faults }) => faults,
        _ => &none,
    };
    let mut faults = tie(w, std::iter::once(&mut summary), faults);
    if let Some(refusal) = refusal.filter(|r| !matches!(r, Refusal::InvalidInput { .. })) {
        faults.push(Fault { href: "#main".into(), text: refused_words(w, visit.program(), refusal) });
    }
    let model = ListingPage {
        page: page_of(visit, "listing-title"),
        listing: preview(visit.program(), &me.account, &state),
        public: state.wants_listing(),
        can_edit: me.standing.permits_in_portal(visit.program(), Permission::ManageListing),
        summary,
        faults,
    };
    Ok(visit.html_with(refusal.map_or(StatusCode::OK, |refusal| words::status(refusal.kind())), &model))
}

async fn run(visit: &Visit, command: &Command, typed: Option<&str>, said: &str) -> Answer {
    let me = visit.opening(LISTING)?;
    visit.permitted(Permission::ManageListing)?;
    match visit.run_room::<State>(me, command).await? {
        Ok(_) => Ok(visit.go_saying(PATH, &visit.w.t(said))),
        Err(Refusal::Denied(denied)) => Err(visit.denied(&denied).into()),
        Err(refusal) => show(visit, me, typed, Some(&refusal)).await,
    }
}

/// `GET /company/listing` (MENU-17)
pub(super) async fn page(visit: Visit) -> Answer {
    let me = visit.opening(LISTING)?;
    show(&visit, me, None, None).await
}

/// `POST /company/listing` (ROLE-47)
pub(super) async fn edit(Posted { visit, form }: Posted<SummaryForm>) -> Answer {
    let command = Command::EditListing { summary: form.summary.clone() };
    run(&visit, &command, Some(&form.summary), "listing-saved").await
}

/// `POST /company/listing/publish` (PROFILE-11)
pub(super) async fn publish(Posted { visit, .. }: Posted<Nothing>) -> Answer {
    run(&visit, &Command::SetListed { listed: true }, None, "listing-published").await
}

/// `GET /company/listing/withdraw`: asks first.
pub(super) async fn ask_withdraw(visit: Visit) -> Answer {
    visit.opening(LISTING)?;
    visit.permitted(Permission::ManageListing)?;
    let w = visit.w;
    let form = FormPage::new(page_of(&visit, "listing-withdraw"), "/company/listing/withdraw", w.t("listing-withdraw"))
        .intro(w.t("listing-withdraw-text"))
        .danger()
        .link(PATH, w.t("cancel"));
    Ok(visit.html(&form))
}

/// `POST /company/listing/withdraw`
pub(super) async fn withdraw(Posted { visit, .. }: Posted<Nothing>) -> Answer {
    run(&visit, &Command::SetListed { listed: false }, None, "listing-withdrawn").await
}
