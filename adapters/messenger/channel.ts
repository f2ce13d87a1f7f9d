import { DeliveryError } from '../../bot/delivery-error.ts'
import type { Channel, Clock } from '../../bot/ports.ts'
import { createPartByPart } from '../part-by-part.ts'
import { readReturnPath } from './return-path.ts'
import type { Send } from './send.ts'
import { type MessengerMessage, toMessages } from './to-messages.ts'

/** Whoever wrote within this time may be answered by anybody; later, for 7 days, by a person alone. */
const WINDOW_MS = 24 * 60 * 60_000

/** A reply of several messages is tried as a whole for so long. */
const REPLY_MS = 15_000

// https://developers.facebook.com/docs/messenger-platform/send-messages#messaging_types
const RESPONSE = { messaging_type: 'RESPONSE' }
const HUMAN_AGENT = { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }

/** Pushes replies to Messenger. Whether the citizen may still be written to is for Meta to say: our clock is not theirs. */
export function createMessengerChannel(send: Send, clock: Clock): Channel {
  const partByPart = createPartByPart()

  return {
    async deliver(returnPath, reply, key) {
      const { recipient, wroteAt } = readReturnPath(returnPath)
      const signal = AbortSignal.timeout(REPLY_MS)
      const isLate = clock().getTime() - wroteAt.getTime() >= WINDOW_MS
      const types = reply.by ? (isLate ? [HUMAN_AGENT] : [RESPONSE, HUMAN_AGENT]) : [RESPONSE]
      await partByPart(key, toMessages(reply), message => sendOne(recipient, message, types, signal))
    },
  }

  /** A clerk's words go with the tag where they do not go without. */
  async function sendOne(
    recipient: string,
    message: MessengerMessage,
    [type, ...others]: readonly Readonly<Record<string, string>>[],
    signal: AbortSignal,
  ): Promise<void> {
    try {
      await send(recipient, { ...type, message: toPayload(message) }, signal)
    } catch (error) {
      const isTooLate = error instanceof DeliveryError && error.isTooLate
      if (!isTooLate || others.length === 0) throw error
      await sendOne(recipient, message, others, signal)
    }
  }
}

function toPayload({ text, quickReplies }: MessengerMessage): unknown {
  if (quickReplies.length === 0) return { text }
  return { text, quick_replies: quickReplies.map(reply => ({ content_type: 'text', ...reply })) }
}
