//! The language that somebody reads (HOME-9, C-069): what they chose, else what their browser wishes for. Who is signed in
//! chose it for every browser and for their letters; who is not has it in a cookie.

use askama::Template;
use axum::http::StatusCode;
use guildhall_core::language::{self, Command, State};
use guildhall_core::program::Program;
use serde::Deserialize;

use super::App;
use super::locale::Words;
use super::view::{Answer, Page};
use super::visit::{Posted, Signed, Visit, safe_next};
use crate::portal::PortalError;

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
