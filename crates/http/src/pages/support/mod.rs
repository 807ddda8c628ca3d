//! Support (SUPPORT-1..12): the desk with the cases that somebody sees, a new case, the correspondence of one, articles,
//! and the contact form for those who cannot sign in.
//!
//! - `desk`: the list. `open`: a new case. `case`: one case. `articles`: answers, for everybody.
//! - `outside`: what visitors find; `contact`: the form.

mod articles;
mod case;
mod contact;
mod desk;
mod open;
mod outside;

use axum::Router;
use axum::routing::get;
use guildhall_core::room::RoomRefusal as _;
use guildhall_core::support::{Case, Progress, Refusal, State, Topic};
use guildhall_core::{Id, Program};

use super::App;
use super::form::Link;
use super::locale::Words;
use super::room::refusal_words;
use super::view::{Stop, encoded};
use super::visit::Visit;

/// The desk.
const DESK: &str = "/support";
/// The form of a new case.
const NEW: &str = "/support/cases/new";
/// The articles.
const ARTICLES: &str = "/support/articles";
/// The form for those who cannot sign in.
pub(super) const CONTACT: &str = "/support/contact";
/// The longest message.
const MESSAGE_MOST: u32 = 10_000;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route(DESK, get(desk::page))
        .route("/support/cases", get(desk::to_desk))
        .route(NEW, get(open::ask).post(open::take))
        .route("/support/cases/{id}", get(case::page))
        .route("/support/cases/{id}/reply", get(case::to_case).post(case::reply))
        .route("/support/cases/{id}/close", get(case::ask_close).post(case::close))
        .route("/support/cases/{id}/files/{file}", get(case::download))
        .route(ARTICLES, get(articles::list))
        .route("/support/articles/{name}", get(articles::one))
        .route(CONTACT, get(contact::ask).post(contact::take))
        .route("/support/contact/sent", get(contact::sent))
}

pub(super) use articles::found as found_articles;
pub(super) use case::saved;

/// The address of a case.
pub(super) fn address(case: Id) -> String {
    format!("{DESK}/cases/{case}")
}

/// How far a case has come, as a chip: its words and its class.
fn chip(w: Words, progress: Progress) -> (String, &'static str) {
    let tone = match progress {
        Progress::Waiting => "info",
        Progress::Answered => "good",
        Progress::Closed => "",
    };
    (w.t(&format!("support-progress-{}", progress.id())).into_owned(), tone)
}

/// What a case is about, in the programme's words.
pub(super) fn topic_words(program: &Program, topic: &Topic) -> String {
    program.support().titles([&topic.case_type, &topic.question, &topic.specific]).join(" \u{203a} ")
}

/// The form of a new case about the same as another.
fn about_the_same(case: &Case) -> String {
    let Topic { case_type, question, specific } = &case.topic;
    let [case_type, question, specific] = [case_type, question, specific].map(|text| encoded(text));
    format!("{NEW}?case_type={case_type}&question={question}&specific={specific}")
}

/// The page of a refusal that no form shows.
fn refused(visit: &Visit, refusal: &Refusal) -> Stop {
    if let Refusal::Denied(denied) = refusal {
        return visit.denied(denied).into();
    }
    let back = Link { href: DESK.into(), text: visit.w.t("support-title").into_owned() };
    visit.refused_room::<State>(refusal, back).into()
}

/// The words of a refusal that a form shows on top, and its status.
fn said(visit: &Visit, refusal: &Refusal) -> (axum::http::StatusCode, String) {
    (super::words::status(refusal.kind()), refusal_words::<State>(visit.w, refusal))
}

/// The keys that are put together here, for the test of the words.
#[cfg(test)]
pub(super) fn keys() -> Vec<String> {
    use guildhall_core::support::CaseColumn;
    let progress = Progress::ALL.iter().map(|progress| format!("support-progress-{}", progress.id()));
    let columns = CaseColumn::ALL.iter().map(|column| format!("support-by-{}", column.id().replace('_', "-")));
    let faults = ["not-of-case-type", "not-of-question"].map(|code| format!("fault-{code}"));
    progress.chain(columns).chain(faults).chain(super::attachments::keys()).collect()
}
