import type { DatabaseSync } from 'node:sqlite'

/** What was asked: it stands in the citizen's message alone, so that masking it anew changes one place. */
export const QUESTION = `(SELECT body FROM message AS asked WHERE asked.event_id = message.event_id AND asked.speaker = 'citizen') AS question`

/** As a limit of rows: none. */
export const ALL = -1

export type SqliteStatements = ReturnType<typeof sqliteStatements>

/** Every statement of accepting events and taking turns in a SQLite file, prepared once. The schema is in migrations/sqlite/. */
export function sqliteStatements(database: DatabaseSync) {
  const prepare = (text: string) => database.prepare(text)
  return {
    event: prepare(
      `SELECT inbox.id, inbox.conversation_id, seq
       FROM inbox LEFT JOIN message ON message.event_id = inbox.id AND speaker = 'citizen'
       WHERE source = ? AND address = ? AND external_id = ?`,
    ),
    bareKey: prepare('SELECT 1 FROM bare_event_key WHERE hash = ?'),
    addBareKey: prepare('INSERT INTO bare_event_key (hash, accepted_at) VALUES (?, ?) ON CONFLICT DO NOTHING'),
    eventState: prepare('SELECT state, refusal FROM inbox WHERE id = ?'),
    addEvent: prepare(
      `INSERT INTO inbox (source, address, external_id, conversation_id, kind, is_awaited, retry_at, accepted_at, detail)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    ),
    firstWaiting: prepare(
      `SELECT inbox.id, kind, attempts, message.seq, body, detail, sealed, key
       FROM inbox LEFT JOIN message ON message.event_id = inbox.id AND speaker = 'citizen'
         LEFT JOIN conversation_key ON conversation_key.conversation_id = message.conversation_id AND sealed IS NOT NULL
       WHERE inbox.conversation_id = ? AND state = 'accepted' ORDER BY inbox.id LIMIT 1`,
    ),
    finishEvent: prepare(
      'UPDATE inbox SET state = ?, done_at = ?, refusal = ?, detail = NULL WHERE id = ? RETURNING is_awaited',
    ),
    countAttempt: prepare(`UPDATE inbox SET attempts = attempts + 1, retry_at = ? WHERE id = ? AND state = 'accepted'`),
    leave: prepare(
      `UPDATE inbox SET attempts = max(1, attempts - 1), retry_at = ? WHERE id = ? AND state = 'accepted'`,
    ),
    putOff: prepare(
      `UPDATE inbox SET retry_at = ? WHERE state = 'accepted' AND conversation_id IN (SELECT value FROM json_each(?))`,
    ),
    recover: prepare(
      `UPDATE inbox SET attempts = attempts + 1, retry_at = ?
       WHERE id = (
         SELECT id FROM inbox
         WHERE id IN (SELECT min(id) FROM inbox WHERE state = 'accepted' GROUP BY conversation_id) AND retry_at <= ?
         ORDER BY id LIMIT 1
       )
       RETURNING conversation_id`,
    ),

    currentConversation: prepare(
      `SELECT id, active_at, keeps_originals, stays_open
       FROM conversation WHERE source = ? AND address = ? AND closed_at IS NULL`,
    ),
    conversation: prepare('SELECT state FROM conversation WHERE id = ?'),
    openConversation: prepare('SELECT id, keeps_originals FROM conversation WHERE id = ? AND closed_at IS NULL'),
    addConversation: prepare(
      'INSERT INTO conversation (id, source, address, state, opened_at, active_at) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    conversationsAt: prepare('SELECT id FROM conversation WHERE source = ? AND address = ? AND opened_at <= ?'),
    closeConversation: prepare('UPDATE conversation SET closed_at = ? WHERE id = ?'),
    touch: prepare(
      `UPDATE conversation SET active_at = ?, return_path = coalesce(?, return_path), last_seq = last_seq + ?
       WHERE id = ? RETURNING last_seq`,
    ),
    writeState: prepare(
      `UPDATE conversation SET state = ?, keeps_originals = ?, stays_open = ?, person_at = coalesce(?, person_at),
         last_seq = last_seq + ?
       WHERE id = ? RETURNING last_seq, source, return_path`,
    ),

    addMessage: prepare(
      `INSERT INTO message (conversation_id, seq, event_id, speaker, body, sealed, explanation, written_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    addReply: prepare(
      `INSERT INTO message (conversation_id, seq, event_id, speaker, body, explanation, written_at, clerk_id, clerk_name,
         is_for_clerks)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    remask: prepare(
      'UPDATE message SET body = substr(body, 1, length(body) - ?) || ? WHERE conversation_id = ? AND seq = ?',
    ),
    remaskLearning: prepare(
      `UPDATE learning_record SET question = substr(question, 1, length(question) - ?) || ?
       WHERE conversation_id = ? AND seq = ?`,
    ),
    repliesTo: prepare(
      `SELECT body, explanation, clerk_id, clerk_name, is_for_clerks, ${QUESTION} FROM message
       WHERE event_id = ? AND speaker <> 'citizen' AND is_for_clerks = 0 ORDER BY seq`,
    ),
    addLearning: prepare(
      `INSERT INTO learning_record
         (conversation_id, seq, question, decision, reason, candidates, knowledge_version, written_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ),

    rate: prepare(
      `UPDATE learning_record SET rating = ?
       FROM message AS answer JOIN message AS asked ON asked.event_id = answer.event_id AND asked.speaker = 'citizen'
       WHERE answer.conversation_id = ? AND answer.seq = ? AND answer.speaker = 'assistant'
         AND learning_record.conversation_id = asked.conversation_id AND learning_record.seq = asked.seq`,
    ),

    commentOnClerk: prepare(
      'UPDATE clerk_rating SET comment_seq = ? WHERE id = (SELECT max(id) FROM clerk_rating WHERE conversation_id = ?)',
    ),

    key: prepare('SELECT key FROM conversation_key WHERE conversation_id = ?'),
    addKey: prepare('INSERT INTO conversation_key (conversation_id, key) VALUES (?, ?)'),
    destroyKey: prepare('DELETE FROM conversation_key WHERE conversation_id = ?'),
    destroyKeys: prepare(
      `DELETE FROM conversation_key WHERE conversation_id IN
         (SELECT id FROM conversation WHERE closed_at IS NOT NULL OR (stays_open = 0 AND
           CASE keeps_originals WHEN 1 THEN active_at ELSE coalesce(person_at, active_at) END < ?))`,
    ),
    sealed: prepare(
      'SELECT sealed, key FROM message JOIN conversation_key USING (conversation_id) WHERE conversation_id = ? AND seq = ?',
    ),

    addDelivery: prepare('INSERT INTO delivery (conversation_id, seq, due_at) VALUES (?, ?, ?)'),
    claimFirst: prepare(
      `UPDATE delivery SET epoch = epoch + 1, leased_until = unixepoch('subsec') + ?
       WHERE id = (SELECT min(id) FROM delivery WHERE conversation_id = ? AND state = 'waiting') AND seq = ?
       RETURNING id, epoch`,
    ),
  }
}
