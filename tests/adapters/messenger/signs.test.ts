import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { createSigns } from '../../../adapters/messenger/signs.ts'
import { DeliveryError } from '../../../bot/delivery-error.ts'

const accepted = (conversationId: string) => ({ status: 'new', eventId: 1, conversationId, seq: 1 }) as const

/** Signs to the citizen `c`, whose conversation is `id`; `busy` are those that are at work. */
function setUp(busy: readonly string[], refusal?: Error) {
  const shown: unknown[] = []
  const send = async (recipient: string, body: Readonly<Record<string, unknown>>) => {
    shown.push([recipient, body.sender_action])
    if (refusal) throw refusal
  }
  return { shown, signs: createSigns(send, { isAtWork: id => busy.includes(id) }) }
}

describe('a citizen on Messenger', () => {
  beforeEach(() => {
    jest.useFakeTimers()
  })
  afterEach(() => {
    jest.useRealTimers()
  })

  it('sees at once that they were read, and that the assistant types where the answer takes longer', () => {
    const { shown, signs } = setUp(['id'])

    signs('c', accepted('id'))
    jest.advanceTimersByTime(499)
    const before = [...shown]
    jest.advanceTimersByTime(1)

    expect(before).toEqual([['c', 'mark_seen']])
    expect(shown.slice(1)).toEqual([['c', 'typing_on']])
  })

  it('sees nobody type once they are answered', () => {
    const { shown, signs } = setUp(['other'])

    signs('c', accepted('id'))
    jest.advanceTimersByTime(10_000)

    expect(shown).toEqual([['c', 'mark_seen']])
  })

  it('loses nothing by a sign that Meta refuses', async () => {
    const { shown, signs } = setUp(['id'], new DeliveryError('the Graph API answered 500', false))

    signs('c', accepted('id'))
    await jest.advanceTimersByTimeAsync(500)

    expect(shown).toHaveLength(2)
  })

  it('is one of few who get signs at the same time', () => {
    const shown: string[] = []
    const never = new Promise<void>(() => undefined)
    const signs = createSigns(
      recipient => {
        shown.push(recipient)
        return never
      },
      { isAtWork: () => false },
    )

    for (let citizen = 0; citizen < 100; citizen++) signs(String(citizen), accepted('id'))

    expect(shown).toHaveLength(20)
  })
})
