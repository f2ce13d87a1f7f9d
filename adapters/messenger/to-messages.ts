import type { ExplainedReply } from '../../bot/turn.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import { plainText } from '../../dialogs/reply.ts'
import { splitText } from './split-text.ts'

/** One message as Messenger shows it. */
export type MessengerMessage = { readonly text: string; readonly quickReplies: readonly QuickReply[] }

/** A button under a message; `payload` is the label in full. */
export type QuickReply = { readonly title: string; readonly payload: string }

// https://developers.facebook.com/docs/messenger-platform/reference/send-api and …/send-messages/quick-replies
const MOST_CHARACTERS = 2000
const MOST_QUICK_REPLIES = 13
const MOST_TITLE_CHARACTERS = 20

/**
 * A reply as the messages of Messenger, a clerk named above their words. Where a label is too long for a button, the text lists
 * the choices by number, and the buttons begin with it.
 */
export function toMessages({ reply, by }: ExplainedReply): readonly MessengerMessage[] {
  const labels = reply.choices.map(({ label }) => label).slice(0, MOST_QUICK_REPLIES)
  const isNumbered = labels.some(label => label.length > MOST_TITLE_CHARACTERS)
  const text = plainText(isNumbered ? reply : { ...reply, choices: [] })
  const named = by ? `${PHRASES.pl.desk.clerkName(by.name)}:\n\n${text}` : text
  const parts = splitText(named, MOST_CHARACTERS)
  const quickReplies = labels.map((label, index) => ({
    title: isNumbered ? shortened(`${index + 1}. ${label}`) : label,
    payload: label,
  }))
  return parts.map((part, index) => ({ text: part, quickReplies: index === parts.length - 1 ? quickReplies : [] }))
}

function shortened(title: string): string {
  return title.length > MOST_TITLE_CHARACTERS ? `${title.slice(0, MOST_TITLE_CHARACTERS - 1).trimEnd()}…` : title
}
