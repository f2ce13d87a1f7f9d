import { TEXTS } from './texts.ts'

/** Whether this browser knows notices of the system, and shows them for this page. */
export function knowsNotices(): boolean {
  return isSecureContext && 'Notification' in window
}

/** Asks the citizen's browser, and shows what a notice looks like. False where it shows none, as on most phones. */
export async function allowNotices(): Promise<boolean> {
  try {
    if ((await Notification.requestPermission()) !== 'granted') return false
    showNotice(TEXTS.notices.sample)
    return true
  } catch {
    return false
  }
}

/** A newer notice takes the place of the one before, from whichever tab it comes. */
export function showNotice(text: string): void {
  const notice = new Notification(text, { tag: 'office-chat', lang: 'pl' })
  notice.onclick = () => {
    window.focus()
    notice.close()
  }
}
