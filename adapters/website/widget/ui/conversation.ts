import type { LitElement } from 'lit'
import { type Arrival, type Chat, type ChatState, CLOSED_CHAT, createChat } from '../chat/chat.ts'
import { type Entry, wordsOf } from '../chat/entry.ts'
import { createAlerts } from './alerts.ts'
import { linesOf } from './entry-view.ts'
import { FIELD, focusOn } from './focus-on.ts'
import { createTitleCount } from './host-page.ts'
import type { PanelActions } from './panel-view.ts'
import type { Place } from './place.ts'
import type { PreferencesKeeper } from './preferences.ts'
import { createReached } from './reached.ts'
import { createSignals, NO_SIGNALS, type Signals } from './signals.ts'
import { TEXTS } from './texts.ts'
import { createVoice } from './voice.ts'

/** The conversation of this device: as it stands, what the citizen is told of it, and what they do in it. */
export type Conversation = {
  readonly chat: Chat
  readonly state: () => ChatState
  readonly signals: () => Signals
  /** Key of the message that was copied last; empty where none was. */
  readonly copied: () => string
  /** How many answers nobody has looked at. */
  readonly unseen: () => number
  readonly actions: Omit<PanelActions, 'show' | 'close'>
}

/** `base` of the host is where the service stands. */
export function createConversation(
  host: LitElement & { readonly base: string },
  place: Place,
  preferences: PreferencesKeeper,
): Conversation {
  let state = CLOSED_CHAT
  let signals = NO_SIGNALS
  let copied = ''
  const seen = createReached('seen')
  const told = createReached('told')
  const countInTitle = createTitleCount()
  const voice = createVoice(() => host.renderRoot.querySelector('#aloud'), place.isSeen, preferences.current)
  const signal = createSignals(changed => {
    if (changed.isOffline === false) voice.say(TEXTS.online)
    signals = { ...signals, ...changed }
    host.requestUpdate()
  })
  const alertOnce = createAlerts(() => state, preferences.current, told)
  const chat = createChat(() => host.base, refresh, arrived)

  function refresh(): void {
    state = chat.state()
    signal(state)
    if (state.end === 'erased') for (const reached of [seen, told]) reached.forget()
    host.requestUpdate()
  }

  function arrived(arrival: Arrival): void {
    voice.hear(arrival)
    if (!arrival.isHistory && arrival.entries.some(entry => entry.speaker !== 'citizen')) alertOnce()
  }

  function unseen(): number {
    return place.isSeen() ? 0 : seen.answersAfter(state)
  }

  host.addController({
    hostDisconnected: chat.stop,
    hostUpdated() {
      if (place.isSeen()) seen.mark(state)
      countInTitle(unseen())
    },
  })

  function write(text: string): void {
    chat.send(text)
    focusOn(host, FIELD)
  }

  /** A button that is pressed again before there is an answer was meant once. */
  function pick(words: string): void {
    const last = state.entries.at(-1)
    if (last?.speaker !== 'citizen' || wordsOf(last) !== words) write(words)
  }

  async function copy(entry: Entry): Promise<void> {
    await navigator.clipboard.writeText(linesOf(entry).join('\n'))
    copied = entry.key
    voice.say(TEXTS.copied)
    host.requestUpdate()
  }

  return {
    chat,
    state: () => state,
    signals: () => signals,
    copied: () => copied,
    unseen,
    actions: {
      pick,
      write,
      retry: chat.retry,
      drop: chat.drop,
      showTyping: chat.showTyping,
      copy: entry => void copy(entry),
      rate(about, helped) {
        chat.rate(about, helped)
        voice.say(TEXTS.rating[helped ? 'helped' : 'not-helped'])
        focusOn(host, FIELD)
      },
      rateClerk(stars, comment) {
        chat.rateClerk(stars, comment)
        focusOn(host, FIELD)
      },
      startAnew() {
        chat.startAnew()
        focusOn(host, FIELD)
      },
      undoFinish() {
        chat.undoFinish()
        focusOn(host, '#head-button')
      },
    },
  }
}
