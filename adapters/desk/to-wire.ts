import type { DeskConversation } from '../../bot/desk-store.ts'
import type { Message } from '../../bot/message.ts'
import { paragraph } from '../../dialogs/reply.ts'
import { type KnowledgeSnapshot, topicLabel } from '../../knowledge/snapshot.ts'
import type { DeskMessage, ListedConversation } from './wire.ts'

/** `isOverdue`: whether its ticket should have been answered by now. */
export function toListed(
  conversation: DeskConversation,
  knowledge: KnowledgeSnapshot,
  isOverdue: boolean,
): ListedConversation {
  const { since, deadline, ticket, topic } = conversation
  return {
    ...conversation,
    since: since.toISOString(),
    deadline: deadline?.toISOString() ?? null,
    ticket: ticket && { ...ticket, since: ticket.since.toISOString() },
    topicLabel: topic === null ? null : topicLabel(topic, knowledge),
    isOverdue,
  }
}

/** A candidate that is less likely tells a clerk nothing. */
const LEAST_CONFIDENCE = 0.05

export function toDeskMessage(message: Message, knowledge: KnowledgeSnapshot): DeskMessage {
  const { seq, speaker, content, writtenAt } = message
  const same = { seq, speaker, at: writtenAt.toISOString() }
  if (typeof content === 'string') {
    return {
      ...same,
      name: null,
      language: null,
      blocks: [paragraph(content)],
      choices: [],
      isForClerks: false,
      hasOriginal: message.hasOriginal ?? false,
      candidates: [],
    }
  }
  const { reply, by, isForClerks = false, explanation } = content
  return {
    ...same,
    name: by?.name ?? null,
    language: reply.language ?? 'pl',
    blocks: reply.blocks,
    choices: reply.choices.map(({ label }) => label),
    isForClerks,
    hasOriginal: false,
    candidates: (explanation?.decision.found.topics ?? [])
      .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
      .map(({ topic, confidence }) => ({ topic, label: topicLabel(topic, knowledge), confidence })),
  }
}
