//! Tasks: a form that fills in the company's information, and the work on record that completes a task with a link.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::DateTime;
use guildhall_core::account::{self, Actor};
use guildhall_core::program::Work as TaskWork;
use guildhall_core::setting::Setting;
use guildhall_core::tasks::{Command, Deed, Refusal, State, company_edit, profile_record};
use guildhall_core::trail::Recorded;
use guildhall_core::{Id, profile};

use super::room::{Ask, Finished, RoomDone, RoomError};
use super::{ATTEMPTS_MOST, Loaded, Portal, PortalError};
use crate::store::RecordedEvent;

/// How many events of the log are read at a time.
const PAGE_EVENTS: u32 = 100;

impl Portal {
    /// Completes a task by its form, and gives what it says about the company to the account in the same step (TASK-16).
    pub async fn submit_task_form<T>(
        &self,
        ask: &Ask<'_>,
        task: Id,
        answers: &BTreeMap<String, String>,
        finish: impl Fn(&Setting<'_>, &RoomDone<State>) -> Finished<T>,
    ) -> Result<(RoomDone<State>, T), RoomError<Refusal>> {
        let command = Command::Submit { task, answers: answers.clone() };
        for _ in 0..ATTEMPTS_MOST {
            let mut work = self.begin_in(ask.origin, ask.tenant, ask.actor).await?;
            let room = work.room::<State>(&ask.tenant.to_string()).await?;
            if ask.seen.is_some_and(|seen| seen != room.version) {
                return Err(PortalError::Contended.into());
            }
            let mut done = work.command(room, &command)?.map_err(RoomError::Refused)?;
            let edit = work.account().company().and_then(|company| {
                done.events.iter().find_map(|event| company_edit(&self.program, &done.state, event, company))
            });
            if let Some(company) = edit {
                work.on_account(&account::Command::EditCompany { company })?;
                done.account = Arc::clone(work.account());
            }
            let (told, answer) = work.with_setting(|setting| finish(setting, &done));
            work.keep(answer);
            if self.store_work(work).await? {
                return Ok((done, told));
            }
        }
        Err(PortalError::Contended.into())
    }

    /// The latest work on record that completes a task with a link for `me`, who works on it (TASK-17). Of the log only
    /// events of the one kind are read, from its end.
    pub async fn deeds(&self, loaded: &Loaded, me: Id, task: Id) -> Result<Vec<Deed>, PortalError> {
        let tenant = loaded.tenant.to_string();
        let (state, _) = self.load_room::<State>(loaded.tenant, &tenant).await?;
        let Some(task) = state.tasks().get(&task) else { return Ok(Vec::new()) };
        let Some(template) = self.program.task(&task.template) else { return Ok(Vec::new()) };
        let TaskWork::Link { done_by, .. } = &template.work else { return Ok(Vec::new()) };
        let doer = task.assignee(&loaded.account).unwrap_or(me);
        let since = task.counts_since(template).map(|since| since.timestamp_millis());
        // A record is a room and an event, and beyond that what the event is about.
        let mut parts = done_by.splitn(3, '/');
        let (kind, name, about) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default(), parts.next());
        let profile = match about {
            Some(_) => Some(self.load_room::<profile::State>(loaded.tenant, &tenant).await?.0),
            None => None,
        };
        let mut before = i64::MAX;
        loop {
            let rows = self.services.store.events_named(&tenant, (kind, name), before, PAGE_EVENTS).await?;
            let found = rows
                .iter()
                .filter_map(|row| deed(row, done_by, profile.as_ref()))
                .find(|deed| task.counts(template, doer, deed));
            let earlier = rows.last().filter(|_| rows.len() == PAGE_EVENTS as usize);
            match (found, earlier) {
                (Some(found), _) => return Ok(vec![found]),
                // What is older than the task counts for nobody in particular.
                (None, Some(row)) if since.is_none_or(|since| row.at >= since) => {
                    before = row.sequence;
                }
                (None, _) => return Ok(Vec::new()),
            }
        }
    }
}

/// The work of a member that an event is the record of.
fn deed(row: &RecordedEvent, record: &str, profile: Option<&profile::State>) -> Option<Deed> {
    let line: Recorded<serde_json::Value> = serde_json::from_str(&row.body).ok()?;
    if let Some(profile) = profile {
        let event: profile::Event = serde_json::from_value(line.event).ok()?;
        if profile_record(profile, &event) != record {
            return None;
        }
    }
    match line.actor {
        Actor::Member(by) => Some(Deed { record: record.to_owned(), by, at: DateTime::from_timestamp_millis(row.at)? }),
        Actor::Visitor | Actor::Operator(_) => None,
    }
}
