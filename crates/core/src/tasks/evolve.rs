//! Folds events into the tasks. Total: what cannot be applied changes nothing.

use alloc::collections::BTreeMap;

use super::{Event, State, Status, Task};
use crate::Id;

pub(super) fn apply(state: &mut State, event: &Event) {
    match event {
        Event::TaskAdded { task, template, title, requirement, assignee, due, by: _, at } => {
            let added = Task {
                template: template.clone(),
                title: title.clone(),
                requirement: *requirement,
                status: Status::Open,
                assigned_to: *assignee,
                due: *due,
                added_at: *at,
                closed_by: None,
                answers: BTreeMap::new(),
            };
            // Somebody wants it again after all.
            state.set_aside.remove(&(template.clone(), *assignee));
            state.tasks.insert(*task, added);
        }
        Event::TaskReassigned { task, to } => {
            if let Some(task) = state.tasks.get_mut(task) {
                task.assigned_to = *to;
            }
        }
        Event::TaskCompleted { task, by, answers, deed: _ } => {
            close(state, *task, Status::Completed, *by);
            if let Some(task) = state.tasks.get_mut(task) {
                task.answers.clone_from(answers);
            }
        }
        Event::TaskDismissed { task, by } => {
            close(state, *task, Status::Dismissed, *by);
            if let Some(task) = state.tasks.get(task) {
                state.set_aside.insert((task.template.clone(), task.assigned_to));
            }
        }
        Event::TaskDeleted { task, by: _ } => {
            if let Some(task) = state.tasks.remove(task)
                && task.status != Status::Completed
            {
                state.set_aside.insert((task.template, task.assigned_to));
            }
        }
        Event::WorkRecorded { deed, operator: _ } => state.recorded.push(deed.clone()),
        Event::UtcOffsetSet { minutes } => state.utc_offset_minutes = *minutes,
    }
}

fn close(state: &mut State, task: Id, status: Status, by: Id) {
    if let Some(task) = state.tasks.get_mut(&task) {
        task.status = status;
        task.closed_by = Some(by);
    }
}
