import type { ActivitySet } from './activity.ts'
import { createBackOff } from './back-off.ts'
import type { DirectLine } from './direct-line.ts'
import { isForbidden } from './server-refusal.ts'
import { type Session, type SessionKeeper, SessionLost } from './session-keeper.ts'
import { readStream } from './stream.ts'

/** `connecting` is before the first contact; `offline` means that it keeps trying. */
export type Connection = 'connecting' | 'online' | 'offline'

export type Receiving = {
  /** Messages in order; each comes once a connection, and `isHistory` tells those that were there before. */
  readonly onActivities: (set: ActivitySet, isHistory: boolean) => void
  readonly onConnection: (connection: Connection) => void
  /** The conversation of this device is gone. Receiving has ended. */
  readonly onLost: () => void
}

/** Receiving the conversation, until it is stopped. */
export type Receiver = {
  /** Tries again at once, where it waits. */
  readonly wake: () => void
  /** Says that the citizen writes; nobody hears it where there is no socket. */
  readonly showTyping: () => void
  readonly stop: () => void
}

/** So many sockets in a row that never opened, and it asks instead: some networks let none through. */
const DEAD_SOCKETS = 2
/** It asks this often, for so long, before it tries a socket again. */
const POLL_MS = 2_000
const POLLS = 60
const FIRST = '0'
const TYPING_FRAME = 'typing'

/** Keeps the conversation in step: over a socket, or by asking where a network lets none through. */
export function receive(directLine: DirectLine, sessions: SessionKeeper, receiving: Receiving): Receiver {
  const stopped = new AbortController()
  const backOff = createBackOff()
  let wake: () => void = () => undefined
  let send: (frame: string) => void = () => undefined
  let watermark = FIRST
  let hasHistory = false
  let deadSockets = 0

  const isStopped = () => stopped.signal.aborted

  function take(set: ActivitySet): void {
    if (isStopped()) return
    if (set.watermark) watermark = set.watermark
    receiving.onActivities(set, !hasHistory)
    hasHistory = true
  }

  async function pause(ms: number): Promise<void> {
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  async function ask(): Promise<void> {
    await withSession(async ({ conversationId, token }) =>
      take(await directLine.activities(conversationId, token, watermark)),
    )
  }

  async function withSession(work: (session: Session) => Promise<void>): Promise<void> {
    const session = await sessions.ensure()
    try {
      await work(session)
    } catch (error) {
      if (isForbidden(error)) sessions.refused(session)
      throw error
    }
  }

  async function listen(): Promise<void> {
    let url = ''
    await withSession(async ({ conversationId, token }) => {
      url = await directLine.streamUrl(conversationId, token, watermark)
    })
    const hasOpened = await readStream(url, stopped.signal, take, opened => {
      send = opened
      deadSockets = 0
      backOff.reset()
      receiving.onConnection('online')
    })
    if (!hasOpened) deadSockets++
    if (hasOpened && !isStopped()) receiving.onConnection('offline')
  }

  async function pollForAWhile(): Promise<void> {
    for (let count = 0; count < POLLS && !isStopped(); count++) {
      await ask()
      receiving.onConnection('online')
      backOff.reset()
      await pause(POLL_MS)
    }
    deadSockets = 0
  }

  async function run(): Promise<void> {
    let refusals = 0
    while (!isStopped()) {
      try {
        if (!hasHistory) await ask()
        await (deadSockets < DEAD_SOCKETS ? listen() : pollForAWhile())
        refusals = 0
      } catch (error) {
        if (error instanceof SessionLost) {
          stopped.abort()
          return receiving.onLost()
        }
        // A token that ran out is renewed at once; the same answer to a new one is a failure like others.
        if (isForbidden(error) && refusals++ === 0) continue
        if (!isStopped()) receiving.onConnection('offline')
      }
      if (!isStopped()) await pause(backOff.next())
    }
  }

  void run()
  return {
    wake: () => wake(),
    showTyping: () => send(TYPING_FRAME),
    stop() {
      stopped.abort()
      wake()
    },
  }
}
