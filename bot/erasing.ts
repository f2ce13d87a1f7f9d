import type { Clock, Log, Store } from './ports.ts'
import type { RecordKey } from './records.ts'

/** Who had a conversation erased. */
export const ERASERS = ['citizen', 'desk', 'command'] as const

export type Eraser = (typeof ERASERS)[number]

/** One entry of the register: which conversation, when and at whose wish; nothing of what was said in it. */
export type Erasure = {
  readonly at: Date
  readonly conversationId: string
  readonly number: number
  readonly by: Eraser
}

/** What was erased, kept outside the database, so that it is known after an old copy of that was restored. */
export type ErasureRegister = {
  /** Resolves once the entries outlive a loss of power. Throws `RegisterError` where they would not. */
  note(erasures: readonly Erasure[]): Promise<void>
  /** Throws `RegisterError` where an entry cannot be read. */
  read(): Promise<readonly Erasure[]>
}

/** The register of erasures cannot be used. The message says what to do. */
export class RegisterError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'RegisterError'
  }
}

/** `held`: somebody of the office has said that it must stay, and why. */
export type ErasingResult =
  | { readonly kind: 'erased'; readonly number: number }
  | { readonly kind: 'held'; readonly number: number; readonly reason: string }
  | { readonly kind: 'not-found' }

/** How many conversations of the register were there again. `held`: they are still there, as somebody has said that they must stay. */
export type Replayed = { readonly erased: number; readonly held: number }

/** The one way in which a conversation is erased at somebody's wish. */
export type Erasing = {
  /**
   * `audit` accounts for it once it is certain that it may be done. Throws what that throws, or `RegisterError` where the register
   * cannot be written; nothing is erased then. Default: nobody has to account for it.
   */
  erase(key: RecordKey, by: Eraser, audit?: () => Promise<void>): Promise<ErasingResult>
  /** Erases again what the register names and a restored database has. */
  replay(): Promise<Replayed>
}

/** Conversations that are looked for at once. */
const CHUNK = 1000

export function createErasing({
  store,
  register,
  clock,
  log,
}: {
  readonly store: Pick<Store, 'erase' | 'records'>
  readonly register: ErasureRegister
  readonly clock: Clock
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>
}): Erasing {
  return {
    async erase(key, by, audit) {
      const record = await store.records.find(key)
      if (!record) return { kind: 'not-found' }
      const { conversationId, number, hold } = record
      if (hold !== null) return { kind: 'held', number, reason: hold }
      await audit?.()
      // Noted first: one that is noted and still there is erased at the next start; the other way round it could come back.
      try {
        await register.note([{ at: clock(), conversationId, number, by }])
      } catch (error) {
        log.error({ conversation: conversationId, error: String(error) }, 'nothing was erased: the register failed')
        throw error
      }
      await store.erase(conversationId)
      const left = await store.records.find({ conversationId })
      if (left?.hold) return { kind: 'held', number, reason: left.hold }
      log.info({ conversation: conversationId, by }, 'conversation erased')
      return { kind: 'erased', number }
    },

    async replay() {
      const ids = [...new Set((await register.read()).map(({ conversationId }) => conversationId))]
      let [erased, held] = [0, 0]
      for (let from = 0; from < ids.length; from += CHUNK) {
        const there = await store.records.among(ids.slice(from, from + CHUNK))
        for (const conversationId of there) await store.erase(conversationId)
        const left = await store.records.among(there)
        erased += there.length - left.length
        held += left.length
      }
      if (erased > 0) log.warn({ erased }, 'conversations of the register of erasures were there again, and are erased')
      if (held > 0) log.warn({ held }, 'conversations of the register of erasures stay, as they are held')
      return { erased, held }
    },
  }
}
