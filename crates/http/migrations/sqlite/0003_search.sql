-- What can be found. A record's words are in an index that keeps no text; the row beside it says what the record is.
-- The words of `scope` are the tenant, the type and the owner, so that the index itself narrows a search to them.
CREATE TABLE search_entries (
    number INTEGER PRIMARY KEY,
    tenant TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    record TEXT NOT NULL,
    entry TEXT NOT NULL,
    owner TEXT,
    title TEXT NOT NULL,
    found_from INTEGER,
    found_until INTEGER,
    UNIQUE (tenant, kind, id, record, entry)
);
CREATE VIRTUAL TABLE search_words USING fts5 (
    scope, title, text, content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0'
);
