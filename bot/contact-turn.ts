import { findPersonalData } from '../dialogs/personal-data/find.ts'
import { mailAddress } from '../dialogs/personal-data/mail-address.ts'
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

/** The address or number that was asked for, as it was written; nothing where the message has none. */
export function contactIn(
  before: ConversationState,
  original: string | null,
  { knowledge }: Setting,
): string | undefined {
  const way = ticketOf(before.owner)?.answerBy
  if (!before.isContactExpected || original === null || way === undefined) return undefined
  const kind = way === 'e-mail' ? 'email' : 'phone'
  const found = findPersonalData(original, officeNumbers(knowledge)).find(each => each.kind === kind)
  const contact = found && original.slice(found.start, found.end)
  return contact && kind === 'email' ? mailAddress(contact) : contact
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
