//! Whose a task is: giving one to somebody, and handing ticked ones over (TASK-4, TASK-14, TASK-20, TASK-21).

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use guildhall_core::room::RoomRefusal as _;
use guildhall_core::tasks::{Command, Refusal, State};
use guildhall_core::{FieldFault, Permission};
use serde::Deserialize;

use super::{LIST, Line, chosen, refused, refused_words, run_and_say, ticked};
use crate::pages::form::{Choice, Fault, Field, FormPage, choices, tie};
use crate::pages::view::{Answer, Page, Stop};
use crate::pages::visit::{Posted, Signed, Visit};
use crate::pages::words;

/// The people who can be given a task, found by part of a name.
fn people(visit: &Visit, me: &Signed, name: &str, preselected: &str) -> Result<Vec<Choice>, Stop> {
    let reading = visit.reading(me)?;
    let found = State::default().assignable(&reading.setting(), name).map_err(|denied| visit.denied(&denied))?;
    let people = found.into_iter().map(|person| (person.member.to_string(), person.name.to_string()));
    Ok(choices(&visit.w.t("choose"), people, preselected))
}

fn field<'a>(fields: &'a [(String, String)], name: &str) -> &'a str {
    fields.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value)
}

/// The question who shall have the ticked tasks, with a search for people by name (TASK-21).
#[derive(Debug, Template)]
#[template(path = "tasks_assign.html")]
struct AssignPage {
    page: Page,
    lines: Vec<Line>,
    name: String,
    to: Field,
    faults: Vec<Fault>,
    /// Nobody of that name can be given a task.
    nobody: bool,
}

async fn handing_over(
    visit: &Visit,
    me: &Signed,
    fields: &[(String, String)],
    faults: &[FieldFault],
) -> Result<AssignPage, Stop> {
    let ids = ticked(fields);
    if ids.is_empty() {
        return Err(visit.go_saying(LIST, &visit.w.t("tasks-tick-first")).into());
    }
    let w = visit.w;
    let name: String = field(fields, "name").trim().chars().take(100).collect();
    let choices = people(visit, me, &name, field(fields, "to"))?;
    let nobody = choices.len() == 1;
    let mut to = [Field::new("select", "to", w.t("tasks-assign-to")).choices(choices)];
    let faults = tie(w, to.iter_mut(), faults);
    let [to] = to;
    let lines = chosen(visit, me, &ids).await?;
    Ok(AssignPage { page: visit.page(w.t("tasks-assign-title")), lines, name, to, faults, nobody })
}

/// Asks who shall have the ticked tasks (TASK-20).
pub(super) async fn ask(visit: Visit, fields: Query<Vec<(String, String)>>) -> Answer {
    let me = visit.member()?;
    visit.permitted(Permission::AssignTasks)?;
    Ok(visit.html(&handing_over(&visit, me, &fields, &[]).await?))
}

pub(super) async fn change(Posted { visit, form }: Posted<Vec<(String, String)>>) -> Answer {
    let me = visit.member()?;
    visit.permitted(Permission::AssignTasks)?;
    let Ok(to) = field(&form, "to").parse() else {
        let page = handing_over(&visit, me, &form, &[FieldFault::new("to", "required")]).await?;
        return Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page));
    };
    let command = Command::ChangeAssignee { tasks: ticked(&form), to, confirmed: true };
    run_and_say(&visit, me, &command, "tasks-assigned-said").await
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Give {
    #[serde(default)]
    template: String,
    #[serde(default)]
    to: String,
    #[serde(default)]
    due: String,
}

fn giving(visit: &Visit, me: &Signed, asked: &Give) -> Result<FormPage, Stop> {
    let w = visit.w;
    let templates = visit.program().tasks().iter().map(|template| Choice {
        value: template.name.clone(),
        label: template.title.clone(),
        hint: String::new(),
        chosen: template.name == asked.template,
    });
    let none = Choice { value: String::new(), label: w.t("choose").into_owned(), hint: String::new(), chosen: false };
    Ok(FormPage::new(visit.page(w.t("tasks-give-title")), "/tasks/give", w.t("tasks-give-button"))
        .intro(w.t("tasks-give-text"))
        .fields(vec![
            Field::new("select", "template", w.t("tasks-give-what"))
                .choices([none].into_iter().chain(templates).collect()),
            Field::new("select", "to", w.t("tasks-assign-to")).choices(people(visit, me, "", &asked.to)?),
            Field::new("date", "due", w.t("tasks-by-due-date"))
                .hint(w.t("tasks-give-due-hint"))
                .value(asked.due.as_str())
                .optional(w),
        ])
        .link(LIST, w.t("cancel")))
}

/// Asks which task to give to whom (TASK-4).
pub(super) async fn ask_give(visit: Visit, Query(asked): Query<Give>) -> Answer {
    let me = visit.member()?;
    visit.permitted(Permission::AssignTasks)?;
    Ok(visit.html(&giving(&visit, me, &asked)?))
}

pub(super) async fn give(Posted { visit, form }: Posted<Give>) -> Answer {
    let me = visit.member()?;
    visit.permitted(Permission::AssignTasks)?;
    let page = giving(&visit, me, &form)?;
    let missing: Vec<FieldFault> =
        [("template", form.template.is_empty()), ("to", form.to.parse::<guildhall_core::Id>().is_err())]
            .into_iter()
            .filter(|(_, missing)| *missing)
            .map(|(name, _)| FieldFault::new(name, "required"))
            .collect();
    let Some(to) = form.to.parse().ok().filter(|_| missing.is_empty()) else {
        return Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page.with_faults(&missing)));
    };
    match visit.run_room::<State>(me, &Command::Give { template: form.template, to, due: form.due }).await? {
        Ok(_) => Ok(visit.go_saying(LIST, &visit.w.t("tasks-given-said"))),
        Err(Refusal::InvalidInput { faults }) => {
            Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page.with_faults(&faults)))
        }
        Err(refusal @ (Refusal::AlreadyThere | Refusal::TooMany { .. })) => {
            let page = page.with_fault("#f-template", refused_words(visit.w, &refusal));
            Ok(visit.html_with(words::status(refusal.kind()), &page))
        }
        Err(refusal) => Err(refused(&visit, &refusal)),
    }
}
