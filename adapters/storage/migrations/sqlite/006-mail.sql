-- Letters on their way, apart from `delivery`: one that waits must not hold up the conversation. Addresses stand in their own
-- places alone and are looked up when a letter goes. `seq`: the message that it brings.
-- `is_settled`: given up, but a clerk has seen to it; `is_noted`: an administrator knows of it.
CREATE TABLE mail (
  id INTEGER PRIMARY KEY,
  message_id TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('ticket', 'answer', 'alert')),
  ticket_number TEXT,
  seq INTEGER,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'dead')),
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at TEXT NOT NULL,
  epoch INTEGER NOT NULL DEFAULT 0,
  leased_until REAL NOT NULL DEFAULT 0,
  is_settled INTEGER NOT NULL DEFAULT 0,
  is_noted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX mail_waiting ON mail (conversation_id, kind, id) WHERE state = 'waiting';

-- One alert at a time tells of all that was given up.
CREATE UNIQUE INDEX mail_alert ON mail (kind) WHERE kind = 'alert' AND state = 'waiting';

CREATE INDEX mail_dead ON mail (conversation_id) WHERE state = 'dead';
CREATE INDEX delivery_dead ON delivery (conversation_id) WHERE state = 'dead';

ALTER TABLE delivery ADD COLUMN is_settled INTEGER NOT NULL DEFAULT 0;
ALTER TABLE delivery ADD COLUMN is_noted INTEGER NOT NULL DEFAULT 0;
