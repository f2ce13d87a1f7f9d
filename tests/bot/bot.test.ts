import { describe, expect, it } from '@jest/globals'
import { createSqliteStore } from '../../adapters/storage/sqlite-store.ts'
import { createBot } from '../../bot/bot.ts'
import { MAX_ATTEMPTS } from '../../bot/decide-turn.ts'
import type { Accepted, Channel, Knowledge, Log, Store } from '../../bot/ports.ts'
import { createRelay } from '../../bot/relay.ts'
import { TurnError } from '../../bot/turn-error.ts'
import { plainText } from '../../dialogs/reply.ts'
import { ANNA, QUEUE_MS, RULES } from '../fixtures/desk.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'
import { citizenWrites, originOf } from './events.ts'

const knowledge = createKnowledge()
const CARD = 'ile kosztuje karta parkingowa'

/** A bot on a store in memory, whose parts and whose knowledge a test may break, and what it pushed and logged. */
function setUp(broken: (store: Store) => Partial<Store> = () => ({}), port: Knowledge = () => knowledge) {
  const real = createSqliteStore()
  const store = { ...real, ...broken(real) }
  const pushed: string[] = []
  const lines: {
    readonly level: string
    readonly fields: Readonly<Record<string, unknown>>
    readonly message: string
  }[] = []
  const note = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) => {
    lines.push({ level, fields, message })
  }
  const log: Log = { info: note('info'), warn: note('warn'), error: note('error') }
  let now = Date.parse('2026-11-24T10:00:00Z')
  const clock = () => new Date(now)
  const { promise: firstPush, resolve: onFirstPush } = Promise.withResolvers<void>()
  const channel: Channel = {
    async deliver(_returnPath, { reply }) {
      pushed.push(plainText(reply))
      onFirstPush()
    },
  }
  const relay = createRelay({ store, channels: () => channel, clock, log })
  const bot = createBot({ store, knowledge: port, relay, clock, log, rules: RULES })
  const messages = (message: string) => lines.filter(line => line.message === message)
  const later = (ms: number) => {
    now += ms
  }
  return { bot, store, clock, later, pushed, lines, messages, firstPush }
}

type Bot = ReturnType<typeof setUp>['bot']

/** Lets everything go on that waits for nothing from outside: some commits, each of which takes a round of the event loop. */
async function settle(): Promise<void> {
  for (let rounds = 0; rounds < 10; rounds++) await new Promise<void>(resolve => setImmediate(resolve))
}

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

    expect((await textsOf(bot, elsewhere)).at(-1)).not.toContain('Karta parkingowa: opłata')
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
        owner: 'bot',
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
    await settle()

    expect(texts).toHaveLength(2)
    expect(pushed).toEqual([])
  })
})

const full = async () => {
  throw new Error('the disk is full')
}

/** A store whose first turn fails. */
function fullOnce(store: Store): Partial<Store> {
  let failures = 1
  return { takeTurn: (...turn) => (failures-- > 0 ? full() : store.takeTurn(...turn)) }
}

describe('a store that fails', () => {
  it('when it keeps an event, lets the sender know', async () => {
    const { bot, lines } = setUp(() => ({ accept: full }))

    await expect(bot.accept(citizenWrites(CARD))).rejects.toThrow('the disk is full')
    expect(lines).toEqual([])
  })

  it('when it takes a turn, leaves no replies and is logged', async () => {
    const { bot, store, lines } = setUp(() => ({ takeTurn: full }))

    const accepted = await bot.accept(citizenWrites(CARD))
    await settle()

    expect(await store.repliesTo(accepted.eventId)).toBeUndefined()
    expect(lines).toEqual([
      {
        level: 'error',
        message: 'work after an event failed',
        fields: { conversation: accepted.conversationId, error: 'Error: the disk is full' },
      },
    ])
  })

  it('when it takes a turn, lets who waits for the replies know', async () => {
    const { bot } = setUp(() => ({ takeTurn: full }))

    const accepted = await bot.accept(citizenWrites(CARD))

    await expect(bot.repliesTo(accepted)).rejects.toThrow('the disk is full')
  })

  it('once, does not stop the conversation: the next event takes up what was left', async () => {
    const { bot, messages } = setUp(fullOnce)
    const first = await bot.accept(citizenWrites('karta parkingowa'))

    const next = await bot.accept(citizenWrites('a ile to kosztuje?', { externalId: 'activity-2' }))

    expect(await textsOf(bot, next)).toEqual([expect.stringContaining('Karta parkingowa: opłata')])
    expect(messages('turn committed').map(({ fields }) => fields.event)).toEqual([first.eventId, next.eventId])
  })

  it('once, is come back to at the next look, and the replies are pushed', async () => {
    const { bot, store, pushed, firstPush } = setUp(fullOnce)
    const { eventId } = await bot.accept(citizenWrites(CARD))
    await settle()

    await bot.recover()
    await bot.idle()
    await firstPush
    await settle()

    expect(await store.repliesTo(eventId)).toHaveLength(2)
    expect(pushed).toEqual([
      expect.stringContaining('automatycznym asystentem'),
      expect.stringContaining('Karta parkingowa: opłata'),
    ])
  })
})

describe('an event whose turn was left behind', () => {
  it('by a failure, gets its replies when it comes again', async () => {
    const { bot, messages } = setUp(fullOnce)
    const first = await bot.accept(citizenWrites(CARD))
    await settle()

    const again = await bot.accept(citizenWrites(CARD))

    expect(again).toEqual({ ...first, status: 'seen' })
    expect((await textsOf(bot, again)).at(-1)).toContain('Karta parkingowa: opłata')
    expect(messages('turn committed')).toHaveLength(1)
  })

  it('by another process, gets its replies when it comes again', async () => {
    const { bot, store, clock } = setUp()
    await store.accept(citizenWrites(CARD), null, clock())

    const again = await bot.accept(citizenWrites(CARD))

    expect(again.status).toBe('seen')
    expect((await textsOf(bot, again)).at(-1)).toContain('Karta parkingowa: opłata')
  })

  it('by another process, is taken up by this one', async () => {
    const { bot, store, clock, later } = setUp()
    const { eventId } = await store.accept(citizenWrites(CARD), null, clock())
    later(30_000)

    await bot.recover()
    await bot.idle()

    expect(await store.repliesTo(eventId)).toHaveLength(2)
  })
})

describe('personal data', () => {
  /** What the store was asked to keep. */
  function keeping(port?: Knowledge) {
    const kept: { readonly text: string; readonly original: string | null }[] = []
    const parts = setUp(
      store => ({
        accept(event, original, now) {
          kept.push({ text: event.kind === 'citizen-wrote' ? event.text : '', original })
          return store.accept(event, original, now)
        },
      }),
      port,
    )
    return { ...parts, kept }
  }

  it('P08: is masked before anything is kept; the original goes along', async () => {
    const { bot, kept } = keeping()

    await bot.accept(citizenWrites('mój numer 44051401359'))

    expect(kept).toEqual([{ text: 'mój numer [PESEL]', original: 'mój numer 44051401359' }])
  })

  it.each([
    ['there is none', CARD],
    ['it is the number of the office', 'czy 68 381 20 00 to wasz telefon'],
  ])('leaves the text as it is where %s', async (_why, text) => {
    const office = createKnowledge({ phone: '68 381 20 00' })
    const { bot, kept } = keeping(() => office)

    await bot.accept(citizenWrites(text))

    expect(kept).toEqual([{ text, original: text }])
  })

  it.each([
    ['NUL', 'karta\0parkingowa', 'karta parkingowa', 'karta parkingowa'],
    ['half a sign', 'karta \ud83d', 'karta \ufffd', 'karta \ufffd'],
    ['the other half', '\ude00 44051401359', '\ufffd [PESEL]', '\ufffd 44051401359'],
  ])('is looked for in a text that any database can hold: %s', async (_what, written, text, original) => {
    const { bot, kept } = keeping()

    const accepted = await bot.accept(citizenWrites(written))
    await bot.repliesTo(accepted)

    expect(kept).toEqual([{ text, original }])
  })

  it('P08: that is split over two messages is masked in both once the second has its turn', async () => {
    const { bot, store } = setUp()
    await bot.accept(citizenWrites('😀 mój numer 44051'))

    const { conversationId } = await bot.accept(citizenWrites('401359', { externalId: 'activity-2' }))
    await bot.idle()

    const written = (await store.history(conversationId, 0)).filter(({ speaker }) => speaker === 'citizen')
    expect(written.map(({ content }) => content)).toEqual(['😀 mój numer [PESEL]', '[PESEL]'])
  })

  it('that is split over two messages stays nowhere else: neither in what explains the first answer', async () => {
    const { bot, store } = setUp()
    await bot.accept(citizenWrites('oto numer 4405140135'))

    const { conversationId } = await bot.accept(citizenWrites('9', { externalId: 'activity-2' }))
    await bot.idle()

    expect(JSON.stringify(await store.history(conversationId, 0))).not.toContain('4405140135')
  })

  it.each(['600 100 200', '684755302'])(
    'P08: stands in its ticket alone where it was asked for, also where it comes before that was told: %s',
    async number => {
      const { bot, store } = setUp()
      await store.desk.setPresence(ANNA, 'away', ['transport'])
      const batch = ['pracownik', 'Odpowiedź telefonem', number]
      const kept = await Promise.all(
        batch.map((text, index) => bot.keep(citizenWrites(text, { externalId: `activity-${index}` }))),
      )
      const [{ conversationId } = { conversationId: '' }] = kept

      for (const accepted of kept.slice(-1)) bot.start(accepted)
      await bot.idle()

      expect(await store.desk.contactOf(conversationId)).toBe(number)
      expect(JSON.stringify(await store.desk.history(conversationId, 0))).not.toContain(number)
    },
  )

  it('that two messages show only together can be had by whoever helps', async () => {
    const { bot, store } = setUp()
    await store.desk.setPresence(ANNA, 'free', ['transport'])
    await bot.accept(citizenWrites('pracownik', { externalId: 'activity-0' }))
    await bot.idle()
    await bot.accept(citizenWrites('mój numer 44051'))
    await bot.idle()

    const { conversationId } = await bot.accept(citizenWrites('401359', { externalId: 'activity-2' }))
    await bot.idle()

    const masked = (await store.desk.history(conversationId, 0)).filter(({ hasOriginal }) => hasOriginal)
    const originals = await Promise.all(masked.map(({ seq }) => store.original(conversationId, seq)))
    expect(masked.map(({ content }) => content)).toEqual(['mój numer [PESEL]', '[PESEL]'])
    expect(originals).toEqual(['mój numer 44051', '401359'])
  })

  it('is in no log', async () => {
    const { bot, lines } = setUp()

    await bot.accept(citizenWrites('mój numer 44051401359'))
    await bot.idle()

    expect(lines).toHaveLength(1)
    expect(JSON.stringify(lines)).not.toContain('44051401359')
  })
})

describe('a defect in deciding', () => {
  /** Knowledge that cannot be searched so many times. */
  function brokenKnowledge(times: number): Knowledge {
    let left = times
    const broken = {
      ...knowledge,
      get search() {
        if (left-- > 0) throw new Error('a defect')
        return knowledge.search
      },
    }
    return () => broken
  }

  it('is tried three times', async () => {
    const { bot, messages } = setUp(undefined, brokenKnowledge(2))

    const accepted = await bot.accept(citizenWrites(CARD))

    expect((await textsOf(bot, accepted)).at(-1)).toContain('Karta parkingowa: opłata')
    expect(messages('turn failed')).toHaveLength(2)
  })

  it('is given up then, with an apology and the contact of the office', async () => {
    const { bot, messages } = setUp(undefined, brokenKnowledge(3))

    const accepted = await bot.accept(citizenWrites(CARD))
    const texts = await textsOf(bot, accepted)

    expect(texts.slice(1)).toEqual([
      expect.stringMatching(/^Przepraszam, nie udało się odpowiedzieć.*Kontakt z urzędem/s),
    ])
    expect(messages('turn failed')).toHaveLength(3)
    expect(messages('event given up')).toHaveLength(1)
  })

  it('is given up each time where two messages meet with it', async () => {
    const { bot, messages } = setUp(undefined, brokenKnowledge(6))
    const accepted = await Promise.all(
      ['one', 'two'].map(externalId => bot.accept(citizenWrites(CARD, { externalId }))),
    )
    await bot.idle()

    const texts = await Promise.all(accepted.map(each => textsOf(bot, each)))

    expect(texts.map(each => each.at(-1))).toEqual(Array(2).fill(expect.stringContaining('Przepraszam')))
    expect(messages('work after an event failed')).toEqual([])
  })

  it('ends in an apology that is pushed as any other reply', async () => {
    const { bot, pushed, firstPush } = setUp(undefined, brokenKnowledge(3))

    await bot.accept(citizenWrites(CARD))
    await firstPush
    await settle()

    expect(pushed.at(-1)).toContain('Przepraszam')
  })

  it('does not stop the conversation', async () => {
    const { bot } = setUp(undefined, brokenKnowledge(3))
    await bot.accept(citizenWrites(CARD))

    const next = await bot.accept(citizenWrites(CARD, { externalId: 'activity-2' }))

    expect((await textsOf(bot, next)).at(-1)).toContain('Karta parkingowa: opłata')
  })

  it('is logged with the ids, and without what was written', async () => {
    const { bot, lines } = setUp(undefined, brokenKnowledge(3))

    const { eventId: event, conversationId: conversation } = await bot.accept(citizenWrites('sekretne słowa'))
    await bot.idle()

    const failed = {
      level: 'error',
      message: 'turn failed',
      fields: { event, conversation, error: expect.stringMatching(/^Error at /) },
    }
    expect(lines).toEqual([
      failed,
      failed,
      failed,
      {
        level: 'error',
        message: 'event given up',
        fields: { event, conversation, kind: 'citizen-wrote', outcomes: ['notice', 'notice'], owner: 'bot', ms: 0 },
      },
    ])
    expect(JSON.stringify(lines)).not.toContain('sekretne')
  })

  it('that not even the apology survives is left for later, and holds up nobody else', async () => {
    let isBroken = false
    const { bot, store, later, messages } = setUp(undefined, () => {
      if (isBroken) throw new Error('no knowledge')
      return knowledge
    })
    const accepting = bot.accept(citizenWrites(CARD))
    isBroken = true
    const { eventId } = await accepting
    await settle()
    const left = await store.repliesTo(eventId)
    isBroken = false
    later(30_000)

    await bot.recover()
    await bot.idle()

    expect(left).toBeUndefined()
    expect(messages('work after an event failed')).toHaveLength(1)
    expect(messages('event given up')).toHaveLength(1)
    expect((await store.repliesTo(eventId))?.at(-1)?.reply.blocks[0]).toMatchObject({
      text: expect.stringContaining('Przepraszam'),
    })
  })
})

describe('what time has done', () => {
  it('is accepted anew where it had to be given up, and not more often than every ten minutes', async () => {
    let isBroken = false
    const { bot, store, later, messages } = setUp(real => ({
      takeTurn: (conversationId, decide, now) =>
        real.takeTurn(
          conversationId,
          (before, received, desk) => {
            if (isBroken && received.attempts <= MAX_ATTEMPTS) throw new Error('a defect')
            return decide(before, received, desk)
          },
          now,
        ),
    }))
    const tick = async () => {
      await bot.runClock()
      await bot.idle()
    }
    await store.desk.setPresence(ANNA, 'busy', ['transport'])
    const { conversationId } = await bot.accept(citizenWrites('pracownik'))
    await bot.idle()
    later(QUEUE_MS)
    isBroken = true
    for (const _ of [1, 2, 3]) await tick()
    const givenUp = messages('event given up').length
    const waiting = await store.desk.find(conversationId)

    isBroken = false
    later(10 * 60_000)
    await tick()

    expect(givenUp).toBe(2)
    expect(waiting?.kind).toBe('queue')
    expect((await store.desk.find(conversationId))?.kind).toBe('ticket')
  })
})

describe('an event of a newer version', () => {
  /** As SQLite counts. */
  const FIRST_EVENT = 1

  it('F13: is left to a replica of that version, however often it is met with here', async () => {
    let isReadable = false
    const { bot, later } = setUp(store => ({
      async takeTurn(conversationId, decide, now) {
        if (isReadable) return store.takeTurn(conversationId, decide, now)
        throw new TurnError(FIRST_EVENT, { cause: new Error('unknown'), isUnreadable: true })
      },
    }))
    const accepted = await bot.accept(citizenWrites(CARD))
    for (let looks = 0; looks < 5; looks++) {
      later(30_000)
      await bot.recover()
    }

    isReadable = true
    later(1000)
    await bot.recover()

    expect((await textsOf(bot, accepted)).at(-1)).toContain('Karta parkingowa: opłata')
  })
})

describe('events that are accepted at the same time', () => {
  it('have their turns by their numbers, even where the store tells of the first one last', async () => {
    const { promise: told, resolve: tell } = Promise.withResolvers<void>()
    const { bot, messages } = setUp(store => ({
      async accept(event, original, now) {
        const accepted = await store.accept(event, original, now)
        if (event.origin.externalId === 'first') await told
        return accepted
      },
    }))
    const first = bot.accept(citizenWrites('karta parkingowa', { externalId: 'first' }))
    const second = await bot.accept(citizenWrites('a ile to kosztuje?', { externalId: 'second' }))

    const texts = await textsOf(bot, second)
    tell()
    const { eventId } = await first
    await bot.idle()

    expect(texts).toEqual([expect.stringContaining('Karta parkingowa: opłata')])
    expect(messages('turn committed').map(({ fields }) => fields.event)).toEqual([eventId, second.eventId])
  })

  it('have their turns in the order of the transcript, each once', async () => {
    const { bot, store, messages } = setUp()
    const ids = Array.from({ length: 30 }, (_, index) => `activity-${(index * 7) % 30}`)

    const accepted = await Promise.all(ids.map(externalId => bot.accept(citizenWrites(externalId, { externalId }))))
    await bot.idle()

    const taken = messages('turn committed').map(({ fields }) => fields.event)
    const written = (await store.history(accepted[0]?.conversationId ?? '', 0)).filter(
      ({ speaker }) => speaker === 'citizen',
    )
    expect(taken).toEqual(accepted.map(({ eventId }) => eventId))
    expect(written.map(({ content }) => content)).toEqual(ids)
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
