import type { RecordKey } from '../../bot/records.ts'
import { query, type Steps } from '../desk/accounts/steps.ts'

/**
 * Locks a conversation until the transaction ends, and gives its id and number, or nothing where it is not there. What the next
 * statement reads is then as whoever had the lock before has left it. A change of nothing, as both databases understand it.
 */
export function* lockConversation(key: RecordKey): Steps<{ readonly id: string; readonly number: number } | undefined> {
  const [column, value] = 'number' in key ? ['number', key.number] : ['id', key.conversationId]
  const [row] = yield* query(
    `UPDATE conversation SET last_seq = last_seq WHERE ${column} = $1 RETURNING id, number`,
    value,
  )
  return row && { id: String(row.id), number: Number(row.number) }
}
