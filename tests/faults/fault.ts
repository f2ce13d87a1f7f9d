import { type Arena, createArena } from './arena.ts'
import type { TestChannel } from './channel.ts'
import type { History } from './history.ts'
import type { Pace } from './pace.ts'
import type { StoreKind, Stores } from './stores.ts'

/** A row of reliability.md §3, or one of the ways to test it. */
export type Fault = {
  readonly id: string
  /** What holds, in spite of the fault. */
  readonly title: string
  readonly stores: readonly StoreKind[]
  readonly run: (trial: Trial) => Promise<Finding>
}

/** What a fault is tried with. */
export type Trial = { readonly stores: Stores; readonly kind: StoreKind; readonly pace: Pace }

export type Finding = {
  readonly violations: readonly string[]
  /** Messages that were acknowledged. */
  readonly messages: number
  /** Processes that died, connections that were cut. */
  readonly breaks: number
}

export const BOTH: readonly StoreKind[] = ['SQLite', 'PostgreSQL']

/** Does the work on an arena of its own and then lets the checker look. `work` gives violations of what it promises besides. */
export async function inArena(
  { stores, kind, pace }: Trial,
  work: (arena: Arena) => Promise<readonly string[]>,
  replicas = 1,
  open?: (history: History) => Promise<TestChannel>,
): Promise<Finding> {
  const arena = await createArena(stores, kind, pace, replicas, open)
  try {
    const found = await work(arena)
    const violations = [...found, ...(await arena.violations())]
    const messages = new Set(arena.history.of('acked').map(({ id }) => id)).size
    return { violations, messages, breaks: arena.history.of('broke').length }
  } finally {
    await arena.stop()
  }
}

/** For work that counts nothing. */
export function found(violations: readonly string[]): Finding {
  return { violations, messages: 0, breaks: 0 }
}
