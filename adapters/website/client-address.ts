import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/** Gives the address that a request came from. Proxies that are trusted may name another one than theirs. */
export type ClientAddress = (request: IncomingMessage) => string

/** `trusted`: addresses and ranges such as `10.0.0.0/8`. */
export function createClientAddress(trusted: readonly string[]): ClientAddress {
  const proxies = new BlockList()
  for (const range of trusted) {
    const [address = '', prefix] = range.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (prefix === undefined) proxies.addAddress(address, family)
    else proxies.addSubnet(address, Number(prefix), family)
  }
  const isTrusted = (address: string) => proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

  return ({ socket, headers }) => {
    const named = String(headers['x-forwarded-for'] ?? '').split(',')
    const way = [...named.map(bare), bare(socket.remoteAddress ?? '')].filter(address => isIP(address) > 0)
    // From our end: each trusted proxy vouches for the one before it.
    return network(way.findLast((address, index) => index === 0 || !isTrusted(address)) ?? '')
  }
}

function bare(address: string): string {
  return address.trim().replace(/^::ffff:(?=\d+\.)/i, '')
}

/** A household has one IPv4 address, and a /64 of IPv6. */
function network(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail = ''] = address.split('::')
  const first = head.split(':').filter(Boolean)
  const last = tail.split(':').filter(Boolean)
  const gap = address.includes('::') ? Array(Math.max(0, 8 - first.length - last.length)).fill('0') : []
  return [...first, ...gap, ...last].slice(0, 4).join(':')
}
