-- An alert hangs on no conversation: it tells of all that was given up, and goes also where one is erased meanwhile. The table is
-- made anew, as SQLite cannot take a NOT NULL away; nothing refers to it by anything but its name.
CREATE TABLE mail_new (
  id INTEGER PRIMARY KEY,
  message_id TEXT NOT NULL UNIQUE,
  conversation_id TEXT REFERENCES conversation (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('ticket', 'answer', 'alert')),
  ticket_number TEXT,
  seq INTEGER,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'dead')),
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at TEXT NOT NULL,
  epoch INTEGER NOT NULL DEFAULT 0,
  leased_until REAL NOT NULL DEFAULT 0,
  is_settled INTEGER NOT NULL DEFAULT 0,
  is_noted INTEGER NOT NULL DEFAULT 0,
  CHECK (conversation_id IS NOT NULL OR kind = 'alert')
) STRICT;
INSERT INTO mail_new
  SELECT id, message_id, CASE WHEN kind <> 'alert' THEN conversation_id END, kind, ticket_number, seq, state, attempts, due_at, epoch,
    leased_until, is_settled, is_noted
  FROM mail;
DROP TABLE mail;
ALTER TABLE mail_new RENAME TO mail;
CREATE INDEX mail_waiting ON mail (conversation_id, kind, id) WHERE state = 'waiting';
CREATE UNIQUE INDEX mail_alert ON mail (kind) WHERE kind = 'alert' AND state = 'waiting';
CREATE INDEX mail_dead ON mail (conversation_id) WHERE state = 'dead';

-- A conversation is erased without a look at all others; the indexes of before have only some of the rows.
CREATE INDEX mail_of_conversation ON mail (conversation_id);
CREATE INDEX ticket_of_conversation ON ticket (conversation_id);

-- Number of the message with the sentence about the clerk, which stands there alone, so that masking it anew changes one place.
-- `comment` has what came with a form, or was written before.
ALTER TABLE clerk_rating ADD COLUMN comment_seq INTEGER;
