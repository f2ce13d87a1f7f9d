import { createHash } from 'node:crypto'
import { z } from 'zod'
import { query, type Row, type Steps } from './steps.ts'

/** What is kept account of. */
export type AuditAction =
  | 'signed-in'
  | 'sign-in-failed'
  | 'signed-out'
  | 'account-added'
  | 'account-changed'
  | 'invited'
  | 'password-set'
  | 'access-refused'
  | 'token-refused'
  | 'transcript-read'
  | 'original-revealed'
  | 'transcript-exported'
  /** Written before it is done. */
  | 'conversation-erased'
  /** What the entry before said was not done. */
  | 'erasing-failed'
  | 'settings-changed'
  | 'retention-ran'
  | 'hold-set'
  | 'hold-ended'

export type AuditEvent = {
  /**
   * Id of the account that did it; `command` for whoever has the machine, `service` for what it does by itself; null where nobody is
   * known.
   */
  readonly actor: string | null
  readonly action: AuditAction
  /** Id of the account or conversation that it was done to. */
  readonly subject?: string | null
  /** What changed, in words of the program; never a password, a token, or what a citizen wrote. */
  readonly detail?: string | null
}

export type AuditEntry = {
  readonly number: number
  readonly at: Date
  readonly actor: string | null
  readonly action: string
  readonly subject: string | null
  readonly detail: string | null
}

/** `broken`: the number of the first entry that was changed, or before which one is missing. */
export type AuditCheck =
  | { readonly kind: 'whole'; readonly entries: number; readonly hash: string }
  | { readonly kind: 'broken'; readonly number: number }

/**
 * Holds the newest entry until the transaction ends: one change of accounts at a time. Comes first wherever an entry will be
 * added after other changes, so that no two transactions wait for each other.
 */
export function* holdAudit(): Steps<void> {
  yield* query('UPDATE audit_head SET number = number')
}

/** Adds an entry. */
export function* record(event: AuditEvent, at: Date): Steps<void> {
  const [head] = (yield* query('UPDATE audit_head SET number = number + 1 RETURNING number, hash')).map(readHead)
  if (!head) throw new Error('the audit log has no head')
  const { actor, action, subject = null, detail = null } = event
  const entry = { number: head.number, at, actor, action, subject, detail }
  const hash = hashOf(head.hash, entry)
  yield* query(
    'INSERT INTO audit_entry (number, at, actor, action, subject, detail, hash) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    ...[entry.number, at, actor, action, subject, detail, hash],
  )
  yield* query('UPDATE audit_head SET hash = $1', hash)
}

/** Entries from the newest on, with numbers below `before`. */
export function* readAudit(before: number, limit: number): Steps<readonly AuditEntry[]> {
  const rows = yield* query('SELECT * FROM audit_entry WHERE number < $1 ORDER BY number DESC LIMIT $2', before, limit)
  return rows.map(row => {
    const { hash: _hash, ...entry } = entrySchema.parse(row)
    return entry
  })
}

/** Looks whether every entry is as it was written, and none is missing from the oldest kept one on. */
export function* checkAudit(): Steps<AuditCheck> {
  const [head] = (yield* query('SELECT number, hash FROM audit_head')).map(readHead)
  const entries = (yield* query('SELECT * FROM audit_entry ORDER BY number')).map(row => entrySchema.parse(row))
  for (const [index, entry] of entries.entries()) {
    const previous = entries[index - 1]
    if (previous ? !follows(previous, entry) : entry.number === 1 && !follows({ number: 0, hash: '' }, entry)) {
      return { kind: 'broken', number: entry.number }
    }
  }
  const newest = entries.at(-1)
  if (head?.number !== (newest?.number ?? 0) || head.hash !== (newest?.hash ?? '')) {
    return { kind: 'broken', number: (newest?.number ?? 0) + 1 }
  }
  return { kind: 'whole', entries: entries.length, hash: head.hash }
}

type Entry = z.output<typeof entrySchema>

const entrySchema = z.object({
  number: z.number(),
  at: z.union([z.date(), z.string()]).transform(at => new Date(at)),
  actor: z.string().nullable(),
  action: z.string(),
  subject: z.string().nullable(),
  detail: z.string().nullable(),
  hash: z.string(),
})

const headSchema = z.object({ number: z.number(), hash: z.string() })

function readHead(row: Row): z.output<typeof headSchema> {
  return headSchema.parse(row)
}

function follows(previous: Pick<Entry, 'number' | 'hash'>, entry: Entry): boolean {
  return entry.number === previous.number + 1 && entry.hash === hashOf(previous.hash, entry)
}

function hashOf(previous: string, { number, at, actor, action, subject, detail }: AuditEntry): string {
  return createHash('sha256')
    .update(JSON.stringify([previous, number, at.toISOString(), actor, action, subject, detail]))
    .digest('hex')
}
