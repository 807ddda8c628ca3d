//! Full-text search: SQLite's own index (FTS5), beside a table of what its numbers mean.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::store::{SearchChange, SearchEntry, SearchHits, SearchQuery};

/// What a search reads and narrows by; a day or an end that is not there does not narrow.
macro_rules! found {
    ($select:literal, $order:literal) => {
        concat!(
            "SELECT ",
            $select,
            " FROM search_words JOIN search_entries AS e ON e.number = search_words.rowid WHERE search_words MATCH ?1 \
             AND coalesce(e.found_from <= ?2, 1) AND coalesce(e.found_until >= ?3, 1) ",
            $order
        )
    };
}

/// How many there are.
const COUNT: &str = found!("count(*)", "");
/// The best of them. A word counts for more in a title than elsewhere; the words of the scope do not count at all.
const BEST: &str = found!(
    "e.tenant, e.kind, e.id, e.entry, e.owner, e.title",
    "ORDER BY bm25(search_words, 0.0, 8.0, 1.0), e.title, e.number LIMIT ?4 OFFSET ?5"
);

pub(super) async fn change(
    connection: &mut SqliteConnection,
    tenant: &str,
    changes: &[SearchChange],
) -> Result<(), sqlx::Error> {
    for SearchChange { kind, id, put, drop } in changes {
        for (record, entry) in drop {
            forget(connection, [tenant, kind, id, record, entry]).await?;
        }
        for entry in put {
            forget(connection, [tenant, kind, id, &entry.record, &entry.entry]).await?;
            keep(connection, tenant, kind, id, entry).await?;
        }
    }
    Ok(())
}

/// Takes out the entry of this key: tenant, kind, id, type, entry.
async fn forget(connection: &mut SqliteConnection, key: [&str; 5]) -> Result<(), sqlx::Error> {
    let mut query = sqlx::query_scalar::<_, i64>(
        "DELETE FROM search_entries WHERE tenant = ?1 AND kind = ?2 AND id = ?3 AND record = ?4 AND entry = ?5 \
         RETURNING number",
    );
    for part in key {
        query = query.bind(part);
    }
    if let Some(number) = query.fetch_optional(&mut *connection).await? {
        sqlx::query("DELETE FROM search_words WHERE rowid = ?1").bind(number).execute(connection).await?;
    }
    Ok(())
}

async fn keep(
    connection: &mut SqliteConnection,
    tenant: &str,
    kind: &str,
    id: &str,
    entry: &SearchEntry,
) -> Result<(), sqlx::Error> {
    let number: i64 = sqlx::query_scalar(
        "INSERT INTO search_entries (tenant, kind, id, record, entry, owner, title, found_from, found_until) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) RETURNING number",
    )
    .bind(tenant)
    .bind(kind)
    .bind(id)
    .bind(&entry.record)
    .bind(&entry.entry)
    .bind(&entry.owner)
    .bind(&entry.title)
    .bind(entry.from)
    .bind(entry.until)
    .fetch_one(&mut *connection)
    .await?;
    let owner = entry.owner.iter().map(|owner| scope_word('o', owner));
    let scope: Vec<String> =
        [scope_word('t', tenant), scope_word('r', &entry.record)].into_iter().chain(owner).collect();
    sqlx::query("INSERT INTO search_words (rowid, scope, title, text) VALUES (?1, ?2, ?3, ?4)")
        .bind(number)
        .bind(scope.join(" "))
        .bind(&entry.title_words)
        .bind(&entry.text_words)
        .execute(connection)
        .await?;
    Ok(())
}

/// One word of the index for a tenant, type or owner: letters and digits only, so that it stays one.
fn scope_word(mark: char, name: &str) -> String {
    let plain = name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase());
    std::iter::once(mark).chain(plain).collect()
}

/// The query in the language of the index. Words hold letters and digits only, so none of them can say more than it is.
fn expression(query: &SearchQuery) -> String {
    let word = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let tenants: Vec<String> = query.tenants.iter().map(|t| format!("\"{}\"", scope_word('t', t))).collect();
    let mut all =
        vec![format!("scope : ({})", tenants.join(" OR ")), format!("scope : \"{}\"", scope_word('r', &query.record))];
    all.extend(query.owner.iter().map(|owner| format!("scope : \"{}\"", scope_word('o', owner))));
    all.extend(query.terms.iter().map(|term| {
        let words: Vec<String> = term.iter().map(|w| word(w)).collect();
        format!("{{title text}} : \"{}\" *", words.join(" "))
    }));
    all.join(" AND ")
}

pub(super) async fn search(reader: &SqlitePool, query: &SearchQuery) -> Result<SearchHits, sqlx::Error> {
    if query.tenants.is_empty() || query.terms.iter().all(Vec::is_empty) {
        return Ok(SearchHits::default());
    }
    let expression = expression(query);
    let total: u32 =
        sqlx::query_scalar(COUNT).bind(&expression).bind(query.local_now).bind(query.now).fetch_one(reader).await?;
    let hits = sqlx::query_as(BEST)
        .bind(&expression)
        .bind(query.local_now)
        .bind(query.now)
        .bind(query.limit)
        .bind(query.offset)
        .fetch_all(reader)
        .await?;
    Ok(SearchHits { total, hits })
}
