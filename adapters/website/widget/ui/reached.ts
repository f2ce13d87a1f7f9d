import type { ChatState } from '../chat/chat.ts'
import { createKept } from '../chat/kept.ts'

type Mark = { readonly conversationId: string; readonly answers: number }

/** How far the answers of a conversation were seen, or told of, on this device: in any tab. */
export type Reached = {
  /** How many came since. */
  readonly answersAfter: (state: ChatState) => number
  readonly mark: (state: ChatState) => void
  readonly forget: () => void
}

export function createReached(what: 'seen' | 'told'): Reached {
  const kept = createKept<Mark>(`office-chat-${what}`)
  const answersOf = ({ entries }: ChatState) => entries.filter(entry => entry.speaker !== 'citizen').length
  const answersAfter = (state: ChatState) => {
    const mark = kept.read()
    const reached = mark?.conversationId === state.conversationId ? mark.answers : 0
    return Math.max(0, answersOf(state) - reached)
  }
  return {
    answersAfter,
    mark(state) {
      const { conversationId } = state
      if (conversationId !== null && answersAfter(state) > 0) kept.write({ conversationId, answers: answersOf(state) })
    },
    forget: kept.remove,
  }
}
