import { createKept } from '../chat/kept.ts'

/** How this citizen wants the chat, on this device. */
export type Preferences = {
  readonly hasSound: boolean
  /** Of the system, while another page is looked at. */
  readonly hasNotices: boolean
  /** New messages are read out by a screen reader. */
  readonly isReadAloud: boolean
  readonly textSize: TextSize
  readonly theme: Theme
}

export const TEXT_SIZES = [100, 150, 200] as const
export type TextSize = (typeof TEXT_SIZES)[number]

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const DEFAULTS: Preferences = { hasSound: false, hasNotices: false, isReadAloud: true, textSize: 100, theme: 'system' }

export type PreferencesKeeper = {
  readonly current: () => Preferences
  readonly change: (change: Partial<Preferences>) => void
}

/** The same in all tabs. `changed` is called after every change. */
export function createPreferences(changed: () => void): PreferencesKeeper {
  const kept = createKept<Partial<Preferences>>('office-chat-preferences')
  let current = checked(kept.read())
  kept.onChange(() => {
    current = checked(kept.read())
    changed()
  })
  return {
    current: () => current,
    change(change) {
      current = { ...current, ...change }
      kept.write(current)
      changed()
    },
  }
}

/** What is not known counts as not chosen. */
function checked(stored: Partial<Preferences> | undefined): Preferences {
  const chosen: Preferences = { ...DEFAULTS, ...stored }
  return {
    hasSound: chosen.hasSound === true,
    hasNotices: chosen.hasNotices === true,
    isReadAloud: chosen.isReadAloud !== false,
    textSize: TEXT_SIZES.includes(chosen.textSize) ? chosen.textSize : DEFAULTS.textSize,
    theme: THEMES.includes(chosen.theme) ? chosen.theme : DEFAULTS.theme,
  }
}
