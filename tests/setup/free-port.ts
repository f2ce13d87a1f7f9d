import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'

/**
 * A port for a program that ends and starts again: outgoing connections are given higher ones, so that nobody takes it
 * meanwhile.
 */
export async function steadyPort(): Promise<number> {
  for (;;) {
    const server = createServer().listen(randomInt(20_000, 32_000), '127.0.0.1')
    const port = await Promise.race([
      once(server, 'listening').then(() => portOf(server)),
      once(server, 'error').then(() => undefined),
    ])
    server.close()
    if (port !== undefined) return port
  }
}

/** A port that nobody listens on at the moment, for programs that cannot be told to choose one. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = portOf(server)
  server.close()
  return port
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
