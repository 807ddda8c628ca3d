-- Certification addresses: each is of one person of one company at most, and remembers when it was freed last.
CREATE TABLE directory_training_addresses (
    address   TEXT NOT NULL PRIMARY KEY,
    tenant    TEXT NOT NULL,
    principal TEXT NOT NULL,
    freed_at  INTEGER
) STRICT, WITHOUT ROWID;
