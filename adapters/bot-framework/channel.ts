import type { ConversationReference } from 'botframework-schema'
import { DeliveryError } from '../../bot/delivery-error.ts'
import type { Channel, Knowledge, Log } from '../../bot/ports.ts'
import { createPartByPart } from '../part-by-part.ts'
import { createRepairPause, type RepairPause } from '../repair-pause.ts'
import type { Connection } from './connection.ts'
import { handoffEvent } from './handoff-event.ts'
import type { ServiceUrlRule } from './service-url.ts'
import { toActivities } from './to-activity.ts'

const WORDS = {
  refused: (channel: string) =>
    `"${channel}" refuses our app id or its password: look in Azure whether the password has expired, and set a new one`,
  mended: (channel: string) => `"${channel}" takes our app id and its password again`,
}

/** Pushes replies through the connector of the channel that the citizen wrote on. */
export function createBotFrameworkChannel(
  connection: Connection,
  isAllowed: ServiceUrlRule,
  knowledge: Knowledge,
  log: Log,
): Channel {
  const partByPart = createPartByPart()
  /** One for each channel: what one refuses, another may take. */
  const pauses = new Map<string, RepairPause>()

  return {
    async deliver(returnPath, reply, key, history = []) {
      // Written by `activity-bot.ts` from a checked activity.
      const reference: Partial<ConversationReference> = JSON.parse(returnPath)
      if (!isAllowed(reference.serviceUrl ?? ''))
        throw new DeliveryError('the address to reply to is not allowed', true)
      const unlessRefused = pauseOf(reference)
      await partByPart(key, toActivities(reply, reference, knowledge), activity =>
        unlessRefused(() => connection.send(reference, activity)),
      )
      const { handsOver } = reply.reply
      const event = handsOver && handoffEvent(handsOver, history, reference)
      // Our own state drives the hand-over: a channel that refuses the event after all takes nothing away.
      if (event) await connection.send(reference, event).catch(error => noteRefusal(reference, error))
    },
  }

  function pauseOf({ channelId = '' }: Partial<ConversationReference>): RepairPause {
    const words = { refused: WORDS.refused(channelId), mended: WORDS.mended(channelId) }
    const pause = pauses.get(channelId) ?? createRepairPause(words, log)
    pauses.set(channelId, pause)
    return pause
  }

  /** The citizen has the reply; only a hub, which may not exist, was not told. */
  function noteRefusal({ channelId }: Partial<ConversationReference>, error: unknown): void {
    log.warn({ channel: channelId, error: String(error) }, 'handoff.initiate was not taken')
  }
}
