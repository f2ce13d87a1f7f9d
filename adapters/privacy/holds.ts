import { z } from 'zod'
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

/** Holds the conversation with this number; where it is held already, the reason is replaced. */
export function* setHold(number: number, reason: string, now: Date): Steps<'held' | 'unknown'> {
  const id = yield* lockConversation('number', number)
  if (id === undefined) return 'unknown'
  yield* query(
    `INSERT INTO hold (conversation_id, reason, since) VALUES ($1, $2, $3)
     ON CONFLICT (conversation_id) DO UPDATE SET reason = excluded.reason`,
    ...[id, reason, now],
  )
  yield* record({ actor: 'command', action: 'hold-set', subject: id }, now)
  return 'held'
}

/** Lets retention delete the conversation again, once it is over. */
export function* endHold(number: number, now: Date): Steps<'ended' | 'not-held'> {
  const [row] = yield* query(
    'DELETE FROM hold WHERE conversation_id = (SELECT id FROM conversation WHERE number = $1) RETURNING conversation_id',
    number,
  )
  if (!row) return 'not-held'
  yield* record({ actor: 'command', action: 'hold-ended', subject: String(row.conversation_id) }, now)
  return 'ended'
}
