//! The statements about uploaded files.

use sqlx::Error;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::store::{Millis, StoredFile};

pub(super) async fn create(pool: &SqlitePool, tenant: &str, file: &StoredFile, content: &[u8]) -> Result<(), Error> {
    let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
    sqlx::query("INSERT INTO file_contents (tenant, sha256, content) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")
        .bind(tenant)
        .bind(&file.sha256)
        .bind(content)
        .execute(&mut *transaction)
        .await?;
    sqlx::query(
        "INSERT INTO files (tenant, id, principal, name, media_type, bytes, sha256, created_at, kept) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )
    .bind(tenant)
    .bind(&file.id)
    .bind(&file.principal)
    .bind(&file.name)
    .bind(&file.media_type)
    .bind(file.bytes)
    .bind(&file.sha256)
    .bind(file.created_at)
    .bind(file.kept)
    .execute(&mut *transaction)
    .await?;
    transaction.commit().await
}

pub(super) async fn file(pool: &SqlitePool, tenant: &str, id: &str) -> Result<Option<StoredFile>, Error> {
    sqlx::query_as(
        "SELECT id, principal, name, media_type, bytes, sha256, created_at, kept FROM files \
         WHERE tenant = ?1 AND id = ?2",
    )
    .bind(tenant)
    .bind(id)
    .fetch_optional(pool)
    .await
}

pub(super) async fn content(pool: &SqlitePool, tenant: &str, sha256: &str) -> Result<Option<Vec<u8>>, Error> {
    sqlx::query_scalar("SELECT content FROM file_contents WHERE tenant = ?1 AND sha256 = ?2")
        .bind(tenant)
        .bind(sha256)
        .fetch_optional(pool)
        .await
}

pub(super) async fn waiting(pool: &SqlitePool, tenant: &str, principal: &str) -> Result<u32, Error> {
    sqlx::query_scalar("SELECT count(*) FROM files WHERE tenant = ?1 AND principal = ?2 AND kept = 0")
        .bind(tenant)
        .bind(principal)
        .fetch_one(pool)
        .await
}

/// Answers whether the file was there and nothing had kept it before.
pub(super) async fn keep(connection: &mut SqliteConnection, tenant: &str, id: &str) -> Result<u64, Error> {
    let kept = sqlx::query("UPDATE files SET kept = 1 WHERE tenant = ?1 AND id = ?2 AND kept = 0")
        .bind(tenant)
        .bind(id)
        .execute(connection)
        .await?;
    Ok(kept.rows_affected())
}

/// Forgets files that nothing kept, and bytes that no file has.
pub(super) async fn purge(connection: &mut SqliteConnection, before: Millis) -> Result<u64, Error> {
    let gone: Vec<(String, String)> =
        sqlx::query_as("DELETE FROM files WHERE kept = 0 AND created_at < ?1 RETURNING tenant, sha256")
            .bind(before)
            .fetch_all(&mut *connection)
            .await?;
    for (tenant, sha256) in &gone {
        sqlx::query(
            "DELETE FROM file_contents WHERE tenant = ?1 AND sha256 = ?2 \
             AND NOT EXISTS (SELECT 1 FROM files WHERE tenant = ?1 AND sha256 = ?2)",
        )
        .bind(tenant)
        .bind(sha256)
        .execute(&mut *connection)
        .await?;
    }
    Ok(gone.len() as u64)
}
