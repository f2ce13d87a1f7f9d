import { describe, expect, it } from '@jest/globals'
import { NOTHING_READ, type Reading } from '../../bot/language-service.ts'
import { createReadings } from '../../bot/readings.ts'
import { citizenWrites } from './events.ts'

const GERMAN: Reading = { personalData: [], language: 'de' }
const accepted = (eventId: number, conversationId = 'a') =>
  ({ status: 'new', eventId, conversationId, seq: 1 }) as const

/** A service that answers when the test says so. */
function setUp() {
  const answers = new Map<string, (reading: Reading) => void>()
  const readings = createReadings({ read: text => new Promise(resolve => answers.set(text, resolve)) })
  return { readings, answer: (text: string) => answers.get(text)?.(GERMAN) }
}

describe('what the language service reads', () => {
  it('is there once it has settled', async () => {
    const { readings, answer } = setUp()
    readings.begin(accepted(1), citizenWrites('Guten Tag'))
    const settled = readings.settled('a')

    expect(readings.of(1)).toEqual(NOTHING_READ)
    answer('Guten Tag')
    await settled

    expect(readings.of(1)).toEqual(GERMAN)
  })

  it('is not waited for in another conversation', async () => {
    const { readings } = setUp()
    readings.begin(accepted(1, 'slow'), citizenWrites('Guten Tag'))

    await expect(readings.settled('other')).resolves.toEqual([])
  })

  it('is forgotten after the turn, also where it comes later', async () => {
    const { readings, answer } = setUp()
    readings.begin(accepted(1), citizenWrites('Guten Tag'))
    const settled = readings.settled('a')

    readings.forget([1])
    answer('Guten Tag')
    await settled

    expect(readings.of(1)).toEqual(NOTHING_READ)
  })
})

describe('without a language service', () => {
  it('nothing is waited for', async () => {
    const readings = createReadings(undefined)
    readings.begin(accepted(1), citizenWrites('Guten Tag'))

    await readings.settled('a')

    expect(readings.of(1)).toEqual(NOTHING_READ)
  })
})
