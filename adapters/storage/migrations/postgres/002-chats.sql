-- The same tables as in sqlite/002-chats.sql; there they are explained.

ALTER TABLE inbox ADD COLUMN detail text;

CREATE TABLE chat (
  conversation_id uuid PRIMARY KEY REFERENCES conversation (id) ON DELETE CASCADE,
  user_id text NOT NULL,
  origin text,
  ended_at timestamptz
);

CREATE TABLE chat_key (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hash text NOT NULL UNIQUE,
  conversation_id uuid NOT NULL REFERENCES chat (conversation_id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('resume', 'stream')),
  expires_at timestamptz NOT NULL
);

CREATE INDEX chat_key_of_conversation ON chat_key (conversation_id, kind);

-- A conversation is erased without a look at all others.
CREATE INDEX inbox_of_conversation ON inbox (conversation_id);
CREATE INDEX delivery_of_message ON delivery (conversation_id, seq);

-- The functions of before stay for replicas of the version before.

-- It also keeps `detail`, gives the message's number, and opens no conversation where the channel opens its own:
-- `no-conversation` then.
CREATE FUNCTION accept_event(
  p_source text, p_address text, p_external_id text, p_kind text, p_is_awaited boolean, p_return_path text,
  p_body text, p_has_original boolean, p_sealed bytea, p_new_state text,
  p_now timestamptz, p_idle_before timestamptz, p_retry_at timestamptz, p_is_opened boolean, p_detail text
) RETURNS TABLE (status text, event_id bigint, conversation_id uuid, seq integer) LANGUAGE plpgsql AS $$
DECLARE
  current conversation;
BEGIN
  RETURN QUERY SELECT 'seen', i.id, i.conversation_id, m.seq
    FROM inbox i LEFT JOIN message m ON m.event_id = i.id AND m.speaker = 'citizen'
    WHERE i.source = p_source AND i.address = p_address AND i.external_id = p_external_id;
  IF FOUND THEN RETURN; END IF;

  LOOP
    SELECT * INTO current FROM conversation c
      WHERE c.source = p_source AND c.address = p_address AND c.closed_at IS NULL FOR UPDATE;
    IF p_is_opened THEN
      IF FOUND THEN EXIT; END IF;
      RETURN QUERY SELECT 'no-conversation', NULL::bigint, NULL::uuid, NULL::integer;
      RETURN;
    ELSIF FOUND AND current.active_at < p_idle_before AND NOT current.stays_open THEN
      UPDATE conversation c SET closed_at = p_now WHERE c.id = current.id;
      DELETE FROM conversation_key k WHERE k.conversation_id = current.id;
    ELSIF FOUND THEN
      EXIT;
    END IF;
    INSERT INTO conversation (source, address, state, opened_at, active_at)
      VALUES (p_source, p_address, p_new_state, p_now, p_now) ON CONFLICT DO NOTHING;
  END LOOP;

  IF p_has_original AND p_sealed IS NULL AND current.keeps_originals THEN
    RETURN QUERY SELECT 'needs-seal', NULL::bigint, current.id, NULL::integer;
    RETURN;
  END IF;

  INSERT INTO inbox (source, address, external_id, conversation_id, kind, is_awaited, retry_at, accepted_at, detail)
    VALUES (p_source, p_address, p_external_id, current.id, p_kind, p_is_awaited, p_retry_at, p_now, p_detail)
    ON CONFLICT DO NOTHING RETURNING 'new', id, inbox.conversation_id INTO status, event_id, conversation_id;
  IF NOT FOUND THEN
    RETURN QUERY SELECT 'seen', i.id, i.conversation_id, m.seq
      FROM inbox i LEFT JOIN message m ON m.event_id = i.id AND m.speaker = 'citizen'
      WHERE i.source = p_source AND i.address = p_address AND i.external_id = p_external_id;
    RETURN;
  END IF;

  UPDATE conversation c SET
      active_at = p_now,
      return_path = coalesce(p_return_path, c.return_path),
      last_seq = c.last_seq + CASE WHEN p_body IS NULL THEN 0 ELSE 1 END
    WHERE c.id = current.id;
  IF p_body IS NOT NULL THEN
    seq := current.last_seq + 1;
    INSERT INTO message (conversation_id, seq, event_id, speaker, body, sealed, written_at)
      VALUES (current.id, accept_event.seq, event_id, 'citizen', p_body,
              CASE WHEN current.keeps_originals THEN p_sealed END, p_now);
  END IF;
  RETURN NEXT;
END $$;

-- Like read_turn, with the event's detail.
CREATE FUNCTION read_waiting_turn(p_conversation_id uuid)
RETURNS TABLE (state text, last_seq integer, event_id bigint, kind text, attempts integer, seq integer, body text, detail text)
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM conversation c WHERE c.id = p_conversation_id FOR UPDATE;
  RETURN QUERY
    SELECT c.state, c.last_seq, i.id, i.kind, i.attempts, m.seq, m.body, i.detail
    FROM conversation c
    LEFT JOIN LATERAL (
      SELECT * FROM inbox WHERE inbox.conversation_id = c.id AND inbox.state = 'accepted' ORDER BY inbox.id LIMIT 1
    ) i ON true
    LEFT JOIN message m ON m.event_id = i.id AND m.speaker = 'citizen'
    WHERE c.id = p_conversation_id;
END $$;
