//! The embedded store: one SQLite file in the data directory.
//!
//! One connection writes, a few read. The file is in WAL mode with `synchronous=FULL`: a commit that returned is on
//! disk, and readers never wait for the writer. The folder is 0700 and the files in it 0600.

mod append;
mod companies;
mod files;
mod listings;
mod log;
mod rows;
mod search;
mod sign_ins;

use std::path::{Path, PathBuf};
use std::time::Duration;

use async_trait::async_trait;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};

use super::{
    Append, AppendError, CompanyFilter, CompanyRow, Document, Flow, IdempotentAnswer, InvitationLink, ListingFilter,
    ListingRow, LogFilter, Millis, OutboxMail, PersonalToken, Purge, RecordedEvent, SearchHits, SearchQuery, Session,
    Store, StoreError, StoredFile, TrainingAddress,
};
use crate::secrets::TokenHash;

/// The name of the file in the data directory.
pub const FILE_NAME: &str = "guildhall.sqlite";

/// Readers at the same time. SQLite reads from memory-mapped pages: more than the cores would only queue elsewhere.
const READERS_MAX: u32 = 4;
/// How long a writer waits for another process on the same file (a backup, the operator's shell).
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// How long a request waits for a free connection before it is told to come back.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(10);

/// The store in one SQLite file.
#[derive(Debug, Clone)]
pub struct SqliteStore {
    writer: SqlitePool,
    reader: SqlitePool,
    path: PathBuf,
}

impl SqliteStore {
    /// Opens the store in a data directory, and creates or migrates it where needed.
    pub async fn open(data_dir: &Path) -> Result<Self, StoreError> {
        crate::secrets::create_private_dir(data_dir)
            .map_err(|error| StoreError::Open(format!("{}: {error}", data_dir.display())))?;
        let path = data_dir.join(FILE_NAME);
        // SQLite gives its -wal and -shm files the mode of the main file, so the main file is created first.
        crate::secrets::create_private_file(&path)
            .map_err(|error| StoreError::Open(format!("{}: {error}", path.display())))?;
        let options = SqliteConnectOptions::new()
            .filename(&path)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(BUSY_TIMEOUT)
            .pragma("trusted_schema", "OFF");
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(ACQUIRE_TIMEOUT)
            .connect_with(options.clone())
            .await
            .map_err(failed)?;
        sqlx::migrate!("migrations/sqlite")
            .run(&writer)
            .await
            .map_err(|error| StoreError::Open(format!("{}: {error}", path.display())))?;
        let reader = SqlitePoolOptions::new()
            .max_connections(READERS_MAX)
            .acquire_timeout(ACQUIRE_TIMEOUT)
            .connect_with(options.pragma("query_only", "ON"))
            .await
            .map_err(failed)?;
        Ok(Self { writer, reader, path })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Closes all connections after the work that is under way.
    pub async fn close(&self) {
        self.reader.close().await;
        self.writer.close().await;
    }
}

fn failed(error: impl std::error::Error + Send + Sync + 'static) -> StoreError {
    StoreError::Failed(Box::new(error))
}

#[async_trait]
impl Store for SqliteStore {
    async fn append(&self, append: Append) -> Result<(), AppendError> {
        append::append(&self.writer, append).await
    }

    async fn document(&self, tenant: &str, kind: &str, id: &str) -> Result<Option<Document>, StoreError> {
        rows::document(&self.reader, tenant, kind, id).await.map_err(failed)
    }

    async fn documents(&self, tenant: &str, kind: &str, after: &str, limit: u32) -> Result<Vec<Document>, StoreError> {
        rows::documents(&self.reader, tenant, kind, after, limit).await.map_err(failed)
    }

    async fn events(&self, tenant: &str, after: i64, limit: u32) -> Result<Vec<RecordedEvent>, StoreError> {
        rows::events(&self.reader, tenant, after, limit).await.map_err(failed)
    }

    async fn log(
        &self,
        tenant: &str,
        filter: &LogFilter,
        before: i64,
        limit: u32,
    ) -> Result<Vec<RecordedEvent>, StoreError> {
        log::log(&self.reader, tenant, filter, before, limit).await.map_err(failed)
    }

    async fn events_named(
        &self,
        tenant: &str,
        kind_and_name: (&str, &str),
        before: i64,
        limit: u32,
    ) -> Result<Vec<RecordedEvent>, StoreError> {
        rows::events_named(&self.reader, tenant, kind_and_name, before, limit).await.map_err(failed)
    }

    async fn tenants(&self, after: &str, limit: u32) -> Result<Vec<String>, StoreError> {
        rows::tenants(&self.reader, after, limit).await.map_err(failed)
    }

    async fn companies(
        &self,
        filter: &CompanyFilter,
        after: (&str, &str),
        limit: u32,
    ) -> Result<Vec<CompanyRow>, StoreError> {
        companies::list(&self.reader, filter, after, limit).await.map_err(failed)
    }

    async fn search(&self, query: &SearchQuery) -> Result<SearchHits, StoreError> {
        search::search(&self.reader, query).await.map_err(failed)
    }

    async fn listings(
        &self,
        filter: &ListingFilter,
        offset: u32,
        limit: u32,
    ) -> Result<(u32, Vec<ListingRow>), StoreError> {
        listings::list(&self.reader, filter, offset, limit).await.map_err(failed)
    }

    async fn listing_countries(&self) -> Result<Vec<String>, StoreError> {
        listings::countries(&self.reader).await.map_err(failed)
    }

    async fn tenant_of_domain(&self, domain: &str) -> Result<Option<String>, StoreError> {
        rows::tenant_of_domain(&self.reader, domain).await.map_err(failed)
    }

    async fn owner_of_address(&self, address: &str) -> Result<Option<(String, String)>, StoreError> {
        rows::owner_of_address(&self.reader, address).await.map_err(failed)
    }

    async fn training_address(&self, address: &str) -> Result<Option<TrainingAddress>, StoreError> {
        rows::training_address(&self.reader, address).await.map_err(failed)
    }

    async fn create_file(&self, tenant: &str, file: &StoredFile, content: &[u8]) -> Result<(), StoreError> {
        files::create(&self.writer, tenant, file, content).await.map_err(failed)
    }

    async fn file(&self, tenant: &str, id: &str) -> Result<Option<StoredFile>, StoreError> {
        files::file(&self.reader, tenant, id).await.map_err(failed)
    }

    async fn file_content(&self, tenant: &str, sha256: &str) -> Result<Option<Vec<u8>>, StoreError> {
        files::content(&self.reader, tenant, sha256).await.map_err(failed)
    }

    async fn waiting_files(&self, tenant: &str, principal: &str) -> Result<u32, StoreError> {
        files::waiting(&self.reader, tenant, principal).await.map_err(failed)
    }

    async fn invitation_link(&self, hash: &TokenHash) -> Result<Option<InvitationLink>, StoreError> {
        rows::invitation_link(&self.reader, hash).await.map_err(failed)
    }

    async fn credential(&self, tenant: &str, principal: &str) -> Result<Option<String>, StoreError> {
        rows::credential(&self.reader, tenant, principal).await.map_err(failed)
    }

    async fn rehash_credential(&self, tenant: &str, principal: &str, old: &str, new: &str) -> Result<bool, StoreError> {
        rows::rehash_credential(&self.writer, tenant, principal, old, new).await.map_err(failed)
    }

    async fn create_session(&self, session: &Session) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await.map_err(failed)?;
        rows::create_session(&mut transaction, session).await.map_err(failed)?;
        transaction.commit().await.map_err(failed)
    }

    async fn note_sign_in(&self, tenant: &str, principal: &str, at: Millis) -> Result<(), StoreError> {
        let mut connection = self.writer.acquire().await.map_err(failed)?;
        sign_ins::note(&mut connection, tenant, principal, at).await.map_err(failed)
    }

    async fn last_sign_ins(&self, tenant: &str, until: Millis) -> Result<Vec<(String, Millis)>, StoreError> {
        sign_ins::last(&self.reader, tenant, until).await.map_err(failed)
    }

    async fn session(&self, hash: &TokenHash) -> Result<Option<Session>, StoreError> {
        rows::session(&self.reader, hash).await.map_err(failed)
    }

    async fn touch_session(&self, hash: &TokenHash, at: Millis) -> Result<(), StoreError> {
        rows::touch_session(&self.writer, hash, at).await.map_err(failed)
    }

    async fn delete_session(&self, hash: &TokenHash) -> Result<(), StoreError> {
        rows::delete_session(&self.writer, hash).await.map_err(failed)
    }

    async fn delete_other_sessions(
        &self,
        tenant: &str,
        principal: &str,
        keep: Option<&TokenHash>,
    ) -> Result<u64, StoreError> {
        rows::delete_other_sessions(&self.writer, tenant, principal, keep).await.map_err(failed)
    }

    async fn create_token(&self, token: &PersonalToken) -> Result<(), StoreError> {
        let mut connection = self.writer.acquire().await.map_err(failed)?;
        rows::create_token(&mut connection, token).await.map_err(failed)
    }

    async fn token(&self, hash: &TokenHash) -> Result<Option<PersonalToken>, StoreError> {
        rows::token(&self.reader, hash).await.map_err(failed)
    }

    async fn tokens(&self, tenant: &str, principal: &str) -> Result<Vec<PersonalToken>, StoreError> {
        rows::tokens(&self.reader, tenant, principal).await.map_err(failed)
    }

    async fn touch_token(&self, hash: &TokenHash, at: Millis) -> Result<(), StoreError> {
        rows::touch_token(&self.writer, hash, at).await.map_err(failed)
    }

    async fn revoke_token(&self, tenant: &str, principal: &str, hash: &TokenHash) -> Result<bool, StoreError> {
        let mut connection = self.writer.acquire().await.map_err(failed)?;
        rows::revoke_token(&mut connection, tenant, principal, hash).await.map_err(failed)
    }

    async fn flow(&self, hash: &TokenHash) -> Result<Option<Flow>, StoreError> {
        rows::flow(&self.reader, hash).await.map_err(failed)
    }

    async fn idempotent_answer(
        &self,
        tenant: &str,
        principal: &str,
        key: &str,
    ) -> Result<Option<IdempotentAnswer>, StoreError> {
        rows::idempotent_answer(&self.reader, tenant, principal, key).await.map_err(failed)
    }

    async fn outbox(&self, limit: u32) -> Result<Vec<OutboxMail>, StoreError> {
        rows::outbox(&self.reader, limit).await.map_err(failed)
    }

    async fn claim_mail(&self, now: Millis, lease_until: Millis, limit: u32) -> Result<Vec<OutboxMail>, StoreError> {
        rows::claim_mail(&self.writer, now, lease_until, limit).await.map_err(failed)
    }

    async fn mail_sent(&self, tenant: &str, id: &str, at: Millis, keep_text: bool) -> Result<(), StoreError> {
        rows::mail_sent(&self.writer, tenant, id, at, keep_text).await.map_err(failed)
    }

    async fn mail_failed(
        &self,
        tenant: &str,
        id: &str,
        error: &str,
        retry_at: Option<Millis>,
    ) -> Result<(), StoreError> {
        rows::mail_failed(&self.writer, tenant, id, error, retry_at).await.map_err(failed)
    }

    async fn purge(&self, purge: Purge) -> Result<u64, StoreError> {
        rows::purge(&self.writer, purge).await.map_err(failed)
    }

    async fn ping(&self) -> Result<(), StoreError> {
        rows::ping(&self.reader).await.map_err(failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::conformance;

    #[tokio::test]
    async fn conforms() {
        for case in conformance::CASES {
            let dir = tempfile::tempdir().unwrap();
            let store = std::sync::Arc::new(SqliteStore::open(dir.path()).await.unwrap());
            conformance::run(case, store).await;
        }
    }

    #[tokio::test]
    async fn what_was_appended_survives_a_restart() {
        let dir = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(dir.path()).await.unwrap();
        store.append(conformance::write("acme", "account", "acme", 0, &["registered"])).await.unwrap();
        store.close().await;
        let reopened = SqliteStore::open(dir.path()).await.unwrap();
        assert_eq!(reopened.document("acme", "account", "acme").await.unwrap().unwrap().version, 1);
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn files_are_private() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let data = dir.path().join("data");
        let store = SqliteStore::open(&data).await.unwrap();
        store.append(conformance::write("acme", "account", "acme", 0, &["registered"])).await.unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&data), 0o700);
        let mut files = 0;
        for entry in std::fs::read_dir(&data).unwrap() {
            let path = entry.unwrap().path();
            assert_eq!(mode(&path), 0o600, "{}", path.display());
            files += 1;
        }
        assert!(files >= 2, "the database and its log");
    }

    #[tokio::test]
    async fn an_error_of_the_disk_is_never_an_acknowledgement() {
        let dir = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(dir.path()).await.unwrap();
        // A page limit makes the disk "full" in the middle of the transaction.
        sqlx::query("PRAGMA max_page_count = 1").execute(&store.writer).await.unwrap();
        let mut big = conformance::write("acme", "account", "acme", 0, &["registered"]);
        big.documents[0].body = "x".repeat(1 << 20);
        assert!(matches!(store.append(big).await, Err(AppendError::Failed(_) | AppendError::Unknown(_))));
        assert_eq!(store.document("acme", "account", "acme").await.unwrap(), None);
    }

    #[tokio::test]
    async fn readers_cannot_write() {
        let dir = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(dir.path()).await.unwrap();
        assert!(sqlx::query("DELETE FROM events").execute(&store.reader).await.is_err());
    }
}
