import { TEXTS } from './texts.ts'

/** Whether this browser knows notices of the system, and shows them for this page. */
export function knowsNotices(): boolean {
  return isSecureContext && 'Notification' in window
}

/** Asks the citizen's browser, and shows what a notice looks like. False where it shows none, as on most phones. */
export async function allowNotices(): Promise<boolean> {
  return (await Notification.requestPermission()) === 'granted' && showNotice(TEXTS.notices.sample)
}

/** A newer notice takes the place of the one before, from whichever tab it comes. False where the browser shows none. */
export function showNotice(text: string): boolean {
  try {
    const notice = new Notification(text, { tag: 'office-chat', lang: 'pl' })
    notice.onclick = () => {
      window.focus()
      notice.close()
    }
    return true
  } catch {
    return false
  }
}
