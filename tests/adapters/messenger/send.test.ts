import { describe, expect, it } from '@jest/globals'
import { GraphError } from '../../../adapters/messenger/graph-error.ts'
import { createSend } from '../../../adapters/messenger/send.ts'

const EXPIRED = new GraphError('the Graph API answered 401/190: expired', { status: 401, code: 190, subcode: null })
const BUSY = new GraphError('the Graph API answered 400/613: too many', { status: 400, code: 613, subcode: null })
const NOT_PERMITTED = new GraphError('(#10) no permission', { status: 403, code: 10, subcode: null })
const OUTSIDE = new GraphError('outside of the window', { status: 400, code: 10, subcode: 2018278 })

/** A sender to a Graph API that refuses with `refusal`, and a clock. */
function setUp() {
  const world: { now: number; refusal: Error | null } = { now: 0, refusal: null }
  const calls: unknown[] = []
  const lines: string[] = []
  const graph = {
    async post(_path: string, body: unknown) {
      calls.push(body)
      if (world.refusal) throw world.refusal
    },
  }
  const log = { error: () => lines.push('error'), info: () => lines.push('info') }
  return { world, calls, lines, send: createSend(graph, log, () => world.now) }
}

describe('sending to Messenger', () => {
  it('names the recipient', async () => {
    const { send, calls } = setUp()

    await send('5214', { messaging_type: 'RESPONSE', message: { text: 'Tak.' } })

    expect(calls).toEqual([{ recipient: { id: '5214' }, messaging_type: 'RESPONSE', message: { text: 'Tak.' } }])
  })

  it.each([
    [EXPIRED, { isFinal: false, needsRepair: true }],
    [BUSY, { isFinal: false, needsRepair: false }],
    [OUTSIDE, { isFinal: true, isTooLate: true }],
    [new TypeError('boom'), { isFinal: false, needsRepair: false }],
  ])('says what can be done: %s', async (refusal, expected) => {
    const { send, world } = setUp()
    world.refusal = refusal

    await expect(send('1', {})).rejects.toMatchObject({ name: 'DeliveryError', ...expected, cause: refusal })
  })

  it('takes a missing permission for one message and not for the whole page', async () => {
    const { send, world, calls, lines } = setUp()
    world.refusal = NOT_PERMITTED

    await expect(send('1', {})).rejects.toMatchObject({ isFinal: false, needsRepair: false })
    await expect(send('2', { tag: 'HUMAN_AGENT' })).rejects.toMatchObject({ isFinal: true, isTooLate: true })

    expect([calls.length, lines]).toEqual([2, []])
  })

  it('lets one of many ahead once a minute while the token is refused', async () => {
    const { send, world, calls } = setUp()
    world.refusal = EXPIRED
    await expect(send('1', {})).rejects.toMatchObject({ needsRepair: true })
    world.now = 60_000

    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => send('1', {})))

    expect(answers.every(({ status }) => status === 'rejected')).toBe(true)
    expect(calls).toHaveLength(2)
  })

  it('asks Meta once a minute while the token is refused, tells of it once, and goes on by itself', async () => {
    const { send, world, calls, lines } = setUp()
    world.refusal = EXPIRED
    for (const now of [0, 1, 59_999, 60_000, 100_000]) {
      world.now = now
      await expect(send('1', {})).rejects.toMatchObject({ needsRepair: true })
    }
    const whileRefused = calls.length

    world.refusal = null
    world.now = 120_000
    await send('1', {})
    await send('2', {})

    expect([whileRefused, calls.length]).toEqual([2, 4])
    expect(lines).toEqual(['error', 'info'])
  })
})
