-- The same tables as in sqlite/007-retention.sql; there they are explained.

CREATE TABLE retention_run (
  only_row integer PRIMARY KEY CHECK (only_row = 1),
  ran_at timestamptz,
  clock_at timestamptz
);

INSERT INTO retention_run VALUES (1, NULL, NULL);

CREATE TABLE hold (
  conversation_id uuid PRIMARY KEY REFERENCES conversation (id) ON DELETE CASCADE,
  reason text NOT NULL,
  since timestamptz NOT NULL
);

ALTER TABLE inbox ADD COLUMN is_forgotten boolean NOT NULL DEFAULT false;
