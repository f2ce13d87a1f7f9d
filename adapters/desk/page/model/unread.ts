import type { ListedConversation } from '../../wire.ts'

/** Which of the clerk's own conversations have something new in them. */
export type Unread = {
  /** The clerk has read up to this message. */
  readonly saw: (conversationId: string, seq: number) => void
  /** `isFirst`: the page was just opened, so that what is there already is not new; what a colleague passes on later is. */
  readonly among: (
    mine: readonly Pick<ListedConversation, 'conversationId' | 'lastSeq'>[],
    openId: string | undefined,
    isFirst: boolean,
  ) => ReadonlySet<string>
}

export function createUnread(): Unread {
  const seen = new Map<string, number>()
  return {
    saw: (id, seq) => void seen.set(id, seq),
    among(mine, openId, isFirst) {
      for (const { conversationId: id, lastSeq } of mine) {
        if (id === openId || (isFirst && !seen.has(id))) seen.set(id, lastSeq)
      }
      const unread = mine.filter(({ conversationId: id, lastSeq }) => lastSeq > (seen.get(id) ?? 0))
      return new Set(unread.map(each => each.conversationId))
    },
  }
}
