import { MessageFactory } from 'botbuilder-core'
import { type Activity, type CardAction, Channels, type ConversationReference } from 'botframework-schema'
import type { Knowledge } from '../../bot/ports.ts'
import type { ExplainedReply, Explanation } from '../../bot/turn.ts'
import { leadOf } from '../../dialogs/lead.ts'
import { LOCALES } from '../../dialogs/locales.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import { paragraph, plainText, type Reply } from '../../dialogs/reply.ts'
import { toMarkdown } from '../markdown.ts'
import { toMessages } from '../messenger/to-messages.ts'
import { isPlayground } from './playground.ts'
import { qnaTrace } from './qna-trace.ts'

/** A reply as the activities of one channel; a clerk is named above their words, and testers get a trace of what decided. */
export function toActivities(
  explained: ExplainedReply,
  { channelId = '', serviceUrl = '' }: Partial<Pick<ConversationReference, 'channelId' | 'serviceUrl'>>,
  knowledge: Knowledge,
): readonly Partial<Activity>[] {
  if (channelId === Channels.Facebook) return toFacebook(explained)
  const { reply: said, explanation, by } = explained
  const isPlain = channelId === Channels.Sms
  const reply = by ? { ...said, blocks: [paragraph(`${PHRASES.pl.desk.clerkName(by.name)}:`), ...said.blocks] } : said
  const text = isPlain ? plainText(reply) : toMarkdown(reply.blocks)
  const format: Partial<Activity> = {
    textFormat: isPlain ? 'plain' : 'markdown',
    locale: LOCALES[reply.language ?? 'pl'],
  }
  const actions = reply.choices.map(({ label }): CardAction => ({ type: 'imBack', title: label, value: label }))
  return [
    ...messages(text, actions, isPlayground(serviceUrl)).map(message => ({ ...message, ...format })),
    ...(explanation && channelId === Channels.Emulator ? [traced(explanation, reply, knowledge)] : []),
  ]
}

/** Azure makes quick replies of suggested actions, and refuses what Messenger refuses; so texts and titles are cut as for our own. */
function toFacebook(explained: ExplainedReply): readonly Partial<Activity>[] {
  return toMessages(explained).map(({ text, quickReplies }) => {
    const actions = quickReplies.map(({ title, payload }): CardAction => ({ type: 'imBack', title, value: payload }))
    const message = actions.length > 0 ? MessageFactory.suggestedActions(actions, text) : MessageFactory.text(text)
    return { ...message, textFormat: 'plain', locale: LOCALES[explained.reply.language ?? 'pl'] }
  })
}

function traced(explanation: Explanation, reply: Reply, knowledge: Knowledge): Partial<Activity> {
  return qnaTrace(explanation, reply, leadOf(explanation.question, knowledge().search.topics))
}

/** The Playground draws a message with choices without its Markdown and line breaks, so it gets the choices apart. */
function messages(text: string, actions: CardAction[], isSplit: boolean): readonly Partial<Activity>[] {
  if (actions.length === 0) return [MessageFactory.text(text)]
  if (!isSplit) return [MessageFactory.suggestedActions(actions, text)]
  return [MessageFactory.text(text), MessageFactory.suggestedActions(actions, PHRASES.pl.choose)]
}
