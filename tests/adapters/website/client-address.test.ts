import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from '@jest/globals'
import { createClientAddress } from '../../../adapters/website/client-address.ts'

function requestFrom(remoteAddress: string, forwardedFor?: string): IncomingMessage {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress })
  const request = new IncomingMessage(socket)
  if (forwardedFor !== undefined) request.headers['x-forwarded-for'] = forwardedFor
  return request
}

describe('the address of a request', () => {
  const addressOf = createClientAddress(['10.0.0.0/8', '192.0.2.7', 'fd00::/8'])

  it.each([
    ['nobody forwarded it', '203.0.113.5', undefined, '203.0.113.5'],
    ['a stranger claims another', '203.0.113.5', '1.2.3.4', '203.0.113.5'],
    ['a trusted proxy names it', '10.1.2.3', '203.0.113.5', '203.0.113.5'],
    ['it was claimed to a trusted proxy', '10.1.2.3', '1.2.3.4, 203.0.113.5', '203.0.113.5'],
    ['it came through two proxies', '10.1.2.3', '1.2.3.4, 203.0.113.5, 192.0.2.7', '203.0.113.5'],
    ['a proxy is a mapped address', '::ffff:10.1.2.3', '203.0.113.5', '203.0.113.5'],
    ['a proxy names nothing that is an address', '10.1.2.3', 'unknown, <script>', '10.1.2.3'],
    ['all are proxies', '10.1.2.3', '10.9.9.9', '10.9.9.9'],
    ['it is IPv6: its network', '2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2'],
    ['it is IPv6, shortened', '2001:db8::6', undefined, '2001:db8:0:0'],
    ['a proxy is IPv6', 'fd00::1', '203.0.113.5', '203.0.113.5'],
  ])('is right where %s', (_when, remote, forwardedFor, expected) => {
    expect(addressOf(requestFrom(remote, forwardedFor))).toBe(expected)
  })
})
