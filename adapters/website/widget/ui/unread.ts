import type { ChatState } from '../chat/chat.ts'
import { createKept } from '../chat/kept.ts'

/** What of a conversation has been seen on this device, in any tab. */
type Seen = { readonly conversationId: string; readonly answers: number }

export type Unread = {
  readonly count: (state: ChatState) => number
  readonly markSeen: (state: ChatState) => void
}

export function createUnread(): Unread {
  const kept = createKept<Seen>('office-chat-seen')
  const answersOf = ({ entries }: ChatState) => entries.filter(entry => entry.speaker !== 'citizen').length
  const seenOf = ({ conversationId }: ChatState) => {
    const seen = kept.read()
    return seen?.conversationId === conversationId ? seen.answers : 0
  }
  return {
    count: state => Math.max(0, answersOf(state) - seenOf(state)),
    markSeen(state) {
      const { conversationId } = state
      const answers = answersOf(state)
      if (conversationId !== null && answers > seenOf(state)) kept.write({ conversationId, answers })
    },
  }
}
