/** How a clerk wants to be disturbed, and how much they take at once (C12). */
export type Preferences = {
  readonly hasSound: boolean
  /** Notifications of the system while the page is hidden. */
  readonly hasNotifications: boolean
  /** Neither sound nor notification, and new conversations are not announced. */
  readonly isUndisturbed: boolean
  /** Conversations at once, from 1. */
  readonly most: number
}

export const DEFAULT_PREFERENCES: Preferences = {
  hasSound: false,
  hasNotifications: false,
  isUndisturbed: false,
  most: 3,
}

export const MOST_CHOICES = [1, 2, 3, 4, 5, 6, 8, 10] as const

const keyOf = (accountId: string) => `desk-preferences:${accountId}`

/** Of the account on this device. */
export function readPreferences(accountId: string): Preferences {
  try {
    return { ...DEFAULT_PREFERENCES, ...JSON.parse(localStorage.getItem(keyOf(accountId)) ?? '{}') }
  } catch {
    return DEFAULT_PREFERENCES
  }
}

export function keepPreferences(accountId: string, preferences: Preferences): void {
  try {
    localStorage.setItem(keyOf(accountId), JSON.stringify(preferences))
  } catch {
    // They hold in the open page alone then.
  }
}
