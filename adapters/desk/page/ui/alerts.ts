import type { Preferences } from '../model/preferences.ts'
import { playTone } from './sound.ts'
import { TEXTS } from './texts.ts'

/** Calls whoever looks elsewhere, in the ways that they want. `text` never says what somebody wrote. */
export function alertClerk(text: string, { hasSound, hasNotifications, isUndisturbed }: Preferences): void {
  if (isUndisturbed) return
  if (hasSound) playTone()
  if (hasNotifications && document.hidden && Notification.permission === 'granted') notify(text)
}

/** Browsers of most phones allow notifications, and then throw. What is to be seen stands on the page, too. */
function notify(text: string): void {
  try {
    const notification = new Notification(TEXTS.title, { body: text, tag: 'desk', lang: 'pl' })
    notification.onclick = () => {
      focus()
      notification.close()
    }
  } catch {
    // Nothing is lost.
  }
}

/** Whether the browser may notify; asks the clerk, who has just wished it. */
export async function mayNotify(): Promise<boolean> {
  return 'Notification' in window && (await Notification.requestPermission()) === 'granted'
}
