import { randomUUID } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { NEW_CONVERSATION, readState, writeState } from '../../bot/conversation.ts'
import type { Accepted, Delivery, Store } from '../../bot/ports.ts'
import type { ExplainedReply } from '../../bot/turn.ts'

const SCHEMA = `
  CREATE TABLE conversation (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    address TEXT NOT NULL,
    return_path TEXT,
    state TEXT NOT NULL,
    last_seq INTEGER NOT NULL DEFAULT 0,
    opened_at TEXT NOT NULL,
    UNIQUE (source, address)
  ) STRICT;

  CREATE TABLE inbox (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    address TEXT NOT NULL,
    external_id TEXT NOT NULL,
    conversation_id TEXT NOT NULL REFERENCES conversation (id),
    is_awaited INTEGER NOT NULL,
    accepted_at TEXT NOT NULL,
    done_at TEXT,
    UNIQUE (source, address, external_id)
  ) STRICT;

  CREATE TABLE message (
    conversation_id TEXT NOT NULL REFERENCES conversation (id),
    seq INTEGER NOT NULL,
    event_id INTEGER NOT NULL REFERENCES inbox (id),
    speaker TEXT NOT NULL CHECK (speaker IN ('citizen', 'assistant')),
    content TEXT NOT NULL,
    written_at TEXT NOT NULL,
    PRIMARY KEY (conversation_id, seq)
  ) STRICT;

  CREATE INDEX message_of_event ON message (event_id);

  CREATE TABLE delivery (
    id INTEGER PRIMARY KEY,
    conversation_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    due_at TEXT,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'given-up')),
    FOREIGN KEY (conversation_id, seq) REFERENCES message (conversation_id, seq)
  ) STRICT;

  CREATE INDEX delivery_waiting ON delivery (conversation_id, id) WHERE state = 'waiting';
`

/** Conversations in memory: a restart forgets them. */
export function createSqliteStore(): Store {
  const database = new DatabaseSync(':memory:')
  database.exec('PRAGMA foreign_keys = ON')
  database.exec(SCHEMA)

  const sql = {
    event: database.prepare(
      'SELECT id, conversation_id FROM inbox WHERE source = ? AND address = ? AND external_id = ?',
    ),
    eventById: database.prepare('SELECT conversation_id, is_awaited, done_at FROM inbox WHERE id = ?'),
    addEvent: database.prepare(
      `INSERT INTO inbox (source, address, external_id, conversation_id, is_awaited, accepted_at)
       VALUES (?, ?, ?, ?, ?, ?) RETURNING id`,
    ),
    finishEvent: database.prepare('UPDATE inbox SET done_at = ? WHERE id = ? AND done_at IS NULL'),
    conversationAt: database.prepare('SELECT id FROM conversation WHERE source = ? AND address = ?'),
    conversation: database.prepare('SELECT id, return_path, state FROM conversation WHERE id = ?'),
    addConversation: database.prepare(
      'INSERT INTO conversation (id, source, address, state, opened_at) VALUES (?, ?, ?, ?, ?)',
    ),
    setReturnPath: database.prepare('UPDATE conversation SET return_path = ? WHERE id = ?'),
    setState: database.prepare('UPDATE conversation SET state = ? WHERE id = ?'),
    nextSeq: database.prepare('UPDATE conversation SET last_seq = last_seq + 1 WHERE id = ? RETURNING last_seq AS seq'),
    addMessage: database.prepare(
      'INSERT INTO message (conversation_id, seq, event_id, speaker, content, written_at) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    repliesTo: database.prepare(
      `SELECT content FROM message WHERE event_id = ? AND speaker = 'assistant' ORDER BY seq`,
    ),
    addDelivery: database.prepare('INSERT INTO delivery (conversation_id, seq, due_at) VALUES (?, ?, ?)'),
    due: database.prepare(
      `SELECT delivery.id, delivery.conversation_id, delivery.attempts, source, return_path, content
       FROM delivery
       JOIN message USING (conversation_id, seq)
       JOIN conversation ON conversation.id = delivery.conversation_id
       WHERE delivery.id IN (SELECT min(id) FROM delivery WHERE state = 'waiting' GROUP BY conversation_id)
         AND due_at <= ?
       ORDER BY delivery.id`,
    ),
    setDelivered: database.prepare(`UPDATE delivery SET state = 'delivered', attempts = attempts + 1 WHERE id = ?`),
    setFailed: database.prepare('UPDATE delivery SET attempts = attempts + 1, due_at = ?, state = ? WHERE id = ?'),
  }

  function transaction<T>(work: () => T): T {
    database.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      database.exec('COMMIT')
      return result
    } catch (error) {
      database.exec('ROLLBACK')
      throw error
    }
  }

  function conversationAt(source: string, address: string, now: Date): string {
    const known = sql.conversationAt.get(source, address)
    if (known) return String(known.id)
    const id = randomUUID()
    sql.addConversation.run(id, source, address, writeState(NEW_CONVERSATION), now.toISOString())
    return id
  }

  function addMessage(conversationId: string, eventId: number, speaker: string, content: string, now: Date): number {
    const seq = Number(sql.nextSeq.get(conversationId)?.seq)
    sql.addMessage.run(conversationId, seq, eventId, speaker, content, now.toISOString())
    return seq
  }

  return {
    async accept(event, now) {
      const { source, address, externalId, returnPath, isAwaited } = event.origin
      return transaction((): Accepted => {
        const seen = sql.event.get(source, address, externalId)
        if (seen) return { status: 'seen', eventId: Number(seen.id), conversationId: String(seen.conversation_id) }
        const conversationId = conversationAt(source, address, now)
        if (returnPath !== null) sql.setReturnPath.run(returnPath, conversationId)
        const added = sql.addEvent.get(
          source,
          address,
          externalId,
          conversationId,
          isAwaited ? 1 : 0,
          now.toISOString(),
        )
        const eventId = Number(added?.id)
        if (event.kind === 'citizen-wrote') addMessage(conversationId, eventId, 'citizen', event.text, now)
        return { status: 'new', eventId, conversationId }
      })
    },

    async read(conversationId) {
      const row = sql.conversation.get(conversationId)
      if (!row) throw new Error(`there is no conversation "${conversationId}"`)
      return { id: conversationId, ...readState(String(row.state)) }
    },

    async commit(eventId, state, replies, now) {
      transaction(() => {
        const event = sql.eventById.get(eventId)
        if (!event) throw new Error(`there is no event ${eventId}`)
        if (event.done_at !== null) return
        const conversationId = String(event.conversation_id)
        const isPushed = event.is_awaited === 0 && sql.conversation.get(conversationId)?.return_path !== null
        for (const reply of replies) {
          const seq = addMessage(conversationId, eventId, 'assistant', JSON.stringify(reply), now)
          if (isPushed) sql.addDelivery.run(conversationId, seq, now.toISOString())
        }
        sql.setState.run(writeState(state), conversationId)
        sql.finishEvent.run(now.toISOString(), eventId)
      })
    },

    async repliesTo(eventId) {
      const event = sql.eventById.get(eventId)
      if (!event || event.done_at === null) return undefined
      return sql.repliesTo.all(eventId).map(row => readReply(row.content))
    },

    async dueDeliveries(now) {
      return sql.due.all(now.toISOString()).map(
        (row): Delivery => ({
          id: Number(row.id),
          conversationId: String(row.conversation_id),
          source: String(row.source),
          returnPath: String(row.return_path),
          reply: readReply(row.content),
          attempts: Number(row.attempts),
        }),
      )
    },

    async delivered(deliveryId) {
      sql.setDelivered.run(deliveryId)
    },

    async failed(deliveryId, dueAt) {
      sql.setFailed.run(dueAt?.toISOString() ?? null, dueAt === null ? 'given-up' : 'waiting', deliveryId)
    },

    async close() {
      database.close()
    },
  }
}

/** Replies are written by `commit` alone, so they are read back without a check. */
function readReply(content: unknown): ExplainedReply {
  return JSON.parse(String(content))
}
