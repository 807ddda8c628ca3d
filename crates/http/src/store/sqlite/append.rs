//! The one transaction behind every change. It takes the write lock first, so that what it checks cannot move.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::{companies, files, listings, rows, search};
use crate::store::{
    Append, AppendError, CredentialChange, DirectoryChange, DocumentRead, DocumentWrite, FlowChange, IdempotentAnswer,
    KindRead, LinkChange, OutgoingMail, Provenance, Taken, TokenChange,
};

/// A freed one may be claimed, one that somebody has or is registered with may not.
const CLAIM_TRAINING_ADDRESS: &str = "INSERT INTO directory_training_addresses (address, tenant, principal) \
     SELECT ?1, ?2, ?3 WHERE NOT EXISTS (SELECT 1 FROM directory_addresses WHERE address = ?1) \
     ON CONFLICT (address) DO UPDATE SET tenant = ?2, principal = ?3, freed_at = NULL WHERE freed_at IS NOT NULL";

pub(super) async fn append(writer: &SqlitePool, append: Append) -> Result<(), AppendError> {
    let mut transaction = writer.begin_with("BEGIN IMMEDIATE").await.map_err(failed)?;
    let Append { tenant, provenance, documents, directory, outbox, credentials, revoke, flows, links, .. } = &append;
    // The order decides which error is reported where several apply: a stale read first, since it explains the rest.
    check_reads(&mut transaction, tenant, &append.reads).await?;
    check_kinds(&mut transaction, tenant, &append.kinds).await?;
    write_documents(&mut transaction, tenant, provenance, documents).await?;
    change_flows(&mut transaction, flows).await?;
    for id in &append.files {
        exactly_one(files::keep(&mut transaction, tenant, id).await.map_err(failed)?)?;
    }
    if let Some(answer) = &append.idempotency {
        keep_answer(&mut transaction, tenant, answer).await?;
    }
    change_directory(&mut transaction, tenant, provenance, directory).await?;
    queue_mail(&mut transaction, tenant, provenance, outbox).await?;
    change_credentials(&mut transaction, tenant, provenance, credentials).await?;
    for principal in revoke {
        revoke_principal(&mut transaction, tenant, principal).await?;
    }
    change_tokens(&mut transaction, tenant, &append.tokens).await?;
    change_links(&mut transaction, tenant, links).await?;
    if let Some(company) = &append.company {
        companies::write(&mut transaction, company).await.map_err(failed)?;
    }
    if let Some(listing) = &append.listing {
        listings::change(&mut transaction, tenant, listing).await.map_err(failed)?;
    }
    search::change(&mut transaction, tenant, &append.search).await.map_err(failed)?;
    // After the revocations, so that a password change can end all sessions and begin a new one.
    if let Some(session) = &append.session {
        rows::create_session(&mut transaction, session).await.map_err(failed)?;
    }
    transaction.commit().await.map_err(|error| AppendError::Unknown(Box::new(error)))
}

fn failed(error: sqlx::Error) -> AppendError {
    AppendError::Failed(Box::new(error))
}

fn is_duplicate(error: &sqlx::Error) -> bool {
    error.as_database_error().is_some_and(|error| error.is_unique_violation())
}

/// What a decision read must still stand. The write lock is held, so it stands until the commit.
async fn check_reads(
    connection: &mut SqliteConnection,
    tenant: &str,
    reads: &[DocumentRead],
) -> Result<(), AppendError> {
    for read in reads {
        let version: Option<i64> =
            sqlx::query_scalar("SELECT version FROM documents WHERE tenant = ?1 AND kind = ?2 AND id = ?3")
                .bind(tenant)
                .bind(&read.kind)
                .bind(&read.id)
                .fetch_optional(&mut *connection)
                .await
                .map_err(failed)?;
        if version.unwrap_or(0) != read.version {
            return Err(AppendError::Conflict);
        }
    }
    Ok(())
}

async fn check_kinds(connection: &mut SqliteConnection, tenant: &str, kinds: &[KindRead]) -> Result<(), AppendError> {
    for read in kinds {
        let found: (i64, i64) =
            sqlx::query_as("SELECT count(*), coalesce(sum(version), 0) FROM documents WHERE tenant = ?1 AND kind = ?2")
                .bind(tenant)
                .bind(&read.kind)
                .fetch_one(&mut *connection)
                .await
                .map_err(failed)?;
        if found != (read.documents, read.versions) {
            return Err(AppendError::Conflict);
        }
    }
    Ok(())
}

async fn write_documents(
    connection: &mut SqliteConnection,
    tenant: &str,
    provenance: &Provenance,
    documents: &[DocumentWrite],
) -> Result<(), AppendError> {
    if documents.is_empty() {
        return Ok(());
    }
    let mut sequence: i64 = sqlx::query_scalar("SELECT coalesce(max(sequence), 0) FROM events WHERE tenant = ?1")
        .bind(tenant)
        .fetch_one(&mut *connection)
        .await
        .map_err(failed)?;
    for document in documents {
        write_document(connection, tenant, document).await?;
        let mut version = document.expected_version;
        for event in &document.events {
            sequence += 1;
            version += 1;
            let inserted = sqlx::query(
                "INSERT INTO events (tenant, sequence, kind, id, version, at, actor, source, request_id, event_type, \
                 body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )
            .bind(tenant)
            .bind(sequence)
            .bind(&document.kind)
            .bind(&document.id)
            .bind(version)
            .bind(provenance.at)
            .bind(&provenance.actor)
            .bind(&provenance.source)
            .bind(&provenance.request_id)
            .bind(&event.event_type)
            .bind(&event.body)
            .execute(&mut *connection)
            .await;
            match inserted {
                Ok(_) => {}
                Err(error) if is_duplicate(&error) => return Err(AppendError::Conflict),
                Err(error) => return Err(failed(error)),
            }
        }
    }
    Ok(())
}

async fn write_document(
    connection: &mut SqliteConnection,
    tenant: &str,
    document: &DocumentWrite,
) -> Result<(), AppendError> {
    let steps = i64::try_from(document.events.len().max(1)).map_err(|error| AppendError::Failed(Box::new(error)))?;
    let statement = if document.expected_version == 0 {
        "INSERT INTO documents (tenant, kind, id, version, body) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING"
    } else {
        "UPDATE documents SET version = ?4, body = ?5 WHERE tenant = ?1 AND kind = ?2 AND id = ?3 AND version = ?6"
    };
    let mut query = sqlx::query(statement)
        .bind(tenant)
        .bind(&document.kind)
        .bind(&document.id)
        .bind(document.expected_version + steps)
        .bind(&document.body);
    if document.expected_version != 0 {
        query = query.bind(document.expected_version);
    }
    exactly_one(query.execute(connection).await.map_err(failed)?.rows_affected())
}

fn exactly_one(rows: u64) -> Result<(), AppendError> {
    if rows == 1 { Ok(()) } else { Err(AppendError::Conflict) }
}

async fn change_flows(connection: &mut SqliteConnection, flows: &[FlowChange]) -> Result<(), AppendError> {
    for change in flows {
        match change {
            FlowChange::Begin(flow) => rows::create_flow(connection, flow).await.map_err(failed)?,
            FlowChange::Step { token_hash, expected_version, subject, body, expires_at } => {
                let stepped = sqlx::query(
                    "UPDATE flows SET version = version + 1, subject = ?3, body = ?4, expires_at = ?5 \
                     WHERE token_hash = ?1 AND version = ?2",
                )
                .bind(token_hash)
                .bind(expected_version)
                .bind(subject)
                .bind(body)
                .bind(expires_at)
                .execute(&mut *connection)
                .await
                .map_err(failed)?;
                exactly_one(stepped.rows_affected())?;
            }
            FlowChange::Consume { token_hash, expected_version } => {
                let consumed = sqlx::query("DELETE FROM flows WHERE token_hash = ?1 AND version = ?2")
                    .bind(token_hash)
                    .bind(expected_version)
                    .execute(&mut *connection)
                    .await
                    .map_err(failed)?;
                exactly_one(consumed.rows_affected())?;
            }
            FlowChange::Void { subject } => {
                sqlx::query("DELETE FROM flows WHERE subject = ?1")
                    .bind(subject)
                    .execute(&mut *connection)
                    .await
                    .map_err(failed)?;
            }
        }
    }
    Ok(())
}

async fn keep_answer(
    connection: &mut SqliteConnection,
    tenant: &str,
    answer: &IdempotentAnswer,
) -> Result<(), AppendError> {
    let kept = sqlx::query(
        "INSERT INTO idempotency (tenant, principal, key, request_hash, status, body, created_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING",
    )
    .bind(tenant)
    .bind(&answer.principal)
    .bind(&answer.key)
    .bind(&answer.request_hash)
    .bind(answer.status)
    .bind(&answer.body)
    .bind(answer.created_at)
    .execute(connection)
    .await
    .map_err(failed)?;
    if kept.rows_affected() == 1 { Ok(()) } else { Err(AppendError::Duplicate) }
}

async fn change_directory(
    connection: &mut SqliteConnection,
    tenant: &str,
    provenance: &Provenance,
    directory: &[DirectoryChange],
) -> Result<(), AppendError> {
    for change in directory {
        let (query, taken) = match change {
            DirectoryChange::ClaimDomain { domain } => (
                sqlx::query("INSERT INTO directory_domains (domain, tenant) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
                    .bind(domain)
                    .bind(tenant),
                Some(Taken::Domain(domain.clone())),
            ),
            DirectoryChange::ReleaseDomain { domain } => (
                sqlx::query("DELETE FROM directory_domains WHERE domain = ?1 AND tenant = ?2")
                    .bind(domain)
                    .bind(tenant),
                None,
            ),
            DirectoryChange::ClaimAddress { address, principal } => (
                sqlx::query(
                    "INSERT INTO directory_addresses (address, tenant, principal) VALUES (?1, ?2, ?3) \
                     ON CONFLICT DO NOTHING",
                )
                .bind(address)
                .bind(tenant)
                .bind(principal),
                Some(Taken::Address(address.clone())),
            ),
            DirectoryChange::ReleaseAddress { address } => (
                sqlx::query("DELETE FROM directory_addresses WHERE address = ?1 AND tenant = ?2")
                    .bind(address)
                    .bind(tenant),
                None,
            ),
            DirectoryChange::ClaimTrainingAddress { address, principal } => (
                sqlx::query(CLAIM_TRAINING_ADDRESS).bind(address).bind(tenant).bind(principal),
                Some(Taken::Address(address.clone())),
            ),
            DirectoryChange::FreeTrainingAddress { address } => (
                sqlx::query(
                    "UPDATE directory_training_addresses SET freed_at = ?3 \
                     WHERE address = ?1 AND tenant = ?2 AND freed_at IS NULL",
                )
                .bind(address)
                .bind(tenant)
                .bind(provenance.at),
                None,
            ),
        };
        let changed = query.execute(&mut *connection).await.map_err(failed)?.rows_affected();
        if let (0, Some(what)) = (changed, taken) {
            return Err(AppendError::Taken { what });
        }
    }
    Ok(())
}

async fn queue_mail(
    connection: &mut SqliteConnection,
    tenant: &str,
    provenance: &Provenance,
    outbox: &[OutgoingMail],
) -> Result<(), AppendError> {
    for mail in outbox {
        sqlx::query(
            "INSERT INTO outbox (tenant, id, to_address, template, subject, body_text, created_at, next_attempt_at) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
        )
        .bind(tenant)
        .bind(&mail.id)
        .bind(&mail.to_address)
        .bind(&mail.template)
        .bind(&mail.subject)
        .bind(&mail.body_text)
        .bind(provenance.at)
        .execute(&mut *connection)
        .await
        .map_err(failed)?;
    }
    Ok(())
}

async fn change_credentials(
    connection: &mut SqliteConnection,
    tenant: &str,
    provenance: &Provenance,
    credentials: &[CredentialChange],
) -> Result<(), AppendError> {
    for change in credentials {
        let query = match change {
            CredentialChange::Set { principal, password_hash } => sqlx::query(
                "INSERT INTO credentials (tenant, principal, password_hash, changed_at) VALUES (?1, ?2, ?3, ?4) \
                 ON CONFLICT (tenant, principal) DO UPDATE SET password_hash = ?3, changed_at = ?4",
            )
            .bind(tenant)
            .bind(principal)
            .bind(password_hash)
            .bind(provenance.at),
            CredentialChange::Delete { principal } => {
                sqlx::query("DELETE FROM credentials WHERE tenant = ?1 AND principal = ?2").bind(tenant).bind(principal)
            }
        };
        query.execute(&mut *connection).await.map_err(failed)?;
    }
    Ok(())
}

async fn revoke_principal(connection: &mut SqliteConnection, tenant: &str, principal: &str) -> Result<(), AppendError> {
    for statement in [
        "DELETE FROM sessions WHERE tenant = ?1 AND principal = ?2",
        "DELETE FROM tokens WHERE tenant = ?1 AND principal = ?2",
    ] {
        sqlx::query(statement).bind(tenant).bind(principal).execute(&mut *connection).await.map_err(failed)?;
    }
    Ok(())
}

async fn change_tokens(
    connection: &mut SqliteConnection,
    tenant: &str,
    tokens: &[TokenChange],
) -> Result<(), AppendError> {
    for change in tokens {
        match change {
            TokenChange::Create(token) => rows::create_token(connection, token).await.map_err(failed)?,
            TokenChange::Revoke { principal, token_hash } => {
                let revoked = rows::revoke_token(connection, tenant, principal, token_hash).await.map_err(failed)?;
                exactly_one(u64::from(revoked))?;
            }
        }
    }
    Ok(())
}

async fn change_links(
    connection: &mut SqliteConnection,
    tenant: &str,
    links: &[LinkChange],
) -> Result<(), AppendError> {
    for change in links {
        let query = match change {
            LinkChange::Add { token_hash, invitation } => {
                sqlx::query("INSERT INTO invitation_links (token_hash, tenant, invitation) VALUES (?1, ?2, ?3)")
                    .bind(token_hash)
                    .bind(tenant)
                    .bind(invitation)
            }
            LinkChange::Remove { invitation } => {
                sqlx::query("DELETE FROM invitation_links WHERE tenant = ?1 AND invitation = ?2")
                    .bind(tenant)
                    .bind(invitation)
            }
        };
        query.execute(&mut *connection).await.map_err(failed)?;
    }
    Ok(())
}
