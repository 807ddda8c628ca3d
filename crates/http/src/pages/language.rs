//! The language that somebody reads (HOME-9, C-069): what they chose, else what their browser wishes for. Who is signed in
//! chose it for every browser and for their letters; who is not has it in a cookie.

use askama::Template;
use axum::http::StatusCode;
use guildhall_core::account::Actor;
use guildhall_core::identity::EmailAddress;
use guildhall_core::language::{self, Command, State};
use guildhall_core::program::Program;
use serde::Deserialize;

use super::App;
use super::locale::Words;
use super::view::{Answer, Page};
use super::visit::{Posted, Signed, Visit, safe_next};
use crate::portal::{Done, PortalError};

/// The languages that the programme lists and the portal has words for, in the programme's order; one at least.
pub(super) fn spoken(program: &Program) -> impl Iterator<Item = Words> {
    let listed: Vec<Words> = program.languages().iter().filter_map(|l| Words::of(&l.tag)).collect();
    let none = listed.is_empty().then(Words::default);
    listed.into_iter().chain(none)
}

/// The language of somebody who is not signed in: what they chose here, else the best of their browser's wishes.
pub(super) fn of_visitor(program: &Program, chosen: Option<&str>, wishes: &str) -> Words {
    let chosen = chosen.and_then(|tag| spoken(program).find(|w| w.tag() == tag));
    let wished = || language::best(program, wishes).and_then(|l| Words::of(&l.tag));
    chosen.or_else(wished).or_else(|| spoken(program).next()).unwrap_or_default()
}

/// The language of somebody who is signed in: what they chose, else the best of these wishes.
pub(super) async fn of_member(app: &App, me: &Signed, wishes: &str) -> Result<Words, PortalError> {
    let (state, _) = app.portal.load_room::<State>(me.tenant, &me.tenant.to_string()).await?;
    let language = state.of(app.portal.program(), me.member, wishes);
    Ok(language.and_then(|l| Words::of(&l.tag)).unwrap_or_default())
}

/// The tag of a language that is not the programme's first: those who read the first need not have chosen it.
pub(super) fn unlike_first(program: &Program, w: Words) -> Option<&'static str> {
    let first = spoken(program).next().unwrap_or_default();
    (w.tag() != first.tag()).then(|| w.tag())
}

/// Keeps the language in which somebody registered as the one that they read, so that their mail comes in it too. They are
/// in whether or not this works.
pub(super) async fn keep(visit: &Visit, done: &Done, email: &EmailAddress) {
    let member = done.account.member_by_address(email).map(|(member, _)| member);
    let (Some(tag), Some(member)) = (unlike_first(visit.program(), visit.w), member) else { return };
    let (actor, command) = (Actor::Member(member), Command::Choose { language: tag.to_owned() });
    let room = done.tenant.to_string();
    let kept = visit.app.portal.run_room::<State>(&visit.origin, done.tenant, &room, &actor, &command).await;
    if let Err(error) = kept {
        tracing::warn!(?error, "the language of somebody new was not kept");
    }
}

/// The languages to choose from, each in its own words.
#[derive(Debug, Template)]
#[template(path = "language.html")]
struct LanguagePage {
    page: Page,
    next: String,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    next: String,
}

/// The page behind the drop-down, for those who would rather have a page.
pub(super) async fn page(visit: Visit, axum::extract::Query(asked): axum::extract::Query<Asked>) -> Answer {
    let next = safe_next(&asked.next).to_owned();
    Ok(visit.html(&LanguagePage { page: visit.page(visit.w.t("menu-language")), next }))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LanguageForm {
    language: String,
    #[serde(default)]
    next: String,
}

pub(super) async fn choose(Posted { visit, form }: Posted<LanguageForm>) -> Answer {
    let Some(words) = spoken(visit.program()).find(|w| w.tag() == form.language) else {
        return Err(visit.with_status(StatusCode::UNPROCESSABLE_ENTITY));
    };
    if let Some(me) = &visit.signed {
        let command = Command::Choose { language: form.language };
        if let Err(refusal) = visit.run_room::<State>(me, &command).await? {
            return Ok(visit.refused_room::<State>(&refusal, super::errors::home(visit.w)));
        }
    }
    let said = words.t1("language-chosen", "language", words.name());
    let cookies = [visit.language_cookie(words.tag()), visit.flash_cookie(&said)];
    Ok(visit.go_with(safe_next(&form.next), cookies))
}
