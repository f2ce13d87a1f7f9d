import { describe, expect, it } from '@jest/globals'
import type { Activity } from '../../../../adapters/website/widget/chat/activity.ts'
import { createMessages } from '../../../../adapters/website/widget/chat/messages.ts'
import type { Unsent } from '../../../../adapters/website/widget/chat/sender.ts'
import { keptInMemory } from './kept-in-memory.ts'

const QUESTION: Unsent = { id: 'mine', said: { kind: 'message', text: 'karta' }, at: 0, state: 'sending' }

function activity(id: string, clientActivityID?: string): Activity {
  return {
    type: 'message',
    id,
    timestamp: '2026-11-29T12:00:00Z',
    from: { role: clientActivityID === undefined ? 'bot' : 'user' },
    text: id,
    channelData: clientActivityID === undefined ? {} : { clientActivityID },
  }
}

describe('messages', () => {
  it('are shown once, whether the acknowledgement comes before the message or after it', () => {
    for (const isAcknowledgedFirst of [true, false]) {
      let unsent: readonly Unsent[] = [QUESTION]
      const messages = createMessages(() => unsent, keptInMemory())
      const shown = () => messages.all().map(({ key, delivery }) => `${key} ${delivery}`)
      const steps = [
        () => {
          messages.sent(QUESTION)
          unsent = []
        },
        () => messages.take([activity('c|1', 'mine')]),
      ]

      expect(shown()).toEqual(['mine sending'])
      for (const step of isAcknowledgedFirst ? steps : steps.toReversed()) {
        step()
        expect(shown()).toEqual(['mine sent'])
      }
    }
  })

  it('tell those that are new, and whether this device wrote one of them', () => {
    const messages = createMessages(() => [QUESTION], keptInMemory())

    const own = messages.take([activity('c|1', 'mine')])
    const others = messages.take([activity('c|1', 'mine'), activity('c|2'), activity('c|3', 'of another device')])

    expect([own.entries.map(({ key }) => key), own.isOwn]).toEqual([['mine'], true])
    expect([others.entries.map(({ key }) => key), others.isOwn]).toEqual([['c|2', 'of another device'], false])
  })
})
