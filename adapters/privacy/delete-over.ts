import { randomUUID } from 'node:crypto'
import { query, type Steps } from '../desk/accounts/steps.ts'
import { OVER, type RetentionClass } from './retention-classes.ts'

/** Conversations that are deleted one by one, with all that belongs to them. */
export type ConversationClass = Extract<RetentionClass, 'bot-conversations' | 'clerk-conversations'>

/** What is deleted some rows at a time. */
export type BulkClass = Exclude<RetentionClass, ConversationClass>

/** So many rows are deleted at once: nobody who writes meanwhile waits for long. */
const AT_ONCE = 500

/** Deletes some of what is over of a kind, and gives how many rows that were; 0 once nothing is. */
export function* deleteSome(kind: BulkClass, ends: readonly Date[]): Steps<number> {
  if (kind !== 'event-keys') return (yield* query(deletion(kind), ...ends)).length

  // Messages refer to their event: of such ones only the name is replaced, by one that no sender can have.
  const deleted = yield* query(
    deletion(kind, 'AND NOT EXISTS (SELECT 1 FROM message m WHERE m.event_id = inbox.id)'),
    ...ends,
  )
  if (deleted.length > 0) return deleted.length
  const forgotten = yield* query(
    `UPDATE inbox SET is_forgotten = $2, external_id = $3 || CAST(id AS text) WHERE ${some(kind)} RETURNING 1 AS one`,
    ...[...ends, true, `forgotten:${randomUUID()}:`],
  )
  return forgotten.length
}

function deletion(kind: BulkClass, further = ''): string {
  return `DELETE FROM ${OVER[kind].table} WHERE ${some(kind, further)} RETURNING 1 AS one`
}

/** Names some rows that are over, the first by their key. */
function some(kind: BulkClass, further = ''): string {
  const { table, key, condition } = OVER[kind]
  return `(${key}) IN (SELECT ${key} FROM ${table} WHERE ${condition} ${further} ORDER BY ${key} LIMIT ${AT_ONCE})`
}

/** Conversations that are over, the first ones first. */
export function* findOver(kind: ConversationClass, ends: readonly Date[]): Steps<readonly OverConversation[]> {
  const rows = yield* query(
    `SELECT id, number FROM conversation WHERE ${OVER[kind].condition} ORDER BY ${OVER[kind].key}`,
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
