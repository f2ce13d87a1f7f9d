import type { ChatState } from '../chat/chat.ts'
import { oneTabAtATime } from '../chat/one-tab-at-a-time.ts'
import { showNotice } from './notice.ts'
import type { Preferences } from './preferences.ts'
import type { Reached } from './reached.ts'
import { playTone } from './sound.ts'
import { TEXTS } from './texts.ts'

/** Browsers wake hidden tabs once a second. */
const TURN_MS = 1_000

/**
 * Tells of new answers by a tone, and by a notice of the system where nobody looks, as the citizen wants it. Of several tabs
 * one tells, and keeps in `told` that it did. Where a browser has no locks, as on pages without https, two that hear of an
 * answer at the same moment may both tell.
 */
export function createAlerts(state: () => ChatState, preferences: () => Preferences, told: Reached): () => void {
  async function tell(): Promise<void> {
    if (told.answersAfter(state()) === 0) return
    told.mark(state())
    const { hasSound, hasNotices } = preferences()
    if (hasSound) playTone()
    if (hasNotices && document.hidden) showNotice(TEXTS.notices.message)
  }

  return () => {
    const { hasSound, hasNotices } = preferences()
    if (hasSound || hasNotices) setTimeout(() => void oneTabAtATime('office-chat-told', tell), turn() * TURN_MS)
  }
}

/** A tab that is looked at goes first, then one that the browser lets play a tone. */
function turn(): number {
  if (!document.hidden) return 0
  return navigator.userActivation?.hasBeenActive === false ? 2 : 1
}
