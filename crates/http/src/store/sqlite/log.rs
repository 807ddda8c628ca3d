//! Reads a tenant's log from its end, filtered by the database.

use sqlx::Error;
use sqlx::sqlite::SqlitePool;

use crate::store::{LogActor, LogFilter, RecordedEvent};

pub(super) async fn log(
    pool: &SqlitePool,
    tenant: &str,
    filter: &LogFilter,
    before: i64,
    limit: u32,
) -> Result<Vec<RecordedEvent>, Error> {
    let (is, begins) = match &filter.actor {
        Some(LogActor::Is(actor)) => (Some(actor), None),
        Some(LogActor::Begins(actor)) => (None, Some(actor)),
        None => (None, None),
    };
    sqlx::query_as(
        "SELECT sequence, kind, id, version, at, actor, source, request_id, event_type, body FROM events \
         WHERE tenant = ?1 AND sequence < ?2 AND (?4 IS NULL OR kind = ?4) AND (?5 IS NULL OR event_type = ?5) \
         AND (?6 IS NULL OR actor = ?6) AND (?7 IS NULL OR substr(actor, 1, length(?7)) = ?7) \
         AND (?8 IS NULL OR at >= ?8) AND (?9 IS NULL OR at < ?9) AND (?10 IS NULL OR request_id = ?10) \
         ORDER BY sequence DESC LIMIT ?3",
    )
    .bind(tenant)
    .bind(before)
    .bind(limit)
    .bind(&filter.kind)
    .bind(&filter.event_type)
    .bind(is)
    .bind(begins)
    .bind(filter.from)
    .bind(filter.until)
    .bind(&filter.request_id)
    .fetch_all(pool)
    .await
}
