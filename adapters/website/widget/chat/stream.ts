import type { ActivitySet } from './activity.ts'

/** Shorter than what proxies allow a silent connection. */
const KEEP_ALIVE_MS = 20_000
const OPENS_WITHIN_MS = 8_000

/** Reads a stream until it ends or is stopped. Tells whether it ever opened; never throws. */
export function readStream(
  url: string,
  stopped: AbortSignal,
  take: (set: ActivitySet) => void,
  opened: (send: (frame: string) => void) => void,
): Promise<boolean> {
  return new Promise(resolve => {
    const socket = openSocket(url)
    if (!socket) return resolve(false)
    let hasOpened = false

    const end = () => {
      clearTimeout(tooLate)
      clearInterval(alive)
      removeEventListener('offline', end)
      stopped.removeEventListener('abort', end)
      socket.onclose = socket.onerror = socket.onmessage = socket.onopen = null
      socket.close()
      resolve(hasOpened)
    }
    const tooLate = setTimeout(end, OPENS_WITHIN_MS)
    // An empty frame is the protocol's sign of life.
    const alive = setInterval(() => hasOpened && socket.send(''), KEEP_ALIVE_MS)
    // A browser notices a lost network long before the socket does.
    addEventListener('offline', end)
    stopped.addEventListener('abort', end)
    socket.onopen = () => {
      hasOpened = true
      clearTimeout(tooLate)
      opened(frame => socket.readyState === WebSocket.OPEN && socket.send(frame))
    }
    socket.onmessage = ({ data }) => {
      if (data) take(JSON.parse(data))
    }
    socket.onclose = end
    socket.onerror = end
  })
}

/** Nothing where the page's own rules forbid it. */
function openSocket(url: string): WebSocket | undefined {
  try {
    return new WebSocket(url)
  } catch {
    return undefined
  }
}
