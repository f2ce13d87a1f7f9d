import type { Standing } from '../../../../dialogs/reply.ts'
import { createClerkTyping } from './clerk-typing.ts'
import { type Copy, createDirectLine } from './direct-line.ts'
import { type Entry, isClerkTyping } from './entry.ts'
import { createKept } from './kept.ts'
import { createMessages, type Ratings } from './messages.ts'
import { type Connection, type Receiver, receive } from './receiver.ts'
import { createSender, type Sender, type Unsent } from './sender.ts'
import { createSessionKeeper, type Session } from './session-keeper.ts'

/** A conversation as it stands. */
export type ChatState = {
  /** `closed` until it is opened. */
  readonly connection: 'closed' | Connection
  /** Null while there is none. */
  readonly conversationId: string | null
  /** In order; those that the server has not confirmed come last. */
  readonly entries: readonly Entry[]
  /** The assistant owes an answer. */
  readonly isAwaited: boolean
  /** Who answers. */
  readonly standing: Standing
  readonly isClerkTyping: boolean
  /** Whether it came to an end, and how. */
  readonly end: 'none' | 'ended' | 'lost' | 'erased'
}

const BY_ASSISTANT: Standing = { kind: 'bot', ticket: null }

export const CLOSED_CHAT: ChatState = {
  connection: 'closed',
  conversationId: null,
  entries: [],
  isAwaited: false,
  standing: BY_ASSISTANT,
  isClerkTyping: false,
  end: 'none',
}

/** Messages that came. `isHistory`: they were there before this page was opened. `isOwn`: one was written on this device. */
export type Arrival = { readonly entries: readonly Entry[]; readonly isHistory: boolean; readonly isOwn: boolean }

export type Chat = {
  readonly state: () => ChatState
  /** Whether this device has a conversation to go on with. */
  readonly hasSession: () => boolean
  /** Begins or goes on with the conversation of this device. Nothing happens twice, or after its end. */
  readonly open: () => void
  readonly send: (text: string) => void
  /** Says whether the answer with that id helped. */
  readonly rate: (about: string, helped: boolean) => void
  /** Tells a person of the office that the citizen writes. */
  readonly showTyping: () => void
  readonly finish: () => void
  /** Takes the end back. */
  readonly undoFinish: () => void
  /** From 1 to 5, with a sentence or an empty one. */
  readonly rateClerk: (stars: number, comment: string) => void
  readonly retry: () => void
  readonly drop: (key: string) => void
  /** Looks for what is new at once, after the device slept. */
  readonly wake: () => void
  readonly startAnew: () => void
  readonly stop: () => void
  /** All that the server keeps of the conversation. Rejects when it cannot be had. */
  readonly copy: () => Promise<Copy>
  /** Erases the conversation on the server and on this device. Rejects when the server did not. */
  readonly erase: () => Promise<void>
}

const TYPING_SAID_MS = 2_500

/** `base` tells where the service stands. `changed` is called after every change, and `arrived` before it where that was a message. */
export function createChat(base: () => string, changed: () => void, arrived: (arrival: Arrival) => void): Chat {
  const directLine = createDirectLine(base)
  const keptSession = createKept<Session>('office-chat-session')
  const keptUnsent = createKept<readonly Unsent[]>('office-chat-unsent')
  const keptRatings = createKept<Ratings>('office-chat-ratings')
  const sessions = createSessionKeeper(directLine, keptSession, Date.now)
  const messages = createMessages(() => sender.unsent(), keptRatings)
  const sender: Sender = createSender(directLine, sessions, keptUnsent, { changed, delivered: messages.sent })
  const clerkTyping = createClerkTyping(changed)

  let receiver: Receiver | undefined
  let connection: ChatState['connection'] = 'closed'
  let conversationId: string | null = null
  let end: ChatState['end'] = 'none'
  let typingSaidAt = Number.NEGATIVE_INFINITY

  function open(): void {
    // After its end the citizen says whether there is to be another one.
    if (receiver || end !== 'none') return
    connection = 'connecting'
    const isResumed = keptSession.read() !== undefined
    receiver = receive(directLine, sessions, {
      onActivities({ activities }, isHistory) {
        conversationId = sessions.current()?.conversationId ?? conversationId
        if (activities.some(activity => activity.type === 'endOfConversation')) end = 'ended'
        clerkTyping.set(activities.some(isClerkTyping))
        const { entries, isOwn } = messages.take(activities)
        if (entries.length > 0) arrived({ entries, isHistory: isHistory && isResumed, isOwn })
        for (const { key } of entries) sender.confirm(key)
        changed()
      },
      onConnection(now) {
        if (now === 'online' && connection !== 'online') sender.resume()
        connection = now
        changed()
      },
      onLost() {
        end = 'lost'
        connection = 'closed'
        changed()
      },
    })
    changed()
  }

  function standing(): Standing {
    return messages.confirmed().findLast(entry => entry.standing !== null)?.standing ?? BY_ASSISTANT
  }

  function close(): void {
    receiver?.stop()
    receiver = undefined
    connection = 'closed'
    messages.clear()
    conversationId = null
  }

  keptUnsent.onChange(changed)
  keptSession.onChange(() => {
    const kept = keptSession.read()
    if (!receiver || kept?.conversationId === conversationId) return
    close()
    end = kept ? 'none' : 'erased'
    if (kept) open()
    else changed()
  })

  return {
    state: () => ({
      connection,
      conversationId,
      entries: messages.all(),
      isAwaited: standing().kind !== 'clerk' && messages.areAwaitingAnswer(),
      standing: standing(),
      isClerkTyping: clerkTyping.isOn(),
      end,
    }),
    hasSession: () => keptSession.read() !== undefined,
    open,
    send: text => sender.send({ kind: 'message', text }),
    rate(about, helped) {
      keptRatings.write({ ...keptRatings.read(), [about]: helped })
      sender.send({ kind: 'rating', about, helped })
    },
    showTyping() {
      const isRead = standing().kind === 'clerk' || standing().kind === 'queue'
      if (!isRead || performance.now() - typingSaidAt < TYPING_SAID_MS) return
      typingSaidAt = performance.now()
      receiver?.showTyping()
    },
    finish: () => sender.send({ kind: 'end' }),
    undoFinish: () => sender.send({ kind: 'undo-end' }),
    rateClerk: (stars, comment) => sender.send({ kind: 'clerk-rating', stars, comment }),
    retry: sender.retry,
    drop: sender.drop,
    wake: () => receiver?.wake(),
    stop: close,
    startAnew() {
      sessions.forget()
      keptRatings.remove()
      close()
      end = 'none'
      open()
    },
    async copy() {
      const session = await sessions.ensure()
      return directLine.copy(session.conversationId, session.token)
    },
    async erase() {
      const session = await sessions.ensure()
      await directLine.erase(session.conversationId, session.token)
      sender.forget()
      sessions.forget()
      keptRatings.remove()
      close()
      end = 'erased'
      changed()
    },
  }
}
