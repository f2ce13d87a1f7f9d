import type { Activity, CardAction, ChannelAccount } from 'botframework-schema'
import type { Chat } from '../../bot/chats.ts'
import type { Message } from '../../bot/message.ts'
import type { ExplainedReply } from '../../bot/turn.ts'
import { LOCALES } from '../../dialogs/locales.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import { toMarkdown } from '../markdown.ts'
import { activityId } from './activity-id.ts'
import { clientIdOf } from './client-id.ts'
import { visibleText } from './visible-text.ts'

/** A message as its page reads it. What explains a reply stays here. */
export function toActivity(
  { seq, speaker, content, externalId, writtenAt }: Message,
  { conversationId, userId }: Pick<Chat, 'conversationId' | 'userId'>,
): Partial<Activity> {
  const same: Partial<Activity> = {
    type: 'message',
    id: activityId({ conversationId }, seq),
    timestamp: writtenAt,
    channelId: 'directline',
    conversation: { id: conversationId, isGroup: false, conversationType: '', name: '' },
  }
  if (speaker === 'citizen' || typeof content === 'string') {
    const clientActivityID = clientIdOf(externalId)
    return {
      ...same,
      from: { id: userId, name: '', role: 'user' },
      text: visibleText(String(content)),
      textFormat: 'plain',
      ...(clientActivityID === undefined ? {} : { channelData: { clientActivityID } }),
    }
  }
  return { ...same, from: speakerOf(content), ...said(content) }
}

/** A clerk is named as one, and is no bot to our own page: their words carry who they are. */
function speakerOf({ by }: ExplainedReply): ChannelAccount {
  if (!by) return { id: 'assistant', name: PHRASES.pl.assistant, role: 'bot' }
  return { id: 'clerk', name: PHRASES.pl.desk.clerkName(by.name), role: 'bot' }
}

/** Markdown for any client of the protocol; the blocks themselves for our own. */
function said({ reply, by }: ExplainedReply): Partial<Activity> {
  const { blocks, choices, asksIfHelpful = false, asksAboutClerk = false, standing } = reply
  const actions = choices.map(({ label }): CardAction => ({ type: 'imBack', title: label, value: label }))
  return {
    text: toMarkdown(blocks),
    textFormat: 'markdown',
    locale: LOCALES[reply.language ?? 'pl'],
    ...(actions.length > 0 ? { suggestedActions: { to: [], actions } } : {}),
    channelData: {
      speaker: by ? 'clerk' : 'assistant',
      reply: { blocks, choices: choices.map(({ label }) => label), asksIfHelpful, asksAboutClerk, standing },
    },
  }
}
