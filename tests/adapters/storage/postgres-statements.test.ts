import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createPostgresStore } from '../../../adapters/storage/postgres-store.ts'
import { STORE_TIMING } from '../../../adapters/storage/timing.ts'
import { NEW_CONVERSATION } from '../../../bot/conversation.ts'
import type { Store } from '../../../bot/ports.ts'
import type { ExplainedReply } from '../../../bot/turn.ts'
import { type Postgres, startPostgres } from '../../setup/postgres.ts'

const NOW = new Date('2026-11-25T10:00:00Z')
const QUIET = { pollMs: 3_600_000, heartbeatMs: 3_600_000 }
const REPLY: ExplainedReply = {
  reply: { blocks: [{ kind: 'paragraph', text: 'tak' }], choices: [] },
  explanation: null,
}

let postgres: Postgres
let store: Store
let messages = 0

beforeAll(async () => {
  postgres = await startPostgres({
    fsync: 'off',
    log_statement: 'all',
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
  })
  store = await createPostgresStore(await postgres.createDatabase(), STORE_TIMING, QUIET)
})

afterAll(async () => {
  await store.close()
  await postgres.stop()
})

/** A message from its acceptance to the note that its reply was sent. */
async function wholeTurn(): Promise<void> {
  const externalId = String(++messages)
  const origin = { source: 'test', address: 'here', externalId, returnPath: '{}', isAwaited: false }
  const { conversationId } = await store.accept({ kind: 'citizen-wrote', text: 'hej', origin }, null, NOW)
  const taken = await store.takeTurn(conversationId, () => ({ state: NEW_CONVERSATION, replies: [REPLY] }), NOW)
  if (taken?.delivery) await store.delivered(taken.delivery)
}

/** Statements that the server logs while `work` is done, as it says itself. */
async function statementsOf(work: () => Promise<void>): Promise<number> {
  const before = await logged()
  await work()
  return (await logged()) - before - 1
}

/** The marker is a statement too: once it is in the log, so is whatever came before it. */
async function logged(): Promise<number> {
  const marker = 1_000_000 + ++messages
  await store.history('00000000-0000-0000-0000-000000000000', marker)
  while (!postgres.log().includes(`'${marker}'`)) await new Promise(resolve => setImmediate(resolve))
  return [...postgres.log().matchAll(/LOG: {2}(?:statement|execute [^:]*):/g)].length
}

describe('a turn on PostgreSQL', () => {
  it('takes six statements, from accepting a message to noting its reply, and no more after a hundred', async () => {
    await wholeTurn()

    const early = await statementsOf(wholeTurn)
    for (let turn = 0; turn < 100; turn++) await wholeTurn()
    const late = await statementsOf(wholeTurn)

    expect([early, late]).toEqual([6, 6])
  })
})

describe('a look for one conversation of the desk', () => {
  it('reads that one alone, by its index', async () => {
    const before = postgres.log().length

    await store.desk.find('00000000-0000-4000-8000-000000000000')
    await logged()

    expect(postgres.log().slice(before)).toMatch(/Index Scan using desk_conversation_pkey/)
  })
})
