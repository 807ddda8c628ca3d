-- The public entries as the directory of partners reads them: by name, searched, narrowed by country and marks. Written
-- with whatever changes an entry. Entries of before this table come with the company's next change.

CREATE TABLE listings (
    tenant   TEXT NOT NULL PRIMARY KEY,
    name     TEXT NOT NULL,
    name_key TEXT NOT NULL,
    country  TEXT NOT NULL,
    summary  TEXT NOT NULL,
    words    TEXT NOT NULL,
    marks    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX listings_by_name ON listings (name_key, tenant);
CREATE INDEX listings_by_country ON listings (country, name_key, tenant);
