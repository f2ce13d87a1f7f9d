import type { ServerResponse } from 'node:http'
import type { DeskAddress } from './desk-address.ts'

/** Seconds in a year. */
const YEAR = 31_536_000

/** What every answer of the desk says to browsers. */
export function writeDeskHeaders(response: ServerResponse, { kind, origin }: DeskAddress): void {
  // Spelt out for sockets, as older browsers do not count them among 'self'.
  const sockets = origin.replace(/^http/, 'ws')
  response.setHeader(
    'Content-Security-Policy',
    `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' ${sockets}; ` +
      `base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
  )
  response.setHeader('Cache-Control', 'no-store')
  // Not `no-referrer`: with it browsers keep from us where a form was sent from.
  response.setHeader('Referrer-Policy', 'same-origin')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('X-Frame-Options', 'DENY')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  if (kind === 'https') response.setHeader('Strict-Transport-Security', `max-age=${YEAR}`)
}
