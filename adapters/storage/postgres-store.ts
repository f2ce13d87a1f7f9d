import {
  endsForGood,
  hasPerson,
  keepsOriginals,
  NEW_CONVERSATION,
  staysOpen,
  writeState,
} from '../../bot/conversation.ts'
import type { DeskState } from '../../bot/desk-state.ts'
import { isClerks } from '../../bot/event.ts'
import { NoConversationError } from '../../bot/no-conversation-error.ts'
import type { Accepted, Delivery, Received, Store, TakenTurn } from '../../bot/ports.ts'
import type { Rated, Turn } from '../../bot/turn.ts'
import { decideStored } from './decide-stored.ts'
import { deskChange } from './desk-rows.ts'
import { hashOfEvent } from './hash-of-event.ts'
import { createPostgresChats } from './postgres-chats.ts'
import { openPostgres, type Query } from './postgres-database.ts'
import { createPostgresDesk } from './postgres-desk.ts'
import { eraseFromPostgres } from './postgres-erase.ts'
import { createPostgresFeed, FEED_TIMING, type FeedTiming } from './postgres-feed.ts'
import { createPostgresHistory, REPLY, type ReplyRow } from './postgres-history.ts'
import { createPostgresMails, writePostgresMails } from './postgres-mails.ts'
import { createPostgresOutbox } from './postgres-outbox.ts'
import { createPostgresRecords } from './postgres-records.ts'
import { bodyOf, detailOf, readReply, replyRow } from './rows.ts'
import { createKey, seal, unseal } from './seal.ts'
import { LEFT_MS, later, STORE_TIMING, type StoreTiming } from './timing.ts'

// The steps of a turn are functions of the database (migrations/postgres/), so that a turn takes few round trips:
// one to accept, and BEGIN, read_turn, commit_turn, COMMIT, however long the conversation is.

/** What clerks do never waits for the connections that citizens fill (F17). */
const CLERK_CONNECTIONS = 5

type AcceptRow = {
  status: 'new' | 'seen' | 'needs-seal' | 'no-conversation'
  event_id: string
  conversation_id: string
  seq: number | null
}
type TurnRow = {
  state: string
  event_id: string | null
  kind: string
  attempts: number
  seq: number | null
  body: string | null
  detail: string | null
  sealed: Uint8Array | null
  key: Uint8Array | null
  desk: DeskState
}
type ClaimedRow = { delivery_id: string; epoch: number; source: string; return_path: string; place: number }
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
      const taken = await transaction(async (query): Promise<TakenTurn | undefined> => {
        const [row] = await query<TurnRow>('SELECT * FROM read_waiting_turn($1, $2)', [
          conversationId,
          `${timing.silentMs} ms`,
        ])
        if (!row || row.event_id === null) return undefined
        const waiting = { ...row, eventId: Number(row.event_id) }
        const { received, turn } = decideStored(decide, conversationId, waiting, row.desk)
        if (turn.rated) await rate(query, conversationId, turn.rated)
        if (turn.isAboutClerk) await commentOnClerk(query, conversationId, received.seq)
        const [claimed] = await query<ClaimedRow>(
          'SELECT * FROM commit_turn($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)',
          [...turnValues(conversationId, received, turn, now), `${timing.leaseMs} ms`],
        )
        if (endsForGood(turn.state)) {
          await query('DELETE FROM conversation_key WHERE conversation_id = $1', [conversationId])
        }
        await writePostgresMails(query, conversationId, turn.mails ?? [], turn.replies.length, now)
        return { received, turn, delivery: firstDelivery(conversationId, turn, claimed) }
      })
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

/** A rating is kept with what was learnt from the question that was answered. */
async function rate(query: Query, conversationId: string, { seq, isHelpful }: Rated): Promise<void> {
  await query(
    `UPDATE learning_record SET rating = $1
     FROM message AS answer JOIN message AS asked ON asked.event_id = answer.event_id AND asked.speaker = 'citizen'
     WHERE answer.conversation_id = $2 AND answer.seq = $3 AND answer.speaker = 'assistant'
       AND learning_record.conversation_id = asked.conversation_id AND learning_record.seq = asked.seq`,
    [Number(isHelpful), conversationId, seq],
  )
}

async function commentOnClerk(query: Query, conversationId: string, seq: number | null): Promise<void> {
  await query(
    'UPDATE clerk_rating SET comment_seq = $1 WHERE id = (SELECT max(id) FROM clerk_rating WHERE conversation_id = $2)',
    [seq, conversationId],
  )
}

function readAccepted(row: AcceptRow | undefined): Accepted {
  if (!row || row.status === 'no-conversation') throw new NoConversationError()
  if (row.status === 'needs-seal') throw new Error('the database did not say whether the event was kept')
  return { status: row.status, eventId: Number(row.event_id), conversationId: row.conversation_id, seq: row.seq }
}

function firstDelivery(conversationId: string, { replies }: Turn, claimed: ClaimedRow | undefined): Delivery | null {
  const reply = replies[claimed?.place ?? 0]
  if (!reply || !claimed) return null
  const { delivery_id, epoch, source, return_path: returnPath } = claimed
  return { id: Number(delivery_id), epoch, conversationId, source, returnPath, reply, attempts: 0 }
}

/** Arguments of commit_turn, in its order; the lease comes last. */
function turnValues(conversationId: string, { eventId, seq }: Received, turn: Turn, now: Date): readonly unknown[] {
  const { state, replies, remasked = [], refused, isGivenUp = false } = turn
  return [
    conversationId,
    eventId,
    seq,
    isGivenUp ? 'dead' : 'done',
    writeState(state),
    keepsOriginals(state),
    staysOpen(state),
    hasPerson(state),
    JSON.stringify(replies.map(replyRow)),
    JSON.stringify(remasked),
    now,
    refused ? JSON.stringify(refused) : null,
    JSON.stringify(deskChange(turn)),
  ]
}
