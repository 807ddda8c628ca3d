//! What the portal keeps: one trait, [`Store`], with SQLite behind it today and other backends later.
//!
//! Everything that a command changes goes through [`Store::append`], which applies all of an [`Append`] or none of it:
//! the documents (each conditional on the version that the decision read), their events, claims in the directory, mail
//! for the outbox, credentials, revoked sessions, flows and the answer to an idempotent request. The other methods
//! read, or keep the small change that no decision depends on (a session that was seen, a mail that was sent).
//!
//! ```no_run
//! # use guildhall_http::store::*;
//! # async fn example(store: &dyn Store, provenance: Provenance) -> Result<(), AppendError> {
//! let mut append = Append::new("acme", provenance);
//! append.documents.push(DocumentWrite {
//!     kind: "account".into(),
//!     id: "acme".into(),
//!     expected_version: 0, // must not exist yet
//!     body: "{}".into(),
//!     events: vec![NewEvent { event_type: "company_registered".into(), body: "{}".into() }],
//! });
//! append.directory.push(DirectoryChange::ClaimDomain { domain: "acme.example".into() });
//! match store.append(append).await {
//!     Err(AppendError::Conflict) => { /* load again, decide again */ }
//!     other => return other,
//! }
//! # Ok(()) }
//! ```
//!
//! INVARIANT (no false acknowledgement): `Ok` means that the change is on disk. A commit whose outcome nobody knows is
//! [`AppendError::Unknown`]; the caller must not report success and must not report that nothing happened.
//!
//! Tenants, ids and addresses are opaque text here; the caller hands addresses and domains in their canonical form.

mod companies;
mod files;
mod listings;
mod log;
mod model;
mod search;
pub mod sqlite;

#[cfg(test)]
mod conformance;

use async_trait::async_trait;

use crate::secrets::TokenHash;

pub use files::StoredFile;
pub use listings::{ListingChange, ListingFilter, ListingRow};
pub use log::{LogActor, LogFilter};
pub use model::{
    Append, CredentialChange, DirectoryChange, Document, DocumentRead, DocumentWrite, Flow, FlowChange,
    IdempotentAnswer, InvitationLink, KindRead, LinkChange, MailState, Millis, NO_TENANT, NewEvent, OutboxMail,
    OutgoingMail, PROGRAMME_TENANT, PersonalToken, Provenance, Purge, RecordedEvent, Session, TokenChange,
    TrainingAddress,
};

pub use companies::{CompanyFilter, CompanyRow};
pub use search::{SearchChange, SearchEntry, SearchHit, SearchHits, SearchQuery};

/// Why a read or a small write failed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The backend could not be reached or answered with an error.
    #[error("the store failed")]
    Failed(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The data directory cannot be used as asked.
    #[error("the store cannot be opened: {0}")]
    Open(String),
}

/// Why an append did not report success.
#[derive(Debug, thiserror::Error)]
pub enum AppendError {
    /// A document or flow has moved on since it was read; nothing was written. Read again and decide again.
    #[error("somebody else changed this at the same time")]
    Conflict,
    /// A domain or address belongs to somebody already; nothing was written.
    #[error("already taken: {what:?}")]
    Taken {
        /// What could not be claimed.
        what: Taken,
    },
    /// The idempotency key was used before; nothing was written. Read the answer with [`Store::idempotent_answer`].
    #[error("this request was answered before")]
    Duplicate,
    /// The backend failed before the commit; nothing was written.
    #[error("the store failed before anything was written")]
    Failed(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The commit failed or its answer was lost: the change may or may not be there.
    #[error("the store did not confirm the change")]
    Unknown(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// What a claim in the directory ran into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// The domain leads to a tenant already.
    Domain(String),
    /// The address belongs to a person already.
    Address(String),
}

/// A place where the portal keeps its data. Object-safe: handlers hold an `Arc<dyn Store>`.
#[async_trait]
pub trait Store: Send + Sync + 'static {
    /// Applies everything in `append`, or nothing.
    async fn append(&self, append: Append) -> Result<(), AppendError>;

    /// One document with its version.
    async fn document(&self, tenant: &str, kind: &str, id: &str) -> Result<Option<Document>, StoreError>;

    /// The documents of one kind in the order of their ids, after `after` (empty: from the start).
    async fn documents(&self, tenant: &str, kind: &str, after: &str, limit: u32) -> Result<Vec<Document>, StoreError>;

    /// The events of a tenant in the order of their sequence, after `after` (0: from the start).
    async fn events(&self, tenant: &str, after: i64, limit: u32) -> Result<Vec<RecordedEvent>, StoreError>;

    /// The events of a tenant that a filter lets through, the newest first, before the place `before` (`i64::MAX`: from
    /// the end).
    async fn log(
        &self,
        tenant: &str,
        filter: &LogFilter,
        before: i64,
        limit: u32,
    ) -> Result<Vec<RecordedEvent>, StoreError>;

    /// The events of a tenant of one kind of aggregate and one name, the newest first, older than the place `before`.
    async fn events_named(
        &self,
        tenant: &str,
        kind_and_name: (&str, &str),
        before: i64,
        limit: u32,
    ) -> Result<Vec<RecordedEvent>, StoreError>;

    /// The companies' tenants that hold a document, in order, after `after` (empty: from the start). The programme's own
    /// is none of them.
    async fn tenants(&self, after: &str, limit: u32) -> Result<Vec<String>, StoreError>;

    /// The records of one type that hold what is looked for, the best first.
    async fn search(&self, query: &SearchQuery) -> Result<SearchHits, StoreError>;

    /// Companies in the order of their names, after `after`, the name's key and the tenant of the last one read.
    async fn companies(
        &self,
        filter: &CompanyFilter,
        after: (&str, &str),
        limit: u32,
    ) -> Result<Vec<CompanyRow>, StoreError>;

    /// Public entries in the order of their names, without the first `offset`; and how many there are in all.
    async fn listings(
        &self,
        filter: &ListingFilter,
        offset: u32,
        limit: u32,
    ) -> Result<(u32, Vec<ListingRow>), StoreError>;

    /// The countries of the public entries, in order.
    async fn listing_countries(&self) -> Result<Vec<String>, StoreError>;

    /// The tenant that has claimed exactly this domain.
    async fn tenant_of_domain(&self, domain: &str) -> Result<Option<String>, StoreError>;

    /// The tenant and principal that this address belongs to.
    async fn owner_of_address(&self, address: &str) -> Result<Option<(String, String)>, StoreError>;

    /// Whose certification address this is, or was last.
    async fn training_address(&self, address: &str) -> Result<Option<TrainingAddress>, StoreError>;

    /// Keeps a file and its bytes. An append that names it makes it stay.
    async fn create_file(&self, tenant: &str, file: &StoredFile, content: &[u8]) -> Result<(), StoreError>;

    /// A file, without its bytes.
    async fn file(&self, tenant: &str, id: &str) -> Result<Option<StoredFile>, StoreError>;

    /// The bytes that lie under a hash.
    async fn file_content(&self, tenant: &str, sha256: &str) -> Result<Option<Vec<u8>>, StoreError>;

    /// How many files of a principal nothing refers to yet.
    async fn waiting_files(&self, tenant: &str, principal: &str) -> Result<u32, StoreError>;

    /// The tenant and invitation behind a link.
    async fn invitation_link(&self, hash: &TokenHash) -> Result<Option<InvitationLink>, StoreError>;

    /// The password hash of a principal.
    async fn credential(&self, tenant: &str, principal: &str) -> Result<Option<String>, StoreError>;

    /// Replaces a password hash if it still is `old` (a re-hash after sign-in). Answers whether it did.
    async fn rehash_credential(&self, tenant: &str, principal: &str, old: &str, new: &str) -> Result<bool, StoreError>;

    /// Keeps a new session, and that its principal signed in when it began.
    async fn create_session(&self, session: &Session) -> Result<(), StoreError>;

    /// The session of a token, expired or not.
    async fn session(&self, hash: &TokenHash) -> Result<Option<Session>, StoreError>;

    /// Notes that the session was used.
    async fn touch_session(&self, hash: &TokenHash, at: Millis) -> Result<(), StoreError>;

    /// Ends one session. Ending it twice is no error.
    async fn delete_session(&self, hash: &TokenHash) -> Result<(), StoreError>;

    /// Ends all sessions of a principal but `keep`. Answers how many ended.
    async fn delete_other_sessions(
        &self,
        tenant: &str,
        principal: &str,
        keep: Option<&TokenHash>,
    ) -> Result<u64, StoreError>;

    /// Notes that a principal signed in without a session: a program.
    async fn note_sign_in(&self, tenant: &str, principal: &str, at: Millis) -> Result<(), StoreError>;

    /// When each principal of a tenant signed in last until a moment, that moment included; by principal.
    async fn last_sign_ins(&self, tenant: &str, until: Millis) -> Result<Vec<(String, Millis)>, StoreError>;

    /// Keeps a new personal token.
    async fn create_token(&self, token: &PersonalToken) -> Result<(), StoreError>;

    /// The personal token with this hash, expired or not.
    async fn token(&self, hash: &TokenHash) -> Result<Option<PersonalToken>, StoreError>;

    /// The personal tokens of a principal, oldest first.
    async fn tokens(&self, tenant: &str, principal: &str) -> Result<Vec<PersonalToken>, StoreError>;

    /// Notes that a token was used.
    async fn touch_token(&self, hash: &TokenHash, at: Millis) -> Result<(), StoreError>;

    /// Revokes a token if it is this principal's. Answers whether it was there.
    async fn revoke_token(&self, tenant: &str, principal: &str, hash: &TokenHash) -> Result<bool, StoreError>;

    /// A multi-step form in progress, expired or not. Flows are written by [`FlowChange`] in an append.
    async fn flow(&self, hash: &TokenHash) -> Result<Option<Flow>, StoreError>;

    /// The answer that was given to an idempotent request.
    async fn idempotent_answer(
        &self,
        tenant: &str,
        principal: &str,
        key: &str,
    ) -> Result<Option<IdempotentAnswer>, StoreError>;

    /// Mail of all tenants, the newest first: for the demo's mailbox and the operator.
    async fn outbox(&self, limit: u32) -> Result<Vec<OutboxMail>, StoreError>;

    /// Takes mail that is due and hides it from other workers until `lease_until`. Mail whose worker died comes back
    /// when its lease ends, so that each message is sent at least once.
    async fn claim_mail(&self, now: Millis, lease_until: Millis, limit: u32) -> Result<Vec<OutboxMail>, StoreError>;

    /// Notes that a message was handed over. Its text is forgotten unless `keep_text`: it may hold a security code.
    async fn mail_sent(&self, tenant: &str, id: &str, at: Millis, keep_text: bool) -> Result<(), StoreError>;

    /// Notes that a message failed; `retry_at` is `None` when nobody shall try again.
    async fn mail_failed(
        &self,
        tenant: &str,
        id: &str,
        error: &str,
        retry_at: Option<Millis>,
    ) -> Result<(), StoreError>;

    /// Deletes what has expired. Answers how many rows went.
    async fn purge(&self, purge: Purge) -> Result<u64, StoreError>;

    /// Answers whether the store can be read: for `/healthz`.
    async fn ping(&self) -> Result<(), StoreError>;
}
