CREATE TABLE hold (
  conversation_id TEXT PRIMARY KEY REFERENCES conversation (id),
  reason TEXT NOT NULL,
  held_at TEXT NOT NULL
) STRICT;
