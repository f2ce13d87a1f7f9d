import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import type { DirectLine, OutgoingActivity } from '../../../../adapters/website/widget/chat/direct-line.ts'
import { createSender, type Unsent } from '../../../../adapters/website/widget/chat/sender.ts'
import { ServerRefusal } from '../../../../adapters/website/widget/chat/server-refusal.ts'
import type { Session, SessionKeeper } from '../../../../adapters/website/widget/chat/session-keeper.ts'
import { keptInMemory } from './kept-in-memory.ts'

const SESSION: Session = { conversationId: 'c', token: 't', resumeToken: 'r', expiresAt: 0, refreshAt: 0 }
const message = (text: string) => ({ kind: 'message', text }) as const

/** A server that answers as it is told, one after another, and then well. */
function setUp(...answers: readonly ('ok' | Error)[]) {
  const posted: OutgoingActivity[] = []
  const refused: string[] = []
  const left = [...answers]
  const directLine: Pick<DirectLine, 'post'> = {
    async post(_conversation, _token, activity) {
      posted.push(activity)
      const answer = left.shift() ?? 'ok'
      if (answer !== 'ok') throw answer
    },
  }
  const sessions: SessionKeeper = {
    current: () => SESSION,
    ensure: () => Promise.resolve(SESSION),
    refused: ({ token }) => {
      refused.push(token)
    },
    forget: () => undefined,
  }
  const kept = keptInMemory<readonly Unsent[]>()
  const sender = createSender(directLine, sessions, kept, { changed: () => undefined, delivered: () => undefined })
  const texts = () => posted.map(activity => (activity.kind === 'message' ? activity.text : activity.kind))
  return { sender, kept, posted, refused, texts }
}

beforeEach(() => {
  jest.useFakeTimers()
})

afterEach(() => {
  jest.useRealTimers()
})

describe('sending', () => {
  it('keeps the order, and what was sent no longer', async () => {
    const { sender, texts } = setUp()

    sender.send(message('pierwsza'))
    sender.send(message('druga'))
    await jest.advanceTimersByTimeAsync(0)

    expect(texts()).toEqual(['pierwsza', 'druga'])
    expect(sender.unsent()).toEqual([])
  })

  it('tries again under the same name, and holds later ones back', async () => {
    const { sender, posted, texts } = setUp(new TypeError('network'), 'ok')

    sender.send(message('pierwsza'))
    sender.send(message('druga'))
    await jest.advanceTimersByTimeAsync(0)
    expect(sender.unsent().map(({ state }) => state)).toEqual(['failed', 'sending'])
    await jest.advanceTimersByTimeAsync(1000)

    expect(texts()).toEqual(['pierwsza', 'pierwsza', 'druga'])
    expect(posted[0]?.clientActivityID).toBe(posted[1]?.clientActivityID)
    expect(sender.unsent()).toEqual([])
  })

  it('waits as long as the server asks, which is no failure', async () => {
    const { sender, texts } = setUp(new ServerRefusal(429, 7))

    sender.send(message('szybko'))
    await jest.advanceTimersByTimeAsync(6900)
    expect(texts()).toEqual(['szybko'])
    expect(sender.unsent().map(({ state }) => state)).toEqual(['sending'])
    await jest.advanceTimersByTimeAsync(200)

    expect(texts()).toEqual(['szybko', 'szybko'])
  })

  it('renews a token that was refused, at once', async () => {
    const { sender, refused, texts } = setUp(new ServerRefusal(403, null))

    sender.send(message('raz'))
    await jest.advanceTimersByTimeAsync(0)

    expect([refused, texts()]).toEqual([['t'], ['raz', 'raz']])
  })

  it('does not insist on what the server will not take, and goes on with the next', async () => {
    const { sender, texts } = setUp(new ServerRefusal(400, null))

    sender.send(message('za długa'))
    sender.send(message('dobra'))
    await jest.advanceTimersByTimeAsync(0)

    expect(texts()).toEqual(['za długa', 'dobra'])
    expect(sender.unsent().map(({ state }) => state)).toEqual(['refused'])
  })

  it('lets a message be taken back', async () => {
    const { sender, texts } = setUp(new TypeError('network'))
    sender.send(message('jednak nie'))
    await jest.advanceTimersByTimeAsync(0)

    sender.drop(sender.unsent()[0]?.id ?? '')
    await jest.advanceTimersByTimeAsync(60_000)

    expect(texts()).toEqual(['jednak nie'])
  })
})
