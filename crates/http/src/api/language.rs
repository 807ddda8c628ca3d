//! The language that the caller reads.
#![allow(unused_qualifications, reason = "utoipa names the parameters twice")]

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use guildhall_core::{Id, Program, language};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::caller::{Body, Caller};
use super::problem::Problem;
use super::room;
use super::write::{Asks as _, Write, with_etag};
use crate::app::App;

/// The languages of the portal.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LanguageList)]
pub(super) struct Languages {
    /// Every one.
    languages: Vec<LanguageView>,
    /// The tag of the one that the caller chose.
    chosen: Option<String>,
}

/// A language.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct LanguageView {
    /// Its tag, as in `pt-BR`.
    tag: String,
    /// Its own name for itself.
    title: String,
}

impl Languages {
    fn new(program: &Program, state: &language::State, member: Id) -> Self {
        let view = |l: &guildhall_core::program::Language| LanguageView { tag: l.tag.clone(), title: l.title.clone() };
        Self {
            languages: program.languages().iter().map(view).collect(),
            chosen: state.chosen(member).map(str::to_owned),
        }
    }
}

/// The languages of the portal, and the one that the caller chose.
#[utoipa::path(get, operation_id = "languages", path = "/api/v1/language", tag = "me",
    responses((status = 200, body = Languages, headers(("ETag" = String))), (status = 401, body = Problem)))]
pub(super) async fn show(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let (state, version) = room::versioned::<language::State>(&app, &caller).await?;
    let languages = Languages::new(app.portal.program(), &state, caller.member);
    Ok(with_etag(Json(languages).into_response(), version))
}

/// A language.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Chosen {
    /// Its tag, as in `pt-BR`.
    language: String,
}

/// Chooses a language.
#[utoipa::path(put, operation_id = "choose_language", path = "/api/v1/language", tag = "me", request_body = Chosen,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Languages), (status = 401, body = Problem), (status = 412, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn choose(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<Chosen>,
) -> Result<Response, Problem> {
    let command = language::Command::Choose { language: body.value.language };
    let member = caller.principal();
    let write = Write::new(&app, &caller, &headers, body.hash);
    write
        .room::<language::State>(&command, |setting, done| {
            room::told(StatusCode::OK, Languages::new(setting.program, &done.state, member))
        })
        .await
}
