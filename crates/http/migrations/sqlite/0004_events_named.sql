-- The latest events of one name, without reading the log.
CREATE INDEX events_named ON events (tenant, kind, event_type, sequence);
