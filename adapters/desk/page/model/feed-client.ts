import { FEED_ENDS, type FeedHint, type FeedWish } from '../../wire.ts'

/** The socket on which the server says that there is something to read. Comes back by itself. */
export type FeedClient = {
  readonly say: (wish: FeedWish) => void
  /** Tries at once, where it waits. */
  readonly wake: () => void
  readonly stop: () => void
}

export type FeedTaking = {
  readonly hint: (hint: FeedHint) => void
  /** Opened (again), or lost. */
  readonly connection: (isOpen: boolean) => void
  readonly sessionEnded: () => void
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 10_000

export function createFeedClient({ hint, connection, sessionEnded }: FeedTaking): FeedClient {
  let socket: WebSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitMs = FIRST_WAIT_MS
  let isStopped = false

  function open(): void {
    clearTimeout(timer)
    if (isStopped || socket) return
    const opened = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/desk/feed`)
    socket = opened
    opened.onopen = () => {
      waitMs = FIRST_WAIT_MS
      connection(true)
    }
    opened.onmessage = ({ data }) => hint(JSON.parse(String(data)))
    opened.onclose = ({ code }) => lost(code)
  }

  function lost(code: number): void {
    if (!socket) return
    socket.onclose = socket.onmessage = socket.onopen = null
    socket.close()
    socket = undefined
    connection(false)
    if (code === FEED_ENDS.sessionEnded) sessionEnded()
    // Many pages lose the same server at once.
    timer = setTimeout(open, waitMs * (0.5 + Math.random()))
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)
  }

  /** A browser notices a lost network long before the socket does. */
  const wentOffline = () => lost(0)

  addEventListener('offline', wentOffline)
  addEventListener('online', open)
  open()
  return {
    say(wish) {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(wish))
    },
    wake: open,
    stop() {
      isStopped = true
      clearTimeout(timer)
      removeEventListener('offline', wentOffline)
      removeEventListener('online', open)
      socket?.close()
    },
  }
}
