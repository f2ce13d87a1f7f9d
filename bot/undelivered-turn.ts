import type { ConversationState, Owner } from './conversation.ts'
import { ticketNumber } from './hand-over.ts'
import { noticeForClerks } from './say-desk.ts'
import type { Setting } from './setting.ts'
import type { Turn } from './turn.ts'

/** A clerk's words did not reach the citizen. Where nobody has the conversation any more, it comes back to the desk as a ticket. */
export function undeliveredTurn(before: ConversationState, isTooLate: boolean, { desk, now, phrases }: Setting): Turn {
  const replies = [noticeForClerks(phrases.desk.forClerks.undelivered(isTooLate))]
  if (before.owner.kind !== 'bot' && before.owner.kind !== 'offered') return { state: before, replies }
  const number = ticketNumber(before, desk)
  const owner: Owner = {
    kind: 'ticket',
    ticket: { number, department: 'general', since: now, answerBy: 'chat' },
  }
  return { state: { ...before, owner, tickets: before.tickets + 1 }, replies }
}
