import type { DeskApi } from './desk-api.ts'
import type { Draft } from './drafts.ts'
import { LAST_OPEN } from './last-open.ts'
import { mergeMessages, readAgainAfter } from './merge-messages.ts'
import type { PageState } from './page-state.ts'
import { createRefresher } from './refresher.ts'
import type { Unread } from './unread.ts'

/** The conversation before the clerk, as it is read and goes on. */
export type OpenConversation = {
  /** Tells whether it is open now; otherwise why not is shown, or another one was asked for meanwhile. */
  readonly open: (conversationId: string) => Promise<boolean>
  readonly close: () => void
  /** Reads what came since, and what was masked anew. */
  readonly refresh: () => void
  readonly showTyping: (conversationId: string) => void
  readonly reveal: (seq: number) => Promise<void>
  readonly stop: () => void
}

export type OpenConversationParts = {
  readonly page: PageState
  readonly api: Pick<DeskApi, 'open' | 'messagesAfter' | 'reveal'>
  readonly unread: Unread
  readonly draftOf: (conversationId: string) => Draft
  /** Tells the server which one is open. */
  readonly watch: (conversationId: string | null) => void
  /** Something new was read, or another one opened. */
  readonly changed: () => void
}

const TYPING_SHOWN_MS = 5_000
/** An original is read, and then hidden again from whoever comes by. */
const REVEALED_MS = 60_000

export function createOpenConversation({
  page,
  api,
  unread,
  draftOf,
  watch,
  changed,
}: OpenConversationParts): OpenConversation {
  let typingTimer: ReturnType<typeof setTimeout> | undefined
  let hiding: ReturnType<typeof setTimeout> | undefined
  let wanted: string | undefined
  const openId = () => page.now().open?.conversation.conversationId

  const refresh = createRefresher(async () => {
    const { open, session } = page.now()
    if (!open || session === 'ended') return
    const id = open.conversation.conversationId
    const read = await api.messagesAfter(id, readAgainAfter(open.messages)).catch((error: unknown) => {
      // What has been closed meanwhile is missed by nobody.
      if (openId() === id) page.fail(error, id)
      return undefined
    })
    const known = page.now().open
    if (!read || known?.conversation.conversationId !== id) return
    const messages = mergeMessages(known.messages, read)
    if (messages === known.messages) return
    const last = lastSeq(known.messages)
    const hasAnswered = messages.some(({ speaker, seq }) => speaker === 'citizen' && seq > last)
    page.setOpen({ messages, ...(hasAnswered ? { isCitizenTyping: false } : {}) })
    unread.saw(id, lastSeq(messages))
    changed()
  })

  return {
    async open(id) {
      wanted = id
      page.set({ problem: null })
      const opened = await page.attempt(() => api.open(id), id)
      if (wanted !== id) return false
      if (!opened) {
        if (page.now().problem === null) page.set({ problem: { kind: 'not-opened' } })
        return false
      }
      LAST_OPEN.keep(id)
      unread.saw(id, lastSeq(opened.messages))
      page.set({
        open: { ...opened, revealed: new Map(), isCitizenTyping: false, draft: draftOf(id) },
        unread: new Set([...page.now().unread].filter(each => each !== id)),
        problem: null,
        connection: 'online',
      })
      watch(id)
      changed()
      return true
    },
    close() {
      wanted = undefined
      LAST_OPEN.forget()
      watch(null)
      page.set({ open: null, problem: null })
    },
    refresh,
    showTyping(id) {
      if (id !== openId()) return
      clearTimeout(typingTimer)
      typingTimer = setTimeout(() => page.setOpen({ isCitizenTyping: false }), TYPING_SHOWN_MS)
      page.setOpen({ isCitizenTyping: true })
    },
    async reveal(seq) {
      const id = openId()
      if (id === undefined) return
      const text = await page.attempt(() => api.reveal(id, seq), id)
      const { open } = page.now()
      if (text === undefined || !open || openId() !== id) return
      page.setOpen({ revealed: new Map([...open.revealed, [seq, text]]) })
      clearTimeout(hiding)
      hiding = setTimeout(() => page.setOpen({ revealed: new Map() }), REVEALED_MS)
    },
    stop() {
      clearTimeout(typingTimer)
      clearTimeout(hiding)
    },
  }
}

function lastSeq(messages: readonly { readonly seq: number }[]): number {
  return messages.at(-1)?.seq ?? 0
}
