-- As in sqlite/008-erasing.sql. An identity never gives a number twice.

CREATE FUNCTION destroy_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE message m SET sealed = NULL FROM destroyed d
    WHERE m.conversation_id = d.conversation_id AND m.sealed IS NOT NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER conversation_key_destroyed AFTER DELETE ON conversation_key
  REFERENCING OLD TABLE AS destroyed FOR EACH STATEMENT EXECUTE FUNCTION destroy_sealed();
