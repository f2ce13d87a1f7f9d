import type { Bot } from '../../bot/bot.ts'
import type { Accepted } from '../../bot/ports.ts'
import type { Send } from './send.ts'

/** Shows a citizen that they were read, and that the assistant is at work. */
export type Signs = (sender: string, accepted: Accepted) => void

/** Without an answer after so long the citizen sees that the assistant is at work. */
const TYPING_MS = 500

/** Signs can be done without, so that beyond so many at once none is sent. */
const MOST_AT_ONCE = 20

export function createSigns(send: Send, bot: Pick<Bot, 'isAtWork'>): Signs {
  let underWay = 0

  async function show(recipient: string, action: 'mark_seen' | 'typing_on'): Promise<void> {
    if (underWay >= MOST_AT_ONCE) return
    underWay++
    try {
      await send(recipient, { sender_action: action })
    } catch {
      // A sign that is not shown takes nothing away, and `send` has told of a token that is refused.
    } finally {
      underWay--
    }
  }

  return (sender, { conversationId }) => {
    show(sender, 'mark_seen')
    setTimeout(() => {
      if (bot.isAtWork(conversationId)) show(sender, 'typing_on')
    }, TYPING_MS).unref()
  }
}
