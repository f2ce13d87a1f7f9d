-- Clerks write too, and some rows only clerks read. The table is made anew, as SQLite cannot change a check; nothing refers
-- to it by anything but its name.
CREATE TABLE message_new (
  conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  event_id INTEGER NOT NULL REFERENCES inbox (id) ON DELETE CASCADE,
  speaker TEXT NOT NULL CHECK (speaker IN ('citizen', 'assistant', 'clerk')),
  body TEXT NOT NULL,
  sealed BLOB,
  explanation TEXT,
  written_at TEXT NOT NULL,
  clerk_id TEXT,
  clerk_name TEXT,
  is_for_clerks INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (conversation_id, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO message_new (conversation_id, seq, event_id, speaker, body, sealed, explanation, written_at)
  SELECT conversation_id, seq, event_id, speaker, body, sealed, explanation, written_at FROM message;
DROP TABLE message;
ALTER TABLE message_new RENAME TO message;
CREATE INDEX message_of_event ON message (event_id);

-- Why an event changed nothing, as JSON.
ALTER TABLE inbox ADD COLUMN refusal TEXT;

-- Conversations that a person was asked into: queue, holds and tickets. Written with each turn; `kind` is `bot` afterwards.
CREATE TABLE desk_conversation (
  conversation_id TEXT PRIMARY KEY REFERENCES conversation (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('queue', 'clerk', 'ticket', 'bot')),
  department TEXT NOT NULL,
  topic TEXT,
  since TEXT NOT NULL,
  due_at TEXT,
  clerk_id TEXT,
  clerk_name TEXT,
  epoch INTEGER NOT NULL,
  is_away INTEGER NOT NULL,
  label TEXT
) STRICT;

CREATE INDEX desk_conversation_listed ON desk_conversation (kind, department, since) WHERE kind <> 'bot';
CREATE INDEX desk_conversation_held ON desk_conversation (clerk_id) WHERE kind = 'clerk';

-- One open ticket at most for each conversation. `contact` stands nowhere else.
CREATE TABLE ticket (
  number TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  department TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  answer_by TEXT NOT NULL,
  contact TEXT,
  closed_at TEXT
) STRICT;

CREATE UNIQUE INDEX ticket_open ON ticket (conversation_id) WHERE closed_at IS NULL;

-- Clerks who ever were at the desk; `last_seen` in seconds of the database's own clock. It is the lease of their holds.
CREATE TABLE clerk_presence (
  clerk_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  presence TEXT NOT NULL CHECK (presence IN ('free', 'busy', 'away')),
  departments TEXT NOT NULL,
  last_seen REAL NOT NULL
) STRICT;

-- Edited at the desk. `hours` as JSON.
CREATE TABLE desk_department (
  department TEXT PRIMARY KEY,
  hours TEXT,
  mail TEXT
) STRICT;

CREATE TABLE clerk_rating (
  id INTEGER PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  clerk_id TEXT NOT NULL,
  stars INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5),
  comment TEXT,
  rated_at TEXT NOT NULL
) STRICT;

CREATE INDEX clerk_rating_of_conversation ON clerk_rating (conversation_id);

-- Who has read what. Outlives the conversation, of which it holds nothing.
CREATE TABLE desk_read (
  id INTEGER PRIMARY KEY,
  clerk_id TEXT NOT NULL,
  conversation_id TEXT,
  what TEXT NOT NULL,
  read_at TEXT NOT NULL
) STRICT;
