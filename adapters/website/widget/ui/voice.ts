import type { Arrival } from '../chat/chat.ts'
import { createAnnouncer } from './announcer.ts'
import { isTurningPoint, linesOf, speakerOf } from './entry-view.ts'
import { showNotice } from './notice.ts'
import type { Preferences } from './preferences.ts'
import { playTone } from './sound.ts'
import { TEXTS } from './texts.ts'

/** What the citizen hears of the conversation, and is told of it while they look elsewhere. */
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
      const answers = entries.filter(entry => entry.speaker !== 'citizen')
      if (!isHistory && answers.length > 0) {
        if (preferences().hasSound) playTone()
        if (preferences().hasNotices && document.hidden) showNotice(TEXTS.notices.message)
      }
      if (!isHeard()) return
      if (isHistory) return say(TEXTS.history(entries.length))
      if (!preferences().isReadAloud) return
      if (isOwn) say(TEXTS.sent)
      for (const answer of answers) {
        const words = linesOf(answer).join('\n')
        say(isTurningPoint(answer) ? words : `${speakerOf(answer)}: ${words}`, answer.language)
      }
    },
  }
}
