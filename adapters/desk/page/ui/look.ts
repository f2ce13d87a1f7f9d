import type { Place } from './desk-header.ts'
import type { DialogKind } from './dialog-kind.ts'

/** What of the page is in sight; what it is about the model knows. */
export type Look = {
  readonly place: Place
  /** The window over the page. */
  readonly dialog: DialogKind | null
  /** In a narrow window the tools stand behind a button. */
  readonly isMenuOpen: boolean
  /** The browser was asked, and does not allow notifications. */
  readonly isNotifyingRefused: boolean
  /** What a screen reader hears when it has time. */
  readonly said: string
}

export const FIRST_LOOK: Look = {
  place: 'queue',
  dialog: null,
  isMenuOpen: false,
  isNotifyingRefused: false,
  said: '',
}
