import { randomUUID } from 'node:crypto'
import { query, type Steps } from '../desk/accounts/steps.ts'
import { OVER, type RetentionClass } from './retention-classes.ts'

/** Conversations that are deleted one by one, with all that belongs to them. */
export type ConversationClass = Extract<RetentionClass, 'bot-conversations' | 'clerk-conversations'>

/** What is deleted by one statement. */
export type BulkClass = Exclude<RetentionClass, ConversationClass>

/** Deletes what is over of a kind, and gives how many rows that were. */
export function* deleteOver(kind: BulkClass, ends: readonly Date[]): Steps<number> {
  const { table, condition } = OVER[kind]
  if (kind !== 'event-keys')
    return (yield* query(`DELETE FROM ${table} WHERE ${condition} RETURNING 1 AS one`, ...ends)).length

  // Messages refer to their event: of such ones only the name is replaced, by one that no sender can have.
  const unread = 'NOT EXISTS (SELECT 1 FROM message m WHERE m.event_id = inbox.id)'
  const deleted = yield* query(`DELETE FROM inbox WHERE ${condition} AND ${unread} RETURNING 1 AS one`, ...ends)
  const forgotten = yield* query(
    `UPDATE inbox SET is_forgotten = $2, external_id = $3 || CAST(id AS text) WHERE ${condition} RETURNING 1 AS one`,
    ...[...ends, true, `forgotten:${randomUUID()}:`],
  )
  return deleted.length + forgotten.length
}

/** Conversations that are over, the oldest first. */
export function* findOver(kind: ConversationClass, ends: readonly Date[]): Steps<readonly OverConversation[]> {
  const rows = yield* query(
    `SELECT id, number FROM conversation WHERE ${OVER[kind].condition} ORDER BY active_at, number`,
    ...ends,
  )
  return rows.map(({ id, number }) => ({ id: String(id), number: Number(number) }))
}

export type OverConversation = { readonly id: string; readonly number: number }

/** Deletes a conversation with all that refers to it, unless it is no longer over. */
export function* deleteConversation(kind: ConversationClass, id: string, ends: readonly Date[]): Steps<boolean> {
  const { condition } = OVER[kind]
  const deleted = yield* query(
    `DELETE FROM conversation WHERE ${condition} AND id = $3 RETURNING 1 AS one`,
    ...ends,
    id,
  )
  return deleted.length > 0
}
