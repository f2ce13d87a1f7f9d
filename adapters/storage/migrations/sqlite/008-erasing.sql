-- What a key has sealed goes with it: nobody can read it any more.
CREATE TRIGGER conversation_key_destroyed AFTER DELETE ON conversation_key
BEGIN UPDATE message SET sealed = NULL WHERE conversation_id = OLD.conversation_id AND sealed IS NOT NULL; END;

-- The highest number of a deleted conversation. SQLite would give it again, and whoever still has it written down would ask
-- for somebody else's conversation.
CREATE TABLE number_gone (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  number INTEGER NOT NULL
) STRICT;

INSERT INTO number_gone VALUES (1, 0);

CREATE TRIGGER conversation_deleted AFTER DELETE ON conversation
BEGIN UPDATE number_gone SET number = OLD.number WHERE number < OLD.number; END;

CREATE TRIGGER conversation_added AFTER INSERT ON conversation WHEN NEW.number <= (SELECT number FROM number_gone)
BEGIN UPDATE conversation SET number = (SELECT number FROM number_gone) + 1 WHERE id = NEW.id; END;
