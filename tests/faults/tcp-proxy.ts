import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** Stands before a server and breaks the connection to it, in the ways that networks do. */
export type TcpProxy = {
  readonly port: number
  /** Lets everything through again. Connections that were left half open stay dead. */
  readonly heal: () => void
  /** Cuts every connection and takes no new one. */
  readonly drop: () => void
  /** Lets nothing through, and says nothing: what was sent arrives after `heal`. */
  readonly stall: () => void
  /** Loses whatever is sent on the connections that there are now, for ever and in silence; or on those only whose client has sent this text. */
  readonly halfOpen: (said?: string) => void
  /** Keeps back what a client says next with this text in it, until `heal`. Resolves once it does. */
  readonly hold: (said: string) => Promise<void>
  /** Whatever the server says takes so much longer. */
  readonly delay: (ms: number) => void
  /** How many connections were made whose client has sent this text. */
  readonly countWhere: (said: string) => number
  readonly stop: () => Promise<void>
}

type Pair = {
  readonly client: Socket
  readonly server: Socket
  said: string
  isDead: boolean
  heldBack: Buffer | undefined
  lastAnswer: Promise<void>
}

/** So many of a client's last characters are remembered. */
const REMEMBERED = 4096

export async function startTcpProxy(targetPort: number): Promise<TcpProxy> {
  const open = new Set<Pair>()
  const all: Pair[] = []
  let mode: 'pass' | 'drop' | 'stall' = 'pass'
  let delayMs = 0
  let awaited: { readonly said: string; readonly held: () => void } | undefined

  // Half open: the end that is gone must not answer when the other says goodbye.
  const proxy = createServer({ allowHalfOpen: true }, client => {
    if (mode === 'drop') {
      client.destroy()
      return
    }
    const server = connect({ port: targetPort, host: '127.0.0.1', allowHalfOpen: true })
    const pair: Pair = { client, server, said: '', isDead: false, heldBack: undefined, lastAnswer: Promise.resolve() }
    open.add(pair)
    all.push(pair)
    client.on('data', chunk => {
      pair.said = (pair.said + chunk.toString('latin1')).slice(-REMEMBERED)
      if (awaited && chunk.includes(awaited.said)) holdBack(pair, chunk)
      else if (!pair.isDead) server.write(chunk)
    })
    server.on('data', chunk => {
      pair.lastAnswer = pair.lastAnswer.then(() => wait(delayMs)).then(() => passOn(pair, chunk))
    })
    join(pair, client, server)
    join(pair, server, client)
    if (mode === 'stall') pause(pair)
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const address = proxy.address()

  function join(pair: Pair, from: Socket, to: Socket): void {
    from.on('error', () => undefined)
    from.on('end', () => {
      if (!pair.isDead) to.end()
    })
    from.on('close', () => {
      if (pair.isDead && from === pair.server) return
      to.destroy()
      open.delete(pair)
    })
  }

  function holdBack(pair: Pair, chunk: Buffer): void {
    pair.heldBack = chunk
    pair.client.pause()
    awaited?.held()
    awaited = undefined
  }

  function cut(): void {
    for (const { client, server } of open) {
      client.destroy()
      server.destroy()
    }
  }

  return {
    port: typeof address === 'object' && address ? address.port : 0,
    heal() {
      mode = 'pass'
      delayMs = 0
      for (const pair of open) {
        if (pair.heldBack) pair.server.write(pair.heldBack)
        pair.heldBack = undefined
        pair.client.resume()
        pair.server.resume()
      }
    },
    drop() {
      mode = 'drop'
      cut()
    },
    stall() {
      mode = 'stall'
      for (const pair of open) pause(pair)
    },
    halfOpen(said = '') {
      for (const pair of open) {
        if (!pair.said.includes(said)) continue
        pair.isDead = true
        pair.server.destroy()
      }
    },
    hold(said) {
      const { promise, resolve } = Promise.withResolvers<void>()
      awaited = { said, held: resolve }
      return promise
    },
    delay(ms) {
      delayMs = ms
    },
    countWhere: said => all.filter(pair => pair.said.includes(said)).length,
    async stop() {
      cut()
      proxy.close()
      await once(proxy, 'close')
    },
  }
}

function passOn({ client, isDead }: Pair, chunk: Buffer): void {
  if (!isDead && !client.destroyed) client.write(chunk)
}

function pause({ client, server }: Pair): void {
  client.pause()
  server.pause()
}

async function wait(ms: number): Promise<void> {
  if (ms > 0) await new Promise(resolve => setTimeout(resolve, ms))
}
