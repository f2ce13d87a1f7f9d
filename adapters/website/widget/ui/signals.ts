import type { ChatState } from '../chat/chat.ts'
import { createDelayed } from './delayed.ts'
import { TEXTS } from './texts.ts'

/** What passes sooner is not worth a word. */
const OFFLINE_AFTER_MS = 2_000
const TYPING_AFTER_MS = 300
const TYPING_SAID_AFTER_MS = 1_000
/** H08: a clerk who is silent for longer has not gone away. */
const SILENT_AFTER_MS = 2 * 60_000

/** How the conversation stands, beside its messages. */
export type Signals = {
  readonly isOffline: boolean
  /** The assistant is at work. */
  readonly isTyping: boolean
  /** What a person of the office is doing; empty where that is not known. */
  readonly clerkSign: string
  /** What a screen reader hears when it has nothing else to say. */
  readonly status: string
  /** What it hears at once: once per change. */
  readonly alert: string
}

export const NO_SIGNALS: Signals = { isOffline: false, isTyping: false, clerkSign: '', status: '', alert: '' }

/** Makes signals of states as they follow each other. `change` is called with what is different. */
export function createSignals(change: (changed: Partial<Signals>) => void): (state: ChatState) => void {
  let failedBefore = 0
  const offline = createDelayed(OFFLINE_AFTER_MS, isOffline =>
    change({ isOffline, alert: isOffline ? TEXTS.offlineAloud : '' }),
  )
  const typing = createDelayed(TYPING_AFTER_MS, isTyping => change({ isTyping }))
  const typingSaid = createDelayed(TYPING_SAID_AFTER_MS, isSaid => change({ status: isSaid ? TEXTS.typing : '' }))

  let clerkSign = ''
  let isSilent = false
  const silent = createDelayed(SILENT_AFTER_MS, isOn => {
    isSilent = isOn
    showClerk(isOn ? TEXTS.clerkLooks : '')
  })

  function showClerk(sign: string): void {
    if (sign === clerkSign) return
    clerkSign = sign
    change({ clerkSign, status: sign })
  }

  return ({ connection, entries, isAwaited, end, standing, isClerkTyping }) => {
    const isWithClerk = standing.kind === 'clerk' && connection === 'online'
    silent(isWithClerk && !isClerkTyping && entries.at(-1)?.speaker === 'citizen')
    showClerk(isWithClerk && isClerkTyping ? TEXTS.clerkTypes : isSilent ? TEXTS.clerkLooks : '')
    const isOwed = isAwaited && end === 'none' && connection === 'online'
    typing(isOwed)
    typingSaid(isOwed)
    offline(connection === 'offline')
    const failed = entries.filter(entry => entry.delivery === 'failed').length
    if (failed > failedBefore) change({ alert: TEXTS.failedAloud })
    if (failed === 0 && failedBefore > 0) change({ alert: '' })
    failedBefore = failed
  }
}
