//! When people signed in.

use sqlx::{Error, SqliteConnection, SqlitePool};

use crate::store::Millis;

/// Notes a sign-in.
pub(super) async fn note(
    connection: &mut SqliteConnection,
    tenant: &str,
    principal: &str,
    at: Millis,
) -> Result<(), Error> {
    sqlx::query("INSERT OR IGNORE INTO sign_ins (tenant, principal, at) VALUES (?1, ?2, ?3)")
        .bind(tenant)
        .bind(principal)
        .bind(at)
        .execute(connection)
        .await
        .map(drop)
}

/// The last sign-in of each principal until a moment, that moment included.
pub(super) async fn last(pool: &SqlitePool, tenant: &str, until: Millis) -> Result<Vec<(String, Millis)>, Error> {
    sqlx::query_as(
        "SELECT principal, max(at) FROM sign_ins WHERE tenant = ?1 AND at <= ?2 GROUP BY principal ORDER BY principal",
    )
    .bind(tenant)
    .bind(until)
    .fetch_all(pool)
    .await
}

/// Forgets what is older than `before`, but for the last sign-in of each.
pub(super) async fn purge(connection: &mut SqliteConnection, before: Millis) -> Result<u64, Error> {
    let deleted = sqlx::query(
        "DELETE FROM sign_ins WHERE at < ?1 AND EXISTS (SELECT 1 FROM sign_ins later WHERE later.tenant = sign_ins.tenant \
         AND later.principal = sign_ins.principal AND later.at > sign_ins.at)",
    )
    .bind(before)
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected())
}
