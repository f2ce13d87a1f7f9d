-- When retention last deleted, and what the clock said when it was last believed. One row, empty before the first look.
CREATE TABLE retention_run (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  ran_at TEXT,
  clock_at TEXT
) STRICT;

INSERT INTO retention_run VALUES (1, NULL, NULL);

-- Conversations that retention leaves alone, because somebody still needs them as evidence.
CREATE TABLE hold (
  conversation_id TEXT PRIMARY KEY REFERENCES conversation (id) ON DELETE CASCADE,
  reason TEXT NOT NULL,
  since TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Whether `external_id` was replaced, as no repeat of the event comes any more.
ALTER TABLE inbox ADD COLUMN is_forgotten INTEGER NOT NULL DEFAULT 0;
