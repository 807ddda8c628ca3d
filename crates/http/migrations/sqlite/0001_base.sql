-- Every key begins with the tenant, apart from the directory and the tables that are looked up by a secret's hash.
-- Times are unix milliseconds, bodies are JSON.

CREATE TABLE documents (
    tenant  TEXT    NOT NULL,
    kind    TEXT    NOT NULL,
    id      TEXT    NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    body    TEXT    NOT NULL,
    PRIMARY KEY (tenant, kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
    tenant     TEXT    NOT NULL,
    sequence   INTEGER NOT NULL CHECK (sequence > 0),
    kind       TEXT    NOT NULL,
    id         TEXT    NOT NULL,
    version    INTEGER NOT NULL CHECK (version > 0),
    at         INTEGER NOT NULL,
    actor      TEXT    NOT NULL,
    source     TEXT    NOT NULL,
    request_id TEXT    NOT NULL,
    event_type TEXT    NOT NULL,
    body       TEXT    NOT NULL,
    PRIMARY KEY (tenant, sequence),
    UNIQUE (tenant, kind, id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
    tenant          TEXT    NOT NULL,
    id              TEXT    NOT NULL,
    to_address      TEXT    NOT NULL,
    template        TEXT    NOT NULL,
    subject         TEXT    NOT NULL,
    body_text       TEXT    NOT NULL,
    created_at      INTEGER NOT NULL,
    state           TEXT    NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'sent', 'dead')),
    attempts        INTEGER NOT NULL DEFAULT 0,
    next_attempt_at INTEGER NOT NULL,
    last_error      TEXT,
    sent_at         INTEGER,
    PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_due ON outbox (next_attempt_at) WHERE state IN ('queued', 'sending');
CREATE INDEX outbox_recent ON outbox (created_at);

CREATE TABLE credentials (
    tenant        TEXT    NOT NULL,
    principal     TEXT    NOT NULL,
    password_hash TEXT    NOT NULL,
    changed_at    INTEGER NOT NULL,
    PRIMARY KEY (tenant, principal)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
    token_hash   TEXT    NOT NULL PRIMARY KEY,
    tenant       TEXT    NOT NULL,
    principal    TEXT    NOT NULL,
    csrf_secret  TEXT    NOT NULL,
    created_at   INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_of_principal ON sessions (tenant, principal);
CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE tokens (
    token_hash   TEXT    NOT NULL PRIMARY KEY,
    tenant       TEXT    NOT NULL,
    principal    TEXT    NOT NULL,
    name         TEXT    NOT NULL,
    created_at   INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL,
    last_used_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX tokens_of_principal ON tokens (tenant, principal);
CREATE INDEX tokens_expiry ON tokens (expires_at);

CREATE TABLE flows (
    token_hash TEXT    NOT NULL PRIMARY KEY,
    kind       TEXT    NOT NULL,
    subject    TEXT    NOT NULL,
    version    INTEGER NOT NULL CHECK (version > 0),
    body       TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX flows_of_subject ON flows (subject);
CREATE INDEX flows_expiry ON flows (expires_at);

CREATE TABLE directory_domains (
    domain TEXT NOT NULL PRIMARY KEY,
    tenant TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE directory_addresses (
    address   TEXT NOT NULL PRIMARY KEY,
    tenant    TEXT NOT NULL,
    principal TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency (
    tenant       TEXT    NOT NULL,
    principal    TEXT    NOT NULL,
    key          TEXT    NOT NULL,
    request_hash TEXT    NOT NULL,
    status       INTEGER NOT NULL,
    body         TEXT    NOT NULL,
    created_at   INTEGER NOT NULL,
    PRIMARY KEY (tenant, principal, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_age ON idempotency (created_at);

CREATE TABLE invitation_links (
    token_hash TEXT NOT NULL PRIMARY KEY,
    tenant     TEXT NOT NULL,
    invitation TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX invitation_links_of_invitation ON invitation_links (tenant, invitation);
