//! One case (SUPPORT-3): its correspondence, an answer with files, its files, its end.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use guildhall_core::room::{Room as _, RoomRefusal as _};
use guildhall_core::support::{Author, Case, Command, FileInput, Post, Refusal, State, case as find};
use guildhall_core::{FieldFault, Id};

use super::desk::author;
use super::{DESK, MESSAGE_MOST, about_the_same, address, chip, refused, said, topic_words};
use crate::attachment;
use crate::pages::attachments::{FilesField, Posting, Sent, parted, size};
use crate::pages::errors;
use crate::pages::form::{Fact, Fault, Field, FormPage, Link, tie};
use crate::pages::locale::Words;
use crate::pages::view::{Answer, Page, Stop, see_other};
use crate::pages::visit::{Nothing, Posted, Signed, Visit};
use crate::portal::Ask;

/// A file to save.
#[derive(Debug)]
struct FileLink {
    href: String,
    name: String,
    size: String,
}

/// A message.
#[derive(Debug)]
struct Line {
    who: String,
    /// Whether the programme's support wrote it.
    support: bool,
    at: String,
    text: String,
    files: Vec<FileLink>,
}

#[derive(Debug, Template)]
#[template(path = "support/case.html")]
struct CasePage {
    page: Page,
    back: Link,
    progress: String,
    tone: &'static str,
    cancellation: bool,
    facts: Vec<Fact>,
    posts: Vec<Line>,
    /// The address of the case.
    here: String,
    open: bool,
    once: String,
    reply: Field,
    files: FilesField,
    /// A new case about the same.
    again: String,
    /// What was written and can no longer be sent.
    unsent: String,
    faults: Vec<Fault>,
}

/// What was tried and refused.
#[derive(Default)]
struct Tried<'a> {
    text: &'a str,
    kept: &'a [FileInput],
    fields: Vec<FieldFault>,
    files: Vec<String>,
    message: String,
}

/// The case of an address, if the reader sees it.
async fn seen<'v>(visit: &'v Visit, id: &str) -> Result<(&'v Signed, Id, State), Stop> {
    let me = visit.member()?;
    let Ok(id) = id.parse::<Id>() else { return Err(refused(visit, &Refusal::CaseMissing)) };
    let state = visit.room::<State>(me).await?;
    let reading = visit.reading(me)?;
    let found = find(&reading.setting(), &state, id).map_err(|denied| visit.denied(&denied))?;
    if found.is_none() {
        return Err(refused(visit, &Refusal::CaseMissing));
    }
    Ok((me, id, state))
}

/// `GET /support/cases/{id}`
pub(super) async fn page(visit: Visit, Path(id): Path<String>) -> Answer {
    let (me, id, state) = seen(&visit, &id).await?;
    let Some(case) = state.cases().get(&id) else { return Ok(errors::not_found(&visit)) };
    show(&visit, me, (id, case), StatusCode::OK, Tried::default())
}

/// `GET /support/cases/{id}/reply`: the address of an answer that was refused.
pub(super) async fn to_case(visit: Visit, Path(id): Path<String>) -> Answer {
    let (_, id, _) = seen(&visit, &id).await?;
    Ok(see_other(&address(id)))
}

fn line(visit: &Visit, me: &Signed, here: &str, post: &Post) -> Line {
    let w = visit.w;
    let file = |file: &guildhall_core::support::File| FileLink {
        href: format!("{here}/files/{}", file.id),
        name: file.name.to_string(),
        size: size(w, file.bytes),
    };
    Line {
        who: author(visit, me, post),
        support: matches!(post.by, Author::Operator(_)),
        at: w.moment(post.at),
        text: post.text.to_string(),
        files: post.files.iter().map(file).collect(),
    }
}

fn facts(visit: &Visit, me: &Signed, case: &Case) -> Vec<Fact> {
    let w = visit.w;
    let by = me.account.member(case.by).map(|member| member.name.to_string()).unwrap_or_default();
    let moment = |at: Option<chrono::DateTime<chrono::Utc>>| at.map(|at| w.moment(at)).unwrap_or_default();
    let rows = [
        ("support-topic", topic_words(visit.program(), &case.topic)),
        ("support-by-opened-by", by),
        ("support-opened-at", moment(case.opened_at())),
        ("support-closed-at", moment(case.closed_at)),
    ];
    let said = rows.into_iter().filter(|(_, text)| !text.is_empty());
    said.map(|(key, text)| Fact { term: w.t(key).into_owned(), text }).collect()
}

fn reply_field(w: Words, text: &str) -> Field {
    Field::new("area", "text", w.t("support-reply")).value(text).most(MESSAGE_MOST)
}

fn show(visit: &Visit, me: &Signed, (id, case): (Id, &Case), status: StatusCode, tried: Tried<'_>) -> Answer {
    let w = visit.w;
    let rules = visit.program().support();
    let here = address(id);
    let (progress, tone) = chip(w, case.progress());
    let mut reply = [reply_field(w, tried.text)];
    let mut faults = tie(w, reply.iter_mut(), &tried.fields);
    faults.extend(tried.files.iter().map(|text| Fault { href: "#f-files".into(), text: text.clone() }));
    if !tried.message.is_empty() {
        faults.push(Fault { href: "#main".into(), text: tried.message });
    }
    let [reply] = reply;
    let model = CasePage {
        page: visit.page(case.subject.as_str()),
        back: Link { href: DESK.into(), text: rules.title.clone() },
        progress,
        tone,
        cancellation: case.cancellation,
        facts: facts(visit, me, case),
        posts: case.posts.iter().map(|post| line(visit, me, &here, post)).collect(),
        open: case.is_open(),
        once: visit.new_once()?,
        reply,
        files: FilesField::new(w, rules, tried.kept).with_faults(tried.files),
        again: about_the_same(case),
        unsent: if case.is_open() { String::new() } else { tried.text.to_owned() },
        faults,
        here,
    };
    Ok(visit.html_with(status, &model))
}

/// `POST /support/cases/{id}/reply`
pub(super) async fn reply(visit: Visit, Path(id): Path<String>, form: Posting) -> Answer {
    let (me, id, state) = seen(&visit, &id).await?;
    let sent = Sent::read(&visit, form, me.tenant, me.member).await?;
    if let Some(path) = &sent.led_to {
        return Ok(see_other(path));
    }
    let text = sent.field("text").to_owned();
    let command = Command::Reply { id, text: text.clone(), files: sent.files.clone() };
    let refusal = if sent.faults.is_empty() {
        let (actor, room) = (me.actor(), me.tenant.to_string());
        let ask = Ask { origin: &visit.origin, tenant: me.tenant, actor: &actor, seen: None };
        match visit.run_once::<State>(&ask, &room, sent.once.as_ref(), &command, |_| address(id)).await? {
            Ok(path) => return Ok(visit.go_saying(&path, &visit.w.t("support-replied-said"))),
            Err(refusal) => Some(refusal),
        }
    } else {
        // Nothing is sent without a file that was meant to go with it; the other faults are told with its.
        let reading = visit.reading(me)?;
        state.decide(&reading.setting(), &command).err()
    };
    let mut tried = Tried { text: &text, kept: &sent.files, ..Tried::default() };
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    match &refusal {
        Some(refusal @ (Refusal::Denied(_) | Refusal::CaseMissing)) => return Err(refused(&visit, refusal)),
        Some(refusal) if refusal.faults().is_empty() => (status, tried.message) = said(&visit, refusal),
        Some(refusal) => (tried.fields, tried.files) = parted(visit.w, refusal.faults()),
        None => {}
    }
    tried.files.extend(sent.faults.iter().cloned());
    // It may have been closed meanwhile: the page shows how it stands now.
    let state = visit.room::<State>(me).await?;
    let Some(case) = state.cases().get(&id) else { return Ok(errors::not_found(&visit)) };
    show(&visit, me, (id, case), status, tried)
}

/// `GET /support/cases/{id}/close`
pub(super) async fn ask_close(visit: Visit, Path(id): Path<String>) -> Answer {
    let (_, id, state) = seen(&visit, &id).await?;
    let Some(case) = state.cases().get(&id) else { return Ok(errors::not_found(&visit)) };
    if !case.is_open() {
        return Err(closed(&visit, id));
    }
    let w = visit.w;
    let here = address(id);
    let page = FormPage::new(visit.page(w.t("support-close-title")), format!("{here}/close"), w.t("support-close"))
        .intro(w.t("support-close-text"))
        .fact(w.t("support-subject"), case.subject.as_str())
        .link(here, w.t("cancel"));
    Ok(visit.html(&page))
}

/// `POST /support/cases/{id}/close`
pub(super) async fn close(Path(id): Path<String>, Posted { visit, form: Nothing {} }: Posted<Nothing>) -> Answer {
    let (me, id, _) = seen(&visit, &id).await?;
    match visit.run_room::<State>(me, &Command::CloseCase { id }).await? {
        Ok(_) => Ok(visit.go_saying(&address(id), &visit.w.t("support-closed-said"))),
        Err(Refusal::CaseClosed) => Err(closed(&visit, id)),
        Err(refusal) => Err(refused(&visit, &refusal)),
    }
}

/// It is closed already: back to it, where that stands.
fn closed(visit: &Visit, id: Id) -> Stop {
    let back = Link { href: address(id), text: visit.w.t("support-back-to-case").into_owned() };
    visit.refused_room::<State>(&Refusal::CaseClosed, back).into()
}

/// `GET /support/cases/{id}/files/{file}`
pub(super) async fn download(visit: Visit, Path((id, file)): Path<(String, String)>) -> Answer {
    let (me, id, state) = seen(&visit, &id).await?;
    let Some(case) = state.cases().get(&id) else { return Ok(errors::not_found(&visit)) };
    saved(&visit, me.tenant, case, &file).await
}

/// A file of a case, to be saved.
pub(in crate::pages) async fn saved(visit: &Visit, tenant: Id, case: &Case, file: &str) -> Result<Response, Stop> {
    let missing = || Stop::from(errors::not_found(visit));
    let id: Id = file.parse().map_err(|_| missing())?;
    let file = case.posts.iter().flat_map(|post| &post.files).find(|f| f.id == id).ok_or_else(missing)?;
    let content = visit.app.portal.file_content(tenant, id).await.map_err(|error| visit.stop(&error))?;
    let content = content.ok_or_else(missing)?;
    Ok(attachment::response(file.name.as_str(), &file.media_type, content))
}
