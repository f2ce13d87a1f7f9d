import type { ConversationReference } from 'botframework-schema'
import { DeliveryError } from '../../bot/delivery-error.ts'
import type { Channel, Knowledge, Log } from '../../bot/ports.ts'
import type { Connection } from './connection.ts'
import { handoffEvent } from './handoff-event.ts'
import type { ServiceUrlRule } from './service-url.ts'
import { toActivities } from './to-activity.ts'

/** Pushes replies through the connector of the channel that the citizen wrote on. */
export function createBotFrameworkChannel(
  connection: Connection,
  isAllowed: ServiceUrlRule,
  knowledge: Knowledge,
  log: Log,
): Channel {
  return {
    async deliver(returnPath, reply, _key, history = []) {
      // Written by `activity-bot.ts` from a checked activity.
      const reference: Partial<ConversationReference> = JSON.parse(returnPath)
      if (!isAllowed(reference.serviceUrl ?? ''))
        throw new DeliveryError('the address to reply to is not allowed', true)
      await connection.send(reference, toActivities(reply, reference, knowledge))
      const { handsOver } = reply.reply
      const event = handsOver && handoffEvent(handsOver, history, reference)
      // Our own state drives the hand-over: a channel that refuses the event after all takes nothing away.
      if (event) await connection.send(reference, [event]).catch(error => noteRefusal(reference, error))
    },
  }

  /** The citizen has the reply; only a hub, which may not exist, was not told. */
  function noteRefusal({ channelId }: Partial<ConversationReference>, error: unknown): void {
    log.warn({ channel: channelId, error: String(error) }, 'handoff.initiate was not taken')
  }
}
