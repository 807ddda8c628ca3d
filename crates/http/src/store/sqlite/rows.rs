//! The statements that touch one table each.

use sqlx::Error;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::secrets::TokenHash;
use crate::store::{
    Document, Flow, IdempotentAnswer, InvitationLink, MailState, Millis, OutboxMail, PROGRAMME_TENANT, PersonalToken,
    Purge, RecordedEvent, Session, TrainingAddress,
};

pub(super) async fn document(pool: &SqlitePool, tenant: &str, kind: &str, id: &str) -> Result<Option<Document>, Error> {
    sqlx::query_as("SELECT kind, id, version, body FROM documents WHERE tenant = ?1 AND kind = ?2 AND id = ?3")
        .bind(tenant)
        .bind(kind)
        .bind(id)
        .fetch_optional(pool)
        .await
}

pub(super) async fn documents(
    pool: &SqlitePool,
    tenant: &str,
    kind: &str,
    after: &str,
    limit: u32,
) -> Result<Vec<Document>, Error> {
    sqlx::query_as(
        "SELECT kind, id, version, body FROM documents WHERE tenant = ?1 AND kind = ?2 AND id > ?3 \
         ORDER BY id LIMIT ?4",
    )
    .bind(tenant)
    .bind(kind)
    .bind(after)
    .bind(limit)
    .fetch_all(pool)
    .await
}

pub(super) async fn events(
    pool: &SqlitePool,
    tenant: &str,
    after: i64,
    limit: u32,
) -> Result<Vec<RecordedEvent>, Error> {
    sqlx::query_as(
        "SELECT sequence, kind, id, version, at, actor, source, request_id, event_type, body FROM events \
         WHERE tenant = ?1 AND sequence > ?2 ORDER BY sequence LIMIT ?3",
    )
    .bind(tenant)
    .bind(after)
    .bind(limit)
    .fetch_all(pool)
    .await
}

pub(super) async fn events_named(
    pool: &SqlitePool,
    tenant: &str,
    (kind, name): (&str, &str),
    before: i64,
    limit: u32,
) -> Result<Vec<RecordedEvent>, Error> {
    sqlx::query_as(
        "SELECT sequence, kind, id, version, at, actor, source, request_id, event_type, body FROM events \
         WHERE tenant = ?1 AND kind = ?2 AND event_type = ?3 AND sequence < ?4 ORDER BY sequence DESC LIMIT ?5",
    )
    .bind(tenant)
    .bind(kind)
    .bind(name)
    .bind(before)
    .bind(limit)
    .fetch_all(pool)
    .await
}

pub(super) async fn tenants(pool: &SqlitePool, after: &str, limit: u32) -> Result<Vec<String>, Error> {
    sqlx::query_scalar("SELECT DISTINCT tenant FROM documents WHERE tenant > ?1 ORDER BY tenant LIMIT ?2")
        .bind(after.max(PROGRAMME_TENANT))
        .bind(limit)
        .fetch_all(pool)
        .await
}

pub(super) async fn tenant_of_domain(pool: &SqlitePool, domain: &str) -> Result<Option<String>, Error> {
    sqlx::query_scalar("SELECT tenant FROM directory_domains WHERE domain = ?1").bind(domain).fetch_optional(pool).await
}

pub(super) async fn owner_of_address(pool: &SqlitePool, address: &str) -> Result<Option<(String, String)>, Error> {
    sqlx::query_as("SELECT tenant, principal FROM directory_addresses WHERE address = ?1")
        .bind(address)
        .fetch_optional(pool)
        .await
}

pub(super) async fn training_address(pool: &SqlitePool, address: &str) -> Result<Option<TrainingAddress>, Error> {
    sqlx::query_as("SELECT tenant, principal, freed_at FROM directory_training_addresses WHERE address = ?1")
        .bind(address)
        .fetch_optional(pool)
        .await
}

pub(super) async fn invitation_link(pool: &SqlitePool, hash: &TokenHash) -> Result<Option<InvitationLink>, Error> {
    sqlx::query_as("SELECT tenant, invitation FROM invitation_links WHERE token_hash = ?1")
        .bind(hash)
        .fetch_optional(pool)
        .await
}

pub(super) async fn credential(pool: &SqlitePool, tenant: &str, principal: &str) -> Result<Option<String>, Error> {
    sqlx::query_scalar("SELECT password_hash FROM credentials WHERE tenant = ?1 AND principal = ?2")
        .bind(tenant)
        .bind(principal)
        .fetch_optional(pool)
        .await
}

pub(super) async fn rehash_credential(
    pool: &SqlitePool,
    tenant: &str,
    principal: &str,
    old: &str,
    new: &str,
) -> Result<bool, Error> {
    let changed = sqlx::query(
        "UPDATE credentials SET password_hash = ?4 WHERE tenant = ?1 AND principal = ?2 AND password_hash = ?3",
    )
    .bind(tenant)
    .bind(principal)
    .bind(old)
    .bind(new)
    .execute(pool)
    .await?;
    Ok(changed.rows_affected() == 1)
}

pub(super) async fn create_session(connection: &mut SqliteConnection, session: &Session) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO sessions (token_hash, tenant, principal, csrf_secret, created_at, last_seen_at, expires_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )
    .bind(&session.token_hash)
    .bind(&session.tenant)
    .bind(&session.principal)
    .bind(&session.csrf_secret)
    .bind(session.created_at)
    .bind(session.last_seen_at)
    .bind(session.expires_at)
    .execute(&mut *connection)
    .await?;
    super::sign_ins::note(connection, &session.tenant, &session.principal, session.created_at).await
}

pub(super) async fn session(pool: &SqlitePool, hash: &TokenHash) -> Result<Option<Session>, Error> {
    sqlx::query_as(
        "SELECT token_hash, tenant, principal, csrf_secret, created_at, last_seen_at, expires_at FROM sessions \
         WHERE token_hash = ?1",
    )
    .bind(hash)
    .fetch_optional(pool)
    .await
}

pub(super) async fn touch_session(pool: &SqlitePool, hash: &TokenHash, at: Millis) -> Result<(), Error> {
    sqlx::query("UPDATE sessions SET last_seen_at = ?2 WHERE token_hash = ?1 AND last_seen_at < ?2")
        .bind(hash)
        .bind(at)
        .execute(pool)
        .await
        .map(drop)
}

pub(super) async fn delete_session(pool: &SqlitePool, hash: &TokenHash) -> Result<(), Error> {
    sqlx::query("DELETE FROM sessions WHERE token_hash = ?1").bind(hash).execute(pool).await.map(drop)
}

pub(super) async fn delete_other_sessions(
    pool: &SqlitePool,
    tenant: &str,
    principal: &str,
    keep: Option<&TokenHash>,
) -> Result<u64, Error> {
    let deleted =
        sqlx::query("DELETE FROM sessions WHERE tenant = ?1 AND principal = ?2 AND (?3 IS NULL OR token_hash <> ?3)")
            .bind(tenant)
            .bind(principal)
            .bind(keep)
            .execute(pool)
            .await?;
    Ok(deleted.rows_affected())
}

pub(super) async fn create_token(connection: &mut SqliteConnection, token: &PersonalToken) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO tokens (token_hash, tenant, principal, name, created_at, expires_at, last_used_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )
    .bind(&token.token_hash)
    .bind(&token.tenant)
    .bind(&token.principal)
    .bind(&token.name)
    .bind(token.created_at)
    .bind(token.expires_at)
    .bind(token.last_used_at)
    .execute(connection)
    .await
    .map(drop)
}

pub(super) async fn token(pool: &SqlitePool, hash: &TokenHash) -> Result<Option<PersonalToken>, Error> {
    sqlx::query_as(
        "SELECT token_hash, tenant, principal, name, created_at, expires_at, last_used_at FROM tokens \
         WHERE token_hash = ?1",
    )
    .bind(hash)
    .fetch_optional(pool)
    .await
}

pub(super) async fn tokens(pool: &SqlitePool, tenant: &str, principal: &str) -> Result<Vec<PersonalToken>, Error> {
    sqlx::query_as(
        "SELECT token_hash, tenant, principal, name, created_at, expires_at, last_used_at FROM tokens \
         WHERE tenant = ?1 AND principal = ?2 ORDER BY created_at, token_hash",
    )
    .bind(tenant)
    .bind(principal)
    .fetch_all(pool)
    .await
}

pub(super) async fn touch_token(pool: &SqlitePool, hash: &TokenHash, at: Millis) -> Result<(), Error> {
    sqlx::query("UPDATE tokens SET last_used_at = ?2 WHERE token_hash = ?1").bind(hash).bind(at).execute(pool).await?;
    Ok(())
}

pub(super) async fn revoke_token(
    connection: &mut SqliteConnection,
    tenant: &str,
    principal: &str,
    hash: &TokenHash,
) -> Result<bool, Error> {
    let deleted = sqlx::query("DELETE FROM tokens WHERE tenant = ?1 AND principal = ?2 AND token_hash = ?3")
        .bind(tenant)
        .bind(principal)
        .bind(hash)
        .execute(connection)
        .await?;
    Ok(deleted.rows_affected() == 1)
}

pub(super) async fn create_flow(connection: &mut SqliteConnection, flow: &Flow) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO flows (token_hash, kind, subject, version, body, created_at, expires_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )
    .bind(&flow.token_hash)
    .bind(&flow.kind)
    .bind(&flow.subject)
    .bind(flow.version)
    .bind(&flow.body)
    .bind(flow.created_at)
    .bind(flow.expires_at)
    .execute(connection)
    .await
    .map(drop)
}

pub(super) async fn flow(pool: &SqlitePool, hash: &TokenHash) -> Result<Option<Flow>, Error> {
    sqlx::query_as(
        "SELECT token_hash, kind, subject, version, body, created_at, expires_at FROM flows WHERE token_hash = ?1",
    )
    .bind(hash)
    .fetch_optional(pool)
    .await
}

pub(super) async fn idempotent_answer(
    pool: &SqlitePool,
    tenant: &str,
    principal: &str,
    key: &str,
) -> Result<Option<IdempotentAnswer>, Error> {
    sqlx::query_as(
        "SELECT principal, key, request_hash, status, body, created_at FROM idempotency \
         WHERE tenant = ?1 AND principal = ?2 AND key = ?3",
    )
    .bind(tenant)
    .bind(principal)
    .bind(key)
    .fetch_optional(pool)
    .await
}

pub(super) async fn outbox(pool: &SqlitePool, limit: u32) -> Result<Vec<OutboxMail>, Error> {
    sqlx::query_as(
        "SELECT tenant, id, to_address, template, subject, body_text, created_at, state, attempts, next_attempt_at, \
         last_error, sent_at FROM outbox ORDER BY created_at DESC, tenant, id LIMIT ?1",
    )
    .bind(limit)
    .fetch_all(pool)
    .await
}

pub(super) async fn claim_mail(
    pool: &SqlitePool,
    now: Millis,
    lease_until: Millis,
    limit: u32,
) -> Result<Vec<OutboxMail>, Error> {
    sqlx::query_as(
        "UPDATE outbox SET state = 'sending', attempts = attempts + 1, next_attempt_at = ?2 \
         WHERE (tenant, id) IN (SELECT tenant, id FROM outbox WHERE state IN ('queued', 'sending') \
         AND next_attempt_at <= ?1 ORDER BY next_attempt_at LIMIT ?3) \
         RETURNING tenant, id, to_address, template, subject, body_text, created_at, state, attempts, \
         next_attempt_at, last_error, sent_at",
    )
    .bind(now)
    .bind(lease_until)
    .bind(limit)
    .fetch_all(pool)
    .await
}

pub(super) async fn mail_sent(
    pool: &SqlitePool,
    tenant: &str,
    id: &str,
    at: Millis,
    keep_text: bool,
) -> Result<(), Error> {
    sqlx::query(
        "UPDATE outbox SET state = ?3, sent_at = ?4, last_error = NULL, \
         body_text = CASE WHEN ?5 THEN body_text ELSE '' END WHERE tenant = ?1 AND id = ?2",
    )
    .bind(tenant)
    .bind(id)
    .bind(MailState::Sent)
    .bind(at)
    .bind(keep_text)
    .execute(pool)
    .await
    .map(drop)
}

pub(super) async fn mail_failed(
    pool: &SqlitePool,
    tenant: &str,
    id: &str,
    error: &str,
    retry_at: Option<Millis>,
) -> Result<(), Error> {
    let state = if retry_at.is_some() { MailState::Queued } else { MailState::Dead };
    sqlx::query(
        "UPDATE outbox SET state = ?3, last_error = ?4, next_attempt_at = coalesce(?5, next_attempt_at) \
         WHERE tenant = ?1 AND id = ?2 AND state <> 'sent'",
    )
    .bind(tenant)
    .bind(id)
    .bind(state)
    .bind(error)
    .bind(retry_at)
    .execute(pool)
    .await
    .map(drop)
}

pub(super) async fn purge(pool: &SqlitePool, purge: Purge) -> Result<u64, Error> {
    let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
    let mut rows = 0;
    for (statement, before) in [
        ("DELETE FROM sessions WHERE expires_at <= ?1", purge.expired_at),
        ("DELETE FROM sessions WHERE last_seen_at < ?1", purge.idle_since),
        ("DELETE FROM flows WHERE expires_at <= ?1", purge.expired_at),
        ("DELETE FROM tokens WHERE expires_at <= ?1", purge.expired_at),
        ("DELETE FROM idempotency WHERE created_at < ?1", purge.answers_before),
        ("DELETE FROM outbox WHERE state IN ('sent', 'dead') AND created_at < ?1", purge.mail_before),
    ] {
        rows += sqlx::query(statement).bind(before).execute(&mut *transaction).await?.rows_affected();
    }
    rows += super::files::purge(&mut transaction, purge.answers_before).await?;
    rows += super::sign_ins::purge(&mut transaction, purge.sign_ins_before).await?;
    transaction.commit().await?;
    Ok(rows)
}

pub(super) async fn ping(pool: &SqlitePool) -> Result<(), Error> {
    sqlx::query_scalar::<_, i64>("SELECT count(*) FROM (SELECT 1 FROM documents LIMIT 1)")
        .fetch_one(pool)
        .await
        .map(drop)
}
