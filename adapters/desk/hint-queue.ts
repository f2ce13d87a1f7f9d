import type { WebSocket } from 'ws'
import type { FeedHint } from './wire.ts'

/** Hints that a page is owed, each once. */
export type HintQueue = { readonly add: (hint: FeedHint) => void; readonly stop: () => void }

/** Changes that come closer together than this are told of once. */
const APART_MS = 200

/**
 * Sends hints one at a time, and the next ones when the page has taken these: whoever does not read fills no memory, however
 * much happens (F09).
 */
export function createHintQueue(socket: Pick<WebSocket, 'send' | 'readyState' | 'OPEN'>): HintQueue {
  const owed = new Set<string>()
  let isBusy = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function sendNext(): void {
    const [next] = owed
    isBusy = next !== undefined && socket.readyState === socket.OPEN
    if (next === undefined || !isBusy) return
    owed.delete(next)
    socket.send(next, error => {
      if (error) return
      timer = setTimeout(sendNext, owed.size > 0 ? 0 : APART_MS)
    })
  }

  return {
    add(hint) {
      owed.add(JSON.stringify(hint))
      if (!isBusy) sendNext()
    },
    stop() {
      owed.clear()
      clearTimeout(timer)
    },
  }
}
