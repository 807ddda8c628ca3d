//! What an update of roles did: the counts of successes and failures, and a reason for each failure (USR-24, USR-25,
//! C-038). Read from the log, by the request that made the change.

use askama::Template;
use axum::extract::{Path, Query};
use guildhall_core::account::{Actor, Event, Recorded, RoleChange};
use serde::Deserialize;

use super::roles::person;
use crate::pages::errors;
use crate::pages::view::{Answer, Page};
use crate::pages::visit::Visit;
use crate::pages::words;

/// How many events are read at a time.
const PAGE: u32 = 500;

#[derive(Debug)]
struct Line {
    person: String,
    role: String,
    change: String,
    /// Why it was not made; empty where it was.
    reason: String,
}

#[derive(Debug, Template)]
#[template(path = "outcome.html")]
struct OutcomePage {
    page: Page,
    made: Vec<Line>,
    failed: Vec<Line>,
    made_count: u32,
    failed_count: u32,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct After {
    /// The account's version before the change: its events come later in the log.
    #[serde(default)]
    after: i64,
}

pub(super) async fn page(visit: Visit, Path(request): Path<String>, Query(After { after }): Query<After>) -> Answer {
    let me = visit.managing()?;
    let w = visit.w;
    let (mut made, mut failed) = (Vec::new(), Vec::new());
    for recorded in events(&visit, me.tenant.to_string(), after.max(0), &request).await? {
        // Others may look at the list, the outcome is for who asked.
        if recorded.actor != Actor::Member(me.member) {
            continue;
        }
        let (member, role, change, code) = if let Event::RoleAssigned { member, role } = &recorded.event {
            (*member, role, RoleChange::Assign, None)
        } else if let Event::RoleUnassigned { member, role } = &recorded.event {
            (*member, role, RoleChange::Unassign, None)
        } else if let Event::RoleChangeRefused { member, role, change, code } = &recorded.event {
            (*member, role, *change, Some(code))
        } else {
            continue;
        };
        let change = w.t(match change {
            RoleChange::Assign => "change-assign",
            RoleChange::Unassign => "change-unassign",
        });
        let line = Line {
            person: person(me, member),
            role: words::role_title(visit.program(), role),
            change: change.into_owned(),
            reason: code.map(|code| words::fault(w, code)).unwrap_or_default(),
        };
        if code.is_some() { failed.push(line) } else { made.push(line) }
    }
    if made.is_empty() && failed.is_empty() {
        return Ok(errors::not_found(&visit));
    }
    let count = |lines: &[Line]| u32::try_from(lines.len()).unwrap_or(u32::MAX);
    Ok(visit.html(&OutcomePage {
        page: visit.page(w.t("outcome-title")),
        made_count: count(&made),
        failed_count: count(&failed),
        made,
        failed,
    }))
}

/// The events of one request.
async fn events(
    visit: &Visit,
    tenant: String,
    mut after: i64,
    request: &str,
) -> Result<Vec<Recorded>, crate::pages::view::Stop> {
    let mut found = Vec::new();
    loop {
        let rows = visit.app.services.store.events(&tenant, after, PAGE).await.map_err(|e| visit.crash(&e))?;
        let Some(last) = rows.last().map(|row| row.sequence) else { return Ok(found) };
        for row in rows.iter().filter(|row| row.request_id == request) {
            found.push(serde_json::from_str(&row.body).map_err(|e| visit.crash(&e))?);
        }
        // All events of a request stand next to each other.
        let complete = !found.is_empty() && rows.last().is_some_and(|row| row.request_id != request);
        if complete {
            return Ok(found);
        }
        after = last;
    }
}
