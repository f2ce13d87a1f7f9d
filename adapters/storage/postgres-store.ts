import { NEW_CONVERSATION, writeState } from '../../bot/conversation.ts'
import { isClerks } from '../../bot/event.ts'
import { NoConversationError } from '../../bot/no-conversation-error.ts'
import type { Accepted, Store } from '../../bot/ports.ts'
import { hashOfEvent } from './hash-of-event.ts'
import { createPostgresChats } from './postgres-chats.ts'
import { openPostgres } from './postgres-database.ts'
import { createPostgresDesk } from './postgres-desk.ts'
import { eraseFromPostgres } from './postgres-erase.ts'
import { createPostgresFeed, FEED_TIMING, type FeedTiming } from './postgres-feed.ts'
import { createPostgresHistory, REPLY, type ReplyRow } from './postgres-history.ts'
import { createPostgresMails } from './postgres-mails.ts'
import { createPostgresOutbox } from './postgres-outbox.ts'
import { createPostgresRecords } from './postgres-records.ts'
import { takePostgresTurn } from './postgres-turns.ts'
import { bodyOf, detailOf, readReply } from './rows.ts'
import { createKey, seal, unseal } from './seal.ts'
import { LEFT_MS, later, STORE_TIMING, type StoreTiming } from './timing.ts'

/** What clerks do never waits for the connections that citizens fill (F17). */
const CLERK_CONNECTIONS = 5

type AcceptRow = {
  status: 'new' | 'seen' | 'needs-seal' | 'no-conversation'
  event_id: string
  conversation_id: string
  seq: number | null
}

/**
 * Conversations in PostgreSQL, for any number of replicas. Throws `StoreError` when the database cannot be used.
 */
export async function createPostgresStore(
  url: string,
  timing: StoreTiming = STORE_TIMING,
  feedTiming: FeedTiming = FEED_TIMING,
): Promise<Store> {
  const database = await openPostgres(url)
  const forClerks = database.beside(CLERK_CONNECTIONS)
  /** In which a clerk has done something that waits for its turn. */
  const withClerks = new Set<string>()
  const feed = createPostgresFeed(url, database.query, feedTiming)
  const history = createPostgresHistory(database.query)

  async function keyOf(conversationId: string): Promise<Uint8Array> {
    await database.query('INSERT INTO conversation_key VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      conversationId,
      createKey(),
    ])
    const [row] = await database.query<{ key: Uint8Array }>(
      'SELECT key FROM conversation_key WHERE conversation_id = $1',
      [conversationId],
    )
    if (!row) throw new Error(`conversation ${conversationId} was erased meanwhile`)
    return row.key
  }

  return {
    async accept(event, original, now) {
      const {
        source,
        address,
        externalId,
        returnPath,
        isAwaited,
        isOpened = false,
        conversationId = null,
      } = event.origin
      const keep = async (sealed: Uint8Array | null): Promise<AcceptRow | undefined> => {
        const { query } = isClerks(event) ? forClerks : database
        const [row] = await query<AcceptRow>(
          `SELECT * FROM accept_event($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
           WHERE NOT EXISTS (SELECT 1 FROM bare_event_key WHERE hash = $17)`,
          [
            source,
            address,
            externalId,
            event.kind,
            isAwaited,
            returnPath,
            bodyOf(event),
            original !== null,
            sealed,
            writeState(NEW_CONVERSATION),
            now,
            later(now, -timing.idleMs),
            later(now, timing.retryMs),
            isOpened,
            detailOf(event),
            conversationId,
            hashOfEvent(event.origin),
          ],
        )
        return row
      }
      const first = await keep(null)
      const isSealed = first?.status === 'needs-seal' && original !== null
      const kept = isSealed ? await keep(seal(original, await keyOf(first.conversation_id))) : first
      const accepted = readAccepted(kept)
      if (isClerks(event) && accepted.status === 'new') withClerks.add(accepted.conversationId)
      return accepted
    },

    async acceptBare(key, now) {
      const added = await database.query(
        'INSERT INTO bare_event_key (hash, accepted_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING hash',
        [hashOfEvent(key), now],
      )
      return added.length === 1 ? 'new' : 'seen'
    },

    async takeTurn(conversationId, decide, now) {
      const { transaction } = withClerks.has(conversationId) ? forClerks : database
      const taken = await transaction(query => takePostgresTurn(query, conversationId, decide, now, timing))
      if (!taken) withClerks.delete(conversationId)
      return taken
    },

    async countAttempt(eventId, now) {
      await database.query(
        `UPDATE inbox SET attempts = attempts + 1, retry_at = $1 WHERE id = $2 AND state = 'accepted'`,
        [later(now, timing.retryMs), eventId],
      )
    },

    async leave(eventId, now) {
      await database.query(
        `UPDATE inbox SET attempts = greatest(1, attempts - 1), retry_at = $1 WHERE id = $2 AND state = 'accepted'`,
        [later(now, LEFT_MS), eventId],
      )
    },

    async recover(now, owed = []) {
      const rows = await database.query<{ conversation_id: string }>(
        `WITH put_off AS (
           UPDATE inbox SET retry_at = $1 WHERE state = 'accepted' AND conversation_id = ANY($3::uuid[])
         )
         UPDATE inbox SET attempts = attempts + 1, retry_at = $1
         WHERE id = (
           SELECT id FROM inbox
           WHERE id IN (SELECT min(id) FROM inbox WHERE state = 'accepted' GROUP BY conversation_id)
             AND retry_at <= $2 AND conversation_id <> ALL($3::uuid[])
           ORDER BY id LIMIT 1
         ) AND retry_at <= $2 AND state = 'accepted'
         RETURNING conversation_id`,
        [later(now, timing.retryMs), now, owed],
      )
      return rows.map(row => row.conversation_id)
    },

    async repliesTo(eventId) {
      const [event] = await database.query<{ state: string }>('SELECT state FROM inbox WHERE id = $1', [eventId])
      if (!event || event.state === 'accepted') return undefined
      const rows = await database.query<ReplyRow>(
        `SELECT ${REPLY} FROM message
         WHERE event_id = $1 AND speaker <> 'citizen' AND NOT is_for_clerks ORDER BY seq`,
        [eventId],
      )
      return rows.map(readReply)
    },

    history: (conversationId, seq) => history(conversationId, seq, false),

    async refusalOf(eventId) {
      const [event] = await forClerks.query<{ state: string; refusal: string | null }>(
        'SELECT state, refusal FROM inbox WHERE id = $1',
        [eventId],
      )
      if (!event || event.state === 'accepted') return undefined
      return event.refusal === null ? null : JSON.parse(event.refusal)
    },

    watch: feed.watch,
    watchAll: feed.watchAll,
    showTyping: feed.showTyping,
    watchTyping: feed.watchTyping,

    async original(conversationId, seq) {
      const [row] = await database.query<{ sealed: Uint8Array | null; key: Uint8Array }>(
        'SELECT sealed, key FROM message JOIN conversation_key USING (conversation_id) WHERE conversation_id = $1 AND seq = $2',
        [conversationId, seq],
      )
      return row?.sealed ? unseal(row.sealed, row.key) : undefined
    },

    async conversationsAt(source, address, openedBy) {
      const rows = await database.query<{ id: string }>(
        'SELECT id FROM conversation WHERE source = $1 AND address = $2 AND opened_at <= $3',
        [source, address, openedBy],
      )
      return rows.map(({ id }) => id)
    },

    erase: conversationId => eraseFromPostgres(database, conversationId),

    async destroyKeys(now) {
      await database.query(
        `DELETE FROM conversation_key USING conversation
         WHERE conversation.id = conversation_id
           AND (closed_at IS NOT NULL OR (NOT stays_open
             AND CASE WHEN keeps_originals THEN active_at ELSE coalesce(person_at, active_at) END < $1))`,
        [later(now, -timing.keyMs)],
      )
    },

    async check() {
      const [row] = await database.query<{ is_read_only: string }>(
        `SELECT current_setting('transaction_read_only') AS is_read_only`,
      )
      if (row?.is_read_only !== 'off') throw new Error('the database only lets us read')
    },

    async close() {
      await feed.close()
      await database.close()
    },

    ...createPostgresOutbox(database.query, timing),
    chats: createPostgresChats(database),
    mails: createPostgresMails(database.query, timing),
    records: createPostgresRecords(database.query, history),
    desk: createPostgresDesk(forClerks.query, timing),
  }
}

function readAccepted(row: AcceptRow | undefined): Accepted {
  if (!row || row.status === 'no-conversation') throw new NoConversationError()
  if (row.status === 'needs-seal') throw new Error('the database did not say whether the event was kept')
  return { status: row.status, eventId: Number(row.event_id), conversationId: row.conversation_id, seq: row.seq }
}
