import type { IncomingMessage } from 'node:http'
import type { Config } from '../config.ts'

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/

/**
 * Whether this installation may serve testers without credentials at all. The SDK takes an empty app id to mean that
 * anybody may write and name the address that replies go to, so nothing that can be reached from outside may do so.
 */
export function mayServeWithoutCredentials({ host, isProduction, publicUrl }: Config): boolean {
  const isOutside = publicUrl !== undefined && !LOOPBACK.test(new URL(publicUrl).host)
  return isLoopbackHost(host) && !isProduction && !isOutside
}

/** Whether a request was made on this machine, to a local name, and not passed on by a proxy. */
export function isFromThisMachine({ headers }: IncomingMessage): boolean {
  const isForwarded = Object.keys(headers).some(name => name === 'forwarded' || name.startsWith('x-forwarded-'))
  return !isForwarded && LOOPBACK.test(headers.host ?? '')
}

function isLoopbackHost(host: string): boolean {
  return host === '::1' || LOOPBACK.test(host)
}
