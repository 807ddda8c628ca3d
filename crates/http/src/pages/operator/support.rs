//! The queue of support: cases of companies and messages of the contact form, read, answered and closed.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use guildhall_core::Id;
use guildhall_core::room::{Room, RoomRefusal};
use guildhall_core::support::inquiry::{self, Inquiry};
use guildhall_core::support::{Author, Case, Command, State, WaitingFor};
use serde::Deserialize;

use super::companies::Company;
use super::sheet::{Action, Post, Row, Section, Sheet, cell, link};
use crate::pages::attachments::{FilesField, Posting, Sent, parted, size};
use crate::pages::errors;
use crate::pages::form::{Field, FormPage, Link};
use crate::pages::support::{saved, topic_words};
use crate::pages::view::{Answer, Stop, see_other};
use crate::pages::visit::{Nothing, Posted, Visit};
use crate::pages::words;
use crate::portal::{Ask, PROGRAMME};

/// Where the queue is.
const QUEUE: &str = "/operator/support";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswerForm {
    text: String,
}

/// `GET /operator/support`
pub(super) async fn queue(visit: Visit) -> Answer {
    visit.operating()?;
    let w = visit.w;
    let waiting = visit.app.portal.support_queue().await.map_err(|e| visit.stop(&e))?;
    let mut rows = Vec::with_capacity(waiting.len());
    for found in waiting {
        let (href, from) = match found.what {
            WaitingFor::Case { tenant, case } => {
                (format!("/operator/companies/{tenant}/cases/{case}"), visit.company_name(tenant).await?)
            }
            WaitingFor::Inquiry { inquiry } => {
                (format!("{QUEUE}/{inquiry}"), w.t("operator-contact-form").into_owned())
            }
        };
        let sort = if found.cancellation { "operator-case-cancellation" } else { "operator-case-question" };
        rows.push(Row::new(vec![
            link(href, found.subject),
            cell(from),
            cell(w.t(sort)),
            cell(words::moment(w, found.since.timestamp_millis())),
        ]));
    }
    let heads = ["subject", "from", "kind", "since"].map(|key| w.t(&format!("operator-head-{key}")).into_owned());
    let table = Section::new("queue", "").table(heads.to_vec(), rows, w.t("operator-queue-empty"));
    Ok(visit.html(
        &Sheet::new(visit.page(w.t("operator-support-title"))).intro(w.t("operator-support-text")).section(table),
    ))
}

async fn case(visit: &Visit, company: &str, id: &str) -> Result<(Company, Id, Case), Stop> {
    let company = visit.company(company).await?;
    let state = company.room::<State>(visit).await?;
    let found = id.parse().ok().and_then(|id: Id| Some((id, state.cases().get(&id)?.clone())));
    let (id, case) = found.ok_or_else(|| Stop::from(errors::not_found(visit)))?;
    Ok((company, id, case))
}

fn answering(visit: &Visit, title: String, action: String, back: String, typed: &str) -> FormPage {
    let w = visit.w;
    FormPage::new(visit.page(title), action, w.t("operator-answer-send"))
        .intro(w.t("operator-answer-text"))
        .fields(vec![Field::new("area", "text", w.t("operator-answer")).value(typed).most(10_000)])
        .link(back, w.t("cancel"))
}

/// The form of an answer in a case, with what was typed and attached so far.
fn answering_case(visit: &Visit, case: &Case, here: &str, typed: &str, files: FilesField) -> Result<FormPage, Stop> {
    let page = answering(visit, case.subject.to_string(), format!("{here}/answer"), here.to_owned(), typed);
    Ok(page.files(files, visit.new_once()?))
}

/// `GET /operator/companies/{company}/cases/{id}`
pub(super) async fn show(visit: Visit, Path((company, id)): Path<(String, String)>) -> Answer {
    let (company, id, case) = case(&visit, &company, &id).await?;
    let w = visit.w;
    let here = format!("{}/cases/{id}", company.href());
    let name = |id: &Id| company.account().member(*id).map(|m| m.name.to_string()).unwrap_or_default();
    let posts = case.posts.iter().map(|post| Post {
        who: match &post.by {
            Author::Member(id) => name(id),
            Author::Operator(operator) => w.t1("trail-operator", "name", operator.as_str()).into_owned(),
        },
        at: words::moment(w, post.at.timestamp_millis()),
        lines: post.text.as_str().lines().map(str::to_owned).collect(),
        files: post
            .files
            .iter()
            .map(|file| {
                Action::file(format!("{here}/files/{}", file.id), format!("{} ({})", file.name, size(w, file.bytes)))
            })
            .collect(),
    });
    let mut sheet = Sheet::new(visit.page(case.subject.as_str()))
        .tags(vec![w.t(if case.is_open() { "operator-case-open" } else { "operator-case-closed" }).into_owned()]);
    if case.is_open() {
        sheet = sheet
            .action(Action::new(format!("{here}/ask/answer"), w.t("operator-answer")))
            .action(Action::new(format!("{here}/ask/close"), w.t("operator-close")));
    }
    let about = Section::new("about", w.t("operator-about"))
        .fact(w.t("operator-companies-name"), company.name())
        .fact(w.t("operator-by"), name(&case.by))
        .fact(w.t("operator-topic"), topic_words(visit.program(), &case.topic));
    let posts = Section::new("posts", w.t("operator-correspondence")).posts(posts.collect());
    Ok(visit.html(&sheet.section(about).section(posts)))
}

/// `GET /operator/companies/{company}/cases/{id}/{step}`: before an answer or the end of a case.
pub(super) async fn ask(visit: Visit, Path((company, id, step)): Path<(String, String, String)>) -> Answer {
    let (company, id, case) = case(&visit, &company, &id).await?;
    let here = format!("{}/cases/{id}", company.href());
    match step.as_str() {
        "answer" => {
            let files = FilesField::new(visit.w, visit.program().support(), &[]);
            Ok(visit.html(&answering_case(&visit, &case, &here, "", files)?))
        }
        "close" => Ok(visit.html(&closing(&visit, case.subject.as_str(), &here))),
        _ => Ok(errors::not_found(&visit)),
    }
}

fn closing(visit: &Visit, subject: &str, here: &str) -> FormPage {
    let w = visit.w;
    FormPage::new(visit.page(w.t("operator-close-title")), format!("{here}/close"), w.t("operator-close"))
        .intro(w.t("operator-close-text"))
        .fact(w.t("operator-head-subject"), subject)
        .link(here, w.t("cancel"))
}

/// `POST /operator/companies/{company}/cases/{id}/answer`
pub(super) async fn answer(visit: Visit, Path((company, id)): Path<(String, String)>, form: Posting) -> Answer {
    let me = visit.operating()?;
    let (company, id, case) = case(&visit, &company, &id).await?;
    let here = format!("{}/cases/{id}", company.href());
    let sent = Sent::read(&visit, form, company.tenant, me.id).await?;
    if let Some(path) = &sent.led_to {
        return Ok(see_other(path));
    }
    let text = sent.field("text");
    let command = Command::Reply { id, text: text.to_owned(), files: sent.files.clone() };
    let refusal = if sent.faults.is_empty() {
        let (actor, room) = (me.actor(), company.tenant.to_string());
        let ask = Ask { origin: &visit.origin, tenant: company.tenant, actor: &actor, seen: None };
        match visit.run_once::<State>(&ask, &room, sent.once.as_ref(), &command, |_| here.clone()).await? {
            Ok(path) => return Ok(visit.go_saying(&path, &visit.w.t("operator-answer-done"))),
            Err(refusal) => Some(refusal),
        }
    } else {
        // Nothing is sent without a file that was meant to go with it; the other faults are told with its.
        company.room::<State>(&visit).await?.decide(&company.setting(&visit), &command).err()
    };
    let faults = refusal.as_ref().map(RoomRefusal::faults).unwrap_or_default();
    if let Some(refusal) = refusal.as_ref().filter(|_| faults.is_empty()) {
        return Ok(refused::<State>(&visit, refusal, &here));
    }
    let (fields, mut of_files) = parted(visit.w, faults);
    of_files.extend(sent.faults.iter().cloned());
    let files = FilesField::new(visit.w, visit.program().support(), &sent.files).with_faults(of_files);
    let page = answering_case(&visit, &case, &here, text, files)?.with_faults(&fields);
    Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page))
}

/// `GET /operator/companies/{company}/cases/{id}/files/{file}`
pub(super) async fn download(visit: Visit, Path((company, id, file)): Path<(String, String, String)>) -> Answer {
    let (company, _, case) = case(&visit, &company, &id).await?;
    saved(&visit, company.tenant, &case, &file).await
}

/// `POST /operator/companies/{company}/cases/{id}/close`
pub(super) async fn close(
    Path((company, id)): Path<(String, String)>,
    Posted { visit, form: Nothing {} }: Posted<Nothing>,
) -> Answer {
    let (company, id, _) = case(&visit, &company, &id).await?;
    let here = format!("{}/cases/{id}", company.href());
    let said = visit.w.t("operator-close-done");
    let command = Command::CloseCase { id };
    run::<State>(&visit, company.tenant, &company.tenant.to_string(), &command, None, (&here, &said)).await
}

async fn run<R: Room>(
    visit: &Visit,
    tenant: Id,
    id: &str,
    command: &R::Command,
    page: Option<FormPage>,
    (here, said): (&str, &str),
) -> Answer {
    let actor = visit.operating()?.actor();
    match (visit.run_room_as::<R>(tenant, id, &actor, command).await?, page) {
        (Ok(_), _) => Ok(visit.go_saying(here, said)),
        (Err(refusal), Some(page)) if !refusal.faults().is_empty() => {
            Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page.with_faults(refusal.faults())))
        }
        (Err(refusal), _) => Ok(refused::<R>(visit, &refusal, here)),
    }
}

/// The page of a refusal that no form shows.
fn refused<R: Room>(visit: &Visit, refusal: &R::Refusal, here: &str) -> Response {
    let back = Link { href: here.to_owned(), text: visit.w.t("operator-back").into_owned() };
    visit.refused_room::<R>(refusal, back)
}

async fn inquiry(visit: &Visit, id: &str) -> Result<(Id, Inquiry), Stop> {
    visit.operating()?;
    let missing = || Stop::from(errors::not_found(visit));
    let id: Id = id.parse().map_err(|_| missing())?;
    let (state, _) = visit.room_of::<Inquiry>(PROGRAMME, &id.to_string()).await?;
    if state.question().is_none() { Err(missing()) } else { Ok((id, state)) }
}

/// `GET /operator/support/{id}`: a message of the contact form.
pub(super) async fn show_inquiry(visit: Visit, Path(id): Path<String>) -> Answer {
    let (id, state) = inquiry(&visit, &id).await?;
    let w = visit.w;
    let Some(question) = state.question() else { return Ok(errors::not_found(&visit)) };
    let here = format!("{QUEUE}/{id}");
    let mut sheet = Sheet::new(visit.page(question.subject.as_str()));
    if state.closed_at().is_none() {
        sheet = sheet
            .action(Action::new(format!("{here}/ask/answer"), w.t("operator-answer")))
            .action(Action::new(format!("{here}/ask/close"), w.t("operator-close")));
    }
    let about = Section::new("about", w.t("operator-contact-form"))
        .fact(w.t("people-name"), question.name.to_string())
        .fact(w.t("people-email"), question.email.to_string())
        .fact(w.t("operator-companies-name"), question.company.as_ref().map(ToString::to_string).unwrap_or_default())
        .text(question.text.as_str());
    let posts = state.answers().iter().map(|answer| Post {
        who: w.t1("trail-operator", "name", answer.by.as_str()).into_owned(),
        at: words::moment(w, answer.at.timestamp_millis()),
        lines: answer.text.as_str().lines().map(str::to_owned).collect(),
        files: Vec::new(),
    });
    let posts = Section::new("posts", w.t("operator-correspondence")).posts(posts.collect());
    Ok(visit.html(&sheet.section(about).section(posts)))
}

/// `GET /operator/support/{id}/{step}`
pub(super) async fn ask_inquiry(visit: Visit, Path((id, step)): Path<(String, String)>) -> Answer {
    let (id, state) = inquiry(&visit, &id).await?;
    let subject = state.question().map(|q| q.subject.to_string()).unwrap_or_default();
    let here = format!("{QUEUE}/{id}");
    match step.as_str() {
        "answer" => Ok(visit.html(&answering(&visit, subject, format!("{here}/answer"), here, ""))),
        "close" => Ok(visit.html(&closing(&visit, &subject, &here))),
        _ => Ok(errors::not_found(&visit)),
    }
}

/// `POST /operator/support/{id}/answer`: mailed to the address of the form.
pub(super) async fn answer_inquiry(Path(id): Path<String>, Posted { visit, form }: Posted<AnswerForm>) -> Answer {
    let (id, state) = inquiry(&visit, &id).await?;
    let subject = state.question().map(|q| q.subject.to_string()).unwrap_or_default();
    let here = format!("{QUEUE}/{id}");
    let page = answering(&visit, subject, format!("{here}/answer"), here.clone(), &form.text);
    let command = inquiry::Command::Answer { text: form.text };
    let said = visit.w.t("operator-answer-done");
    run::<Inquiry>(&visit, PROGRAMME, &id.to_string(), &command, Some(page), (&here, &said)).await
}

/// `POST /operator/support/{id}/close`
pub(super) async fn close_inquiry(
    Path(id): Path<String>,
    Posted { visit, form: Nothing {} }: Posted<Nothing>,
) -> Answer {
    let (id, _) = inquiry(&visit, &id).await?;
    let said = visit.w.t("operator-close-done");
    run::<Inquiry>(&visit, PROGRAMME, &id.to_string(), &inquiry::Command::Close, None, (QUEUE, &said)).await
}
