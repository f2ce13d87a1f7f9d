import { describe, expect, it } from '@jest/globals'
import { createSqliteStore } from '../../adapters/storage/sqlite-store.ts'
import { createBot } from '../../bot/bot.ts'
import type { Accepted, Log, Store } from '../../bot/ports.ts'
import { createRelay } from '../../bot/relay.ts'
import { plainText } from '../../dialogs/reply.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'
import { citizenWrites, originOf } from './events.ts'

const knowledge = createKnowledge()
const CARD = 'ile kosztuje karta parkingowa'

/** A bot on a store in memory, whose parts a test may break, and what it pushed and logged. */
function setUp(broken: (store: Store) => Partial<Store> = () => ({})) {
  const real = createSqliteStore()
  const store = { ...real, ...broken(real) }
  const pushed: string[] = []
  const lines: { readonly level: string; readonly fields: unknown; readonly message: string }[] = []
  const note = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) => {
    lines.push({ level, fields, message })
  }
  const log: Log = { info: note('info'), warn: note('warn'), error: note('error') }
  const clock = () => new Date('2026-11-24T10:00:00Z')
  const { promise: firstPush, resolve: onFirstPush } = Promise.withResolvers<void>()
  const channel = {
    deliver: async (_returnPath: string, { reply }: { readonly reply: Parameters<typeof plainText>[0] }) => {
      pushed.push(plainText(reply))
      onFirstPush()
    },
  }
  const relay = createRelay({ store, channels: () => channel, clock, log })
  const bot = createBot({ store, knowledge: () => knowledge, relay, clock, log })
  const messages = (message: string) => lines.filter(line => line.message === message)
  return { bot, pushed, lines, messages, firstPush }
}

type Bot = ReturnType<typeof setUp>['bot']

const textsOf = async (bot: Bot, accepted: Accepted) =>
  (await bot.repliesTo(accepted)).map(({ reply }) => plainText(reply))

describe('an accepted event', () => {
  it('is answered', async () => {
    const { bot } = setUp()

    const accepted = await bot.accept(citizenWrites(CARD))

    expect(accepted.status).toBe('new')
    expect(await textsOf(bot, accepted)).toEqual([
      expect.stringContaining('automatycznym asystentem'),
      expect.stringContaining('Karta parkingowa: opłata'),
    ])
  })

  it('that comes again is the same turn with the same replies', async () => {
    const { bot, messages } = setUp()
    const first = await bot.accept(citizenWrites(CARD))
    const firstTexts = await textsOf(bot, first)

    const again = await bot.accept(citizenWrites(CARD))

    expect(again).toEqual({ ...first, status: 'seen' })
    expect(await textsOf(bot, again)).toEqual(firstTexts)
    expect(messages('turn committed')).toHaveLength(1)
  })

  it('that comes five times at once is one turn', async () => {
    const { bot, messages } = setUp()

    const accepted = await Promise.all(Array.from({ length: 5 }, () => bot.accept(citizenWrites(CARD))))
    const texts = await Promise.all(accepted.map(each => textsOf(bot, each)))

    expect(accepted.map(({ status }) => status).toSorted()).toEqual(['new', 'seen', 'seen', 'seen', 'seen'])
    expect(new Set(texts.map(each => each.join())).size).toBe(1)
    expect(messages('turn committed')).toHaveLength(1)
  })

  it.each([
    ['another id', { externalId: 'activity-2' }],
    ['another conversation', { address: 'conversation-2' }],
    ['another channel', { source: 'website' }],
  ])('is another one with %s', async (_what, origin) => {
    const { bot } = setUp()
    await bot.accept(citizenWrites(CARD))

    const other = await bot.accept(citizenWrites(CARD, origin))

    expect(other.status).toBe('new')
  })

  it('remembers the events before it', async () => {
    const { bot } = setUp()
    await bot.accept(citizenWrites('karta parkingowa'))

    const followUp = await bot.accept(citizenWrites('a ile to kosztuje?', { externalId: 'activity-2' }))

    expect(await textsOf(bot, followUp)).toEqual([expect.stringContaining('Karta parkingowa: opłata')])
  })

  it('knows nothing of other conversations', async () => {
    const { bot } = setUp()
    await bot.accept(citizenWrites('karta parkingowa'))

    const elsewhere = await bot.accept(citizenWrites('a ile to kosztuje?', { address: 'conversation-2' }))

    expect((await textsOf(bot, elsewhere)).at(-1)).not.toContain('Karta parkingowa')
  })

  it('has its turn after those that came before, even unawaited', async () => {
    const { bot } = setUp()
    const accepted = await Promise.all(
      ['jeden', 'dwa', 'trzy'].map(externalId => bot.accept(citizenWrites('bla bla bla', { externalId }))),
    )

    const texts = await Promise.all(accepted.map(each => textsOf(bot, each)))

    expect(texts.map(each => each.length)).toEqual([2, 1, 1])
    expect(new Set(texts.map(each => each.at(-1))).size).toBe(3)
  })

  it('without words for the citizen has no replies', async () => {
    const { bot } = setUp()

    const accepted = await bot.accept(citizenWrites('   '))

    expect(await bot.repliesTo(accepted)).toEqual([])
  })

  it('is logged by its ids, its kind and its outcomes, and without what was written', async () => {
    const { bot, lines } = setUp()

    const accepted = await bot.accept(citizenWrites(CARD))
    await bot.idle()

    expect(lines).toContainEqual({
      level: 'info',
      message: 'turn committed',
      fields: {
        event: accepted.eventId,
        conversation: accepted.conversationId,
        kind: 'citizen-wrote',
        outcomes: ['notice', 'answer'],
        ms: 0,
      },
    })
    expect(JSON.stringify(lines)).not.toContain('kosztuje')
  })
})

describe('replies', () => {
  it('are pushed once they are committed', async () => {
    const { bot, pushed, firstPush } = setUp()

    await bot.accept({ kind: 'citizen-joined', origin: originOf() })
    await firstPush

    expect(pushed).toEqual([expect.stringContaining('automatycznym asystentem')])
  })

  it.each([
    ['that the sender waits for', { isAwaited: true }],
    ['that are fetched', { returnPath: null }],
  ])('%s are not pushed', async (_what, origin) => {
    const { bot, pushed } = setUp()

    const accepted = await bot.accept(citizenWrites(CARD, origin))
    const texts = await textsOf(bot, accepted)
    await new Promise<void>(resolve => setImmediate(resolve))

    expect(texts).toHaveLength(2)
    expect(pushed).toEqual([])
  })
})

describe('a store that fails', () => {
  const full = async () => {
    throw new Error('the disk is full')
  }

  it('when it keeps an event, lets the sender know', async () => {
    const { bot, lines } = setUp(() => ({ accept: full }))

    await expect(bot.accept(citizenWrites(CARD))).rejects.toThrow('the disk is full')
    expect(lines).toEqual([])
  })

  it('when it commits, leaves no replies and is logged', async () => {
    const { bot, lines } = setUp(() => ({ commit: full }))

    const accepted = await bot.accept(citizenWrites(CARD))

    await expect(bot.repliesTo(accepted)).rejects.toThrow(`event ${accepted.eventId} has no committed turn`)
    expect(lines).toEqual([
      {
        level: 'error',
        message: 'turn failed',
        fields: {
          event: accepted.eventId,
          conversation: accepted.conversationId,
          error: 'Error: the disk is full',
        },
      },
    ])
  })

  it('once, does not stop the conversation', async () => {
    let failures = 1
    const { bot } = setUp(store => ({
      commit: (...turn) => (failures-- > 0 ? full() : store.commit(...turn)),
    }))
    await bot.accept(citizenWrites(CARD))

    const next = await bot.accept(citizenWrites(CARD, { externalId: 'activity-2' }))

    expect((await textsOf(bot, next)).at(-1)).toContain('Karta parkingowa: opłata')
  })
})

describe('a bot', () => {
  it('is idle once its turns are committed', async () => {
    const { bot, messages } = setUp()
    await Promise.all(['conversation-1', 'conversation-2'].map(address => bot.accept(citizenWrites(CARD, { address }))))

    await bot.idle()

    expect(messages('turn committed')).toHaveLength(2)
  })

  it('is idle from the start', async () => {
    await expect(setUp().bot.idle()).resolves.toBeUndefined()
  })
})
