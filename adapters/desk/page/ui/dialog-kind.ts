import type { Deed } from '../model/deeds.ts'
import { RIGHTS_TEXTS } from './rights-texts.ts'
import { TEXTS } from './texts.ts'

/** Deeds that are confirmed in a window. A take is, where it takes from a colleague. */
export type ConfirmedDeed = Exclude<Deed['kind'], 'take'> | 'take-over'

/** Windows over the page. */
export type DialogKind = 'help' | 'search' | 'alerts' | 'settings' | 'rights' | 'own-answers' | ConfirmedDeed

export const DIALOG_HEADINGS: Readonly<Record<DialogKind, string>> = {
  help: TEXTS.helpHeading,
  search: TEXTS.searchHeading,
  alerts: TEXTS.alerts,
  settings: TEXTS.settingsHeading,
  rights: RIGHTS_TEXTS.heading,
  'own-answers': TEXTS.answersHeading,
  'pass-on': TEXTS.passOnHeading,
  'return-to-bot': TEXTS.returnHeading,
  end: TEXTS.endHeading,
  'make-ticket': TEXTS.ticketHeading,
  'take-over': TEXTS.takeOverHeading,
}
