import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { openPostgres, type PostgresDatabase, type Query } from '../../../adapters/storage/postgres-database.ts'
import { createPostgresFeed, FEED_TIMING, type FeedTiming } from '../../../adapters/storage/postgres-feed.ts'
import { createPostgresStore } from '../../../adapters/storage/postgres-store.ts'
import { STORE_TIMING } from '../../../adapters/storage/timing.ts'
import type { Store } from '../../../bot/ports.ts'
import { paragraph } from '../../../dialogs/reply.ts'
import { type Postgres, startPostgres } from '../../setup/postgres.ts'

const NOW = new Date('2026-11-25T10:00:00Z')
const NEVER = 2 ** 31 - 1

let postgres: Postgres
let url = ''
let watching: PostgresDatabase
const ends: (() => Promise<void>)[] = []

beforeAll(async () => {
  postgres = await startPostgres()
})

afterAll(() => postgres.stop())

beforeEach(async () => {
  url = await postgres.createDatabase()
  watching = await openPostgres(url, 2)
  ends.push(watching.close)
})

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** A replica that is told of changes in these ways alone. */
async function replica(timing: Partial<FeedTiming> = {}): Promise<Store> {
  const store = await createPostgresStore(url, STORE_TIMING, { pollMs: NEVER, heartbeatMs: NEVER, ...timing })
  ends.push(store.close)
  return store
}

/** Connections that listen; a heartbeat is the last they asked. */
async function listeners(): Promise<readonly number[]> {
  const rows = await watching.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query IN ('LISTEN conversation', 'SELECT 1')`,
  )
  return rows.map(({ pid }) => pid)
}

/** Asks again and again until it is so, for 10 s at most. */
async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  const latest = performance.now() + 10_000
  while (!(await isSo())) {
    if (performance.now() > latest) throw new Error('it did not come so far')
    await turn()
  }
}

async function listening(count: number): Promise<readonly number[]> {
  await until(async () => (await listeners()).length === count)
  return listeners()
}

const killListeners = () =>
  watching.query(
    `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
     WHERE datname = current_database() AND query IN ('LISTEN conversation', 'SELECT 1')`,
  )

/** A message that waits for its turn. */
async function accept(store: Store, externalId = '1', address = 'here') {
  return store.accept(
    {
      kind: 'citizen-wrote',
      text: 'hej',
      origin: { source: 'test', address, externalId, returnPath: null, isAwaited: false },
    },
    null,
    NOW,
  )
}

function answer(store: Store, conversationId: string) {
  const replies = [{ reply: { blocks: [paragraph('tak')], choices: [] }, explanation: null }]
  return store.takeTurn(conversationId, before => ({ state: before, replies }), NOW)
}

/** Counts what a watcher is told. */
function counter() {
  const told = { times: 0, changed: () => void told.times++ }
  return told
}

describe('NOTIFY', () => {
  it('tells another replica of a turn', async () => {
    const [here, there] = [await replica(), await replica()]
    await listening(2)
    const { conversationId } = await accept(here)
    const told = counter()
    there.watch(conversationId, told.changed)

    await answer(here, conversationId)
    await until(() => told.times > 0)

    expect(told.times).toBe(1)
  })

  it('tells everybody who watches, and nobody who does not any more', async () => {
    const store = await replica()
    await listening(1)
    const { conversationId } = await accept(store)
    const [first, second, gone] = [counter(), counter(), counter()]
    store.watch(conversationId, first.changed)
    store.watch(conversationId, gone.changed)()
    store.watch(conversationId, second.changed)

    await answer(store, conversationId)
    await until(() => first.times + second.times === 2)

    expect([first.times, second.times, gone.times]).toEqual([1, 1, 0])
  })

  it('tells nobody of other conversations', async () => {
    const store = await replica()
    await listening(1)
    const [one, other] = [await accept(store, '1', 'one'), await accept(store, '2', 'other')]
    const [ofOne, ofOther] = [counter(), counter()]
    store.watch(one.conversationId, ofOne.changed)
    store.watch(other.conversationId, ofOther.changed)

    await answer(store, one.conversationId)
    await answer(store, other.conversationId)
    await until(() => ofOther.times > 0)

    expect([ofOne.times, ofOther.times]).toEqual([1, 1])
  })
})

describe('the poll', () => {
  it('tells where the listener was ended', async () => {
    const [here, there] = [await replica(), await replica({ pollMs: 20 })]
    await listening(2)
    await killListeners()
    const { conversationId } = await accept(here)
    const told = counter()
    there.watch(conversationId, told.changed)

    await answer(here, conversationId)
    await until(() => told.times > 0)

    expect(await listeners()).toEqual([])
  })

  it('tells once of what was erased where the listener was ended', async () => {
    const [here, there] = [await replica(), await replica({ pollMs: 5 })]
    await listening(2)
    await killListeners()
    const { conversationId } = await accept(here)
    const told = counter()
    there.watch(conversationId, told.changed)

    await until(() => told.times > 0)
    const before = told.times

    await here.erase(conversationId)
    await until(() => told.times > before)
    await polled(there)

    expect(told.times).toBe(before + 1)
  })

  it('and NOTIFY tell of a change once between them', async () => {
    const store = await replica({ pollMs: 5 })
    await listening(1)
    const { conversationId } = await accept(store)
    const told = counter()
    store.watch(conversationId, told.changed)
    await until(() => told.times > 0)
    const before = told.times

    await answer(store, conversationId)
    await until(() => told.times > before)
    await polled(store)

    expect(told.times).toBe(before + 1)
  })

  it('is one statement for all that are watched, and none where nothing is', async () => {
    const asked: (readonly unknown[] | undefined)[] = []
    const { promise: isPolled, resolve } = Promise.withResolvers<void>()
    const query: Query = (text, values) => {
      asked.push(values)
      resolve()
      return watching.query(text, values)
    }
    const store = await replica()
    const ids = await Promise.all(['one', 'two', 'three'].map(address => accept(store, address, address)))
    const quiet = createPostgresFeed(url, query, { pollMs: 5, heartbeatMs: NEVER })
    ends.push(quiet.close)
    await polled(store)
    const askedWhileQuiet = asked.length

    for (const { conversationId } of ids) quiet.watch(conversationId, () => undefined)
    await isPolled

    expect(askedWhileQuiet).toBe(0)
    expect(asked[0]).toEqual([ids.map(({ conversationId }) => conversationId)])
  })

  /** Waits until another feed with the same pace has polled. */
  async function polled(store: Store): Promise<void> {
    const { conversationId } = await accept(store, 'polled', 'polled')
    const told = counter()
    const feed = createPostgresFeed(url, watching.query, { pollMs: 20, heartbeatMs: NEVER })
    feed.watch(conversationId, told.changed)
    await until(() => told.times > 0)
    await feed.close()
  }
})

describe('the listener', () => {
  it('comes back after it was ended', async () => {
    const store = await replica({ heartbeatMs: 50 })
    const { conversationId } = await accept(store)
    const told = counter()
    store.watch(conversationId, told.changed)
    const first = await listening(1)

    await killListeners()
    await until(async () => (await listeners()).some(pid => !first.includes(pid)))
    await answer(store, conversationId)
    await until(() => told.times > 0)

    expect(told.times).toBe(1)
  })

  it('stays the same while it answers', async () => {
    await replica({ heartbeatMs: 300 })
    const before = await listening(1)

    await until(async () => (await heartbeats()) > 0)

    expect(await listeners()).toEqual(before)
  })

  it('ends with the store', async () => {
    const store = await replica()
    await listening(1)
    ends.pop()

    await store.close()

    expect(await listening(0)).toEqual([])
  })

  it('ends with the store that closes before it listens', async () => {
    const store = await replica()
    ends.pop()

    await store.close()
    await until(async () => (await connections()) === 1)

    expect(await listeners()).toEqual([])
  })

  async function heartbeats(): Promise<number> {
    const rows = await watching.query(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query = 'SELECT 1'`,
    )
    return rows.length
  }

  async function connections(): Promise<number> {
    const rows = await watching.query(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'`,
    )
    return rows.length
  }
})

describe('the feed', () => {
  it('polls every 2 s, and asks its listener every 10 s', () => {
    expect(FEED_TIMING).toEqual({ pollMs: 2000, heartbeatMs: 10_000 })
  })
})
