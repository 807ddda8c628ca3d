//! End users: the list with a search, reporting one, correcting it, and the end of the resale.

use askama::Template;
use axum::extract::{Path, Query};
use guildhall_core::channel::{Command, EndUserInput, EndUserView, Overview};
use guildhall_core::text::has_words;
use serde::Deserialize;

use super::{END_USERS, Tab, id_of, run, seen, tabs, title};
use crate::pages::errors;
use crate::pages::form::{Choice, Field, FormPage};
use crate::pages::view::{Answer, Page, Stop, encoded};
use crate::pages::visit::{Nothing, Posted, Visit};

/// How many a page of the list has.
const SHOWN: usize = 50;

#[derive(Debug)]
struct Line {
    href: String,
    company: String,
    number: String,
    country: String,
    account: String,
    reported: String,
    /// When the resale ended; empty while it goes on.
    ended: String,
}

#[derive(Debug, Template)]
#[template(path = "channel/end_users.html")]
struct EndUsersPage {
    page: Page,
    tabs: Vec<Tab>,
    lines: Vec<Line>,
    words: String,
    previous: String,
    next: String,
    shown: String,
    /// Whether there is an account to report end users on.
    can_report: bool,
}

/// Which end users.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Asked {
    q: String,
    page: usize,
}

/// `GET /channel/end-users`
pub(super) async fn page(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let (_, seen) = seen(&visit).await?;
    let w = visit.w;
    let words: String = asked.q.trim().chars().take(100).collect();
    let matches = |view: &&EndUserView| {
        let e = &view.end_user;
        has_words(&words, [e.company.as_str(), e.country.as_str(), e.number.as_str(), &view.account_title])
    };
    let found: Vec<&EndUserView> = seen.end_users.iter().filter(matches).collect();
    let first = asked.page.saturating_mul(SHOWN).min(found.len());
    let line = |view: &&EndUserView| Line {
        href: format!("/channel/end-users/{}", view.id),
        company: view.end_user.company.to_string(),
        number: view.end_user.number.to_string(),
        country: view.end_user.country.to_string(),
        account: view.account_title.clone(),
        reported: w.date(view.end_user.reported_on),
        ended: view.end_user.ended_on.map(|day| w.date(day)).unwrap_or_default(),
    };
    let to = |n: usize| format!("{END_USERS}?q={}&page={n}", encoded(&words));
    let more = found.len() > first + SHOWN;
    Ok(visit.html(&EndUsersPage {
        page: visit.page(title(&visit)),
        tabs: tabs(&visit, END_USERS),
        lines: found.iter().skip(first).take(SHOWN).map(line).collect(),
        previous: asked.page.checked_sub(1).map(to).unwrap_or_default(),
        next: if more { to(asked.page.saturating_add(1)) } else { String::new() },
        shown: w.t1("channel-found", "count", found.len() as u64).into_owned(),
        words,
        can_report: seen.accounts.iter().any(|view| view.account.closed_on.is_none()),
    }))
}

/// The form; `at` is where it is sent.
fn form(visit: &Visit, seen: &Overview, at: &str, (title, button): (&str, &str), typed: &EndUserInput) -> FormPage {
    let w = visit.w;
    let open = seen.accounts.iter().filter(|view| view.account.closed_on.is_none());
    let choice = |view: &guildhall_core::channel::AccountView| {
        let (value, hint) = (view.id.to_string(), String::new());
        let label = format!("{} ({})", view.account.title, view.account.number);
        Choice { chosen: value == typed.account, value, label, hint }
    };
    let text =
        |name: &str, value: &str| Field::new("text", name, w.t(&format!("channel-end-user-{name}"))).value(value);
    let number = text("number", &typed.number).hint(w.t("channel-number-hint")).most(20);
    FormPage::new(visit.page(w.t(title)), at, w.t(button))
        .fields(vec![
            Field::new("select", "account", w.t("channel-end-user-account")).choices(open.map(choice).collect()),
            text("company", &typed.company),
            text("country", &typed.country).autocomplete("country-name"),
            number,
            Field::new("url", "website", w.t("channel-end-user-website")).optional(w).value(typed.website.as_str()),
        ])
        .link(END_USERS, w.t("cancel"))
}

const NEW: (&str, &str) = ("channel-end-user-new", "channel-end-user-report");
const EDIT: (&str, &str) = ("channel-end-user-edit", "save");

pub(super) async fn new(visit: Visit) -> Answer {
    let (_, seen) = seen(&visit).await?;
    Ok(visit.html(&form(&visit, &seen, "/channel/end-users/new", NEW, &EndUserInput::default())))
}

pub(super) async fn report(Posted { visit, form: typed }: Posted<EndUserInput>) -> Answer {
    let (_, seen) = seen(&visit).await?;
    let command = Command::ReportEndUser { end_user: typed.clone() };
    let page = || form(&visit, &seen, "/channel/end-users/new", NEW, &typed);
    run(&visit, &command, (END_USERS, "channel-end-user-reported"), page).await
}

/// An end user by the id in the address, and the channel around it.
async fn one(visit: &Visit, id: &str) -> Result<(EndUserView, Overview), Stop> {
    let (_, seen) = seen(visit).await?;
    let id = id_of(visit, id)?;
    let found = seen.end_users.iter().find(|view| view.id == id).cloned();
    found.map(|view| (view, seen)).ok_or_else(|| errors::not_found(visit).into())
}

fn edit_page(visit: &Visit, seen: &Overview, view: &EndUserView, typed: &EndUserInput) -> FormPage {
    let at = format!("/channel/end-users/{}", view.id);
    let page = form(visit, seen, &at, EDIT, typed);
    page.link(format!("{at}/end"), visit.w.t("channel-end-user-end"))
}

pub(super) async fn ask(visit: Visit, Path(id): Path<String>) -> Answer {
    let (view, seen) = one(&visit, &id).await?;
    let end_user = &view.end_user;
    let typed = EndUserInput {
        account: end_user.account.to_string(),
        company: end_user.company.to_string(),
        country: end_user.country.to_string(),
        website: end_user.website.as_ref().map(ToString::to_string).unwrap_or_default(),
        number: end_user.number.to_string(),
    };
    Ok(visit.html(&edit_page(&visit, &seen, &view, &typed)))
}

pub(super) async fn edit(Path(id): Path<String>, Posted { visit, form: typed }: Posted<EndUserInput>) -> Answer {
    let (view, seen) = one(&visit, &id).await?;
    let command = Command::EditEndUser { id: view.id, end_user: typed.clone() };
    let page = || edit_page(&visit, &seen, &view, &typed);
    run(&visit, &command, (END_USERS, "channel-end-user-edited"), page).await
}

fn end_page(visit: &Visit, view: &EndUserView) -> FormPage {
    let w = visit.w;
    let at = format!("/channel/end-users/{}/end", view.id);
    FormPage::new(visit.page(w.t("channel-end-user-end-title")), at, w.t("channel-end-user-end"))
        .intro(w.t("channel-end-user-end-text"))
        .fact(view.end_user.company.to_string(), view.end_user.number.to_string())
        .danger()
        .link(END_USERS, w.t("cancel"))
}

pub(super) async fn ask_end(visit: Visit, Path(id): Path<String>) -> Answer {
    let (view, _) = one(&visit, &id).await?;
    Ok(visit.html(&end_page(&visit, &view)))
}

pub(super) async fn end(Path(id): Path<String>, Posted { visit, .. }: Posted<Nothing>) -> Answer {
    let (view, _) = one(&visit, &id).await?;
    let command = Command::EndResale { id: view.id };
    run(&visit, &command, (END_USERS, "channel-end-user-ended"), || end_page(&visit, &view)).await
}
