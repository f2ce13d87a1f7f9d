import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { type Item, readWebhook } from '../../../adapters/messenger/read-webhook.ts'

const FOLDER = 'tests/golden/messenger'

/** What the documentation's payloads say; each list is one batch. */
const GOLDEN: Readonly<Record<string, readonly Partial<Item>[]>> = {
  text: [{ id: 'm_text', text: 'zażółć gęślą jaźń 😀', payload: null, files: [] }],
  'quick-reply': [{ id: 'm_quick', text: '1. Rejestracja uży…', payload: 'Rejestracja używanego pojazdu' }],
  'reply-to': [{ id: 'm_reply', text: 'a to?' }],
  'get-started': [{ id: 'm_start', text: null, payload: 'action:start' }],
  'postback-without-mid': [{ id: expect.stringMatching(/^[\w-]{43}$/) as unknown as string, payload: 'action:person' }],
  sticker: [{ text: null, files: [{ type: 'sticker', url: 'https://scontent.example/sticker.png' }] }],
  'sticker-as-image': [{ files: [{ type: 'sticker', url: 'https://scontent.example/thumb.png' }] }],
  image: [
    {
      files: [
        { type: 'image', url: 'https://scontent.example/dowod.jpg?oh=1' },
        { type: 'file', url: 'https://cdn.example/wniosek.pdf' },
      ],
    },
  ],
  'shared-link': [
    {
      text: 'co to jest? https://example.pl/druk',
      files: [{ type: 'fallback', url: expect.anything() as unknown as string }],
    },
  ],
  location: [{ text: null, files: [{ type: 'location', url: null }] }],
  echo: [],
  delivery: [],
  read: [],
  reaction: [],
  standby: [],
  'pass-thread-control': [],
  'message-edit': [],
  'two-pages-three-citizens': [
    { sender: '1', id: 'm_1', text: 'raz' },
    { sender: '2', id: 'm_2', text: 'dwa' },
    { sender: '3', id: 'm_3', text: 'trzy' },
  ],
}

const readGolden = (name: string) => readWebhook(JSON.parse(readFileSync(`${FOLDER}/${name}.payload`, 'utf8')))

describe('a webhook', () => {
  it('has a golden payload for every line of this test, written in ASCII as Meta does', () => {
    const files = readdirSync(FOLDER)

    expect(files.toSorted()).toEqual(
      Object.keys(GOLDEN)
        .map(name => `${name}.payload`)
        .toSorted(),
    )
    for (const file of files) expect(readFileSync(`${FOLDER}/${file}`, 'utf8')).toMatch(/^[ -~]+$/)
  })

  it.each(Object.entries(GOLDEN))('is read: %s', (name, expected) => {
    expect(readGolden(name)).toEqual(expected.map(each => expect.objectContaining(each)))
  })

  it('says who wrote, to which page, and when', () => {
    expect(readGolden('text')).toEqual([
      expect.objectContaining({ sender: '5214', page: '1081', at: new Date(1764150000000) }),
    ])
  })

  it('gives a postback without an id the same one each time, and another to another', () => {
    const [first] = readGolden('postback-without-mid')
    const [again] = readGolden('postback-without-mid')
    const moved = JSON.parse(
      readFileSync(`${FOLDER}/postback-without-mid.payload`, 'utf8').replace('0000,"post', '0001,"post'),
    )

    expect(again?.id).toBe(first?.id)
    expect(readWebhook(moved)[0]?.id).not.toBe(first?.id)
  })

  it.each([
    ['a sender without an id', { recipient: { id: '1' }, timestamp: 1, message: { mid: 'm', text: 'a' } }],
    ['a time that is none', { sender: { id: '2' }, recipient: { id: '1' }, timestamp: 9e99, message: { mid: 'm' } }],
    ['a text that is a number', { sender: { id: '2' }, recipient: { id: '1' }, timestamp: 1, message: { text: 5 } }],
    ['nothing at all', null],
  ])('leaves an item that means nothing, and reads the others: %s', (_what, odd) => {
    const right = { sender: { id: '2' }, recipient: { id: '1' }, timestamp: 1, message: { mid: 'm', text: 'tak' } }

    let unread = 0

    const items = readWebhook({ object: 'page', entry: [{ messaging: [odd, right] }] }, () => unread++)

    expect([items.map(({ text }) => text), unread]).toEqual([['tak'], 1])
  })

  it('keeps the words of a message whose files cannot be read', () => {
    const odd = {
      sender: { id: '2' },
      recipient: { id: '1' },
      timestamp: 1,
      message: { mid: 'm', text: 'tak', attachments: 5 },
    }

    expect(readWebhook({ object: 'page', entry: [{ messaging: [odd] }] })).toMatchObject([{ text: 'tak', files: [] }])
  })

  it.each([[], {}, { object: 'instagram', entry: [] }, { object: 'page' }, 'page', null])(
    'is refused where it is none of a page: %j',
    body => {
      expect(() => readWebhook(body)).toThrow(/webhook of a page/)
    },
  )
})
