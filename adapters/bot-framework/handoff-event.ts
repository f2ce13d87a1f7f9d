import { type Activity, ActivityTypes, Channels, type ConversationReference } from 'botframework-schema'
import type { Message } from '../../bot/message.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import { plainText, type Reply } from '../../dialogs/reply.ts'
import { isPlayground } from './playground.ts'

/** Channels that take events from a bot. Others refuse them, as Agents Playground does under the name of the Emulator. */
const EVENT_CHANNELS: readonly string[] = [Channels.Emulator, Channels.Directline, Channels.Webchat]

/** A hub gets no more than this of a long conversation, as channels limit what they carry. */
const MOST_ACTIVITIES = 100

/**
 * `handoff.initiate` with the transcript, for a hub that listens on the channel; nothing where the channel takes no events.
 * Shape: https://github.com/MicrosoftDocs/bot-docs, articles/bot-service-design-pattern-handoff-human.md
 */
export function handoffEvent(
  { department, topic }: NonNullable<Reply['handsOver']>,
  history: readonly Message[],
  reference: Partial<ConversationReference>,
): Partial<Activity> | undefined {
  const { channelId = '', serviceUrl = '' } = reference
  if (!EVENT_CHANNELS.includes(channelId) || isPlayground(serviceUrl)) return undefined
  const activities = history.slice(-MOST_ACTIVITIES).map(message => saidBy(message, reference))
  return {
    type: ActivityTypes.Event,
    name: 'handoff.initiate',
    value: { department, topic },
    attachments: [{ contentType: 'application/json', name: 'Transcript', content: { activities } }],
  }
}

function saidBy(
  { seq, content, writtenAt }: Message,
  { user, bot }: Partial<ConversationReference>,
): Partial<Activity> {
  const same = { type: ActivityTypes.Message, id: String(seq), timestamp: writtenAt }
  if (typeof content === 'string') {
    return { ...same, from: { id: user?.id ?? '', name: '', role: 'user' }, text: content }
  }
  const name = content.by ? PHRASES.pl.desk.clerkName(content.by.name) : PHRASES.pl.assistant
  return { ...same, from: { id: bot?.id ?? '', name, role: 'bot' }, text: plainText(content.reply) }
}
