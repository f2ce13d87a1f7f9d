import { describe, expect, it } from '@jest/globals'
import type { DirectLine, Grant } from '../../../../adapters/website/widget/chat/direct-line.ts'
import { ServerRefusal } from '../../../../adapters/website/widget/chat/server-refusal.ts'
import {
  createSessionKeeper,
  type Session,
  SessionLost,
} from '../../../../adapters/website/widget/chat/session-keeper.ts'
import { keptInMemory } from './kept-in-memory.ts'

const LIFE_SECONDS = 60

/** A server that gives tokens in turn, and a clock that stands still until it is moved. */
function setUp({ session, refuses = [] }: { session?: Session; refuses?: readonly string[] } = {}) {
  let now = 1_000_000
  let tokens = 0
  const calls: string[] = []
  const grant = (call: string): Promise<Grant> => {
    calls.push(call)
    const name = call.split(' ')[0] ?? ''
    if (refuses.includes(name)) return Promise.reject(new ServerRefusal(403, null))
    tokens++
    const resumeToken = `resume-${tokens}`
    return Promise.resolve({ conversationId: 'c', token: `token-${tokens}`, expires_in: LIFE_SECONDS, resumeToken })
  }
  const directLine: Pick<DirectLine, 'generate' | 'start' | 'refresh' | 'resume'> = {
    generate: () => grant('generate'),
    async start(token) {
      calls.push(`start ${token}`)
    },
    async refresh(token) {
      const { expires_in, token: next } = await grant(`refresh ${token}`)
      return { token: next, expires_in }
    },
    resume: token => grant(`resume ${token}`),
  }
  const keeper = createSessionKeeper(directLine, keptInMemory(session), () => now)
  return {
    keeper,
    calls,
    pass: (seconds: number) => {
      now += seconds * 1000
    },
  }
}

describe('keeping the session of a device', () => {
  it('starts a conversation once, however many ask', async () => {
    const { keeper, calls } = setUp()

    const sessions = await Promise.all([keeper.ensure(), keeper.ensure(), keeper.ensure()])

    expect(new Set(sessions.map(session => session.token))).toEqual(new Set(['token-1']))
    expect(calls).toEqual(['generate', 'start token-1'])
  })

  it('refreshes a token in its second half, and resumes after its end', async () => {
    const { keeper, calls, pass } = setUp()
    await keeper.ensure()

    pass(LIFE_SECONDS * 0.4)
    await keeper.ensure()
    pass(LIFE_SECONDS * 0.2)
    await keeper.ensure()
    pass(LIFE_SECONDS * 1.1)
    const { token, resumeToken } = await keeper.ensure()

    expect(calls.slice(2)).toEqual(['refresh token-1', 'resume resume-1'])
    expect([token, resumeToken]).toEqual(['token-3', 'resume-3'])
  })

  it('resumes when the server refuses a token that seemed good', async () => {
    const { keeper, calls } = setUp()
    keeper.refused(await keeper.ensure())

    const { token } = await keeper.ensure()

    expect(calls.at(-1)).toBe('resume resume-1')
    expect(token).toBe('token-2')
  })

  it('forgets a conversation that cannot be had any more', async () => {
    const { keeper } = setUp({ refuses: ['refresh', 'resume'] })
    keeper.refused(await keeper.ensure())

    await expect(keeper.ensure()).rejects.toThrow(SessionLost)
    expect(keeper.current()).toBeUndefined()
  })
})
