//! Program management accounts: the list, a new one, another name, closing.

use askama::Template;
use axum::extract::Path;
use guildhall_core::channel::{AccountView, Command};
use serde::Deserialize;

use super::{ACCOUNTS, Tab, id_of, run, seen, tabs, title};
use crate::pages::errors;
use crate::pages::form::{Field, FormPage};
use crate::pages::view::{Answer, Page, Stop};
use crate::pages::visit::{Nothing, Posted, Visit};

#[derive(Debug)]
struct Line {
    href: String,
    title: String,
    number: String,
    end_users: String,
    opened: String,
    /// When it was closed; empty while it is used.
    closed: String,
}

#[derive(Debug, Template)]
#[template(path = "channel/accounts.html")]
struct AccountsPage {
    page: Page,
    tabs: Vec<Tab>,
    lines: Vec<Line>,
}

/// `GET /channel`
pub(super) async fn page(visit: Visit) -> Answer {
    let (_, seen) = seen(&visit).await?;
    let w = visit.w;
    let line = |view: &AccountView| Line {
        href: format!("/channel/accounts/{}", view.id),
        title: view.account.title.to_string(),
        number: view.account.number.to_string(),
        end_users: w.number(i64::try_from(view.end_users).unwrap_or(i64::MAX)),
        opened: w.date(view.account.opened_on),
        closed: view.account.closed_on.map(|day| w.date(day)).unwrap_or_default(),
    };
    let lines = seen.accounts.iter().map(line).collect();
    Ok(visit.html(&AccountsPage { page: visit.page(title(&visit)), tabs: tabs(&visit, ACCOUNTS), lines }))
}

/// An account as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Typed {
    number: String,
    title: String,
}

fn new_page(visit: &Visit, typed: &Typed) -> FormPage {
    let w = visit.w;
    let number = Field::new("text", "number", w.t("channel-number")).hint(w.t("channel-number-hint")).most(20);
    FormPage::new(visit.page(w.t("channel-account-new")), "/channel/accounts/new", w.t("channel-account-add"))
        .intro(w.t("channel-account-text"))
        .fields(vec![
            number.value(typed.number.as_str()),
            Field::new("text", "title", w.t("channel-account-title")).value(typed.title.as_str()),
        ])
        .link(ACCOUNTS, w.t("cancel"))
}

pub(super) async fn new(visit: Visit) -> Answer {
    seen(&visit).await?;
    Ok(visit.html(&new_page(&visit, &Typed::default())))
}

pub(super) async fn add(Posted { visit, form }: Posted<Typed>) -> Answer {
    let command = Command::AddAccount { number: form.number.clone(), title: form.title.clone() };
    run(&visit, &command, (ACCOUNTS, "channel-account-added"), || new_page(&visit, &form)).await
}

/// An account by the id in the address.
async fn one(visit: &Visit, id: &str) -> Result<AccountView, Stop> {
    let (_, seen) = seen(visit).await?;
    let id = id_of(visit, id)?;
    seen.accounts.into_iter().find(|view| view.id == id).ok_or_else(|| errors::not_found(visit).into())
}

fn rename_page(visit: &Visit, view: &AccountView, typed: &str) -> FormPage {
    let (w, at) = (visit.w, format!("/channel/accounts/{}", view.id));
    let page = FormPage::new(visit.page(view.account.title.to_string()), at.as_str(), w.t("save"))
        .fact(w.t("channel-number"), view.account.number.to_string())
        .fields(vec![Field::new("text", "title", w.t("channel-account-title")).value(typed)]);
    page.link(format!("{at}/close"), w.t("channel-account-close")).link(ACCOUNTS, w.t("cancel"))
}

/// A name as it was typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Name {
    title: String,
}

pub(super) async fn ask(visit: Visit, Path(id): Path<String>) -> Answer {
    let view = one(&visit, &id).await?;
    Ok(visit.html(&rename_page(&visit, &view, view.account.title.as_str())))
}

pub(super) async fn rename(Path(id): Path<String>, Posted { visit, form }: Posted<Name>) -> Answer {
    let view = one(&visit, &id).await?;
    let command = Command::RenameAccount { id: view.id, title: form.title.clone() };
    let page = || rename_page(&visit, &view, &form.title);
    run(&visit, &command, (ACCOUNTS, "channel-account-renamed"), page).await
}

fn close_page(visit: &Visit, view: &AccountView) -> FormPage {
    let w = visit.w;
    let at = format!("/channel/accounts/{}/close", view.id);
    FormPage::new(visit.page(w.t("channel-account-close-title")), at, w.t("channel-account-close"))
        .intro(w.t("channel-account-close-text"))
        .fact(view.account.title.to_string(), view.account.number.to_string())
        .danger()
        .link(ACCOUNTS, w.t("cancel"))
}

pub(super) async fn ask_close(visit: Visit, Path(id): Path<String>) -> Answer {
    let view = one(&visit, &id).await?;
    Ok(visit.html(&close_page(&visit, &view)))
}

pub(super) async fn close(Path(id): Path<String>, Posted { visit, .. }: Posted<Nothing>) -> Answer {
    let view = one(&visit, &id).await?;
    let command = Command::CloseAccount { id: view.id };
    run(&visit, &command, (ACCOUNTS, "channel-account-closed"), || close_page(&visit, &view)).await
}
