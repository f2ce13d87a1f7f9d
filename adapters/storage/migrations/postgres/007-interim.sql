CREATE TABLE hold (
  conversation_id uuid PRIMARY KEY REFERENCES conversation (id),
  reason text NOT NULL,
  held_at timestamptz NOT NULL
);
