-- The companies as lists of them are read: by name, searched, narrowed by where they stand. Written with the account.

CREATE TABLE companies (
    tenant    TEXT NOT NULL PRIMARY KEY,
    name      TEXT NOT NULL,
    name_key  TEXT NOT NULL,
    words     TEXT NOT NULL,
    standings TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX companies_by_name ON companies (name_key, tenant);

INSERT INTO companies (tenant, name, name_key, words, standings)
SELECT tenant,
       coalesce(json_extract(body, '$.company.name'), ''),
       lower(coalesce(json_extract(body, '$.company.name'), '')),
       lower(coalesce(json_extract(body, '$.company.name'), '') || ' ' || coalesce(json_extract(body, '$.domains'), '')),
       ' ' || coalesce((SELECT group_concat(key || ':' || value || ' ', '')
                        FROM json_each(json_extract(documents.body, '$.stages'))), '')
FROM documents WHERE kind = 'account';
