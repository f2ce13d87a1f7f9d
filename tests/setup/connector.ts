import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Activity } from 'botbuilder'

/** A stand-in for a channel's connector: keeps what the assistant sends. */
export type Connector = {
  readonly url: string
  readonly received: readonly Partial<Activity>[]
  /** The `Authorization` of each request. */
  readonly authorizations: readonly (string | undefined)[]
  /** Resolves once `count` activities have come; they may have come before. */
  readonly waitFor: (count: number) => Promise<readonly Partial<Activity>[]>
  /** The next answers to the assistant; afterwards 201. */
  readonly answerNext: (...statuses: readonly number[]) => void
  readonly stop: () => Promise<void>
}

/** `onReceived` is called with each activity as it comes. */
export async function startConnector(
  onReceived: (activity: Partial<Activity>) => void = () => undefined,
): Promise<Connector> {
  const received: Partial<Activity>[] = []
  const authorizations: (string | undefined)[] = []
  const statuses: number[] = []
  const waiting: { readonly count: number; readonly resolve: () => void }[] = []
  // A sender may die while it sends.
  const server = createServer((request, response) => take(request, response).catch(() => response.destroy()))
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    authorizations.push(request.headers.authorization)
    const status = statuses.shift() ?? 201
    if (status < 300) {
      const activity: Partial<Activity> = JSON.parse(Buffer.concat(chunks).toString('utf8'))
      received.push(activity)
      onReceived(activity)
    }
    response.writeHead(status, { 'content-type': 'application/json', location: 'http://localhost:1/elsewhere' })
    response.end(JSON.stringify({ id: String(received.length) }))
    for (const { count, resolve } of waiting) if (received.length >= count) resolve()
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0

  return {
    url: `http://localhost:${port}`,
    received,
    authorizations,
    async waitFor(count) {
      if (received.length < count) await new Promise<void>(resolve => waiting.push({ count, resolve }))
      return received
    },
    answerNext: (...next) => {
      statuses.push(...next)
    },
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
