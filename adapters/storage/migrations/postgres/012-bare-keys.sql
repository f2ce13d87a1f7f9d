-- The same table as in sqlite/; there it is explained.
CREATE TABLE bare_event_key (
  hash text PRIMARY KEY,
  accepted_at timestamptz NOT NULL
);

CREATE INDEX bare_event_key_age ON bare_event_key (accepted_at);
