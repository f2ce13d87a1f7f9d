import { describe, expect, it } from '@jest/globals'
import { createRecovery } from '../../bot/recovery.ts'

const clock = () => new Date('2026-11-24T10:00:00Z')
const log = { info() {}, warn() {}, error() {} }

/** Conversations that other processes left, some of which the store fails. */
function setUp(left: readonly string[], failing: readonly string[]) {
  const tried: string[] = []
  const rest = [...left]
  const store = { recover: async () => rest.splice(0, 1) }
  const takeTurns = async (conversationId: string) => {
    tried.push(conversationId)
    if (failing.includes(conversationId)) throw new Error('the row is bad')
  }
  return { recovery: createRecovery(store, takeTurns, clock, log), tried }
}

describe('D2: a conversation that the store always fails', () => {
  it('holds up no other one that is owed', async () => {
    const { recovery, tried } = setUp(['left'], ['bad'])
    await recovery.run('bad')

    await recovery.recover()

    expect(tried).toEqual(['bad', 'bad', 'left'])
  })

  it('is tried behind the others that failed later', async () => {
    const { recovery, tried } = setUp([], ['bad', 'late'])
    await recovery.run('bad')
    await recovery.run('late')
    await recovery.run('bad')
    tried.splice(0)

    await recovery.recover()

    expect(tried).toEqual(['late', 'bad'])
  })
})

describe('a store that cannot be used', () => {
  it('is left alone after three conversations in a row', async () => {
    const ids = ['one', 'two', 'three', 'four']
    const { recovery, tried } = setUp(ids, ids)

    await recovery.recover()

    expect(tried).toEqual(['one', 'two', 'three'])
  })
})
