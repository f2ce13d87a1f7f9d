-- Times are ISO 8601 in UTC, as the clock port gives them; leases alone are seconds of the database's own clock.

CREATE TABLE conversation (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  address TEXT NOT NULL,
  return_path TEXT,
  state TEXT NOT NULL,
  keeps_originals INTEGER NOT NULL DEFAULT 0,
  stays_open INTEGER NOT NULL DEFAULT 0,
  person_at TEXT,
  last_seq INTEGER NOT NULL DEFAULT 0,
  opened_at TEXT NOT NULL,
  active_at TEXT NOT NULL,
  closed_at TEXT
) STRICT;

-- One conversation at a time for each address of a channel.
CREATE UNIQUE INDEX conversation_current ON conversation (source, address) WHERE closed_at IS NULL;

-- Every event that was accepted, under the key that tells whether it was seen before. Holds no content.
CREATE TABLE inbox (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  address TEXT NOT NULL,
  external_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  is_awaited INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'accepted' CHECK (state IN ('accepted', 'done', 'dead')),
  attempts INTEGER NOT NULL DEFAULT 1,
  retry_at TEXT NOT NULL,
  accepted_at TEXT NOT NULL,
  done_at TEXT,
  UNIQUE (source, address, external_id)
) STRICT;

CREATE INDEX inbox_waiting ON inbox (conversation_id, id) WHERE state = 'accepted';

-- Transcript, history for channels that read, and desk feed in one.
CREATE TABLE message (
  conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  event_id INTEGER NOT NULL REFERENCES inbox (id) ON DELETE CASCADE,
  speaker TEXT NOT NULL CHECK (speaker IN ('citizen', 'assistant')),
  body TEXT NOT NULL,
  sealed BLOB,
  explanation TEXT,
  written_at TEXT NOT NULL,
  PRIMARY KEY (conversation_id, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX message_of_event ON message (event_id);

-- Keys of sealed originals, apart, so that backups can leave them out.
CREATE TABLE conversation_key (
  conversation_id TEXT PRIMARY KEY REFERENCES conversation (id) ON DELETE CASCADE,
  key BLOB NOT NULL
) STRICT;

CREATE TABLE delivery (
  id INTEGER PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'dead')),
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at TEXT NOT NULL,
  epoch INTEGER NOT NULL DEFAULT 0,
  leased_until REAL NOT NULL DEFAULT 0,
  FOREIGN KEY (conversation_id, seq) REFERENCES message (conversation_id, seq) ON DELETE CASCADE
) STRICT;

CREATE INDEX delivery_waiting ON delivery (conversation_id, id) WHERE state = 'waiting';

-- What is learnt from a question: masked, and kept apart from the transcript. `seq` is that of the question.
CREATE TABLE learning_record (
  conversation_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  question TEXT NOT NULL,
  decision TEXT NOT NULL,
  reason TEXT,
  candidates TEXT NOT NULL,
  knowledge_version TEXT NOT NULL,
  rating INTEGER,
  written_at TEXT NOT NULL,
  PRIMARY KEY (conversation_id, seq)
) STRICT, WITHOUT ROWID;

-- Held by the one service process that may use this file.
CREATE TABLE service_lock (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  holder TEXT NOT NULL,
  process_id INTEGER NOT NULL,
  host TEXT NOT NULL,
  started_at REAL NOT NULL,
  seen_at REAL NOT NULL
) STRICT;
