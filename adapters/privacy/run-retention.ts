import { setImmediate } from 'node:timers/promises'
import type { RetentionSettings } from '../config.ts'
import { record } from '../desk/accounts/audit-log.ts'
import { type AccountDatabase, query } from '../desk/accounts/steps.ts'
import {
  type BulkClass,
  type ConversationClass,
  deleteConversation,
  deletionsOf,
  findOver,
  type OverConversation,
} from './delete-over.ts'
import { endsOf, RETENTION_CLASSES, type RetentionClass } from './retention-classes.ts'
import { believeClock, hasMoved, nextRun, readClock, takeRun } from './retention-clock.ts'

/** Keeps a conversation elsewhere before it is deleted. Throws where it could not be kept. */
export type KeepRecord = (conversation: OverConversation) => Promise<void>

export type RetentionParts = {
  readonly database: AccountDatabase
  readonly settings: RetentionSettings
  /** Absent where conversations with a clerk are kept nowhere else. */
  readonly keepRecord: KeepRecord | undefined
  /** Who deletes, as the audit log names it. */
  readonly by: 'service' | 'command'
}

/** `when-due`: once a day; `now`: whenever; `clock-is-right`: also where the clock has moved, as somebody has looked. */
export type RetentionMode = 'when-due' | 'now' | 'clock-is-right'

export type RetentionOutcome =
  | { readonly kind: 'not-due' }
  /** Nothing was deleted. `clockAt`: what the clock said when it was last believed. */
  | { readonly kind: 'clock-moved'; readonly clockAt: Date }
  | ({ readonly kind: 'done' } & Deleted)

export type Deleted = {
  readonly counts: Readonly<Record<RetentionClass, number>>
  /** Conversations that stay, as they could not be kept elsewhere. */
  readonly unkept: readonly Unkept[]
  /** Why traces of what was deleted may still stand in the database's files; null where they do not. */
  readonly unscrubbed: string | null
}

export type Unkept = { readonly number: number; readonly problem: string }

/** Deletes what is over. What is over once is over for ever, so that a run that was broken off is made up for by the next. */
export async function runRetention(parts: RetentionParts, mode: RetentionMode, now: Date): Promise<RetentionOutcome> {
  const { database, settings } = parts
  const clock = await database.run(readClock)
  if (clock.clockAt !== null && mode !== 'clock-is-right' && hasMoved(clock, now)) {
    return { kind: 'clock-moved', clockAt: clock.clockAt }
  }
  if (mode === 'when-due' && now < nextRun(clock, settings.hour, now)) {
    await database.run(() => believeClock(now))
    return { kind: 'not-due' }
  }
  if (!(await database.run(() => takeRun(clock, now)))) return { kind: 'not-due' }
  return { kind: 'done', ...(await deleteAll(parts, now)) }
}

async function deleteAll(parts: RetentionParts, now: Date): Promise<Deleted> {
  const { database, settings, by } = parts
  const counts: [RetentionClass, number][] = []
  const unkept: Unkept[] = []
  for (const kind of RETENTION_CLASSES) {
    const ends = endsOf(kind, settings, now)
    counts.push([
      kind,
      kind === 'bot-conversations' || kind === 'clerk-conversations'
        ? await deleteConversations(kind, ends, parts, unkept)
        : await deleteRows(kind, ends, database),
    ])
  }

  const detail = counts.flatMap(([kind, count]) => (count > 0 ? [`${kind} ${count}`] : [])).join(', ')
  if (detail) await database.run(() => record({ actor: by, action: 'retention-ran', detail }, now))
  return {
    counts: Object.fromEntries(counts) as Record<RetentionClass, number>,
    unkept,
    unscrubbed: await scrub(parts),
  }
}

async function deleteRows(kind: BulkClass, ends: readonly Date[], database: AccountDatabase): Promise<number> {
  let count = 0
  for (const { text, values } of deletionsOf(kind, ends)) {
    let deleted: number
    do {
      deleted = (await database.run(() => query(text, ...values))).length
      count += deleted
      // Whoever writes to the service meanwhile comes first.
      await setImmediate()
    } while (deleted > 0)
  }
  return count
}

/** Adds those that must stay to `unkept`. */
async function deleteConversations(
  kind: ConversationClass,
  ends: readonly Date[],
  parts: RetentionParts,
  unkept: Unkept[],
): Promise<number> {
  const { database } = parts
  let count = 0
  for (const conversation of await database.run(() => findOver(kind, ends))) {
    const problem = kind === 'clerk-conversations' ? await keep(conversation, parts) : null
    if (problem !== null) unkept.push({ number: conversation.number, problem })
    else if (await database.run(() => deleteConversation(kind, conversation.id, ends))) count += 1
    await setImmediate()
  }
  return count
}

/** Gives why the conversation could not be kept elsewhere; null where it was, or need not be. */
async function keep(conversation: OverConversation, { keepRecord }: RetentionParts): Promise<string | null> {
  try {
    await keepRecord?.(conversation)
    return null
  } catch (error) {
    return reasonOf(error)
  }
}

/** A command is run when nobody minds waiting. */
async function scrub({ database, settings, by }: RetentionParts): Promise<string | null> {
  try {
    await database.scrub(by === 'service' ? settings.scrubMostBytes : undefined)
    return null
  } catch (error) {
    return reasonOf(error)
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
