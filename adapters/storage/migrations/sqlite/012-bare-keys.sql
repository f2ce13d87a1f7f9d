-- Keys of events that belong to no conversation: of those that were erased with theirs, whose repeats must not bring them back, and
-- of wishes about one's data, which are kept nowhere. The hash tells an event again, and nobody whose it was.
CREATE TABLE bare_event_key (
  hash TEXT PRIMARY KEY,
  accepted_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX bare_event_key_age ON bare_event_key (accepted_at);
