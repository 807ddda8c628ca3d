//! Taking up, dismissing and deleting (TASK-13, TASK-18, TASK-19).

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use guildhall_core::tasks::{Command, State};
use serde::Deserialize;

use super::detail::below;
use super::{LIST, address, chosen, refused, run_and_say, ticked};
use crate::pages::form::{Field, FormPage};
use crate::pages::view::Answer;
use crate::pages::visit::{Nothing, Posted, Visit};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TakeUp {
    template: String,
}

/// Takes up what is recommended.
pub(super) async fn take_up(Posted { visit, form }: Posted<TakeUp>) -> Answer {
    let me = visit.member()?;
    match visit.run_room::<State>(me, &Command::TakeUp { template: form.template }).await? {
        Ok(done) => {
            let task = done.events.iter().find_map(|event| match event {
                guildhall_core::tasks::Event::TaskAdded { task, .. } => Some(*task),
                guildhall_core::tasks::Event::TaskReassigned { .. }
                | guildhall_core::tasks::Event::TaskCompleted { .. }
                | guildhall_core::tasks::Event::TaskDismissed { .. }
                | guildhall_core::tasks::Event::TaskDeleted { .. }
                | guildhall_core::tasks::Event::WorkRecorded { .. }
                | guildhall_core::tasks::Event::UtcOffsetSet { .. } => None,
            });
            let path = task.map_or_else(|| LIST.to_owned(), address);
            Ok(visit.go_saying(&path, &visit.w.t("task-taken-up-said")))
        }
        Err(refusal) => Err(refused(&visit, &refusal)),
    }
}

/// Asks whether the ticked tasks shall be deleted (TASK-19).
pub(super) async fn ask_delete(visit: Visit, fields: Query<Vec<(String, String)>>) -> Answer {
    let me = visit.member()?;
    let ids = ticked(&fields);
    if ids.is_empty() {
        return Ok(visit.go_saying(LIST, &visit.w.t("tasks-tick-first")));
    }
    let w = visit.w;
    let mut form = FormPage::new(visit.page(w.t("tasks-delete-title")), "/tasks/delete", w.t("tasks-delete-button"))
        .intro(w.t("tasks-delete-text"))
        .danger()
        .link(LIST, w.t("cancel"));
    for line in chosen(&visit, me, &ids).await? {
        form = form.fact(line.title, line.assigned_to);
    }
    Ok(visit.html(&form.fields(ids.iter().map(|id| Field::hidden("task", id.to_string())).collect())))
}

pub(super) async fn delete(Posted { visit, form }: Posted<Vec<(String, String)>>) -> Answer {
    let me = visit.member()?;
    let command = Command::Delete { tasks: ticked(&form), confirmed: true };
    run_and_say(&visit, me, &command, "tasks-deleted-said").await
}

/// Asks whether a task shall be set aside (C-076).
pub(super) async fn ask_dismiss(visit: Visit, Path(id): Path<String>) -> Answer {
    let me = visit.member()?;
    let Ok(task) = id.parse() else { return Err(visit.with_status(StatusCode::NOT_FOUND)) };
    let w = visit.w;
    let mut form = FormPage::new(visit.page(w.t("task-dismiss-title")), below(task, "dismiss"), w.t("task-dismiss"))
        .intro(w.t("task-dismiss-text"))
        .link(address(task), w.t("cancel"));
    for line in chosen(&visit, me, &[task]).await? {
        form = form.fact(line.title, line.assigned_to);
    }
    Ok(visit.html(&form))
}

pub(super) async fn dismiss(Path(id): Path<String>, Posted { visit, .. }: Posted<Nothing>) -> Answer {
    let me = visit.member()?;
    let Ok(task) = id.parse() else { return Err(visit.with_status(StatusCode::NOT_FOUND)) };
    run_and_say(&visit, me, &Command::Dismiss { task }, "task-dismissed-said").await
}
