import { query, type Steps } from './accounts/steps.ts'
import type { OwnReadyAnswer } from './wire.ts'

/** More would be no help to whoever looks for one. */
export const MOST_READY_ANSWERS = 200

/** The ready answers that a clerk keeps, by title. */
export function* listReadyAnswers(accountId: string): Steps<readonly OwnReadyAnswer[]> {
  const rows = yield* query('SELECT id, title, body FROM ready_answer WHERE account_id = $1 ORDER BY title', accountId)
  return rows.map(({ id, title, body }) => ({ id: String(id), title: String(title), text: String(body) }))
}

/** Adds one, or changes the clerk's own with that id. Says no where there are too many, or it is somebody else's. */
export function* keepReadyAnswer(accountId: string, { id, title, text }: OwnReadyAnswer): Steps<boolean> {
  const [kept] = yield* query('SELECT count(*) AS number FROM ready_answer WHERE account_id = $1', accountId)
  if (Number(kept?.number) >= MOST_READY_ANSWERS) return false
  const rows = yield* query(
    `INSERT INTO ready_answer (id, account_id, title, body) VALUES ($1, $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, body = excluded.body
       WHERE ready_answer.account_id = excluded.account_id
     RETURNING id`,
    id,
    accountId,
    title,
    text,
  )
  return rows.length > 0
}

export function* removeReadyAnswer(accountId: string, id: string): Steps<void> {
  yield* query('DELETE FROM ready_answer WHERE id = $1 AND account_id = $2', id, accountId)
}
