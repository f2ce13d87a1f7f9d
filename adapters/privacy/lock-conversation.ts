import { query, type Steps } from '../desk/accounts/steps.ts'

/**
 * Locks a conversation until the transaction ends, and gives its id, or nothing where it is not there. What the next statement reads is
 * then as whoever had the lock before has left it. A change of nothing, as both databases understand it.
 */
export function* lockConversation(by: 'id' | 'number', value: string | number): Steps<string | undefined> {
  const [row] = yield* query(`UPDATE conversation SET last_seq = last_seq WHERE ${by} = $1 RETURNING id`, value)
  return row && String(row.id)
}
