//! Channel Management: program management accounts, end users, and the growth rebate (MENU-44, ROLE-29).

mod accounts;
mod end_users;
mod rebate;

pub(super) use rebate::growth;

use axum::Router;
use axum::routing::get;
use guildhall_core::Id;
use guildhall_core::channel::{Command, Overview, Refusal, State, overview};
use guildhall_core::room::RoomRefusal as _;

use super::form::{FormPage, Link};
use super::room::refusal_words_with;
use super::view::{Answer, Stop};
use super::visit::{Signed, Visit};
use super::{App, errors, words};

const ITEM: &str = "channel/channel_management";
const ACCOUNTS: &str = "/channel";
const END_USERS: &str = "/channel/end-users";
const REBATE: &str = "/channel/rebate";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route(ACCOUNTS, get(accounts::page))
        .route("/channel/accounts/new", get(accounts::new).post(accounts::add))
        .route("/channel/accounts/{id}", get(accounts::ask).post(accounts::rename))
        .route("/channel/accounts/{id}/close", get(accounts::ask_close).post(accounts::close))
        .route(END_USERS, get(end_users::page))
        .route("/channel/end-users/new", get(end_users::new).post(end_users::report))
        .route("/channel/end-users/{id}", get(end_users::ask).post(end_users::edit))
        .route("/channel/end-users/{id}/end", get(end_users::ask_end).post(end_users::end))
        .route(REBATE, get(rebate::page))
}

/// A tab of the page.
#[derive(Debug)]
struct Tab {
    title: String,
    href: &'static str,
    current: bool,
}

/// The tabs, as the programme names them.
fn tabs(visit: &Visit, current: &str) -> Vec<Tab> {
    let row = visit.program().items().iter().find(|row| row.name == ITEM);
    let titles = row.map(|row| row.tabs.as_slice()).unwrap_or_default();
    let hrefs = [ACCOUNTS, END_USERS, REBATE];
    hrefs
        .into_iter()
        .enumerate()
        .map(|(n, href)| Tab {
            title: titles.get(n).cloned().unwrap_or_else(|| visit.w.t(&format!("channel-tab-{n}")).into_owned()),
            href,
            current: href == current,
        })
        .collect()
}

fn title(visit: &Visit) -> String {
    let row = visit.program().items().iter().find(|row| row.name == ITEM);
    row.map(|row| row.title.clone()).unwrap_or_default()
}

/// What the reader sees of the channel.
async fn seen(visit: &Visit) -> Result<(&Signed, Overview), Stop> {
    let me = visit.opening(ITEM)?;
    let state = visit.room::<State>(me).await?;
    let reading = visit.reading(me)?;
    let seen = overview(&reading.setting(), &state).map_err(|refusal| refused(visit, &refusal, ACCOUNTS))?;
    Ok((me, seen))
}

/// The words of a refusal, with what it names.
fn refused_words(visit: &Visit, refusal: &Refusal) -> String {
    let w = visit.w;
    let number = |n: u64| w.number(i64::try_from(n).unwrap_or(i64::MAX));
    match refusal {
        Refusal::StageNotReached { stage, .. } => {
            let program = visit.program();
            let title = program.stage_id(stage).and_then(|id| program.stage(id)).map_or(stage.as_str(), |s| &s.title);
            refusal_words_with::<State>(w, refusal, &[("stage", title)])
        }
        Refusal::HasEndUsers { end_users } => {
            refusal_words_with::<State>(w, refusal, &[("count", &number(*end_users))])
        }
        Refusal::TooManyAccounts { most } | Refusal::TooManyEndUsers { most } => {
            refusal_words_with::<State>(w, refusal, &[("most", &number(u64::from(*most)))])
        }
        Refusal::InvalidInput { .. }
        | Refusal::EntryMissing
        | Refusal::AlreadyReported
        | Refusal::AccountClosed
        | Refusal::ResaleEnded
        | Refusal::AlreadyRecorded
        | Refusal::QuarterNotOver
        | Refusal::Denied(_) => refusal_words_with::<State>(w, refusal, &[]),
    }
}

/// The page of a refusal that no form shows.
fn refused(visit: &Visit, refusal: &Refusal, back: &str) -> Stop {
    if let Refusal::Denied(denied) = refusal {
        return visit.denied(denied).into();
    }
    let links = vec![Link { href: back.into(), text: title(visit) }, errors::home(visit.w)];
    errors::message(visit, words::status(refusal.kind()), refused_words(visit, refusal), links).into()
}

/// Runs a command and goes on to `path`, where the message of `key` is shown; the form again where it is refused.
async fn run(visit: &Visit, command: &Command, (path, key): (&str, &str), form: impl FnOnce() -> FormPage) -> Answer {
    let me = visit.opening(ITEM)?;
    match visit.run_room::<State>(me, command).await? {
        Ok(_) => Ok(visit.go_saying(path, &visit.w.t(key))),
        Err(refusal @ (Refusal::Denied(_) | Refusal::EntryMissing)) => Err(refused(visit, &refusal, path)),
        Err(refusal) => {
            let mut page = form().with_faults(refusal.faults());
            if refusal.faults().is_empty() {
                page = page.with_fault("#main", refused_words(visit, &refusal));
            }
            Ok(visit.html_with(words::status(refusal.kind()), &page))
        }
    }
}

/// The id in an address; the page for what is not there otherwise.
fn id_of(visit: &Visit, text: &str) -> Result<Id, Stop> {
    text.parse().map_err(|_| errors::not_found(visit).into())
}

/// The keys that are put together here, for the test of the words.
#[cfg(test)]
pub(super) fn keys() -> Vec<String> {
    let tabs = (0..3).map(|n| format!("channel-tab-{n}"));
    let fields = ["company", "country", "number"].map(|name| format!("channel-end-user-{name}"));
    let faults = ["year", "quarter", "currency"].map(|name| format!("fault-not-a-{name}"));
    tabs.chain(fields).chain(faults).collect()
}
