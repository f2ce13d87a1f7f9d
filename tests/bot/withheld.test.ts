import { describe, expect, it } from '@jest/globals'
import { NOTHING_READ, type Reading } from '../../bot/language-service.ts'
import { createWithheld } from '../../bot/withheld.ts'
import { citizenWrites } from './events.ts'

const GERMAN: Reading = { personalData: [], language: 'de' }
const accepted = (eventId: number, conversationId = 'a') =>
  ({ status: 'new', eventId, conversationId, seq: 1 }) as const
const masked = { event: citizenWrites('tel. [TELEFON]'), original: 'tel. 600100200' }

/** A service that answers when the test says so. */
function setUp() {
  const { promise, resolve } = Promise.withResolvers<Reading>()
  return { withheld: createWithheld({ read: () => promise }), answer: () => resolve(GERMAN) }
}

describe('what is known of a message', () => {
  it('is its original at once, and what was read once that has settled', async () => {
    const { withheld, answer } = setUp()
    withheld.begin(accepted(1), masked)
    const settled = withheld.settled('a')

    expect(withheld.of(1)).toEqual({ original: 'tel. 600100200', reading: NOTHING_READ })
    answer()

    expect(await settled).toEqual([1])
    expect(withheld.of(1)).toEqual({ original: 'tel. 600100200', reading: GERMAN })
  })

  it('is not waited for in another conversation', async () => {
    const { withheld } = setUp()
    withheld.begin(accepted(1, 'slow'), masked)

    expect(await withheld.settled('other')).toEqual([])
  })

  it('is forgotten after the turn, also where the reading comes later', async () => {
    const { withheld, answer } = setUp()
    withheld.begin(accepted(1), masked)
    const settled = withheld.settled('a')

    withheld.forget([1])
    answer()
    await settled

    expect(withheld.of(1)).toEqual({ original: null, reading: NOTHING_READ })
  })
})

describe('without a language service', () => {
  it('nothing is waited for', async () => {
    const withheld = createWithheld(undefined)
    withheld.begin(accepted(1), masked)

    expect(await withheld.settled('a')).toEqual([1])
    expect(withheld.of(1).reading).toEqual(NOTHING_READ)
  })
})
