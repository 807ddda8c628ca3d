//! The queue of support: cases of companies and messages of the contact form, read, answered and closed.

use axum::extract::Path;
use axum::http::StatusCode;
use guildhall_core::Id;
use guildhall_core::room::{Room, RoomRefusal as _};
use guildhall_core::support::inquiry::{self, Inquiry};
use guildhall_core::support::{Author, Case, Command, State, WaitingFor};
use serde::Deserialize;

use super::companies::Company;
use super::sheet::{Action, Post, Row, Section, Sheet, cell, link};
use crate::pages::errors;
use crate::pages::form::{Field, FormPage, Link};
use crate::pages::view::{Answer, Stop};
use crate::pages::visit::{Nothing, Posted, Visit};
use crate::pages::words;
use crate::portal::PROGRAMME;

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
                Action::file(
                    format!("/api/v1/operator{}/files/{}", here.trim_start_matches("/operator"), file.id),
                    file.name.to_string(),
                )
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
        .fact(w.t("operator-topic"), topic(&visit, &case));
    let posts = Section::new("posts", w.t("operator-correspondence")).posts(posts.collect());
    Ok(visit.html(&sheet.section(about).section(posts)))
}

/// What a case is about, in the programme's words.
pub(super) fn topic(visit: &Visit, case: &Case) -> String {
    let types = &visit.program().support().case_types;
    let found = types.iter().find(|t| t.name == case.topic.case_type);
    let question = found.and_then(|t| t.questions.iter().find(|q| q.name == case.topic.question));
    let specific = question.and_then(|q| q.specifics.iter().find(|s| s.name == case.topic.specific));
    let titles = [found.map(|t| &t.title), question.map(|q| &q.title), specific.map(|s| &s.title)];
    titles.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" / ")
}

/// `GET /operator/companies/{company}/cases/{id}/{step}`: before an answer or the end of a case.
pub(super) async fn ask(visit: Visit, Path((company, id, step)): Path<(String, String, String)>) -> Answer {
    let (company, id, case) = case(&visit, &company, &id).await?;
    let here = format!("{}/cases/{id}", company.href());
    match step.as_str() {
        "answer" => Ok(visit.html(&answering(&visit, case.subject.to_string(), format!("{here}/answer"), here, ""))),
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
pub(super) async fn answer(
    Path((company, id)): Path<(String, String)>,
    Posted { visit, form }: Posted<AnswerForm>,
) -> Answer {
    let (company, id, case) = case(&visit, &company, &id).await?;
    let here = format!("{}/cases/{id}", company.href());
    let page = answering(&visit, case.subject.to_string(), format!("{here}/answer"), here.clone(), &form.text);
    let command = Command::Reply { id, text: form.text, files: Vec::new() };
    let said = visit.w.t("operator-answer-done");
    run::<State>(&visit, company.tenant, &company.tenant.to_string(), &command, Some(page), (&here, &said)).await
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
        (Err(refusal), _) => {
            let back = Link { href: here.to_owned(), text: visit.w.t("operator-back").into_owned() };
            Ok(visit.refused_room::<R>(&refusal, back))
        }
    }
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
