-- As in sqlite/010-references.sql; there it is explained. Replicas of the version before may still add alerts with a conversation.
ALTER TABLE mail
  ALTER COLUMN conversation_id DROP NOT NULL,
  ADD CONSTRAINT mail_conversation_check CHECK (conversation_id IS NOT NULL OR kind = 'alert');
UPDATE mail SET conversation_id = NULL WHERE kind = 'alert';

CREATE INDEX mail_of_conversation ON mail (conversation_id);
CREATE INDEX ticket_of_conversation ON ticket (conversation_id);

ALTER TABLE clerk_rating ADD COLUMN comment_seq integer;
