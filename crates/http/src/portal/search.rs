//! What is found: kept in the index with every step, and looked up within the reach of who asks.

use chrono::{DateTime, FixedOffset, NaiveTime, Utc};
use guildhall_core::Id;
use guildhall_core::search::{
    self, Candidate, Door, Entry, Found, Query, ROWS_MOST, Reach, RecordType, Results, changes, reach, terms,
};
use guildhall_core::setting::{Denied, Setting};

use super::{PROGRAMME, Portal, PortalError};
use crate::store::{SearchChange, SearchEntry, SearchHit, SearchHits, SearchQuery};

/// What changes in the index when a document that was found by `before` is found by `after`; `None` if nothing.
pub(super) fn change(kind: &str, id: &str, before: Vec<Entry>, after: Vec<Entry>) -> Option<SearchChange> {
    let changes = changes(before, after);
    let name = |entry: Option<Id>| entry.map_or_else(|| id.to_owned(), |entry| entry.to_string());
    let keep = |entry: Entry| SearchEntry {
        record: entry.record.id().into(),
        entry: name(entry.id),
        owner: entry.owner.map(|owner| owner.to_string()),
        title_words: search::indexed(&entry.title),
        text_words: search::indexed(&entry.text),
        title: entry.title,
        // A day begins when the reader's clock says so: the index compares with their own time.
        from: entry.from.map(|day| day.and_time(NaiveTime::MIN).and_utc().timestamp_millis()),
        until: entry.until.map(|at| at.timestamp_millis()),
    };
    (!changes.is_empty()).then(|| SearchChange {
        kind: kind.into(),
        id: id.into(),
        drop: changes.drop.into_iter().map(|(record, entry)| (record.id().to_owned(), name(entry))).collect(),
        put: changes.put.into_iter().map(keep).collect(),
    })
}

/// A search as it was asked.
#[derive(Debug)]
pub struct Looking<'a> {
    /// From where.
    pub door: Door,
    /// For what.
    pub query: &'a Query,
    /// How far the asker's company is from UTC.
    pub utc_offset_minutes: i32,
    /// Of the type whose View all was chosen: how many to leave out, and how many to give.
    pub offset: u32,
    /// See `offset`.
    pub limit: u32,
}

/// Why a search found nothing to show.
#[derive(Debug)]
pub enum SearchError {
    /// Whoever asks may not.
    Denied(Denied),
    /// Something failed.
    Portal(PortalError),
}

impl From<Denied> for SearchError {
    fn from(denied: Denied) -> Self {
        Self::Denied(denied)
    }
}

impl From<crate::store::StoreError> for SearchError {
    fn from(error: crate::store::StoreError) -> Self {
        Self::Portal(error.into())
    }
}

impl Portal {
    /// Searches everything that whoever asks may see.
    pub async fn search(
        &self,
        tenant: Id,
        setting: &Setting<'_>,
        looking: &Looking<'_>,
    ) -> Result<Results, SearchError> {
        let (me, _) = setting.me()?;
        let standing = setting.account.standing(setting.program, me);
        let mut found = vec![search::pages(setting.program, &standing, looking.query)];
        for record in RecordType::ALL.iter().copied().filter(|record| *record != RecordType::Page) {
            let Some(reach) = reach(setting.program, me, &standing, looking.door, record) else { continue };
            let all = looking.query.view_all == Some(record);
            let asked = SearchQuery {
                tenants: vec![tenant.to_string(), PROGRAMME.to_string()],
                record: record.id().into(),
                owner: (reach == Reach::Own).then(|| me.to_string()),
                terms: terms(looking.query.words.as_str()),
                local_now: local(setting.moment.at, looking.utc_offset_minutes),
                now: setting.moment.at.timestamp_millis(),
                offset: if all { looking.offset } else { 0 },
                limit: if all { looking.limit } else { u32::try_from(ROWS_MOST).unwrap_or(u32::MAX) },
            };
            let SearchHits { total, hits } = self.services.store.search(&asked).await?;
            let candidate = |hit: SearchHit| {
                let owner = hit.owner.and_then(|owner| owner.parse().ok());
                Candidate::new(record, hit.entry, hit.title, owner)
            };
            let total = usize::try_from(total).unwrap_or(usize::MAX);
            found.push(Found { record, total, hits: hits.into_iter().map(candidate).collect() });
        }
        Ok(search::search(setting, looking.door, looking.query, found)?)
    }
}

/// What a clock shows there, as if it stood in UTC.
fn local(at: DateTime<Utc>, offset_minutes: i32) -> i64 {
    let offset = FixedOffset::east_opt(offset_minutes.saturating_mul(60));
    let shown = offset.map_or_else(|| at.naive_utc(), |offset| at.with_timezone(&offset).naive_local());
    shown.and_utc().timestamp_millis()
}
