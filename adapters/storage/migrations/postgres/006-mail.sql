-- The same table as in sqlite/006-mail.sql; there it is explained.

CREATE TABLE mail (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  conversation_id uuid NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('ticket', 'answer', 'alert')),
  ticket_number text,
  seq integer,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'dead')),
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL,
  epoch integer NOT NULL DEFAULT 0,
  leased_until timestamptz NOT NULL DEFAULT '-infinity',
  is_settled boolean NOT NULL DEFAULT false,
  is_noted boolean NOT NULL DEFAULT false
);

CREATE INDEX mail_waiting ON mail (conversation_id, kind, id) WHERE state = 'waiting';

CREATE UNIQUE INDEX mail_alert ON mail (kind) WHERE kind = 'alert' AND state = 'waiting';

CREATE INDEX mail_dead ON mail (conversation_id) WHERE state = 'dead';
CREATE INDEX delivery_dead ON delivery (conversation_id) WHERE state = 'dead';

ALTER TABLE delivery ADD COLUMN is_settled boolean NOT NULL DEFAULT false, ADD COLUMN is_noted boolean NOT NULL DEFAULT false;
