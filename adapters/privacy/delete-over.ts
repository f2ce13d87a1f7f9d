import { randomUUID } from 'node:crypto'
import { query, type Statement, type Steps } from '../desk/accounts/steps.ts'
import { lockConversation } from './lock-conversation.ts'
import { OVER, type RetentionClass } from './retention-classes.ts'

/** Conversations that are deleted one by one, with all that belongs to them. */
export type ConversationClass = Extract<RetentionClass, 'bot-conversations' | 'clerk-conversations'>

/** What is deleted some rows at a time. */
export type BulkClass = Exclude<RetentionClass, ConversationClass>

/** So many rows are deleted at once: nobody who writes meanwhile waits for long. */
const AT_ONCE = 500

/** What deletes some of what is over of a kind: each to be run until it finds no more. */
export function deletionsOf(kind: BulkClass, ends: readonly Date[]): readonly Statement[] {
  const deletion = (further = '') => `DELETE FROM ${OVER[kind].table} WHERE ${some(kind, further)} RETURNING 1 AS one`
  if (kind !== 'event-keys') return [{ text: deletion(), values: ends }]

  // Messages refer to their event: of such ones only the name is replaced, by one that no sender can have.
  return [
    { text: deletion('AND NOT EXISTS (SELECT 1 FROM message m WHERE m.event_id = inbox.id)'), values: ends },
    {
      text: `UPDATE inbox SET is_forgotten = $2, external_id = $3 || CAST(id AS text) WHERE ${some(kind)} RETURNING 1 AS one`,
      values: [...ends, true, `forgotten:${randomUUID()}:`],
    },
  ]
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

/** Deletes a conversation with all that refers to it, unless it is no longer over: somebody has written in it, or holds it. */
export function* deleteConversation(kind: ConversationClass, id: string, ends: readonly Date[]): Steps<boolean> {
  const { condition } = OVER[kind]
  yield* lockConversation({ conversationId: id })
  const deleted = yield* query(
    `DELETE FROM conversation WHERE ${condition} AND id = $3 RETURNING 1 AS one`,
    ...ends,
    id,
  )
  return deleted.length > 0
}
