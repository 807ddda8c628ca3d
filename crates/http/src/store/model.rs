//! The rows that the store keeps, and the parts of an [`Append`].

use super::{CompanyRow, ListingChange, SearchChange};
use crate::secrets::TokenHash;

/// Unix time in milliseconds.
pub type Millis = i64;

/// The tenant of what belongs to no company yet: codes mailed during registration.
pub const NO_TENANT: &str = "";

/// The tenant of what the programme itself keeps: its operators and what they publish. No company has this id, and it comes
/// before every company's.
pub const PROGRAMME_TENANT: &str = "00000000000000000000000000000000";

/// A change that is applied whole or not at all.
#[derive(Debug, Clone)]
pub struct Append {
    /// Whose data changes. [`NO_TENANT`] while nobody's.
    pub tenant: String,
    /// When, by whom and from where: recorded with every event.
    pub provenance: Provenance,
    /// Documents that the decision read and does not write: the append is a conflict where one has moved on.
    pub reads: Vec<DocumentRead>,
    /// All documents of a kind that the decision read: a conflict where one has moved on or another has come.
    pub kinds: Vec<KindRead>,
    /// Documents to write, each conditional on its version.
    pub documents: Vec<DocumentWrite>,
    /// Domains and addresses to claim or release.
    pub directory: Vec<DirectoryChange>,
    /// Mail to send.
    pub outbox: Vec<OutgoingMail>,
    /// Passwords to set or forget.
    pub credentials: Vec<CredentialChange>,
    /// Principals of the tenant whose sessions and personal tokens end.
    pub revoke: Vec<String>,
    /// Personal tokens to make or revoke. After `revoke`, so that a new one lives.
    pub tokens: Vec<TokenChange>,
    /// Multi-step forms to begin, move on or end.
    pub flows: Vec<FlowChange>,
    /// Invitation links to add or remove.
    pub links: Vec<LinkChange>,
    /// The ids of uploaded files that stay from now on: a conflict where one is gone, or stays already.
    pub files: Vec<String>,
    /// A session that begins with this change.
    pub session: Option<Session>,
    /// What is found of the documents from now on.
    pub search: Vec<SearchChange>,
    /// The company as lists show it from now on.
    pub company: Option<CompanyRow>,
    /// The company's public entry from now on.
    pub listing: Option<ListingChange>,
    /// The answer to keep for an idempotent request.
    pub idempotency: Option<IdempotentAnswer>,
}

impl Append {
    /// An append that changes nothing yet.
    pub fn new(tenant: impl Into<String>, provenance: Provenance) -> Self {
        Self {
            tenant: tenant.into(),
            provenance,
            reads: Vec::new(),
            kinds: Vec::new(),
            documents: Vec::new(),
            directory: Vec::new(),
            outbox: Vec::new(),
            credentials: Vec::new(),
            revoke: Vec::new(),
            tokens: Vec::new(),
            flows: Vec::new(),
            links: Vec::new(),
            files: Vec::new(),
            session: None,
            search: Vec::new(),
            company: None,
            listing: None,
            idempotency: None,
        }
    }
}

/// Who did something, when and from where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// When.
    pub at: Millis,
    /// The principal, or the caller's word for "nobody yet".
    pub actor: String,
    /// The client's address, or the name of the door.
    pub source: String,
    /// The id of the request, as in the response header.
    pub request_id: String,
}

/// A document that a decision read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentRead {
    /// The kind of aggregate.
    pub kind: String,
    /// The aggregate's id within its tenant and kind.
    pub id: String,
    /// The version that was read; 0 where there was none.
    pub version: i64,
}

/// All documents of one kind of the tenant, as a decision read them. Documents never go and versions only rise, so the two
/// sums stand for every single version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindRead {
    /// The kind of aggregate.
    pub kind: String,
    /// How many there were.
    pub documents: i64,
    /// The sum of their versions.
    pub versions: i64,
}

/// A document to write and the events that explain it. Its new version is `expected_version` plus the number of
/// events, or plus one where there are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentWrite {
    /// The kind of aggregate.
    pub kind: String,
    /// The aggregate's id within its tenant and kind.
    pub id: String,
    /// The version that the decision read; 0 where the document must not exist.
    pub expected_version: i64,
    /// The state after the events, as JSON.
    pub body: String,
    /// What happened, in order.
    pub events: Vec<NewEvent>,
}

/// An event to record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// The event's stable name.
    pub event_type: String,
    /// The event as JSON.
    pub body: String,
}

/// A document as it was read.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Document {
    /// The kind of aggregate.
    pub kind: String,
    /// The aggregate's id.
    pub id: String,
    /// The version to expect in the next write.
    pub version: i64,
    /// The state as JSON.
    pub body: String,
}

/// An event as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct RecordedEvent {
    /// The event's place in the tenant's log: 1, 2, 3, ...
    pub sequence: i64,
    /// The kind of aggregate.
    pub kind: String,
    /// The aggregate's id.
    pub id: String,
    /// The aggregate's version after this event.
    pub version: i64,
    /// When.
    pub at: Millis,
    /// By whom.
    pub actor: String,
    /// From where.
    pub source: String,
    /// In which request.
    pub request_id: String,
    /// The event's stable name.
    pub event_type: String,
    /// The event as JSON.
    pub body: String,
}

/// A change of the directory, which alone spans tenants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DirectoryChange {
    /// The domain shall lead to this tenant.
    ClaimDomain {
        /// In canonical form.
        domain: String,
    },
    /// The domain shall no longer lead to this tenant.
    ReleaseDomain {
        /// In canonical form.
        domain: String,
    },
    /// The address shall belong to this principal.
    ClaimAddress {
        /// The identity key.
        address: String,
        /// Whose it is.
        principal: String,
    },
    /// The address shall no longer belong to this tenant.
    ReleaseAddress {
        /// The identity key.
        address: String,
    },
    /// The certification address shall be this principal's. It must be nobody's registered address or certification
    /// address, but may have been freed.
    ClaimTrainingAddress {
        /// The identity key.
        address: String,
        /// Whose it is.
        principal: String,
    },
    /// The certification address shall be nobody's; its row remembers when, and where it was.
    FreeTrainingAddress {
        /// The identity key.
        address: String,
    },
}

/// A certification address in the directory.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct TrainingAddress {
    /// The tenant that has or had it last.
    pub tenant: String,
    /// The principal there.
    pub principal: String,
    /// When it was freed; absent while it is somebody's.
    pub freed_at: Option<Millis>,
}

/// A message to put in the outbox.
#[derive(Clone, PartialEq, Eq)]
pub struct OutgoingMail {
    /// A random id: receivers can recognise a second delivery by it.
    pub id: String,
    /// The recipient, one address.
    pub to_address: String,
    /// The name of the template, for the mailbox page and for statistics.
    pub template: String,
    /// The subject, one line.
    pub subject: String,
    /// The text.
    pub body_text: String,
}

impl std::fmt::Debug for OutgoingMail {
    // The text may hold a code and the address is personal: neither is for a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OutgoingMail").field("id", &self.id).field("template", &self.template).finish_non_exhaustive()
    }
}

/// Where a message stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "TEXT", rename_all = "lowercase")]
pub enum MailState {
    /// Waiting for a worker.
    Queued,
    /// With a worker, until its lease ends.
    Sending,
    /// Handed over.
    Sent,
    /// Given up.
    Dead,
}

/// A message in the outbox.
#[derive(Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct OutboxMail {
    /// Whose mail it is.
    pub tenant: String,
    /// The message's id.
    pub id: String,
    /// The recipient.
    pub to_address: String,
    /// The name of the template.
    pub template: String,
    /// The subject.
    pub subject: String,
    /// The text; empty once it was sent by SMTP.
    pub body_text: String,
    /// When it was written.
    pub created_at: Millis,
    /// Where it stands.
    pub state: MailState,
    /// How many times a worker took it.
    pub attempts: i64,
    /// When it is due.
    pub next_attempt_at: Millis,
    /// Why the last attempt failed.
    pub last_error: Option<String>,
    /// When it was handed over.
    pub sent_at: Option<Millis>,
}

impl std::fmt::Debug for OutboxMail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OutboxMail")
            .field("id", &self.id)
            .field("template", &self.template)
            .field("state", &self.state)
            .field("attempts", &self.attempts)
            .finish_non_exhaustive()
    }
}

/// A change of a principal's password.
#[derive(Clone, PartialEq, Eq)]
pub enum CredentialChange {
    /// Sets or replaces the hash.
    Set {
        /// Whose.
        principal: String,
        /// The PHC string.
        password_hash: String,
    },
    /// Forgets it.
    Delete {
        /// Whose.
        principal: String,
    },
}

impl std::fmt::Debug for CredentialChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (name, principal) = match self {
            Self::Set { principal, .. } => ("Set", principal),
            Self::Delete { principal } => ("Delete", principal),
        };
        f.debug_struct(name).field("principal", principal).finish_non_exhaustive()
    }
}

/// A session in the browser.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Session {
    /// The hash of the cookie's token.
    pub token_hash: TokenHash,
    /// The person's tenant.
    pub tenant: String,
    /// The person.
    pub principal: String,
    /// The key of the session's form tokens.
    pub csrf_secret: String,
    /// When the person signed in.
    pub created_at: Millis,
    /// When the session was last used.
    pub last_seen_at: Millis,
    /// When it ends, used or not.
    pub expires_at: Millis,
}

/// A personal token for the API.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct PersonalToken {
    /// The hash of the token.
    pub token_hash: TokenHash,
    /// The person's tenant.
    pub tenant: String,
    /// The person.
    pub principal: String,
    /// What the person calls it.
    pub name: String,
    /// When it was made.
    pub created_at: Millis,
    /// When it ends.
    pub expires_at: Millis,
    /// When it was last used.
    pub last_used_at: Option<Millis>,
}

/// A change of the personal tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenChange {
    /// There is a new one.
    Create(PersonalToken),
    /// This principal's token ends; where there is none the append is a conflict.
    Revoke {
        /// Whose.
        principal: String,
        /// Which.
        token_hash: TokenHash,
    },
}

/// A multi-step form of somebody who has no session yet: registration, password reset.
#[derive(Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Flow {
    /// The hash of the cookie's token.
    pub token_hash: TokenHash,
    /// Which form.
    pub kind: String,
    /// Whom it is about: the address's identity key, so that all flows of an address can be voided.
    pub subject: String,
    /// Rises with each step; a step is conditional on it, so that no guess of a code goes uncounted.
    pub version: i64,
    /// The answers so far, as JSON.
    pub body: String,
    /// When it began.
    pub created_at: Millis,
    /// When it ends.
    pub expires_at: Millis,
}

impl std::fmt::Debug for Flow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Flow").field("kind", &self.kind).field("version", &self.version).finish_non_exhaustive()
    }
}

/// A change of a flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FlowChange {
    /// A flow begins.
    Begin(Flow),
    /// A flow moves on, if it still has `expected_version`; otherwise the append is a conflict.
    Step {
        /// Which flow.
        token_hash: TokenHash,
        /// The version that was read.
        expected_version: i64,
        /// Whom it is about now.
        subject: String,
        /// The answers now.
        body: String,
        /// When it ends now.
        expires_at: Millis,
    },
    /// The flow ends, once: where it has moved on or is gone, the append is a conflict.
    Consume {
        /// Which flow.
        token_hash: TokenHash,
        /// The version that was read.
        expected_version: i64,
    },
    /// All flows about this subject end, however many there are.
    Void {
        /// The address's identity key.
        subject: String,
    },
}

/// An invitation link.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct InvitationLink {
    /// The inviting tenant.
    pub tenant: String,
    /// The invitation's id there.
    pub invitation: String,
}

/// A change of the invitation links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkChange {
    /// The token leads to the invitation.
    Add {
        /// The hash of the link's token.
        token_hash: TokenHash,
        /// The invitation's id.
        invitation: String,
    },
    /// No link leads to the invitation any more.
    Remove {
        /// The invitation's id.
        invitation: String,
    },
}

/// What was answered to a request with an idempotency key.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct IdempotentAnswer {
    /// Who asked.
    pub principal: String,
    /// The key that the client chose.
    pub key: String,
    /// A hash of the request, so that a key cannot be used for two different ones.
    pub request_hash: String,
    /// The status that was answered.
    pub status: i64,
    /// The body that was answered.
    pub body: String,
    /// When.
    pub created_at: Millis,
}

/// What may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Purge {
    /// Sessions, flows and tokens that ended by then go.
    pub expired_at: Millis,
    /// Sessions that were last used before this go.
    pub idle_since: Millis,
    /// Idempotent answers older than this go, and files that nothing refers to.
    pub answers_before: Millis,
    /// Mail that was sent or given up, and is older than this, goes.
    pub mail_before: Millis,
    /// Sign-ins older than this go, but for the last one of each principal.
    pub sign_ins_before: Millis,
}
