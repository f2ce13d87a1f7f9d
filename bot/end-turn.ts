import { botOr, type ConversationState, ticketOf } from './conversation.ts'
import { withChoices } from './hand-over.ts'
import { askAboutClerk, notice, noticeForClerks } from './say-desk.ts'
import type { Setting } from './setting.ts'
import type { Turn } from './turn.ts'

/** How long the end of a conversation can be undone. */
const UNDO_MS = 5 * 60_000

/** A ticket is answered all the same. Whoever talked with a clerk is asked to rate them. */
export function endTurn(before: ConversationState, { now, phrases }: Setting): Turn {
  const { owner } = before
  if (owner.kind === 'closed') return { state: before, replies: [] }
  const { over, ticketKept, forClerks } = phrases.desk
  const ticket = ticketOf(owner)
  const texts = [over, ...(ticket ? [ticketKept(ticket.number)] : [])]
  const told = owner.kind === 'clerk' ? askAboutClerk(texts, phrases) : notice(texts)
  const isKnownAtDesk = owner.kind === 'clerk' || owner.kind === 'queue' || ticket !== null
  return {
    state: {
      ...withChoices(before, told.reply.choices),
      owner: { kind: 'closed', since: now, ticket },
      isContactExpected: false,
      rates: owner.kind === 'clerk' ? owner.clerk : before.rates,
    },
    replies: [told, ...(isKnownAtDesk ? [noticeForClerks(forClerks.citizenEnded)] : [])],
  }
}

/** Undoes the end within five minutes. Whoever was with a clerk is with the assistant then. */
export function undoEndTurn(before: ConversationState, { now, phrases }: Setting): Turn {
  const { owner } = before
  if (owner.kind !== 'closed') return { state: before, replies: [] }
  if (now.getTime() - owner.since.getTime() > UNDO_MS)
    return { state: before, replies: [notice([phrases.desk.overLongAgo])] }
  const isKnownAtDesk = owner.ticket !== null
  return {
    state: reopened(before),
    replies: [
      notice([phrases.desk.undone]),
      ...(isKnownAtDesk ? [noticeForClerks(phrases.desk.forClerks.citizenUndid)] : []),
    ],
  }
}

/** Whoever goes on has not ended. */
export function reopened(before: ConversationState): ConversationState {
  return before.owner.kind === 'closed' ? { ...before, owner: botOr(before.owner.ticket) } : before
}
