import { endsForGood, hasPerson, keepsOriginals, staysOpen, writeState } from '../../bot/conversation.ts'
import type { DeskState } from '../../bot/desk-state.ts'
import type { Decide, Delivery, Received, TakenTurn } from '../../bot/ports.ts'
import type { Rated, Turn } from '../../bot/turn.ts'
import { decideStored } from './decide-stored.ts'
import { deskChange } from './desk-rows.ts'
import type { Query } from './postgres-database.ts'
import { writePostgresMails } from './postgres-mails.ts'
import { replyRow } from './rows.ts'
import type { StoreTiming } from './timing.ts'

// The steps of a turn are functions of the database (migrations/postgres/), so that a turn takes few round trips:
// one to accept, and BEGIN, read_turn, commit_turn, COMMIT, however long the conversation is.

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

/** Reads, decides and writes the turn of the conversation's first event that has none. Part of a transaction. */
export async function takePostgresTurn(
  query: Query,
  conversationId: string,
  decide: Decide,
  now: Date,
  { silentMs, leaseMs }: Pick<StoreTiming, 'silentMs' | 'leaseMs'>,
): Promise<TakenTurn | undefined> {
  const [row] = await query<TurnRow>('SELECT * FROM read_waiting_turn($1, $2)', [conversationId, `${silentMs} ms`])
  if (!row || row.event_id === null) return undefined
  const waiting = { ...row, eventId: Number(row.event_id) }
  const { received, turn } = decideStored(decide, conversationId, waiting, row.desk)
  if (turn.rated) await rate(query, conversationId, turn.rated)
  if (turn.isAboutClerk) await commentOnClerk(query, conversationId, received.seq)
  const [claimed] = await query<ClaimedRow>(
    'SELECT * FROM commit_turn($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)',
    [...turnValues(conversationId, received, turn, now), `${leaseMs} ms`],
  )
  if (endsForGood(turn.state)) {
    await query('DELETE FROM conversation_key WHERE conversation_id = $1', [conversationId])
  }
  await writePostgresMails(query, conversationId, turn.mails ?? [], turn.replies.length, now)
  return { received, turn, delivery: firstDelivery(conversationId, turn, claimed) }
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
