import { typeset } from '../../../website/rich-text.ts'
import type { ListedConversation } from '../../wire.ts'
import { TEXTS } from './texts.ts'

/** What a conversation is about, as its name in lists. */
export function topicWords({ topicLabel }: Pick<ListedConversation, 'topicLabel'>): string {
  return typeset(topicLabel ?? TEXTS.noTopic)
}
