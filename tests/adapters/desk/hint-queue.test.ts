import { describe, expect, it } from '@jest/globals'
import { createHintQueue } from '../../../adapters/desk/hint-queue.ts'

/** A socket that hands nothing on until it is told to. */
function slowSocket() {
  const sent: string[] = []
  const taken: (() => void)[] = []
  return {
    sent,
    take: () => taken.shift()?.(),
    socket: {
      readyState: 1,
      OPEN: 1,
      send(data: unknown, done: unknown) {
        sent.push(String(data))
        if (typeof done === 'function') taken.push(() => done())
      },
    },
  } as const
}

describe('hints for a page', () => {
  it('F09: fill no memory, however much happens while the page does not read', () => {
    const { sent, socket } = slowSocket()
    const hints = createHintQueue(socket)

    for (let count = 0; count < 5_000; count++) hints.add({ kind: 'lists' })

    expect(sent).toEqual(['{"kind":"lists"}'])
    hints.stop()
  })

  it('come each once, the next when the one before was taken', async () => {
    const { sent, take, socket } = slowSocket()
    const hints = createHintQueue(socket)
    for (let count = 0; count < 3; count++) {
      hints.add({ kind: 'lists' })
      hints.add({ kind: 'typing', conversationId: 'a' })
    }

    while (sent.length < 3) {
      take()
      await new Promise(resolve => setImmediate(resolve))
    }

    expect(sent).toEqual(['{"kind":"lists"}', '{"kind":"typing","conversationId":"a"}', '{"kind":"lists"}'])
    hints.stop()
  })
})
