-- Files that people upload. Their bytes lie once under their hash; a file that nothing keeps goes after a while.
CREATE TABLE files (
    tenant     TEXT    NOT NULL,
    id         TEXT    NOT NULL,
    principal  TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    media_type TEXT    NOT NULL,
    bytes      INTEGER NOT NULL,
    sha256     TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    kept       INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1)),
    PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX files_unkept ON files (created_at) WHERE kept = 0;
CREATE INDEX files_of_content ON files (tenant, sha256);

-- With rowids: large values lie better in a table of their own.
CREATE TABLE file_contents (
    tenant  TEXT NOT NULL,
    sha256  TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (tenant, sha256)
) STRICT;
