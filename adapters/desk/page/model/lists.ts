import type { ListedConversation, Overview } from '../../wire.ts'
import type { DeskApi } from './desk-api.ts'
import { mayWork } from './may.ts'
import type { PageState } from './page-state.ts'
import { createRefresher } from './refresher.ts'
import type { Unread } from './unread.ts'

/** What stands beside the open conversation, read again. */
export type Lists = {
  readonly refresh: () => void
  /** How many messages were not delivered; for administrators alone. */
  readonly refreshUndelivered: () => void
}

export function createLists(page: PageState, api: Pick<DeskApi, 'overview' | 'deadLetters'>, unread: Unread): Lists {
  const refresh = createRefresher(async () => {
    const { session, me } = page.now()
    if (session === 'ended' || !mayWork(me)) return
    const overview = await page.attempt(api.overview)
    if (!overview) return
    const { open, overview: before } = page.now()
    page.set({
      overview,
      unread: unread.among(overview.mine, open?.conversation.conversationId, before === null),
      clockAhead: Date.parse(overview.now) - Date.now(),
      open: open && { ...open, conversation: latest(open.conversation, overview) },
      connection: 'online',
    })
  })

  const refreshUndelivered = createRefresher(async () => {
    const { session, me } = page.now()
    if (session === 'ended' || !me?.person.roles.includes('administrator')) return
    const undelivered = await page.attempt(api.deadLetters)
    if (undelivered) page.set({ undelivered })
  })

  return { refresh, refreshUndelivered }
}

/** As the lists have it; what stands in none has gone back to the assistant. */
function latest(
  conversation: ListedConversation,
  { queue, mine, others, tickets, undelivered }: Overview,
): ListedConversation {
  const id = conversation.conversationId
  const listed = [...mine, ...queue, ...others, ...tickets, ...undelivered].find(each => each.conversationId === id)
  return listed ?? { ...conversation, kind: 'bot', clerk: null, ticket: null, deadline: null, isUndelivered: false }
}
