//! A task's own page, where the work starts (TASK-7, TASK-15..17).

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use guildhall_core::program::FormField;
use guildhall_core::tasks::{Command, Detail, DetailWork, Refusal, State, Status};
use guildhall_core::{FieldFault, Id, Permission};

use super::{LIST, Line, address, refused, refused_words};
use crate::pages::form::{Fact, Fault, Field, tie};
use crate::pages::view::{Answer, Page, Stop};
use crate::pages::visit::{Nothing, Posted, Signed, Visit};
use crate::pages::{errors, navigation};
use crate::portal::{Ask, Loaded, RoomError};

/// Answers with room for more than this are given a larger box.
const LINE_CHARACTERS: usize = 200;

#[derive(Debug, Template)]
#[template(path = "task.html")]
struct TaskPage {
    page: Page,
    line: Line,
    purpose: String,
    open: bool,
    /// The form; empty where the task is done on another page, or closed.
    fields: Vec<Field>,
    /// What the form was filled in with.
    answers: Vec<Fact>,
    /// Where the work is done, and what the page is called.
    link: Option<(String, String)>,
    /// That page is closed to the reader.
    closed: bool,
    /// The programme has the task no more.
    gone: bool,
    can_dismiss: bool,
    can_assign: bool,
    faults: Vec<Fault>,
    message: String,
}

/// What was tried and refused.
#[derive(Default)]
struct Tried<'a> {
    answers: Option<&'a BTreeMap<String, String>>,
    faults: &'a [FieldFault],
    message: String,
}

fn id_of(visit: &Visit, text: &str) -> Result<Id, Stop> {
    text.parse().map_err(|_| errors::not_found(visit).into())
}

pub(super) async fn page(visit: Visit, Path(id): Path<String>) -> Answer {
    let me = visit.member()?;
    show(&visit, me, id_of(&visit, &id)?, StatusCode::OK, Tried::default()).await
}

async fn show(visit: &Visit, me: &Signed, id: Id, status: StatusCode, tried: Tried<'_>) -> Answer {
    let state = visit.room::<State>(me).await?;
    let reading = visit.reading(me)?;
    let detail = state.detail(&reading.setting(), id).map_err(|refusal| refused(visit, &refusal))?;
    Ok(visit.html_with(status, &model(visit, me, &detail, &tried)))
}

fn model(visit: &Visit, me: &Signed, detail: &Detail, tried: &Tried<'_>) -> TaskPage {
    let w = visit.w;
    let open = detail.row.status == Status::Open;
    let line = Line::new(w, &detail.row);
    let mut page = TaskPage {
        page: visit.page(line.title.as_str()),
        line,
        purpose: detail.purpose.clone(),
        open,
        fields: Vec::new(),
        answers: Vec::new(),
        link: None,
        closed: false,
        gone: false,
        can_dismiss: open && detail.row.requirement == guildhall_core::program::Requirement::Optional,
        can_assign: open && me.standing.permits_in_portal(visit.program(), Permission::AssignTasks),
        faults: Vec::new(),
        message: tried.message.clone(),
    };
    match &detail.work {
        DetailWork::Form { fields } if open => {
            page.fields = fields.iter().map(|field| answer_field(visit, me, field, tried)).collect();
            page.faults = tie(w, page.fields.iter_mut(), tried.faults);
        }
        DetailWork::Form { fields } => {
            let answered =
                |f: &FormField| Some(Fact { term: f.title.clone(), text: detail.answers.get(&f.name)?.to_string() });
            page.answers = fields.iter().filter_map(answered).collect();
        }
        DetailWork::Link { item, title, opens } => {
            let row = visit.program().items().iter().find(|row| row.name == *item);
            page.link = row.filter(|_| *opens).map(|row| (navigation::address(row), title.clone()));
            page.closed = !opens;
        }
        DetailWork::Gone => page.gone = true,
    }
    page
}

/// A field of a task's form. What fills in the company's information begins with what it says now.
fn answer_field(visit: &Visit, me: &Signed, field: &FormField, tried: &Tried<'_>) -> Field {
    use guildhall_core::program::Fills;
    let company = me.account.company();
    let text = |part: Option<String>| part.unwrap_or_default();
    let now = match field.fills {
        Some(Fills::CompanyDescription) => text(company.and_then(|c| c.description.as_ref().map(ToString::to_string))),
        Some(Fills::CompanyWebsite) => text(company.and_then(|c| c.website.as_ref().map(ToString::to_string))),
        None => String::new(),
    };
    let typed = tried.answers.map_or(now, |answers| answers.get(&field.name).cloned().unwrap_or_default());
    let kind = if field.characters_most > LINE_CHARACTERS { "area" } else { "text" };
    let made = Field::new(kind, format!("answers.{}", field.name), field.title.as_str())
        .value(typed)
        .most(u32::try_from(field.characters_most).unwrap_or(u32::MAX));
    if field.required { made } else { made.optional(visit.w) }
}

pub(super) async fn submit(Path(id): Path<String>, Posted { visit, form }: Posted<Vec<(String, String)>>) -> Answer {
    let me = visit.member()?;
    let task = id_of(&visit, &id)?;
    let answers: BTreeMap<String, String> =
        form.into_iter().filter_map(|(name, value)| Some((name.strip_prefix("answers.")?.to_owned(), value))).collect();
    let actor = me.actor();
    let ask = Ask { origin: &visit.origin, tenant: me.tenant, actor: &actor, seen: None };
    match visit.app.portal.submit_task_form(&ask, task, &answers, |_, _| ((), None)).await {
        Ok(_) => Ok(visit.go_saying(LIST, &visit.w.t("task-completed-said"))),
        Err(RoomError::Portal(error)) => Err(visit.stop(&error)),
        Err(RoomError::Refused(Refusal::InvalidInput { faults })) => {
            let tried = Tried { answers: Some(&answers), faults: &faults, ..Tried::default() };
            show(&visit, me, task, StatusCode::UNPROCESSABLE_ENTITY, tried).await
        }
        Err(RoomError::Refused(refusal)) => Err(refused(&visit, &refusal)),
    }
}

pub(super) async fn complete(Path(id): Path<String>, Posted { visit, .. }: Posted<Nothing>) -> Answer {
    let me = visit.member()?;
    let task = id_of(&visit, &id)?;
    let loaded = Loaded { tenant: me.tenant, account: me.account.clone(), version: me.version };
    let deeds = visit.app.portal.deeds(&loaded, me.member, task).await.map_err(|error| visit.stop(&error))?;
    match visit.run_room::<State>(me, &Command::Complete { task, deeds }).await? {
        Ok(_) => Ok(visit.go_saying(LIST, &visit.w.t("task-completed-said"))),
        // The work is still to do: the page says so, and where.
        Err(refusal @ Refusal::WorkNotRecorded { .. }) => {
            let message = refused_words(visit.w, &refusal);
            show(&visit, me, task, StatusCode::CONFLICT, Tried { message, ..Tried::default() }).await
        }
        Err(refusal) => Err(refused(&visit, &refusal)),
    }
}

/// The address that a form about one task goes to.
pub(super) fn below(task: Id, what: &str) -> String {
    format!("{}/{what}", address(task))
}
