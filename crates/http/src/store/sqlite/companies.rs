//! The list of companies.

use sqlx::Error;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::store::{CompanyFilter, CompanyRow};

pub(super) async fn write(connection: &mut SqliteConnection, row: &CompanyRow) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO companies (tenant, name, name_key, words, standings) VALUES (?1, ?2, ?3, ?4, ?5) \
         ON CONFLICT (tenant) DO UPDATE SET name = ?2, name_key = ?3, words = ?4, standings = ?5",
    )
    .bind(&row.tenant)
    .bind(&row.name)
    .bind(&row.name_key)
    .bind(&row.words)
    .bind(&row.standings)
    .execute(connection)
    .await
    .map(drop)
}

pub(super) async fn list(
    pool: &SqlitePool,
    filter: &CompanyFilter,
    after: (&str, &str),
    limit: u32,
) -> Result<Vec<CompanyRow>, Error> {
    let words = serde_json::to_string(&filter.words).map_err(|error| Error::Encode(Box::new(error)))?;
    sqlx::query_as(
        "SELECT tenant, name, name_key, words, standings FROM companies \
         WHERE (name_key, tenant) > (?1, ?2) AND instr(standings, ?3) > 0 \
         AND NOT EXISTS (SELECT 1 FROM json_each(?4) AS word WHERE instr(companies.words, word.value) = 0) \
         ORDER BY name_key, tenant LIMIT ?5",
    )
    .bind(after.0)
    .bind(after.1)
    .bind(filter.standing())
    .bind(words)
    .bind(limit)
    .fetch_all(pool)
    .await
}
