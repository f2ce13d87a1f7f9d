import type { Dialog } from './dialog.ts'

/** Emoji, punctuation and single signs carry no question. */
export const noWords: Dialog = ({ words }) =>
  words.some(word => word.length > 1) ? undefined : { kind: 'decline', reason: 'not-understood' }
