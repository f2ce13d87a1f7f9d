import type { Arrival } from '../chat/chat.ts'
import { createAnnouncer } from './announcer.ts'
import { isTurningPoint, linesOf, speakerOf } from './entry-view.ts'
import type { Preferences } from './preferences.ts'
import { TEXTS } from './texts.ts'

/** What a screen reader says of the conversation. */
export type Voice = {
  readonly say: (text: string) => void
  /** Each message once, as a whole; of what was there before only how much it is. */
  readonly hear: (arrival: Arrival) => void
}

/** `region`: an empty live region. `isHeard`: whether the chat is open before the citizen's eyes. */
export function createVoice(
  region: () => Element | null,
  isHeard: () => boolean,
  preferences: () => Preferences,
): Voice {
  const { say } = createAnnouncer(region)
  return {
    say(text) {
      if (isHeard()) say(text)
    },
    hear({ entries, isHistory, isOwn }) {
      if (!isHeard()) return
      if (isHistory) return say(TEXTS.history(entries.length))
      if (!preferences().isReadAloud) return
      if (isOwn) say(TEXTS.sent)
      for (const answer of entries.filter(entry => entry.speaker !== 'citizen')) {
        const words = linesOf(answer).join('\n')
        say(isTurningPoint(answer) ? words : `${speakerOf(answer)}: ${words}`, answer.language)
      }
    },
  }
}
