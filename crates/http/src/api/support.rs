//! Support: cases and their correspondence. Files are not taken here yet.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use guildhall_core::Id;
use guildhall_core::support::{self, Author, Case, Command, Event};
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::caller::{Body, Caller};
use super::people::id_of;
use super::problem::Problem;
use super::room::{self, Reading};
use crate::app::App;

/// What a case can be about, the caller's open and previous cases, and articles on common questions.
#[utoipa::path(get, path = "/api/v1/support", tag = "support",
    responses((status = 200), (status = 401, body = Problem)))]
pub(super) async fn desk(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let state = room::load::<support::State>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let setting = reading.setting();
    let desk = support::desk(&setting, &state).map_err(room::denied)?;
    let choice = |name: &str, title: &str| json!({ "id": name, "title": title });
    let question = |q: &guildhall_core::program::QuestionType| {
        let specifics: Vec<Value> = q.specifics.iter().map(|s| choice(&s.name, &s.title)).collect();
        json!({ "id": q.name, "title": q.title, "specifics": specifics })
    };
    let case_type = |t: &guildhall_core::program::CaseType| {
        let questions: Vec<Value> = t.questions.iter().map(question).collect();
        json!({ "id": t.name, "title": t.title, "questions": questions })
    };
    let article = |a: &guildhall_core::program::Article| json!({ "id": a.name, "title": a.title, "text": a.text });
    let list = |cases: &[(Id, &Case)]| cases.iter().map(|(id, case)| brief(*id, case)).collect::<Vec<_>>();
    Ok(Json(json!({
        "case_types": desk.case_types.iter().map(case_type).collect::<Vec<_>>(),
        "open": list(&desk.open),
        "previous": list(&desk.previous),
        "articles": desk.articles.iter().map(article).collect::<Vec<_>>(),
    }))
    .into_response())
}

/// A new case.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewCase {
    /// The id of the type of the case.
    case_type: String,
    /// The id of the type of the question.
    question: String,
    /// The id of the specific value.
    specific: String,
    /// The subject.
    subject: String,
    /// The description.
    description: String,
}

/// Opens a case.
#[utoipa::path(post, path = "/api/v1/support/cases", tag = "support", request_body = NewCase,
    responses((status = 201), (status = 401, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn open(State(app): State<App>, caller: Caller, body: Body<NewCase>) -> Result<Response, Problem> {
    let NewCase { case_type, question, specific, subject, description } = body.value;
    let command = Command::OpenCase { case_type, question, specific, subject, description, files: Vec::new() };
    let done = room::run::<support::State>(&app, &caller, &command).await?;
    let opened = done.events.iter().find_map(|e| if let Event::CaseOpened { id, .. } = e { Some(*id) } else { None });
    let case = opened.and_then(|id| done.state.cases().get(&id).map(|case| full(id, case)));
    Ok((StatusCode::CREATED, Json(case)).into_response())
}

/// A case with its correspondence.
#[utoipa::path(get, path = "/api/v1/support/cases/{id}", tag = "support", params(("id" = String, Path)),
    responses((status = 200), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn show(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Result<Response, Problem> {
    let id = id_of(&id)?;
    let state = room::load::<support::State>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let found = support::case(&reading.setting(), &state, id).map_err(room::denied)?;
    let case = found.ok_or_else(|| room::refused(&support::Refusal::CaseMissing))?;
    Ok(Json(full(id, case)).into_response())
}

/// A message in a case.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewMessage {
    /// The text.
    text: String,
}

/// Writes in an open case.
#[utoipa::path(post, path = "/api/v1/support/cases/{id}/messages", tag = "support", request_body = NewMessage,
    params(("id" = String, Path)),
    responses((status = 201), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn reply(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    body: Body<NewMessage>,
) -> Result<Response, Problem> {
    let command = Command::Reply { id: id_of(&id)?, text: body.value.text, files: Vec::new() };
    changed(&app, &caller, &command, &id, StatusCode::CREATED).await
}

/// Closes a case.
#[utoipa::path(delete, path = "/api/v1/support/cases/{id}", tag = "support", params(("id" = String, Path)),
    responses((status = 200), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
pub(super) async fn close(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Result<Response, Problem> {
    changed(&app, &caller, &Command::CloseCase { id: id_of(&id)? }, &id, StatusCode::OK).await
}

async fn changed(
    app: &App,
    caller: &Caller,
    command: &Command,
    id: &str,
    status: StatusCode,
) -> Result<Response, Problem> {
    let id = id_of(id)?;
    let done = room::run::<support::State>(app, caller, command).await?;
    let case = done.state.cases().get(&id).map(|case| full(id, case));
    Ok((status, Json(case)).into_response())
}

fn brief(id: Id, case: &Case) -> Value {
    json!({
        "id": id, "subject": case.subject, "by": case.by, "cancellation": case.cancellation,
        "opened_at": case.posts.first().map(|p| p.at), "closed_at": case.closed_at, "messages": case.posts.len(),
    })
}

fn full(id: Id, case: &Case) -> Value {
    let post = |p: &support::Post| {
        let by = match &p.by {
            Author::Member(id) => json!({ "member": id }),
            Author::Operator(_) => json!({ "support": true }),
        };
        let file =
            |f: &support::File| json!({ "id": f.id, "name": f.name, "bytes": f.bytes, "media_type": f.media_type });
        json!({ "by": by, "at": p.at, "text": p.text, "files": p.files.iter().map(file).collect::<Vec<_>>() })
    };
    let topic = &case.topic;
    json!({
        "id": id, "subject": case.subject, "by": case.by, "cancellation": case.cancellation,
        "opened_at": case.posts.first().map(|p| p.at), "closed_at": case.closed_at,
        "topic": { "case_type": topic.case_type, "question": topic.question, "specific": topic.specific },
        "messages": case.posts.iter().map(post).collect::<Vec<_>>(),
    })
}
