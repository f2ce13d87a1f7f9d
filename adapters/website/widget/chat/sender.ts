import { createBackOff } from './back-off.ts'
import type { DirectLine, Said } from './direct-line.ts'
import type { Kept } from './kept.ts'
import { newId } from './new-id.ts'
import { oneTabAtATime } from './one-tab-at-a-time.ts'
import { isForbidden, ServerRefusal } from './server-refusal.ts'
import { type SessionKeeper, SessionLost } from './session-keeper.ts'

/** What the citizen did and the server has not confirmed. */
export type Unsent = {
  readonly id: string
  readonly said: Said
  readonly at: number
  /** `refused`: the server will not take it, so it is not tried again by itself. */
  readonly state: 'sending' | 'failed' | 'refused'
}

export type Sender = {
  readonly unsent: () => readonly Unsent[]
  readonly send: (said: Said) => void
  /** Goes on with what waits: after a reload, or once the network is back. */
  readonly resume: () => void
  /** Tries again what failed or was refused. */
  readonly retry: () => void
  /** Takes a message back that was not sent. */
  readonly drop: (id: string) => void
  /** The server has the message. */
  readonly confirm: (id: string) => void
  readonly forget: () => void
}

const LOCK = 'office-chat-send'

/** Sends messages in order, one tab at a time; keeps them on the device until the server has them. */
export function createSender(
  directLine: Pick<DirectLine, 'post'>,
  sessions: SessionKeeper,
  kept: Kept<readonly Unsent[]>,
  { changed, delivered }: { readonly changed: () => void; readonly delivered: (sent: Unsent) => void },
): Sender {
  const backOff = createBackOff()
  let isSending = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const read = () => kept.read() ?? []

  function update(change: (unsent: readonly Unsent[]) => readonly Unsent[]): void {
    kept.write(change(read()))
    changed()
  }

  const mark = (id: string, state: Unsent['state']) =>
    update(unsent => unsent.map(each => (each.id === id && each.state !== state ? { ...each, state } : each)))
  const remove = (id: string) => update(unsent => unsent.filter(each => each.id !== id))

  async function sendAll(): Promise<void> {
    if (isSending) return
    isSending = true
    clearTimeout(timer)
    timer = undefined
    try {
      await oneTabAtATime(LOCK, async () => {
        for (let next = first(); next; next = first()) await sendOne(next)
      })
      backOff.reset()
    } catch (error) {
      if (error instanceof SessionLost) for (const { id } of read()) mark(id, 'refused')
      else tryLater(error)
    } finally {
      isSending = false
    }
    if (timer === undefined && first()) void sendAll()
  }

  const first = () => read().find(each => each.state !== 'refused')

  async function sendOne(unsent: Unsent): Promise<void> {
    const { id, said } = unsent
    const post = async () => {
      const session = await sessions.ensure()
      try {
        await directLine.post(session.conversationId, session.token, { clientActivityID: id, ...said })
      } catch (error) {
        if (isForbidden(error)) sessions.refused(session)
        throw error
      }
    }
    try {
      await post().catch(error => (isForbidden(error) ? post() : Promise.reject(error)))
      delivered(unsent)
      remove(id)
    } catch (error) {
      const refusal = error instanceof ServerRefusal ? error.status : null
      const isFinal = refusal === 400 || refusal === 413
      // Who writes faster than is allowed only waits; nothing went wrong.
      if (refusal !== 429) mark(id, isFinal ? 'refused' : 'failed')
      if (!isFinal) throw error
    }
  }

  function tryLater(error: unknown): void {
    const asked = error instanceof ServerRefusal ? error.retryAfterSeconds : null
    timer = setTimeout(sendAll, Math.max(backOff.next(), (asked ?? 0) * 1000))
  }

  return {
    unsent: read,
    send(said) {
      update(unsent => [...unsent, { id: newId(), said, at: Date.now(), state: 'sending' }])
      void sendAll()
    },
    resume: () => void sendAll(),
    retry() {
      update(unsent => unsent.map(each => ({ ...each, state: 'sending' })))
      void sendAll()
    },
    drop: remove,
    confirm(id) {
      if (read().some(each => each.id === id)) remove(id)
    },
    forget() {
      clearTimeout(timer)
      kept.remove()
    },
  }
}
