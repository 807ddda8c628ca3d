//! The log of a tenant as the trail reads it: every room, the newest first (TRAIL-3).

use guildhall_core::account::Actor;
use guildhall_core::room::Room as _;
use guildhall_core::trail::{By, CloudContext, CloudRecord, Credentials, Entry, Query, Recorded, cloud_record};
use guildhall_core::{Id, linking};

use super::change::actor_text;
use super::{Portal, PortalError};
use crate::store::{LogActor, LogFilter, RecordedEvent};

/// How many rows are read at a time where many of them may not be looked for.
const ROWS: usize = 500;
/// After so many rows the search rests, and says from where to go on.
const ROWS_MOST: usize = 10_000;
/// The portal holds no key of the cloud account: a call made with the cloud admin's role is known by this name.
const SESSION: &str = "guildhall";

/// An entry with its place in the tenant's log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogEntry {
    /// 1, 2, 3, ...
    pub sequence: i64,
    /// What happened.
    pub entry: Entry,
}

/// What was found, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogPage<T> {
    /// The entries.
    pub entries: Vec<T>,
    /// From where to go on; `None` at the end of the log. A page can be short, or empty, and not be the last.
    pub next: Option<i64>,
}

impl Portal {
    /// The entries of a tenant's log that are looked for, at most `most`, older than the place `before`.
    pub async fn log(
        &self,
        tenant: Id,
        query: &Query,
        before: Option<i64>,
        most: usize,
    ) -> Result<LogPage<LogEntry>, PortalError> {
        let take = |row: &RecordedEvent| {
            let entry =
                Entry::read(&row.kind, &row.event_type, &row.body).map_err(|e| unreadable(tenant, row.sequence, &e))?;
            Ok(query.matches(&entry).then_some(LogEntry { sequence: row.sequence, entry }))
        };
        self.gather(tenant, query, before, most, take).await
    }

    /// The account management actions of a tenant in the form of the cloud account's own trail (TRAIL-5..20).
    pub async fn cloud_log(
        &self,
        tenant: Id,
        query: &Query,
        before: Option<i64>,
        most: usize,
    ) -> Result<LogPage<CloudRecord>, PortalError> {
        let linking = self.program.linking();
        let role = Credentials { principal_id: SESSION.to_owned(), access_key_id: SESSION.to_owned() };
        let context = CloudContext { service: &linking.service, region: &linking.region, tenant, role: &role };
        // The name that is looked for is that of the action, not that of the event.
        let name = query.name.as_deref().map(str::trim);
        let query = Query { room: Some(linking::State::KIND.to_owned()), name: None, ..query.clone() };
        let take = |row: &RecordedEvent| {
            let broken = |e: serde_json::Error| unreadable(tenant, row.sequence, &e);
            let entry = Entry::read(&row.kind, &row.event_type, &row.body).map_err(broken)?;
            if !query.matches(&entry) {
                return Ok(None);
            }
            let recorded: Recorded<linking::Event> = serde_json::from_str(&row.body).map_err(broken)?;
            let record = cloud_record(&recorded, &context);
            Ok(record.filter(|r| name.is_none_or(|name| name.eq_ignore_ascii_case(r.event_name))))
        };
        self.gather(tenant, &query, before, most, take).await
    }

    async fn gather<T>(
        &self,
        tenant: Id,
        query: &Query,
        before: Option<i64>,
        most: usize,
        take: impl Fn(&RecordedEvent) -> Result<Option<T>, PortalError>,
    ) -> Result<LogPage<T>, PortalError> {
        let (tenant, filter) = (tenant.to_string(), filter_of(query));
        // The database knows all that is looked for but a text: then every row is one, and one more tells of a next page.
        let limit = if query.text.is_some() { ROWS } else { most.saturating_add(1).min(ROWS_MOST) };
        let (mut entries, mut read, mut before) = (Vec::new(), 0, before.unwrap_or(i64::MAX));
        loop {
            let rows = self.services.store.log(&tenant, &filter, before, u32::try_from(limit).unwrap_or(1)).await?;
            for row in &rows {
                let Some(taken) = take(row)? else {
                    before = row.sequence;
                    continue;
                };
                if entries.len() == most {
                    return Ok(LogPage { entries, next: Some(before) });
                }
                before = row.sequence;
                entries.push(taken);
            }
            read += rows.len();
            if rows.len() < limit {
                return Ok(LogPage { entries, next: None });
            }
            if read >= ROWS_MOST {
                return Ok(LogPage { entries, next: Some(before) });
            }
        }
    }
}

/// What the database can filter of a query; the rest is left to the query itself.
fn filter_of(query: &Query) -> LogFilter {
    let word = |text: &Option<String>| text.as_ref().map(|t| t.trim().to_ascii_lowercase());
    LogFilter {
        kind: word(&query.room),
        event_type: word(&query.name),
        actor: query.by.map(|by| match by {
            By::Member(id) => LogActor::Is(actor_text(&Actor::Member(id))),
            By::Operators => LogActor::Begins(actor_text(&Actor::Operator(String::new()))),
            By::Visitors => LogActor::Is(actor_text(&Actor::Visitor)),
        }),
        from: query.from.map(|at| at.timestamp_millis()),
        // A moment between two milliseconds is after the first.
        until: query.until.map(|at| at.timestamp_millis().saturating_add(1)),
        request_id: query.request.clone(),
    }
}

fn unreadable(tenant: Id, sequence: i64, error: &serde_json::Error) -> PortalError {
    PortalError::Machine(format!("the event {sequence} of {tenant} cannot be read: {error}"))
}
