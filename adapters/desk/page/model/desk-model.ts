import type { FeedHint, OwnReadyAnswer, Presence } from '../../wire.ts'
import { createDeeds, type Deed } from './deeds.ts'
import { createDeskApi, type DeskApi } from './desk-api.ts'
import type { DeskPageState } from './desk-state.ts'
import type { Written } from './drafts.ts'
import { createFeedClient, type FeedClient } from './feed-client.ts'
import { LAST_OPEN } from './last-open.ts'
import { createLists } from './lists.ts'
import { mayWork } from './may.ts'
import { createOpenConversation } from './open-conversation.ts'
import { createOwnAnswers } from './own-answers.ts'
import { createPageState } from './page-state.ts'
import { keepPreferences, type Preferences, readPreferences } from './preferences.ts'
import { createSession } from './session.ts'
import { createUnread } from './unread.ts'
import { createWriting } from './writing.ts'

/** What the page knows and does, without how it looks. */
export type DeskModel = {
  readonly state: () => DeskPageState
  readonly api: Pick<DeskApi, 'departments' | 'findAnswers' | 'rights' | 'setDepartment'>
  /** Tells whether it is open now; why not is shown. */
  readonly open: (conversationId: string) => Promise<boolean>
  readonly close: () => void
  /** Does it to the open conversation; tells whether it was done. */
  readonly run: (deed: Deed) => Promise<boolean>
  readonly draft: (written: Written) => void
  /** Sends the draft. */
  readonly send: () => void
  readonly reveal: (seq: number) => Promise<void>
  /** Shows what was found; null takes it away. */
  readonly search: (text: string | null) => Promise<void>
  readonly keepAnswer: (answer: OwnReadyAnswer) => Promise<void>
  readonly removeAnswer: (id: string) => Promise<void>
  /** The citizen of the open conversation is answered in another way. */
  readonly settle: () => Promise<void>
  readonly noteDeadLetters: () => Promise<void>
  readonly setPresence: (presence: Presence) => Promise<void>
  readonly prefer: (change: Partial<Preferences>) => void
  readonly extendSession: () => Promise<void>
  readonly leave: () => Promise<void>
  readonly dismiss: () => void
  readonly stop: () => void
}

const POLL_MS = 5_000
const SESSION_LOOK_MS = 20_000

/** `happened` tells of each change, for whoever does not see it; `changed` is called after it. */
export function createDeskModel(
  changed: () => void,
  happened: (before: DeskPageState, after: DeskPageState) => void,
): DeskModel {
  const api = createDeskApi()
  const page = createPageState({ changed, happened, lost: forgetErased })
  const unread = createUnread()
  const lists = createLists(page, api, unread)
  let feed: FeedClient | undefined

  const writing = createWriting({
    page,
    api,
    sayTyping: conversationId => feed?.say({ kind: 'typing', conversationId }),
    answered(answer) {
      deeds.show(answer)
      open.refresh()
    },
  })
  const open = createOpenConversation({
    page,
    api,
    unread,
    draftOf: writing.draftOf,
    watch: conversationId => feed?.say({ kind: 'watch', conversationId }),
    changed() {
      lists.refresh()
      writing.flush()
    },
  })
  const deeds = createDeeds({ page, api, done: refreshAll, close: open.close })
  const own = createOwnAnswers(page, api)

  /** What fails is done at the next look. */
  function forgetErased(): void {
    if (mayWork(page.now().me)) writing.forgetErased().catch(() => undefined)
  }

  function refreshAll(): void {
    lists.refresh()
    open.refresh()
    writing.flush()
  }

  const session = createSession(page, api, () => {
    feed?.wake()
    refreshAll()
  })

  function take(hint: FeedHint): void {
    switch (hint.kind) {
      case 'lists':
        lists.refresh()
        break
      case 'conversation':
        open.refresh()
        break
      case 'typing':
        open.showTyping(hint.conversationId)
        break
    }
  }

  const openFeed = () =>
    createFeedClient({
      hint: take,
      connection(isOpen) {
        page.set({ connection: isOpen ? 'online' : 'offline' })
        if (!isOpen) return
        feed?.say({ kind: 'watch', conversationId: page.now().open?.conversation.conversationId ?? null })
        refreshAll()
      },
      sessionEnded: page.endSession,
    })

  async function start(): Promise<void> {
    const me = await page.attempt(api.me)
    if (!me) return
    const { accountId } = me.person
    writing.start(accountId)
    page.set({ me, preferences: readPreferences(accountId) })
    lists.refreshUndelivered()
    if (!mayWork(me)) return
    feed ??= openFeed()
    lists.refresh()
    forgetErased()
    void own.read()
    const last = LAST_OPEN.read()
    if (last) await open.open(last)
  }

  const polling = setInterval(() => {
    const { session: lives, me, connection } = page.now()
    if (lives === 'ended') return
    if (!me) return void start()
    lists.refreshUndelivered()
    if (!mayWork(me)) return
    lists.refresh()
    if (connection === 'online') return
    open.refresh()
    api.seen().catch(() => undefined)
  }, POLL_MS)
  const look = () => {
    if (!page.now().me) return
    void session.look()
    forgetErased()
  }
  const looking = setInterval(look, SESSION_LOOK_MS)
  // A page in the background, or of a machine that slept, has not looked for long.
  addEventListener('focus', look)
  void start()

  return {
    state: page.now,
    api,
    open: open.open,
    close: open.close,
    run: deeds.run,
    draft: writing.draft,
    send: writing.send,
    reveal: open.reveal,
    async search(text) {
      if (text === null) return page.set({ found: null })
      const found = await page.attempt(() => api.search(text))
      if (found) page.set({ found })
    },
    keepAnswer: own.keep,
    removeAnswer: own.remove,
    settle: deeds.settle,
    async noteDeadLetters() {
      const { deadLetters } = page.now().undelivered
      const undelivered = await page.attempt(() => api.noteDeadLetters(deadLetters))
      if (undelivered) page.set({ undelivered })
    },
    async setPresence(presence) {
      await page.attempt(() => api.setPresence(presence))
      lists.refresh()
    },
    prefer(change) {
      const { me, preferences } = page.now()
      const wanted = { ...preferences, ...change }
      if (me) keepPreferences(me.person.accountId, wanted)
      page.set({ preferences: wanted })
    },
    extendSession: session.extend,
    async leave() {
      await page.attempt(api.leave)
    },
    dismiss: () => page.set({ problem: null }),
    stop() {
      clearInterval(polling)
      clearInterval(looking)
      removeEventListener('focus', look)
      open.stop()
      feed?.stop()
    },
  }
}
