import { once } from 'node:events'
import type { Server } from 'restify'
import type { Config } from './config.ts'
import { ConfigError } from './config.ts'

/** Starts to listen and gives the address. Throws `ConfigError` when host and port cannot be had. */
export async function listen(server: Server, { host, port }: Pick<Config, 'host' | 'port'>): Promise<string> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (cause) {
    throw new ConfigError([
      `HOST, PORT: cannot listen on ${host}:${port} (${codeOf(cause)}). Stop the other program, or set another PORT.`,
    ])
  }
  const address = server.address()
  const isIpv6 = host.includes(':')
  return `http://${isIpv6 ? `[${host}]` : host}:${typeof address === 'object' && address ? address.port : port}`
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
