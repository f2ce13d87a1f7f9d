import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, it } from '@jest/globals'
import { createStreamAddress } from '../../../adapters/website/stream-address.ts'

const LOCAL = ['http://127.0.0.1:3978', 'http://localhost:3978']

async function addressFor(bases: readonly string[], host: string): Promise<string> {
  const request = new IncomingMessage(new Socket())
  request.headers.host = host
  const chats = { addKey: async () => undefined }
  const address = await createStreamAddress(
    chats,
    () => new Date(),
    () => bases,
    60,
  )(request, 'c1', '7')
  return address.replace(/(?<=t=)[\w-]{43}$/, 'TICKET')
}

it.each([
  [
    'the address that is seen from outside, and its path',
    ['https://urzad.example.pl/czat'],
    '10.0.0.1:3978',
    'wss://urzad.example.pl/czat',
  ],
  ['the name that the page was opened under', LOCAL, 'localhost:3978', 'ws://localhost:3978'],
  ['no name that only the page knows', LOCAL, 'evil.example', 'ws://127.0.0.1:3978'],
])('a stream has %s', async (_what, bases, host, expected) => {
  expect(await addressFor(bases, host)).toBe(`${expected}/directline/conversations/c1/stream?watermark=7&t=TICKET`)
})
