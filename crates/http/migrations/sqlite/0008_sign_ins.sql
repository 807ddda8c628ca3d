-- When people signed in, for reviews of access. Sessions end and go; this stays, so that a review of a past moment knows
-- who had been seen by then. Who signed in before this table is known by the sessions that are left and by what they did.

CREATE TABLE sign_ins (
    tenant    TEXT    NOT NULL,
    principal TEXT    NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (tenant, principal, at)
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_ins_by_time ON sign_ins (at);

INSERT OR IGNORE INTO sign_ins (tenant, principal, at)
    SELECT tenant, principal, max(created_at) FROM sessions GROUP BY tenant, principal;
INSERT OR IGNORE INTO sign_ins (tenant, principal, at)
    SELECT e.tenant, e.actor, max(e.at) FROM events e
    WHERE EXISTS (SELECT 1 FROM credentials c WHERE c.tenant = e.tenant AND c.principal = e.actor)
    GROUP BY e.tenant, e.actor;
