-- The same tables as in sqlite/003-desk.sql; there they are explained.

ALTER TABLE message
  DROP CONSTRAINT message_speaker_check,
  ADD CONSTRAINT message_speaker_check CHECK (speaker IN ('citizen', 'assistant', 'clerk')),
  ADD COLUMN clerk_id text,
  ADD COLUMN clerk_name text,
  ADD COLUMN is_for_clerks boolean NOT NULL DEFAULT false;

ALTER TABLE inbox ADD COLUMN refusal text;

CREATE TABLE desk_conversation (
  conversation_id uuid PRIMARY KEY REFERENCES conversation (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('queue', 'clerk', 'ticket', 'bot')),
  department text NOT NULL,
  topic text,
  since timestamptz NOT NULL,
  due_at timestamptz,
  clerk_id text,
  clerk_name text,
  epoch integer NOT NULL,
  is_away boolean NOT NULL,
  label text
);

CREATE INDEX desk_conversation_listed ON desk_conversation (kind, department, since) WHERE kind <> 'bot';
CREATE INDEX desk_conversation_held ON desk_conversation (clerk_id) WHERE kind = 'clerk';

CREATE TABLE ticket (
  number text PRIMARY KEY,
  conversation_id uuid NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  department text NOT NULL,
  opened_at timestamptz NOT NULL,
  answer_by text NOT NULL,
  contact text,
  closed_at timestamptz
);

CREATE UNIQUE INDEX ticket_open ON ticket (conversation_id) WHERE closed_at IS NULL;

CREATE TABLE clerk_presence (
  clerk_id text PRIMARY KEY,
  name text NOT NULL,
  presence text NOT NULL CHECK (presence IN ('free', 'busy', 'away')),
  departments jsonb NOT NULL,
  last_seen timestamptz NOT NULL
);

CREATE TABLE desk_department (
  department text PRIMARY KEY,
  hours jsonb,
  mail text
);

CREATE TABLE clerk_rating (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  conversation_id uuid NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  clerk_id text NOT NULL,
  stars integer NOT NULL CHECK (stars BETWEEN 1 AND 5),
  comment text,
  rated_at timestamptz NOT NULL
);

CREATE INDEX clerk_rating_of_conversation ON clerk_rating (conversation_id);

CREATE TABLE desk_read (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  clerk_id text NOT NULL,
  conversation_id uuid,
  what text NOT NULL,
  read_at timestamptz NOT NULL
);

-- Text as it is searched: without case and Polish marks.
CREATE FUNCTION searchable(p_text text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT translate(lower(translate(p_text, 'ĄĆĘŁŃÓŚŹŻ', 'ACELNOSZZ')), 'ąćęłńóśźż', 'acelnoszz')
$$;

-- Clerks whose page was heard of lately.
CREATE FUNCTION present_clerks(p_silent interval) RETURNS jsonb LANGUAGE sql AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object(
    'id', clerk_id, 'name', name, 'presence', presence, 'departments', departments,
    'holds', (SELECT count(*) FROM desk_conversation d WHERE d.kind = 'clerk' AND d.clerk_id = clerk_presence.clerk_id)) ORDER BY clerk_id), '[]')
  FROM clerk_presence WHERE last_seen > clock_timestamp() - p_silent
$$;

-- The desk as one conversation sees it.
CREATE FUNCTION desk_state(p_conversation_id uuid, p_silent interval) RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_build_object(
    'isStaffed', EXISTS (SELECT 1 FROM clerk_presence),
    'present', present_clerks(p_silent),
    'hours', (SELECT coalesce(jsonb_object_agg(department, hours), '{}') FROM desk_department WHERE hours IS NOT NULL),
    'waiting', (SELECT coalesce(jsonb_object_agg(department, waiting), '{}') FROM (
      SELECT department, count(*) AS waiting FROM desk_conversation WHERE kind = 'queue' GROUP BY department) AS queues),
    'ahead', (SELECT count(*) FROM desk_conversation mine JOIN desk_conversation other
      ON other.kind = 'queue' AND other.department = mine.department
        AND (other.since, other.conversation_id) < (mine.since, mine.conversation_id)
      WHERE mine.conversation_id = p_conversation_id AND mine.kind = 'queue'),
    'number', number)
  FROM conversation WHERE id = p_conversation_id
$$;

-- The functions of before stay for replicas of the version before; these have more arguments.

-- An event may name its conversation, wherever its address leads.
CREATE FUNCTION accept_event(
  p_source text, p_address text, p_external_id text, p_kind text, p_is_awaited boolean, p_return_path text,
  p_body text, p_has_original boolean, p_sealed bytea, p_new_state text,
  p_now timestamptz, p_idle_before timestamptz, p_retry_at timestamptz, p_is_opened boolean, p_detail text,
  p_conversation_id uuid
) RETURNS TABLE (status text, event_id bigint, conversation_id uuid, seq integer) LANGUAGE plpgsql AS $$
DECLARE
  current conversation;
BEGIN
  RETURN QUERY SELECT 'seen', i.id, i.conversation_id, m.seq
    FROM inbox i LEFT JOIN message m ON m.event_id = i.id AND m.speaker = 'citizen'
    WHERE i.source = p_source AND i.address = p_address AND i.external_id = p_external_id;
  IF FOUND THEN RETURN; END IF;

  LOOP
    IF p_conversation_id IS NULL THEN
      SELECT * INTO current FROM conversation c
        WHERE c.source = p_source AND c.address = p_address AND c.closed_at IS NULL FOR UPDATE;
    ELSE
      SELECT * INTO current FROM conversation c WHERE c.id = p_conversation_id AND c.closed_at IS NULL FOR UPDATE;
    END IF;
    IF p_is_opened OR p_conversation_id IS NOT NULL THEN
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

-- With what was sealed, and the desk.
CREATE FUNCTION read_waiting_turn(p_conversation_id uuid, p_silent interval)
RETURNS TABLE (
  state text, last_seq integer, event_id bigint, kind text, attempts integer, seq integer, body text, detail text,
  sealed bytea, key bytea, desk jsonb
) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM conversation c WHERE c.id = p_conversation_id FOR UPDATE;
  RETURN QUERY
    SELECT c.state, c.last_seq, i.id, i.kind, i.attempts, m.seq, m.body, i.detail, m.sealed, k.key,
      CASE WHEN i.id IS NOT NULL THEN desk_state(c.id, p_silent) END
    FROM conversation c
    LEFT JOIN LATERAL (
      SELECT * FROM inbox WHERE inbox.conversation_id = c.id AND inbox.state = 'accepted' ORDER BY inbox.id LIMIT 1
    ) i ON true
    LEFT JOIN message m ON m.event_id = i.id AND m.speaker = 'citizen'
    LEFT JOIN conversation_key k ON k.conversation_id = c.id AND m.sealed IS NOT NULL
    WHERE c.id = p_conversation_id;
END $$;

-- Writes what a turn changes at the desk. `p_change` as in storage/desk-rows.ts.
CREATE FUNCTION write_desk(p_conversation_id uuid, p_change jsonb, p_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_change->>'kind' = 'bot' THEN
    UPDATE desk_conversation d SET kind = 'bot', due_at = NULL, clerk_id = NULL, clerk_name = NULL, is_away = false,
        label = coalesce(p_change->>'label', d.label)
      WHERE d.conversation_id = p_conversation_id AND (d.kind <> 'bot' OR p_change->>'label' IS NOT NULL);
  ELSE
    INSERT INTO desk_conversation
        (conversation_id, kind, department, topic, since, due_at, clerk_id, clerk_name, epoch, is_away)
      VALUES (p_conversation_id, p_change->>'kind', p_change->>'department', p_change->>'topic',
        (p_change->>'since')::timestamptz, (p_change->>'dueAt')::timestamptz, p_change->>'clerkId', p_change->>'clerkName',
        (p_change->>'epoch')::integer, (p_change->>'isAway')::boolean)
      ON CONFLICT (conversation_id) DO UPDATE SET kind = excluded.kind, department = excluded.department,
        topic = excluded.topic, since = excluded.since, due_at = excluded.due_at, clerk_id = excluded.clerk_id,
        clerk_name = excluded.clerk_name, epoch = excluded.epoch, is_away = excluded.is_away;
  END IF;
  UPDATE ticket SET closed_at = p_now
    WHERE conversation_id = p_conversation_id AND closed_at IS NULL
      AND number IS DISTINCT FROM p_change->'ticket'->>'number';
  IF jsonb_typeof(p_change->'ticket') = 'object' THEN
    INSERT INTO ticket AS t (number, conversation_id, department, opened_at, answer_by, contact)
      SELECT c->>'number', p_conversation_id, c->>'department', (c->>'since')::timestamptz, c->>'answerBy', c->>'contact'
      FROM (SELECT p_change->'ticket') AS change (c)
      ON CONFLICT (number) DO UPDATE SET department = excluded.department, answer_by = excluded.answer_by,
        contact = coalesce(excluded.contact, t.contact);
  END IF;
  IF jsonb_typeof(p_change->'rating') = 'object' THEN
    INSERT INTO clerk_rating (conversation_id, clerk_id, stars, comment, rated_at)
      SELECT p_conversation_id, c->>'clerkId', (c->>'stars')::integer, c->>'comment', p_now
      FROM (SELECT p_change->'rating') AS change (c);
  END IF;
END $$;

-- With the desk's part, and rows that only clerks read, which are not pushed. `place`: of the leased reply.
CREATE FUNCTION commit_turn(
  p_conversation_id uuid, p_event_id bigint, p_question_seq integer, p_event_state text, p_state text, p_keeps_originals boolean,
  p_stays_open boolean, p_has_person boolean, p_replies jsonb, p_remasked jsonb, p_now timestamptz, p_refusal text,
  p_desk jsonb, p_lease interval
) RETURNS TABLE (delivery_id bigint, epoch integer, source text, return_path text, place integer) LANGUAGE plpgsql AS $$
DECLARE
  before_seq integer;
  is_pushed boolean;
  first_pushed integer;
BEGIN
  UPDATE conversation c SET
      state = p_state,
      keeps_originals = p_keeps_originals,
      stays_open = p_stays_open,
      person_at = CASE WHEN p_has_person THEN p_now ELSE c.person_at END,
      last_seq = c.last_seq + jsonb_array_length(p_replies)
    WHERE c.id = p_conversation_id
    RETURNING c.last_seq - jsonb_array_length(p_replies), c.return_path IS NOT NULL INTO before_seq, is_pushed;
  UPDATE inbox i SET state = p_event_state, done_at = p_now, refusal = p_refusal, detail = NULL
    WHERE i.id = p_event_id RETURNING is_pushed AND NOT i.is_awaited INTO is_pushed;

  INSERT INTO message
      (conversation_id, seq, event_id, speaker, body, explanation, written_at, clerk_id, clerk_name, is_for_clerks)
    SELECT p_conversation_id, before_seq + r.nth, p_event_id, r.reply->>'speaker', r.reply->>'body',
      r.reply->>'explanation', p_now, r.reply->>'clerkId', r.reply->>'clerkName', (r.reply->>'isForClerks')::boolean
    FROM jsonb_array_elements(p_replies) WITH ORDINALITY AS r (reply, nth);
  IF is_pushed THEN
    INSERT INTO delivery (conversation_id, seq, due_at)
      SELECT p_conversation_id, before_seq + r.nth, p_now
      FROM jsonb_array_elements(p_replies) WITH ORDINALITY AS r (reply, nth)
      WHERE NOT (r.reply->>'isForClerks')::boolean ORDER BY r.nth;
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
  PERFORM write_desk(p_conversation_id, p_desk, p_now);

  IF is_pushed THEN
    SELECT min(r.nth) INTO first_pushed
      FROM jsonb_array_elements(p_replies) WITH ORDINALITY AS r (reply, nth)
      WHERE NOT (r.reply->>'isForClerks')::boolean;
    RETURN QUERY
      UPDATE delivery d SET epoch = d.epoch + 1, leased_until = clock_timestamp() + p_lease
      FROM conversation c
      WHERE d.id = (SELECT min(w.id) FROM delivery w WHERE w.conversation_id = p_conversation_id AND w.state = 'waiting')
        AND d.seq = before_seq + first_pushed AND c.id = p_conversation_id
      RETURNING d.id, d.epoch, c.source, c.return_path, first_pushed - 1;
  END IF;
  PERFORM pg_notify('conversation', p_conversation_id || ':' || before_seq + jsonb_array_length(p_replies));
END $$;
