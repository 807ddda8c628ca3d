//! Choosing a language (HOME-9): kept in a cookie, so that it also holds before signing in.

use axum::http::StatusCode;
use serde::Deserialize;

use super::locale::Words;
use super::view::Answer;
use super::visit::{Posted, safe_next};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LanguageForm {
    language: String,
    #[serde(default)]
    next: String,
}

pub(super) async fn choose(Posted { visit, form }: Posted<LanguageForm>) -> Answer {
    let Some(words) = Words::of(&form.language) else {
        return Err(visit.with_status(StatusCode::UNPROCESSABLE_ENTITY));
    };
    let language = words.language();
    let said = words.t1("language-chosen", "language", language.name);
    let cookies = [visit.language_cookie(language.tag), visit.flash_cookie(&said)];
    Ok(visit.go_with(safe_next(&form.next), cookies))
}
