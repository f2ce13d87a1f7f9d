import { type Owner, ticketOf } from './conversation.ts'
import type { Mail } from './mail.ts'
import type { Turn } from './turn.ts'

/** Adds the letters that a turn leads to: a new ticket to its department, a clerk's words to whoever wants them by e-mail. */
export function withMails(before: Owner, turn: Turn): Turn {
  const mails = [...ticketMails(before, turn), ...answerMails(before, turn)]
  return mails.length > 0 ? { ...turn, mails } : turn
}

/** A department learns of a ticket once, when it is opened or comes to it. */
function ticketMails(before: Owner, { state }: Turn): readonly Mail[] {
  const [was, is] = [ticketOf(before), ticketOf(state.owner)]
  const isKnown = is === null || (was?.number === is.number && was.department === is.department)
  return isKnown ? [] : [{ kind: 'ticket', ticket: is.number }]
}

function answerMails(before: Owner, { replies }: Turn): readonly Mail[] {
  const ticket = ticketOf(before)
  if (ticket?.answerBy !== 'e-mail') return []
  const { number } = ticket
  return replies.flatMap(({ by, isForClerks = false }, place): Mail[] =>
    by && !isForClerks ? [{ kind: 'answer', ticket: number, place }] : [],
  )
}
