-- What an event says besides a text, as JSON; never a citizen's own words.
ALTER TABLE inbox ADD COLUMN detail TEXT;

-- Conversations on the office's website, which pages read and write by themselves.
CREATE TABLE chat (
  conversation_id TEXT PRIMARY KEY REFERENCES conversation (id) ON DELETE CASCADE,
  user_id TEXT NOT NULL,
  origin TEXT,
  ended_at TEXT
) STRICT;

-- What a page holds to come back: hashed. `number` tells which is older.
CREATE TABLE chat_key (
  number INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL REFERENCES chat (conversation_id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('resume', 'stream')),
  expires_at TEXT NOT NULL
) STRICT;

CREATE INDEX chat_key_of_conversation ON chat_key (conversation_id, kind);

-- A conversation is erased without a look at all others.
CREATE INDEX inbox_of_conversation ON inbox (conversation_id);
CREATE INDEX delivery_of_message ON delivery (conversation_id, seq);
