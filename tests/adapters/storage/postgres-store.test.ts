import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { createPostgresStore } from '../../../adapters/storage/postgres-store.ts'
import { STORE_TIMING } from '../../../adapters/storage/timing.ts'
import { NEW_CONVERSATION } from '../../../bot/conversation.ts'
import type { ConversationEvent } from '../../../bot/event.ts'
import type { Turn } from '../../../bot/turn.ts'
import { describeDesk } from '../../contracts/desk.contract.ts'
import { describeErasing } from '../../contracts/erasing.contract.ts'
import { describeStore, type StoreMaker } from '../../contracts/store.contract.ts'
import { type Postgres, startPostgres } from '../../setup/postgres.ts'

let postgres: Postgres
/** Of a database with the newest schema and no rows, as each test needs one. */
let newest = ''
let url = ''

beforeAll(async () => {
  postgres = await startPostgres()
  newest = await postgres.createDatabase()
  const store = await createPostgresStore(newest)
  await store.close()
})

afterAll(() => postgres.stop())

const maker: StoreMaker = {
  async create(timing) {
    url = await postgres.createDatabase(newest)
    return createPostgresStore(url, timing)
  },
  async reopen(timing) {
    return createPostgresStore(url, timing)
  },
  async numbers(sql) {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query({ text: sql, rowMode: 'array' })
    await client.end()
    return rows.flat()
  },
}

describeStore('PostgreSQL', maker)
describeDesk('PostgreSQL', maker)

let copies = 0

/** Runs a statement beside the database, in which nobody may be then. */
async function beside(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(/[^/]+$/, 'postgres') })
  await client.connect()
  await client.query(statement)
  await client.end()
}

const nameOf = (address: string) => new URL(address).pathname.slice(1)

describeErasing('PostgreSQL', {
  ...maker,
  async placesOf(words) {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows: tables } = await client.query(
      `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`,
    )
    const places: string[] = []
    for (const { table_name: table } of tables) {
      const { rows } = await client.query(`SELECT 1 FROM ${table} AS t WHERE t::text LIKE $1 LIMIT 1`, [`%${words}%`])
      if (rows.length > 0) places.push(table)
    }
    await client.end()
    return places
  },
  seeded: ['clerk_rating', 'conversation', 'desk_conversation', 'inbox', 'learning_record', 'message', 'ticket'],
  backUp: () => beside(`CREATE DATABASE copy_${++copies} TEMPLATE ${nameOf(url)}`),
  async restore() {
    url = url.replace(/[^/]+$/, `copy_${copies}`)
  },
})

describe('what a clerk does on PostgreSQL', () => {
  it('F17: is kept and has its turn while citizens fill every connection', async () => {
    const now = new Date()
    const store = await maker.create(STORE_TIMING)
    const holder = new pg.Client({ connectionString: url })
    await holder.connect()
    const crowded = await store.accept(wrote('crowded'), null, now)
    const { conversationId } = await store.accept(wrote('calm'), null, now)

    await holder.query('BEGIN')
    await holder.query('SELECT 1 FROM conversation WHERE id = $1 FOR UPDATE', [crowded.conversationId])
    const citizens = Array.from({ length: 30 }, () => store.accept(wrote('crowded'), null, now))
    const clerk = { id: 'anna', name: 'Anna Nowak' }
    const origin = { ...wrote('desk').origin, conversationId }
    const kept = await store.accept({ kind: 'clerk-noted', clerk, text: 'Dzwonię.', origin }, null, now)
    const nothing = (): Turn => ({ state: NEW_CONVERSATION, replies: [] })
    const turns = [
      await store.takeTurn(conversationId, nothing, now),
      await store.takeTurn(conversationId, nothing, now),
    ]
    await holder.query('COMMIT')
    await Promise.all(citizens)
    await holder.end()
    await store.close()

    expect(turns.at(-1)?.received).toMatchObject({ eventId: kept.eventId, happening: { kind: 'clerk-noted' } })
  })
})

function wrote(address: string): ConversationEvent {
  const origin = { source: 'test', address, externalId: randomUUID(), returnPath: null, isAwaited: false }
  return { kind: 'citizen-wrote', text: 'hej', origin }
}
