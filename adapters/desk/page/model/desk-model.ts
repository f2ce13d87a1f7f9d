import {
  type DeskCommand,
  type FeedHint,
  type ListedConversation,
  type Me,
  type Overview,
  type Presence,
  WORKING_ROLES,
} from '../../wire.ts'
import { type CommandAnswer, createDeskApi, type DeskApi, DeskRefusal } from './desk-api.ts'
import { type DeskPageState, NEW_DESK, type OpenState } from './desk-state.ts'
import { createDrafts, type Draft, EMPTY_DRAFT } from './drafts.ts'
import { createFeedClient, type FeedClient } from './feed-client.ts'
import type { NewCommand } from './new-command.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import { createRefresher } from './refresher.ts'

/** A deed besides writing, without the id that the model gives it. */
export type Deed = DeedOf<Exclude<DeskCommand, NewCommand>>
type DeedOf<Command> = Command extends unknown ? Omit<Command, 'commandId' | 'epoch'> : never

/** What the page knows and does, without how it looks. */
export type DeskModel = {
  readonly state: () => DeskPageState
  readonly api: DeskApi
  readonly open: (conversationId: string) => Promise<void>
  readonly close: () => void
  /** Does it to the open conversation; tells whether it was done. */
  readonly run: (deed: Deed) => Promise<boolean>
  readonly draft: (draft: Pick<Draft, 'kind' | 'text'>) => void
  /** Sends the draft. */
  readonly send: () => void
  readonly reveal: (seq: number) => Promise<void>
  /** The citizen of the open conversation is answered in another way. */
  readonly settle: () => Promise<void>
  readonly noteDeadLetters: () => Promise<void>
  readonly setPresence: (presence: Presence) => Promise<void>
  readonly extendSession: () => Promise<void>
  readonly leave: () => Promise<void>
  readonly dismiss: () => void
  readonly stop: () => void
}

const POLL_MS = 5_000
const SESSION_LOOK_MS = 20_000
/** C07: whoever works is told this long before the session ends. */
const ENDS_SOON_MS = 2 * 60_000
const TYPING_SHOWN_MS = 5_000
/** An original is read, and then hidden again from whoever comes by. */
const REVEALED_MS = 60_000
const TYPING_SAID_MS = 2_500
const NOT_SIGNED_IN = 401
const NOT_FOUND = 404
const LAST_OPEN = 'desk-open'

/** `announce` tells what happened, for whoever does not see it. Listeners are called after every change. */
export function createDeskModel(
  changed: () => void,
  happened: (before: DeskPageState, after: DeskPageState) => void,
): DeskModel {
  const api = createDeskApi()
  let state = NEW_DESK
  let outbox: Outbox | undefined
  let typingTimer: ReturnType<typeof setTimeout> | undefined
  let hiding: ReturnType<typeof setTimeout> | undefined
  let typingSaidAt = Number.NEGATIVE_INFINITY
  /** Last messages of the clerk's own conversations that were seen. */
  const seen = new Map<string, number>()

  function set(change: Partial<DeskPageState>): void {
    const before = state
    state = { ...state, ...change }
    happened(before, state)
    changed()
  }

  function setOpen(change: Partial<OpenState>): void {
    if (state.open) set({ open: { ...state.open, ...change } })
  }

  /** Tells what a failure means: the session, the conversation, or the network. */
  function fail(error: unknown): void {
    if (!(error instanceof DeskRefusal)) set({ connection: 'offline' })
    else if (error.status === NOT_SIGNED_IN) endSession()
    else if (error.status === NOT_FOUND) {
      sessionStorage.removeItem(LAST_OPEN)
      set({ open: null, problem: { kind: 'gone' } })
    } else set({ problem: { kind: 'not-done' } })
  }

  function endSession(): void {
    hide()
    set({ session: 'ended' })
  }

  async function attempt<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await work()
    } catch (error) {
      fail(error)
      return undefined
    }
  }

  const refreshLists = createRefresher(async () => {
    if (state.session === 'ended' || !mayWork(state.me)) return
    const overview = await attempt(api.overview)
    if (!overview) return
    const unread = unreadIn(overview)
    const open = state.open && { ...state.open, conversation: latest(state.open.conversation, overview) }
    const clockAhead = Date.parse(overview.now) - Date.now()
    set({ overview, unread, clockAhead, open, connection: 'online' })
  })

  const refreshDeadLetters = createRefresher(async () => {
    if (state.session === 'ended' || !state.me?.person.roles.includes('administrator')) return
    const deadLetters = await attempt(api.deadLetters)
    if (deadLetters !== undefined) set({ deadLetters })
  })

  const refreshOpen = createRefresher(async () => {
    const { open } = state
    if (!open || state.session === 'ended') return
    const id = open.conversation.conversationId
    const after = open.messages.at(-1)?.seq ?? 0
    const fresh = await attempt(() => api.messagesAfter(id, after))
    if (!fresh?.length || state.open?.conversation.conversationId !== id) return
    const isFromCitizen = fresh.some(message => message.speaker === 'citizen')
    setOpen({
      messages: [...state.open.messages, ...fresh.filter(message => message.seq > lastSeq(state.open))],
      ...(isFromCitizen ? { isCitizenTyping: false } : {}),
    })
    seen.set(id, lastSeq(state.open))
    refreshLists()
  })

  function unreadIn({ mine }: Overview): ReadonlySet<string> {
    const openId = state.open?.conversation.conversationId
    const unread = mine.filter(({ conversationId, lastSeq: last }) => {
      // What was there when the page was opened is not new; what a colleague passes on later is.
      if (conversationId === openId || (state.overview === null && !seen.has(conversationId)))
        seen.set(conversationId, last)
      return last > (seen.get(conversationId) ?? 0)
    })
    return new Set(unread.map(each => each.conversationId))
  }

  function take(hint: FeedHint): void {
    switch (hint.kind) {
      case 'lists':
        refreshLists()
        break
      case 'conversation':
        refreshOpen()
        break
      case 'typing':
        showTyping(hint.conversationId)
        break
    }
  }

  function showTyping(conversationId: string): void {
    if (conversationId !== state.open?.conversation.conversationId) return
    clearTimeout(typingTimer)
    typingTimer = setTimeout(() => setOpen({ isCitizenTyping: false }), TYPING_SHOWN_MS)
    setOpen({ isCitizenTyping: true })
  }

  let feed: FeedClient | undefined

  const openFeed = () =>
    createFeedClient({
      hint: take,
      connection(isOpen) {
        set({ connection: isOpen ? 'online' : 'offline' })
        if (!isOpen) return
        feed?.say({ kind: 'watch', conversationId: state.open?.conversation.conversationId ?? null })
        refreshLists()
        refreshOpen()
        flush()
      },
      sessionEnded: endSession,
    })

  async function open(conversationId: string): Promise<void> {
    const opened = await attempt(() => api.open(conversationId))
    if (!opened) return
    sessionStorage.setItem(LAST_OPEN, conversationId)
    seen.set(conversationId, opened.messages.at(-1)?.seq ?? 0)
    const unread = new Set([...state.unread].filter(id => id !== conversationId))
    const fresh = { revealed: new Map(), isCitizenTyping: false, draft: outbox?.draft(conversationId) ?? EMPTY_DRAFT }
    set({ open: { ...opened, ...fresh }, unread, problem: null, connection: 'online' })
    feed?.say({ kind: 'watch', conversationId })
    flush()
  }

  const openOutbox = (accountId: string) =>
    createOutbox({
      api,
      drafts: createDrafts(accountId, localStorage),
      maySend: () => state.session !== 'ended',
      changed(id) {
        if (id === openId()) setOpen({ draft: outbox?.draft(id) ?? EMPTY_DRAFT })
      },
      answered(answer) {
        settle(answer)
        refreshOpen()
      },
      failed: fail,
    })

  function openId(): string | undefined {
    return state.open?.conversation.conversationId
  }

  function flush(): void {
    const id = openId()
    if (id !== undefined) outbox?.send(id)
  }

  /** What was masked is masked again. */
  function hide(): void {
    clearTimeout(hiding)
    if (state.open?.revealed.size) setOpen({ revealed: new Map() })
  }

  function settle(answer: CommandAnswer): void {
    set({ problem: answer.kind === 'refused' ? { kind: 'refused', refusal: answer.refusal } : null })
    if (state.open?.conversation.conversationId === answer.conversation.conversationId) {
      setOpen({ conversation: answer.conversation })
    }
  }

  async function lookAtSession(): Promise<void> {
    const me = await attempt(api.me)
    if (!me) return
    const left = Math.min(Date.parse(me.idleEndsAt), Date.parse(me.endsAt)) - Date.now() - state.clockAhead
    const isBack = state.session === 'ended'
    set({ me, session: left < ENDS_SOON_MS ? 'ends-soon' : 'alive' })
    // Signed in anew in another tab.
    if (!isBack) return
    feed?.wake()
    refreshLists()
    refreshOpen()
    flush()
  }

  async function start(): Promise<void> {
    const me = await attempt(api.me)
    if (!me) return
    outbox ??= openOutbox(me.person.accountId)
    set({ me })
    if (!mayWork(me)) return
    feed ??= openFeed()
    refreshLists()
    refreshDeadLetters()
    const last = sessionStorage.getItem(LAST_OPEN)
    if (last) await open(last)
  }

  const polling = setInterval(() => {
    if (state.session === 'ended') return
    if (!state.me) return void start()
    if (!mayWork(state.me)) return
    refreshLists()
    refreshDeadLetters()
    if (state.connection === 'online') return
    refreshOpen()
    api.seen().catch(() => undefined)
  }, POLL_MS)
  const looking = setInterval(() => state.me && void lookAtSession(), SESSION_LOOK_MS)
  void start()

  return {
    state: () => state,
    api,
    open,
    close() {
      sessionStorage.removeItem(LAST_OPEN)
      feed?.say({ kind: 'watch', conversationId: null })
      set({ open: null, problem: null })
    },
    async run(deed) {
      if (!state.open) return false
      const { conversationId: id, epoch } = state.open.conversation
      const command = { ...deed, commandId: crypto.randomUUID(), ...(deed.kind === 'take' ? {} : { epoch }) }
      const answer = await attempt(() => api.command(id, command as DeskCommand))
      if (!answer) return false
      settle(answer)
      refreshOpen()
      refreshLists()
      return answer.kind === 'done'
    },
    draft(draft) {
      const { open: opened } = state
      if (opened) outbox?.change(opened.conversation.conversationId, draft)
      if (!opened || draft.kind !== 'reply' || draft.text === '' || performance.now() - typingSaidAt < TYPING_SAID_MS)
        return
      typingSaidAt = performance.now()
      feed?.say({ kind: 'typing', conversationId: opened.conversation.conversationId })
    },
    send() {
      // What cannot be sent stays where it is written.
      if (!state.open || state.session === 'ended') return
      const { draft, conversation } = state.open
      const text = draft.text.trim()
      if (text === '') return
      const commandId = crypto.randomUUID()
      const command: NewCommand =
        draft.kind === 'note'
          ? { kind: 'note', commandId, text }
          : { kind: 'write', commandId, epoch: conversation.epoch, text }
      typingSaidAt = Number.NEGATIVE_INFINITY
      outbox?.change(conversation.conversationId, { kind: 'reply', text: '', unsent: [...draft.unsent, command] })
      flush()
    },
    async reveal(seq) {
      const { open: opened } = state
      if (!opened) return
      const text = await attempt(() => api.reveal(opened.conversation.conversationId, seq))
      if (text === undefined || openId() !== opened.conversation.conversationId) return
      setOpen({ revealed: new Map([...(state.open?.revealed ?? []), [seq, text]]) })
      clearTimeout(hiding)
      hiding = setTimeout(hide, REVEALED_MS)
    },
    async settle() {
      const { open: opened } = state
      if (opened) await attempt(() => api.settle(opened.conversation.conversationId))
      refreshLists()
    },
    async noteDeadLetters() {
      const deadLetters = await attempt(api.noteDeadLetters)
      if (deadLetters !== undefined) set({ deadLetters })
    },
    async setPresence(presence) {
      await attempt(() => api.setPresence(presence))
      refreshLists()
    },
    async extendSession() {
      if (await attempt(api.extend)) set({ session: 'alive' })
    },
    async leave() {
      await attempt(api.leave)
    },
    dismiss: () => set({ problem: null }),
    stop() {
      clearInterval(polling)
      clearInterval(looking)
      clearTimeout(typingTimer)
      clearTimeout(hiding)
      feed?.stop()
    },
  }
}

/** Whether the person answers citizens. */
export function mayWork(me: Me | null): boolean {
  return WORKING_ROLES.some(role => me?.person.roles.includes(role))
}

function lastSeq(open: OpenState | null): number {
  return open?.messages.at(-1)?.seq ?? 0
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
