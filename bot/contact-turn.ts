import type { Outcome } from '../dialogs/outcome.ts'
import { findContact } from '../dialogs/personal-data/find-contact.ts'
import { mailAddress } from '../dialogs/personal-data/mail-address.ts'
import { MASKS } from '../dialogs/personal-data/masks.ts'
import { type AnswerWay, type ConversationState, type Ticket, ticketOf } from './conversation.ts'
import { withChoices } from './hand-over.ts'
import { officeNumbers } from './office-numbers.ts'
import { ANSWER_CHOICES, actChoice, notice } from './say-desk.ts'
import type { Setting } from './setting.ts'
import type { Turn } from './turn.ts'

// How a ticket is to be answered, and where.

/** Notes how the ticket is to be answered, and asks for the address or number where one is needed. */
export function answerBy(before: ConversationState, way: AnswerWay, { phrases }: Setting): Turn {
  const ticket = ticketOf(before.owner)
  if (!ticket) return { state: before, replies: [notice([phrases.desk.declined])] }
  const state = withTicket(before, { ...ticket, answerBy: way })
  if (way === 'chat') {
    return {
      state: { ...withChoices(state, []), isContactExpected: false },
      replies: [notice([phrases.desk.answeredBy.chat(ticket.number)])],
    }
  }
  const choices = [actChoice('answer-by-chat', phrases)]
  return {
    state: { ...withChoices(state, choices), isContactExpected: true },
    replies: [notice([phrases.desk.askContact[way]], choices)],
  }
}

/** Keeps the address or number with the ticket. */
export function contactTurn(before: ConversationState, given: string, { phrases }: Setting): Turn {
  const ticket = ticketOf(before.owner)
  const way = given.includes('@') ? 'e-mail' : 'phone'
  if (!ticket) return { state: { ...before, isContactExpected: false }, replies: [notice([phrases.desk.declined])] }
  const state = withTicket(before, { ...ticket, answerBy: way })
  return {
    state: { ...withChoices(state, []), isContactExpected: false },
    replies: [notice([phrases.desk.answeredBy[way](ticket.number)])],
    contact: given,
  }
}

/** What was asked for and not given yet; nothing where nothing is. */
export function kindOfContact({ owner, isContactExpected }: ConversationState): 'email' | 'phone' | undefined {
  const way = isContactExpected ? ticketOf(owner)?.answerBy : undefined
  return way && (way === 'phone' ? 'phone' : 'email')
}

/** The address or number that was asked for, as it was written; nothing where the message has none. */
export function contactIn(
  before: ConversationState,
  original: string | null,
  { knowledge }: Setting,
): string | undefined {
  const kind = kindOfContact(before)
  if (kind === undefined || original === null) return undefined
  const found = findContact(original, kind, officeNumbers(knowledge))
  const contact = found && original.slice(found.start, found.end)
  return contact && kind === 'email' ? mailAddress(contact) : contact
}

/** Whether a message was to give what was asked for and does not: nothing in it was understood, or all that is left is a mask. */
export function isContactMissing(before: ConversationState, text: string, outcome: Outcome): boolean {
  const kind = kindOfContact(before)
  return kind !== undefined && (outcome.kind === 'decline' || text.includes(MASKS[kind]))
}

/** Says that the address or number was not seen. It can be written again, or left. */
export function noContactTurn(before: ConversationState, { phrases }: Setting): Turn {
  const way = ticketOf(before.owner)?.answerBy === 'phone' ? 'phone' : 'e-mail'
  const choices = ANSWER_CHOICES.map(act => actChoice(act, phrases))
  return { state: withChoices(before, choices), replies: [notice([phrases.desk.noContact[way]], choices)] }
}

function withTicket(before: ConversationState, ticket: Ticket): ConversationState {
  const { owner } = before
  return 'ticket' in owner ? { ...before, owner: { ...owner, ticket } } : before
}
