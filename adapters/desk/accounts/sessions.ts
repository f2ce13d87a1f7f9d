import { z } from 'zod'
import { type Account, readAccount } from './account.ts'
import { holdAudit, record } from './audit-log.ts'
import { query, type Steps } from './steps.ts'

/** How long a session lives, in milliseconds. */
export type SessionLife = {
  /** Without a request. */
  readonly idleMs: number
  /** In all. */
  readonly wholeMs: number
}

export type Session = {
  readonly hash: string
  readonly account: Account
  /** Ends then unless a request comes before. */
  readonly idleEndsAt: Date
  /** Ends then in any case. */
  readonly endsAt: Date
}

/** A request within so long after another does not have to be remembered. */
const LEAST_SEEN_MS = 10_000

/**
 * Opens a session for whoever has the key with this hash; the browser's older one ends, where there is one. `how`: what was
 * signed in with, as the audit log says it.
 */
export function* openSession(
  hash: string,
  accountId: string,
  how: string,
  life: SessionLife,
  now: Date,
  older: string | null = null,
): Steps<void> {
  yield* holdAudit()
  if (older !== null) yield* query('DELETE FROM session WHERE hash = $1', older)
  yield* query('DELETE FROM session WHERE opened_at <= $1 OR seen_at <= $2', ...startsOf(life, now))
  yield* query(
    'INSERT INTO session (hash, account_id, opened_at, seen_at) VALUES ($1, $2, $3, $3)',
    hash,
    accountId,
    now,
  )
  yield* record({ actor: accountId, action: 'signed-in', subject: accountId, detail: how }, now)
}

/** The session that is still alive, or nothing. `isUsed`: it counts as a request, which puts its idle end off. */
export function* findSession(hash: string, isUsed: boolean, life: SessionLife, now: Date): Steps<Session | undefined> {
  const [row] = yield* query(
    `SELECT account.*, opened_at, seen_at FROM session JOIN account ON account.id = session.account_id
     WHERE hash = $1 AND opened_at > $2 AND seen_at > $3`,
    ...[hash, ...startsOf(life, now)],
  )
  const account = row && readAccount(row)
  if (!account || account.isDisabled) return undefined
  const { opened_at: openedAt, seen_at: seenAt } = timesSchema.parse(row)
  const isWorthKeeping = isUsed && now.getTime() - seenAt.getTime() >= LEAST_SEEN_MS
  if (isWorthKeeping) yield* query('UPDATE session SET seen_at = $1 WHERE hash = $2', now, hash)
  return {
    hash,
    account,
    idleEndsAt: new Date((isWorthKeeping ? now : seenAt).getTime() + life.idleMs),
    endsAt: new Date(openedAt.getTime() + life.wholeMs),
  }
}

/** Ends a session that its owner ends. */
export function* endSession(hash: string, now: Date): Steps<void> {
  yield* holdAudit()
  const [ended] = yield* query('DELETE FROM session WHERE hash = $1 RETURNING account_id', hash)
  const id = ended && String(ended.account_id)
  if (id !== undefined) yield* record({ actor: id, action: 'signed-out', subject: id }, now)
}

const time = z.union([z.date(), z.string()]).transform(at => new Date(at))
const timesSchema = z.object({ opened_at: time, seen_at: time })

/** Sessions that were opened or last seen then have ended. */
function startsOf({ idleMs, wholeMs }: SessionLife, now: Date): readonly [Date, Date] {
  return [new Date(now.getTime() - wholeMs), new Date(now.getTime() - idleMs)]
}
