//! The directory of public entries.

use sqlx::Error;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::store::{ListingChange, ListingFilter, ListingRow};

/// What narrows the directory: the words as ?1, the country as ?2, the marks as ?3.
macro_rules! narrowed {
    ($select:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $select,
            " FROM listings WHERE ?2 IN ('', country) \
             AND NOT EXISTS (SELECT 1 FROM json_each(?1) AS word WHERE instr(listings.words, word.value) = 0) \
             AND NOT EXISTS (SELECT 1 FROM json_each(?3) AS mark \
                             WHERE instr(listings.marks, ' ' || mark.value || ' ') = 0) ",
            $rest
        )
    };
}

pub(super) async fn change(
    connection: &mut SqliteConnection,
    tenant: &str,
    change: &ListingChange,
) -> Result<(), Error> {
    let row = match change {
        ListingChange::Put(row) => row,
        ListingChange::Drop => {
            let query = sqlx::query("DELETE FROM listings WHERE tenant = ?1").bind(tenant);
            return query.execute(connection).await.map(drop);
        }
    };
    sqlx::query(
        "INSERT INTO listings (tenant, name, name_key, country, summary, words, marks) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (tenant) DO UPDATE SET \
         name = ?2, name_key = ?3, country = ?4, summary = ?5, words = ?6, marks = ?7",
    )
    .bind(tenant)
    .bind(&row.name)
    .bind(&row.name_key)
    .bind(&row.country)
    .bind(&row.summary)
    .bind(&row.words)
    .bind(&row.marks)
    .execute(connection)
    .await
    .map(drop)
}

fn array(texts: &[String]) -> Result<String, Error> {
    serde_json::to_string(texts).map_err(|error| Error::Encode(Box::new(error)))
}

pub(super) async fn list(
    pool: &SqlitePool,
    filter: &ListingFilter,
    offset: u32,
    limit: u32,
) -> Result<(u32, Vec<ListingRow>), Error> {
    let (words, marks) = (array(&filter.words)?, array(&filter.marks)?);
    let total: u32 = sqlx::query_scalar(narrowed!("count(*)", ""))
        .bind(&words)
        .bind(&filter.country)
        .bind(&marks)
        .fetch_one(pool)
        .await?;
    let rows = sqlx::query_as(narrowed!(
        "tenant, name, name_key, country, summary, words, marks",
        "ORDER BY name_key, tenant LIMIT ?4 OFFSET ?5"
    ))
    .bind(&words)
    .bind(&filter.country)
    .bind(&marks)
    .bind(limit)
    .bind(offset)
    .fetch_all(pool)
    .await?;
    Ok((total, rows))
}

pub(super) async fn countries(pool: &SqlitePool) -> Result<Vec<String>, Error> {
    sqlx::query_scalar("SELECT DISTINCT country FROM listings ORDER BY country").fetch_all(pool).await
}
