import type { DeskPageState } from '../model/desk-state.ts'
import { DEPARTMENTS, TEXTS } from './texts.ts'

/** New conversations are told of at most so often (C03). */
const APART_MS = 10_000

/** What has happened, in words that never say what somebody wrote. */
export type Announcement = { readonly kind: 'conversation' | 'message'; readonly text: string }

/** What somebody who does not see the page is told of a change: new conversations, and messages in others than the open one. */
export function createAnnouncements(): (
  before: DeskPageState,
  after: DeskPageState,
  now: number,
) => Announcement | undefined {
  let toldAt = Number.NEGATIVE_INFINITY

  return (before, after, now) => {
    const number = after.overview?.mine.find(
      ({ conversationId: id }) => after.unread.has(id) && !before.unread.has(id),
    )?.number
    if (number !== undefined) return { kind: 'message', text: TEXTS.announce.newMessage(number) }
    if (!before.overview || !after.overview || now - toldAt < APART_MS) return undefined
    const known = new Set(before.overview.queue.map(each => each.conversationId))
    const fresh = after.overview.queue.find(each => !known.has(each.conversationId))
    if (!fresh) return undefined
    toldAt = now
    const waiting = after.overview.queue.filter(({ department }) => department === fresh.department).length
    return { kind: 'conversation', text: TEXTS.announce.newConversation(DEPARTMENTS[fresh.department], waiting) }
  }
}
