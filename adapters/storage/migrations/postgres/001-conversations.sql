-- The same tables as in sqlite/001-conversations.sql; there they are explained.

CREATE TABLE conversation (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  source text NOT NULL,
  address text NOT NULL,
  return_path text,
  state text NOT NULL,
  keeps_originals boolean NOT NULL DEFAULT false,
  stays_open boolean NOT NULL DEFAULT false,
  person_at timestamptz,
  last_seq integer NOT NULL DEFAULT 0,
  opened_at timestamptz NOT NULL,
  active_at timestamptz NOT NULL,
  closed_at timestamptz
);

CREATE UNIQUE INDEX conversation_current ON conversation (source, address) WHERE closed_at IS NULL;

CREATE TABLE inbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source text NOT NULL,
  address text NOT NULL,
  external_id text NOT NULL,
  conversation_id uuid NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  kind text NOT NULL,
  is_awaited boolean NOT NULL,
  state text NOT NULL DEFAULT 'accepted' CHECK (state IN ('accepted', 'done', 'dead')),
  attempts integer NOT NULL DEFAULT 1,
  retry_at timestamptz NOT NULL,
  accepted_at timestamptz NOT NULL,
  done_at timestamptz,
  UNIQUE (source, address, external_id)
);

CREATE INDEX inbox_waiting ON inbox (conversation_id, id) WHERE state = 'accepted';

CREATE TABLE message (
  conversation_id uuid NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  seq integer NOT NULL,
  event_id bigint NOT NULL REFERENCES inbox (id) ON DELETE CASCADE,
  speaker text NOT NULL CHECK (speaker IN ('citizen', 'assistant')),
  body text NOT NULL,
  sealed bytea,
  explanation text,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (conversation_id, seq)
);

CREATE INDEX message_of_event ON message (event_id);

CREATE TABLE conversation_key (
  conversation_id uuid PRIMARY KEY REFERENCES conversation (id) ON DELETE CASCADE,
  key bytea NOT NULL
);

CREATE TABLE delivery (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  conversation_id uuid NOT NULL,
  seq integer NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'dead')),
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL,
  epoch integer NOT NULL DEFAULT 0,
  leased_until timestamptz NOT NULL DEFAULT '-infinity',
  FOREIGN KEY (conversation_id, seq) REFERENCES message (conversation_id, seq) ON DELETE CASCADE
);

CREATE INDEX delivery_waiting ON delivery (conversation_id, id) WHERE state = 'waiting';

CREATE TABLE learning_record (
  conversation_id uuid NOT NULL,
  seq integer NOT NULL,
  question text NOT NULL,
  decision text NOT NULL,
  reason text,
  candidates text NOT NULL,
  knowledge_version text NOT NULL,
  rating integer,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (conversation_id, seq)
);

-- Keeps an event unless it was seen. `needs-seal`: nothing was kept yet, as the original has to be sealed with it.
CREATE FUNCTION accept_event(
  p_source text, p_address text, p_external_id text, p_kind text, p_is_awaited boolean, p_return_path text,
  p_body text, p_has_original boolean, p_sealed bytea, p_new_state text,
  p_now timestamptz, p_idle_before timestamptz, p_retry_at timestamptz
) RETURNS TABLE (status text, event_id bigint, conversation_id uuid) LANGUAGE plpgsql AS $$
DECLARE
  current conversation;
BEGIN
  RETURN QUERY SELECT 'seen', i.id, i.conversation_id FROM inbox i
    WHERE i.source = p_source AND i.address = p_address AND i.external_id = p_external_id;
  IF FOUND THEN RETURN; END IF;

  LOOP
    SELECT * INTO current FROM conversation c
      WHERE c.source = p_source AND c.address = p_address AND c.closed_at IS NULL FOR UPDATE;
    IF FOUND AND current.active_at < p_idle_before AND NOT current.stays_open THEN
      UPDATE conversation c SET closed_at = p_now WHERE c.id = current.id;
      DELETE FROM conversation_key k WHERE k.conversation_id = current.id;
    ELSIF FOUND THEN
      EXIT;
    END IF;
    INSERT INTO conversation (source, address, state, opened_at, active_at)
      VALUES (p_source, p_address, p_new_state, p_now, p_now) ON CONFLICT DO NOTHING;
  END LOOP;

  IF p_has_original AND p_sealed IS NULL AND current.keeps_originals THEN
    RETURN QUERY SELECT 'needs-seal', NULL::bigint, current.id;
    RETURN;
  END IF;

  INSERT INTO inbox (source, address, external_id, conversation_id, kind, is_awaited, retry_at, accepted_at)
    VALUES (p_source, p_address, p_external_id, current.id, p_kind, p_is_awaited, p_retry_at, p_now)
    ON CONFLICT DO NOTHING RETURNING 'new', id, inbox.conversation_id INTO status, event_id, conversation_id;
  IF NOT FOUND THEN
    RETURN QUERY SELECT 'seen', i.id, i.conversation_id FROM inbox i
      WHERE i.source = p_source AND i.address = p_address AND i.external_id = p_external_id;
    RETURN;
  END IF;

  UPDATE conversation c SET
      active_at = p_now,
      return_path = coalesce(p_return_path, c.return_path),
      last_seq = c.last_seq + CASE WHEN p_body IS NULL THEN 0 ELSE 1 END
    WHERE c.id = current.id;
  IF p_body IS NOT NULL THEN
    INSERT INTO message (conversation_id, seq, event_id, speaker, body, sealed, written_at)
      VALUES (current.id, current.last_seq + 1, event_id, 'citizen', p_body,
              CASE WHEN current.keeps_originals THEN p_sealed END, p_now);
  END IF;
  RETURN NEXT;
END $$;

-- Locks a conversation and gives its first event without a turn; the event's columns are null when there is none.
CREATE FUNCTION read_turn(p_conversation_id uuid)
RETURNS TABLE (state text, last_seq integer, event_id bigint, kind text, attempts integer, seq integer, body text)
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM conversation c WHERE c.id = p_conversation_id FOR UPDATE;
  RETURN QUERY
    SELECT c.state, c.last_seq, i.id, i.kind, i.attempts, m.seq, m.body
    FROM conversation c
    LEFT JOIN LATERAL (
      SELECT * FROM inbox WHERE inbox.conversation_id = c.id AND inbox.state = 'accepted' ORDER BY inbox.id LIMIT 1
    ) i ON true
    LEFT JOIN message m ON m.event_id = i.id AND m.speaker = 'citizen'
    WHERE c.id = p_conversation_id;
END $$;

-- Writes the turn of an event, whole, and leases its first reply to the caller where nothing waits before it; then a row
-- says so. `p_replies`: [{body, explanation, learning}], `p_remasked`: [{seq, replaced, text}].
CREATE FUNCTION commit_turn(
  p_conversation_id uuid, p_event_id bigint, p_question_seq integer, p_event_state text, p_state text, p_keeps_originals boolean,
  p_stays_open boolean, p_has_person boolean, p_replies jsonb, p_remasked jsonb, p_now timestamptz, p_lease interval
) RETURNS TABLE (delivery_id bigint, epoch integer, source text, return_path text) LANGUAGE plpgsql AS $$
DECLARE
  first_seq integer;
  is_pushed boolean;
BEGIN
  UPDATE conversation c SET
      state = p_state,
      keeps_originals = p_keeps_originals,
      stays_open = p_stays_open,
      person_at = CASE WHEN p_has_person THEN p_now ELSE c.person_at END,
      last_seq = c.last_seq + jsonb_array_length(p_replies)
    WHERE c.id = p_conversation_id
    RETURNING c.last_seq - jsonb_array_length(p_replies), c.return_path IS NOT NULL INTO first_seq, is_pushed;
  UPDATE inbox i SET state = p_event_state, done_at = p_now
    WHERE i.id = p_event_id RETURNING is_pushed AND NOT i.is_awaited INTO is_pushed;

  INSERT INTO message (conversation_id, seq, event_id, speaker, body, explanation, written_at)
    SELECT p_conversation_id, first_seq + r.place, p_event_id, 'assistant', r.reply->>'body', r.reply->>'explanation', p_now
    FROM jsonb_array_elements(p_replies) WITH ORDINALITY AS r (reply, place);
  IF is_pushed THEN
    INSERT INTO delivery (conversation_id, seq, due_at)
      SELECT p_conversation_id, first_seq + place, p_now FROM generate_series(1, jsonb_array_length(p_replies)) AS place;
  END IF;
  INSERT INTO learning_record
      (conversation_id, seq, question, decision, reason, candidates, knowledge_version, written_at)
    SELECT p_conversation_id, p_question_seq, l->>'question', l->>'decision', l->>'reason', l->>'candidates',
           l->>'knowledgeVersion', p_now
    FROM jsonb_array_elements(p_replies) AS r (reply), LATERAL (SELECT r.reply->'learning') AS learning (l)
    WHERE jsonb_typeof(l) = 'object' AND p_question_seq IS NOT NULL;
  UPDATE message m SET body = left(m.body, length(m.body) - r.replaced) || r.text
    FROM jsonb_to_recordset(p_remasked) AS r (seq integer, replaced integer, text text)
    WHERE m.conversation_id = p_conversation_id AND m.seq = r.seq;
  UPDATE learning_record l SET question = left(l.question, length(l.question) - r.replaced) || r.text
    FROM jsonb_to_recordset(p_remasked) AS r (seq integer, replaced integer, text text)
    WHERE l.conversation_id = p_conversation_id AND l.seq = r.seq AND l.seq IS DISTINCT FROM p_question_seq;

  IF is_pushed THEN
    RETURN QUERY
      UPDATE delivery d SET epoch = d.epoch + 1, leased_until = clock_timestamp() + p_lease
      FROM conversation c
      WHERE d.id = (SELECT min(w.id) FROM delivery w WHERE w.conversation_id = p_conversation_id AND w.state = 'waiting')
        AND d.seq = first_seq + 1 AND c.id = p_conversation_id
      RETURNING d.id, d.epoch, c.source, c.return_path;
  END IF;
  PERFORM pg_notify('conversation', p_conversation_id || ':' || first_seq + jsonb_array_length(p_replies));
END $$;
