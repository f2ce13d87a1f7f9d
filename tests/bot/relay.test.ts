import { describe, expect, it } from '@jest/globals'
import { createSqliteStore } from '../../adapters/storage/sqlite-store.ts'
import { STORE_TIMING } from '../../adapters/storage/timing.ts'
import { DeliveryError } from '../../bot/delivery-error.ts'
import type { Channel, Delivery, Log, Store } from '../../bot/ports.ts'
import { createRelay } from '../../bot/relay.ts'
import type { ExplainedReply } from '../../bot/turn.ts'
import { paragraph, plainText } from '../../dialogs/reply.ts'
import { citizenWrites } from './events.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

const saying = (text: string): ExplainedReply => ({
  reply: { blocks: [paragraph(text)], choices: [] },
  explanation: null,
})
const busy = () => new DeliveryError('the channel answered 503', false)
const expired = () => new DeliveryError('the channel answered 401', false, { needsRepair: true })
const tooLate = () => new DeliveryError('outside of the window', true, { isTooLate: true })
const gone = () => new DeliveryError('the channel answered 404', true)

/**
 * A store whose parts a test may break, two relays, and the channel `emulator`, which takes a reply unless `refusals` has an
 * error for its text, and takes as long as `delays` says.
 */
function setUp(broken: (store: Store) => Partial<Store> = () => ({}), leaseMs = STORE_TIMING.leaseMs) {
  const timing = { ...STORE_TIMING, leaseMs }
  const real = createSqliteStore(':memory:', timing)
  const store = { ...real, ...broken(real) }
  const sent: { readonly returnPath: string; readonly text: string; readonly key: string }[] = []
  const tried: string[] = []
  const lines: { readonly level: string; readonly fields: Readonly<Record<string, unknown>> }[] = []
  const keys: string[] = []
  const refusals = new Map<string, () => Error>()
  const delays = new Map<string, Promise<void>>()
  const connected = new Set(['emulator'])
  let now = Date.parse('2026-11-24T10:00:00Z')

  const emulator: Channel = {
    async deliver(returnPath, { reply }, key) {
      const text = plainText(reply)
      tried.push(text)
      keys.push(key)
      await delays.get(text)
      const refusal = refusals.get(text)
      if (refusal) throw refusal()
      sent.push({ returnPath, text, key })
    },
  }
  const note = (level: string) => (fields: Readonly<Record<string, unknown>>) => {
    lines.push({ level, fields })
  }
  const log: Log = { info: note('info'), warn: note('warn'), error: note('error') }
  const clock = () => new Date(now)
  const givenUp: boolean[] = []
  const brokenTelling = { isBroken: false }
  const gaveUp = async (_delivery: Delivery, isTooLate: boolean) => {
    if (brokenTelling.isBroken) throw new Error('the store is away')
    givenUp.push(isTooLate)
  }
  const blocked: string[] = []
  const channels = (source: string) => (connected.has(source) ? emulator : undefined)

  return {
    store,
    relay: createRelay({
      store,
      channels,
      clock,
      log,
      gaveUp,
      blocked: async ({ returnPath }) => {
        blocked.push(returnPath)
      },
    }),
    givenUp,
    blocked,
    brokenTelling,
    otherRelay: createRelay({ store, channels, clock, log }),
    sent,
    tried,
    keys,
    lines,
    refusals,
    delays,
    connected,
    later(ms: number) {
      now += ms
    },
    /** Commits replies that wait to be pushed into the conversation at `address`, as if whoever committed them had ended. */
    async commit(address: string, ...texts: readonly string[]) {
      const externalId = `${address}: ${texts.join()}`
      const event = citizenWrites('pytanie', { address, externalId, returnPath: address })
      const { conversationId } = await store.accept(event, null, clock())
      timing.leaseMs = 0
      await store.takeTurn(conversationId, before => ({ state: before, replies: texts.map(saying) }), clock())
      timing.leaseMs = leaseMs
    },
    sentTexts: () => sent.map(({ text }) => text),
  }
}

describe('a delivery', () => {
  it('goes to where the citizen wrote from', async () => {
    const { relay, commit, sent } = setUp()
    await commit('a', 'one')

    await relay.deliverDue()

    expect(sent).toEqual([{ returnPath: 'a', text: 'one', key: expect.any(String) }])
  })

  it('goes once', async () => {
    const { relay, commit, sentTexts } = setUp()
    await commit('a', 'one')

    await relay.deliverDue()
    await relay.deliverDue()

    expect(sentTexts()).toEqual(['one'])
  })

  it('goes once where two look for it at the same time', async () => {
    const { relay, commit, sentTexts } = setUp()
    await commit('a', 'one', 'two')

    await Promise.all([relay.deliverDue(), relay.deliverDue()])

    expect(sentTexts()).toEqual(['one', 'two'])
  })

  it('bears a key of its own, the same at each attempt', async () => {
    const { relay, commit, tried, keys, refusals, later } = setUp()
    await commit('a', 'one', 'two')
    refusals.set('one', busy)
    await relay.deliverDue()
    refusals.clear()
    later(SECOND)

    await relay.deliverDue()

    expect(tried).toEqual(['one', 'one', 'two'])
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).not.toBe(keys[0])
  })

  it('is claimed by one of two relays', async () => {
    const { relay, otherRelay, commit, tried } = setUp()
    await commit('a', 'one', 'two')
    await commit('b', 'three')

    await Promise.all([relay.deliverDue(), otherRelay.deliverDue()])

    expect(tried.toSorted()).toEqual(['one', 'three', 'two'])
  })

  it('is left to the one that sends it, however long that takes', async () => {
    const { relay, otherRelay, commit, tried, delays, later } = setUp()
    const { promise: end, resolve: finish } = Promise.withResolvers<void>()
    delays.set('one', end)
    await commit('a', 'one', 'two')
    const sending = relay.deliverDue()

    later(HOUR)
    await otherRelay.deliverDue()
    const triedMeanwhile = [...tried]
    finish()
    await sending

    expect(triedMeanwhile).toEqual(['one'])
    expect(tried).toEqual(['one', 'two'])
  })

  it('is sent again by another relay once its lease has ended', async () => {
    const { relay, otherRelay, commit, tried, delays } = setUp(undefined, 0)
    const { promise: end, resolve: finish } = Promise.withResolvers<void>()
    delays.set('one', end)
    await commit('a', 'one')
    const sending = relay.deliverDue()

    delays.clear()
    await otherRelay.deliverDue()
    finish()
    await sending

    expect(tried).toEqual(['one', 'one'])
  })
})

describe('a delivery that was sent, but could not be noted as sent', () => {
  const full = async () => {
    throw new Error('the disk is full')
  }

  it('did not fail: it is noted after its lease, and not sent a second time', async () => {
    let failures = 1
    const { relay, commit, store, keys, lines } = setUp(
      real => ({ delivered: delivery => (failures-- > 0 ? full() : real.delivered(delivery)) }),
      0,
    )
    await commit('a', 'one')

    await expect(relay.deliverDue()).rejects.toThrow('the disk is full')
    await relay.deliverDue()

    expect(lines).toEqual([])
    expect(keys).toHaveLength(1)
    expect(await store.claimDeliveries(new Date('2027-01-01T00:00:00Z'))).toEqual([])
  })

  it('has no attempt counted', async () => {
    const { relay, commit, store } = setUp(() => ({ delivered: full }), 0)
    await commit('a', 'one')
    await expect(relay.deliverDue()).rejects.toThrow('the disk is full')

    const [delivery] = await store.claimDeliveries(new Date('2026-11-24T10:00:00Z'))

    expect(delivery?.attempts).toBe(0)
  })

  it('does not hold up other conversations', async () => {
    const { relay, commit, sentTexts } = setUp(real => ({
      delivered: delivery => (delivery.returnPath === 'a' ? full() : real.delivered(delivery)),
    }))
    await commit('a', 'one', 'two')
    await commit('b', 'three', 'four')

    await expect(relay.deliverDue()).rejects.toThrow('the disk is full')
    await new Promise<void>(resolve => setImmediate(resolve))

    expect(sentTexts()).toEqual(['one', 'three', 'four'])
  })
})

describe('the order of deliveries', () => {
  it('is kept within a conversation', async () => {
    const { relay, commit, sentTexts } = setUp()
    await commit('a', 'one', 'two', 'three')
    await commit('a', 'four')

    await relay.deliverDue()

    expect(sentTexts()).toEqual(['one', 'two', 'three', 'four'])
  })

  it('is kept where the first fails: the later ones wait for it', async () => {
    const { relay, commit, sentTexts, tried, refusals, later } = setUp()
    await commit('a', 'one', 'two')
    refusals.set('one', busy)
    await relay.deliverDue()
    const triedBefore = [...tried]
    refusals.clear()
    later(SECOND)

    await relay.deliverDue()

    expect(triedBefore).toEqual(['one'])
    expect(sentTexts()).toEqual(['one', 'two'])
  })

  it('of one conversation does not hold up another', async () => {
    const { relay, commit, sentTexts, refusals } = setUp()
    await commit('a', 'one')
    await commit('b', 'two')
    refusals.set('one', busy)

    await relay.deliverDue()

    expect(sentTexts()).toEqual(['two'])
  })
})

describe('a slow channel', () => {
  it('holds up nobody else', async () => {
    const { relay, commit, sentTexts, delays } = setUp()
    const { promise: end, resolve: finish } = Promise.withResolvers<void>()
    delays.set('slow', end)
    await commit('a', 'slow', 'after it')
    await commit('b', 'one', 'two')
    const slow = relay.deliverDue()
    await new Promise<void>(resolve => setImmediate(resolve))

    const atOnce = [...sentTexts()]
    await commit('c', 'three')
    await relay.deliverDue()
    const meanwhile = [...sentTexts()]
    finish()
    await slow

    expect(atOnce).toEqual(['one', 'two'])
    expect(meanwhile).toEqual(['one', 'two', 'three'])
    expect(sentTexts()).toEqual(['one', 'two', 'three', 'slow', 'after it'])
  })
})

describe('very many deliveries', () => {
  it('are sent 50 at a time, and none is left', async () => {
    const { relay, commit, sentTexts, tried, delays } = setUp()
    const { promise: end, resolve: finish } = Promise.withResolvers<void>()
    const addresses = Array.from({ length: 120 }, (_, index) => `${index}`)
    for (const address of addresses) {
      delays.set(`one ${address}`, end)
      await commit(address, `one ${address}`, `two ${address}`)
    }

    const sending = relay.deliverDue()
    await new Promise<void>(resolve => setImmediate(resolve))
    await relay.deliverDue()
    const triedAtOnce = tried.length
    finish()
    await sending

    expect(triedAtOnce).toBe(50)
    expect(new Set(sentTexts()).size).toBe(240)
    expect(tried).toHaveLength(240)
  })
})

describe('a failed delivery', () => {
  const WAITS = [SECOND, 5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR]

  it('is tried again after 1 s, 5 s, 30 s, 2 min, 10 min, 30 min, 1 h and 3 h, and not a millisecond sooner', async () => {
    const { relay, commit, tried, refusals, later } = setUp()
    await commit('a', 'one')
    refusals.set('one', busy)
    await relay.deliverDue()
    const attempts: number[][] = []

    for (const wait of WAITS) {
      later(wait - 1)
      await relay.deliverDue()
      const tooSoon = tried.length
      later(1)
      await relay.deliverDue()
      attempts.push([tooSoon, tried.length])
    }

    expect(attempts).toEqual(WAITS.map((_, index) => [index + 1, index + 2]))
  })

  it('is given up after the ninth attempt', async () => {
    const { relay, commit, tried, lines, refusals, later } = setUp()
    await commit('a', 'one')
    refusals.set('one', busy)
    await relay.deliverDue()

    for (const wait of [...WAITS, 1000 * HOUR]) {
      later(wait)
      await relay.deliverDue()
    }

    expect(tried).toHaveLength(9)
    expect(lines.map(({ level }) => level)).toEqual([...Array(8).fill('warn'), 'error'])
  })

  it('is given up at once where another attempt cannot help', async () => {
    const { relay, commit, tried, lines, refusals, later } = setUp()
    await commit('a', 'one')
    refusals.set('one', gone)
    await relay.deliverDue()
    later(1000 * HOUR)

    await relay.deliverDue()

    expect(tried).toEqual(['one'])
    expect(lines.map(({ level }) => level)).toEqual(['error'])
  })

  it('is tried every minute, told of, and never given up, where something of ours has to be mended', async () => {
    const { relay, commit, blocked, tried, sentTexts, lines, refusals, later } = setUp()
    await commit('a', 'one', 'two')
    refusals.set('one', expired)
    await relay.deliverDue()

    for (let minute = 0; minute < 20; minute++) {
      later(MINUTE)
      await relay.deliverDue()
    }
    refusals.set('one', busy)
    later(MINUTE)
    await relay.deliverDue()
    refusals.clear()
    later(SECOND)
    await relay.deliverDue()

    expect(tried).toHaveLength(24)
    expect(blocked).toEqual(Array(21).fill('a'))
    expect(sentTexts()).toEqual(['one', 'two'])
    expect(lines.map(({ level }) => level)).not.toContain('error')
  })

  it('that was given up is told of before', async () => {
    const { relay, commit, givenUp, refusals, brokenTelling } = setUp(undefined, 0)
    await commit('a', 'one')
    refusals.set('one', tooLate)
    brokenTelling.isBroken = true
    await relay.deliverDue().catch(() => undefined)
    brokenTelling.isBroken = false

    await relay.deliverDue()
    await relay.deliverDue()

    expect(givenUp).toEqual([true])
  })

  it('that comes too late is no fault where the assistant only announced something', async () => {
    const { relay, commit, lines, refusals } = setUp()
    await commit('a', 'one')
    refusals.set('one', tooLate)

    await relay.deliverDue()

    expect(lines.map(({ level }) => level)).toEqual(['warn'])
  })

  it('that was given up lets the later ones go on', async () => {
    const { relay, commit, sentTexts, refusals } = setUp()
    await commit('a', 'one', 'two', 'three')
    refusals.set('one', gone)

    await relay.deliverDue()

    expect(sentTexts()).toEqual(['two', 'three'])
  })

  it('is tried again after a failure that the channel does not explain', async () => {
    const { relay, commit, sentTexts, refusals, later } = setUp()
    await commit('a', 'one')
    refusals.set('one', () => new TypeError('fetch failed'))
    await relay.deliverDue()
    refusals.clear()
    later(SECOND)

    await relay.deliverDue()

    expect(sentTexts()).toEqual(['one'])
  })

  it('is tried again where no channel is connected', async () => {
    const { relay, commit, sentTexts, connected, later } = setUp()
    await commit('a', 'one')
    connected.clear()
    await relay.deliverDue()
    connected.add('emulator')
    later(SECOND)

    await relay.deliverDue()

    expect(sentTexts()).toEqual(['one'])
  })

  it('is logged with its ids and its error, and without what it said', async () => {
    const { relay, commit, lines, refusals } = setUp()
    await commit('a', 'secret words')
    refusals.set('secret words', busy)

    await relay.deliverDue()

    expect(lines).toEqual([
      {
        level: 'warn',
        fields: {
          delivery: expect.any(Number),
          conversation: expect.any(String),
          source: 'emulator',
          attempts: 1,
          error: 'DeliveryError: the channel answered 503',
        },
      },
    ])
    expect(JSON.stringify(lines)).not.toContain('secret words')
  })
})

describe('a relay with nothing due', () => {
  it('does nothing', async () => {
    const { relay, tried, lines } = setUp()

    await relay.deliverDue()

    expect([tried, lines]).toEqual([[], []])
  })
})
