import { describe, expect, it } from '@jest/globals'
import { createSqliteStore } from '../../adapters/storage/sqlite-store.ts'
import { NOTHING_READ } from '../../bot/language-service.ts'
import type { Store } from '../../bot/ports.ts'
import { createRelay } from '../../bot/relay.ts'
import { createTakeTurns } from '../../bot/take-turns.ts'
import { createWithheld } from '../../bot/withheld.ts'
import { RULES } from '../fixtures/desk.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'
import { citizenWrites } from './events.ts'

const knowledge = createKnowledge()
const clock = () => new Date('2026-11-24T10:00:00Z')
const log = { info() {}, warn() {}, error() {} }

describe('what is known of a batch of messages', () => {
  const withheld = createWithheld({ read: async () => NOTHING_READ })

  function turnsOf(store: Store) {
    const relay = createRelay({ store, channels: () => undefined, clock, log })
    return createTakeTurns({ store, knowledge: () => knowledge, relay, clock, log, rules: RULES }, withheld)
  }

  /** Gives the conversation. */
  async function keep(store: Store, ...ids: readonly string[]): Promise<string> {
    let conversationId = ''
    for (const externalId of ids) {
      const event = citizenWrites('karta parkingowa', { externalId })
      const accepted = await store.accept(event, null, clock())
      withheld.begin(accepted, { event, original: 'karta parkingowa' })
      conversationId = accepted.conversationId
    }
    return conversationId
  }

  it('is forgotten with each of their turns', async () => {
    const store = createSqliteStore()
    const conversationId = await keep(store, 'one', 'two', 'three')

    await turnsOf(store)(conversationId)

    expect(await withheld.settled(conversationId)).toEqual([])
  })

  it('is forgotten too where another process has taken them', async () => {
    const store = createSqliteStore()
    const conversationId = await keep(store, 'one', 'two')

    await turnsOf({ ...store, takeTurn: async () => undefined })(conversationId)

    expect(await withheld.settled(conversationId)).toEqual([])
  })
})
