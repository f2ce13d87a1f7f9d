import type { DeskDepartment } from './desk-state.ts'

/** A letter that a turn leads to, besides what is said in the conversation. */
export type Mail =
  /** Tells its department of a new ticket, without what was asked. */
  | { readonly kind: 'ticket'; readonly ticket: string }
  /** A clerk's words for whoever wants them by e-mail. `place`: which of the turn's replies, from 0. */
  | { readonly kind: 'answer'; readonly ticket: string; readonly place: number }

/** What a letter's delivery knows, as its `returnPath`. */
export type MailPath = {
  /** The same at each attempt, so that a letter that comes twice is seen as one. */
  readonly messageId: string
  readonly about: MailSubject
}

/** `to`: as it is when the letter goes; null where it was taken away meanwhile. */
export type MailSubject =
  | {
      readonly kind: 'ticket'
      readonly to: string | null
      readonly ticket: string
      readonly department: DeskDepartment
      /** ISO 8601. */
      readonly since: string
    }
  | { readonly kind: 'answer'; readonly to: string | null; readonly ticket: string }
  /** Tells whoever runs the service how many deliveries were given up, and how many conversations are blocked. */
  | { readonly kind: 'alert'; readonly deadLetters: number; readonly blocked: number }
