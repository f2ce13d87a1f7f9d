import type { ConversationState } from './conversation.ts'
import type { Happening } from './event.ts'
import { notice, noticeForClerks } from './say-desk.ts'
import type { Setting } from './setting.ts'
import type { Turn } from './turn.ts'

/** While a clerk speaks, the bot only notes: messages are read at the desk as they stand. */
export function withClerkTurn(before: ConversationState, happening: Happening, { phrases }: Setting): Turn {
  switch (happening.kind) {
    case 'citizen-rated': {
      const { seq, isHelpful } = happening
      return { state: before, replies: [], rated: { seq, isHelpful } }
    }
    // A file without a link reaches nobody, so that both sides have to know.
    case 'citizen-sent-file':
      if (happening.links) {
        return { state: before, replies: [noticeForClerks(phrases.desk.forClerks.sentLinks(happening.links))] }
      }
      return {
        state: before,
        replies: [notice([phrases.desk.clerkReadsNoFiles]), noticeForClerks(phrases.desk.forClerks.sentFile)],
      }
    default:
      return { state: before, replies: [] }
  }
}
