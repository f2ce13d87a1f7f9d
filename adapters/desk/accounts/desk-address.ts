import { ownAddresses } from '../../website/own-addresses.ts'

/** Where the desk is seen by browsers. */
export type DeskAddress = {
  /** `insecure`: passwords would cross a network in the clear, so nobody signs in there. */
  readonly kind: 'https' | 'loopback' | 'insecure'
  /** Such as `https://asystent.example.pl`. */
  readonly origin: string
  /** All names of the same address. */
  readonly origins: readonly string[]
}

const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$)/

/** `url`: as seen from outside. */
export function deskAddress(url: string): DeskAddress {
  const { origin } = new URL(url)
  const kind = origin.startsWith('https:') ? 'https' : LOOPBACK.test(origin) ? 'loopback' : 'insecure'
  return { kind, origin, origins: ownAddresses(url) }
}
