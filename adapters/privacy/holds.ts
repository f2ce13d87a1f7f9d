import { z } from 'zod'
import type { RecordKey } from '../../bot/records.ts'
import { record } from '../desk/accounts/audit-log.ts'
import { query, type Steps } from '../desk/accounts/steps.ts'
import { lockConversation } from './lock-conversation.ts'

/** A conversation that retention leaves alone, with its tickets and what was learnt from it. */
export type Hold = { readonly number: number; readonly reason: string; readonly since: Date }

const rowSchema = z.object({ number: z.coerce.number(), reason: z.string(), since: z.coerce.date() })

export function* listHolds(): Steps<readonly Hold[]> {
  const rows = yield* query(
    `SELECT number, reason, since FROM hold JOIN conversation ON conversation.id = hold.conversation_id
     ORDER BY since, number`,
  )
  return rows.map(row => rowSchema.parse(row))
}

/** Holds a conversation and gives its number, or nothing where it is not there. Where it is held already, the reason is replaced. */
export function* setHold(key: RecordKey, reason: string, now: Date): Steps<number | undefined> {
  const locked = yield* lockConversation(key)
  if (!locked) return undefined
  const { id, number } = locked
  yield* query(
    `INSERT INTO hold (conversation_id, reason, since) VALUES ($1, $2, $3)
     ON CONFLICT (conversation_id) DO UPDATE SET reason = excluded.reason`,
    ...[id, reason, now],
  )
  yield* record({ actor: 'command', action: 'hold-set', subject: id }, now)
  return number
}

/** Lets retention delete a conversation again, once it is over. Gives its number, or nothing where it is not held. */
export function* endHold(key: RecordKey, now: Date): Steps<number | undefined> {
  const locked = yield* lockConversation(key)
  if (!locked) return undefined
  const { id, number } = locked
  const ended = yield* query('DELETE FROM hold WHERE conversation_id = $1 RETURNING 1 AS one', id)
  if (ended.length === 0) return undefined
  yield* record({ actor: 'command', action: 'hold-ended', subject: id }, now)
  return number
}
