import { EventEmitter } from 'node:events'
import pg from 'pg'
import type { Typist } from '../../bot/ports.ts'
import type { Query } from './postgres-database.ts'

/** Tells of changes that any replica made: by NOTIFY at once, and by one poll for all that are watched when that fails. */
export type PostgresFeed = {
  readonly watch: (conversationId: string, changed: () => void) => () => void
  /** Told by NOTIFY alone, as are signs of typing. */
  readonly watchAll: (changed: () => void) => () => void
  readonly showTyping: (conversationId: string, who: Typist) => Promise<void>
  readonly watchTyping: (conversationId: string, seen: (who: Typist) => void) => () => void
  readonly close: () => Promise<void>
}

export type FeedTiming = {
  /** Time between polls. Default 2 s. */
  readonly pollMs: number
  /** A listener whose heartbeat is not answered for so long is replaced. Default 10 s. */
  readonly heartbeatMs: number
}

export const FEED_TIMING: FeedTiming = { pollMs: 2000, heartbeatMs: 10_000 }

const CHANNEL = 'conversation'

const TYPISTS: readonly Typist[] = ['citizen', 'clerk']

/** Told of each notification; no conversation has this name. */
const ANY = Symbol('any')

/** The listener has a connection of its own, and may be away: then the poll finds everything. */
export function createPostgresFeed(url: string, query: Query, timing: FeedTiming = FEED_TIMING): PostgresFeed {
  const changes = new EventEmitter().setMaxListeners(0)
  const typing = new EventEmitter().setMaxListeners(0)
  const lastSeq = new Map<string, number>()
  let listener: pg.Client | undefined
  let isConnecting = false
  let isClosed = false

  function tell(conversationId: string, seq: number): void {
    const known = lastSeq.get(conversationId)
    if (known === undefined || known >= seq) return
    lastSeq.set(conversationId, seq)
    changes.emit(conversationId)
  }

  async function listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 3000,
      query_timeout: timing.heartbeatMs,
      keepAlive: true,
    })
    client.on('error', drop)
    client.on('end', drop)
    client.on('notification', ({ payload = '' }) => {
      const [conversationId = '', said] = payload.split(':')
      const typist = TYPISTS.find(who => who === said)
      if (typist) {
        typing.emit(conversationId, typist)
        return
      }
      tell(conversationId, Number(said))
      changes.emit(ANY)
    })
    try {
      await client.connect()
      await client.query(`LISTEN ${CHANNEL}`)
    } catch (error) {
      client.end().catch(ignore)
      throw error
    }
    if (isClosed) await client.end()
    else listener = client

    function drop(): void {
      if (listener === client) listener = undefined
    }
  }

  async function connect(): Promise<void> {
    isConnecting = true
    try {
      await listen()
    } finally {
      isConnecting = false
    }
  }

  /** Replaces a listener that is gone or silent. */
  async function beat(): Promise<void> {
    const client = listener
    if (isConnecting) return
    if (!client) return connect()
    const { promise: tooLate, reject } = Promise.withResolvers<never>()
    const timer = setTimeout(() => reject(new Error('the listener is silent')), timing.heartbeatMs)
    try {
      await Promise.race([client.query('SELECT 1'), tooLate])
    } catch {
      listener = undefined
      client.end().catch(ignore)
    } finally {
      clearTimeout(timer)
    }
  }

  async function poll(): Promise<void> {
    const watched = changes.eventNames().filter(name => typeof name === 'string')
    if (watched.length === 0) return
    const rows = await query<{ id: string; last_seq: number }>(
      'SELECT id, last_seq FROM conversation WHERE id = ANY($1)',
      [watched],
    )
    const found = new Map(rows.map(({ id, last_seq }) => [id, last_seq]))
    // What is not there any more was erased, which is a change, too: the last one.
    for (const id of watched) tell(id, found.get(id) ?? Number.POSITIVE_INFINITY)
  }

  const polling = setInterval(() => poll().catch(ignore), timing.pollMs)
  const beating = setInterval(() => beat().catch(ignore), timing.heartbeatMs)
  connect().catch(ignore)

  return {
    watch(conversationId, changed) {
      if (changes.listenerCount(conversationId) === 0) lastSeq.set(conversationId, 0)
      changes.on(conversationId, changed)
      return () => {
        changes.off(conversationId, changed)
        if (changes.listenerCount(conversationId) === 0) lastSeq.delete(conversationId)
      }
    },
    async showTyping(conversationId, who) {
      await query('SELECT pg_notify($1, $2)', [CHANNEL, `${conversationId}:${who}`])
    },
    watchTyping(conversationId, seen) {
      typing.on(conversationId, seen)
      return () => typing.off(conversationId, seen)
    },
    watchAll(changed) {
      changes.on(ANY, changed)
      return () => changes.off(ANY, changed)
    },
    async close() {
      isClosed = true
      clearInterval(polling)
      clearInterval(beating)
      // Not awaited: a listener that is silently dead never answers the goodbye.
      listener?.end().catch(ignore)
    },
  }
}

function ignore(): void {
  // The next beat or poll tries again, and reading by seq needs neither.
}
