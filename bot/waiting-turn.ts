import type { DeskAct } from '../dialogs/choice.ts'
import { findPersonalData } from '../dialogs/personal-data/find.ts'
import { mailAddress } from '../dialogs/personal-data/mail-address.ts'
import { contact } from '../dialogs/say.ts'
import { chooseDepartment } from './ask-department.ts'
import { availabilityOf, placeIn } from './availability.ts'
import { type AnswerWay, type ConversationState, type Owner, type Ticket, ticketOf } from './conversation.ts'
import { departmentOf, handOver, waitFor, withChoices } from './hand-over.ts'
import { officeNumbers } from './office-numbers.ts'
import {
  ANSWER_CHOICES,
  actChoice,
  askAboutClerk,
  notice,
  noticeForClerks,
  openingOf,
  RATING_CHOICES,
} from './say-desk.ts'
import type { Setting } from './setting.ts'
import type { Turn } from './turn.ts'

// What a citizen decides about persons: to have one, to wait, how to be answered, what they think of it, and the end.

/** How long the end of a conversation can be undone. */
const UNDO_MS = 5 * 60_000

/** Whoever wants a person has one looked for at once, without a question. */
export function askForPerson(before: ConversationState, setting: Setting): Turn {
  const { desk, knowledge, now, phrases } = setting
  const { owner, memory } = before
  if (!desk.isStaffed) {
    const { blocks } = notice(phrases.handoff('asked-for-person', null)).reply
    const reply = { blocks: [...blocks, ...contact(knowledge, phrases)], choices: [] }
    return { state: withChoices(before, []), replies: [{ reply, explanation: null }] }
  }
  switch (owner.kind) {
    case 'queue': {
      const { place, minutes } = placeIn(desk, owner.department)
      const choices = [actChoice('leave-queue', phrases)]
      const replies = [notice([phrases.desk.stillQueued(place, minutes)], choices)]
      return { state: withChoices(before, choices), replies }
    }
    case 'ticket': {
      const { department } = owner.ticket
      const availability = availabilityOf(desk, department, now)
      if ('department' in availability) return waitFor(before, department, availability, setting)
      const text = phrases.desk.ticketOpen(owner.ticket.number, openingOf(availability, now, phrases))
      return { state: before, replies: [notice([text])] }
    }
    case 'bot':
      return handOver(before, departmentOf(memory.topic, knowledge), setting)
    case 'offered':
      return handOver(before, owner.department, setting)
    case 'clerk':
    case 'closed':
      return { state: before, replies: [] }
  }
}

/** Takes one of the choices about persons. One that is out of date is answered with how things are. */
export function chooseTurn(before: ConversationState, act: DeskAct, setting: Setting): Turn {
  const { owner } = before
  const { desk: says } = setting.phrases
  switch (act) {
    case 'accept-offer':
      return askForPerson(before, setting)
    case 'decline-offer': {
      const state: ConversationState = owner.kind === 'offered' ? { ...before, owner: { kind: 'bot' } } : before
      return { state: withChoices(state, []), replies: [notice([says.declined])] }
    }
    case 'leave-queue':
      return leaveQueue(before, setting)
    case 'answer-by-chat':
      return answerBy(before, 'chat', setting)
    case 'answer-by-e-mail':
      return answerBy(before, 'e-mail', setting)
    case 'answer-by-phone':
      return answerBy(before, 'phone', setting)
    case 'department-transport':
    case 'department-building':
    case 'department-geodesy':
    case 'department-environment':
    case 'department-citizens':
    case 'department-other':
      return chooseDepartment(before, act, setting)
    case 'rate-1':
    case 'rate-2':
    case 'rate-3':
    case 'rate-4':
    case 'rate-5':
      return rateByChoice(before, RATING_CHOICES.indexOf(act) + 1, setting)
    case 'add-comment':
      return askComment(before, setting)
    case 'skip-comment':
      return { state: withChoices(before, []), replies: [notice([says.declined])] }
  }
}

function leaveQueue(before: ConversationState, { phrases }: Setting): Turn {
  const { leftQueue, ticketKept, forClerks } = phrases.desk
  const ticket = ticketOf(before.owner)
  const texts = [leftQueue, ...(ticket ? [ticketKept(ticket.number)] : [])]
  if (before.owner.kind !== 'queue') return { state: before, replies: [notice(texts)] }
  return {
    state: { ...withChoices(before, []), owner: botOr(ticket) },
    replies: [notice(texts), noticeForClerks(forClerks.citizenLeft)],
  }
}

/** Notes how the ticket is to be answered, and asks for the address or number where one is needed. */
function answerBy(before: ConversationState, way: AnswerWay, { phrases }: Setting): Turn {
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

/** Keeps what the citizen thinks of the clerk, once. */
export function rateClerk(
  before: ConversationState,
  stars: number,
  comment: string | null,
  { phrases }: Setting,
): Turn {
  const clerk = before.rates
  const replies = [notice([phrases.desk.rated])]
  if (!clerk) return { state: before, replies }
  return { state: { ...withChoices(before, []), rates: null }, replies, clerkRated: { clerk, stars, comment } }
}

/** Where there is no form, a sentence can be added afterwards. */
function rateByChoice(before: ConversationState, stars: number, setting: Setting): Turn {
  const turn = rateClerk(before, stars, null, setting)
  if (!turn.clerkRated) return turn
  const { desk } = setting.phrases
  const choices = [actChoice('add-comment', setting.phrases)]
  return { ...turn, state: withChoices(turn.state, choices), replies: [notice([desk.rated, desk.mayComment], choices)] }
}

function askComment(before: ConversationState, { phrases }: Setting): Turn {
  const choices = [actChoice('skip-comment', phrases)]
  return { state: withChoices(before, choices), replies: [notice([phrases.desk.askComment], choices)] }
}

/** Whether the next words are about the clerk: nothing else was said since they were asked for. */
export function isCommentExpected({ memory }: ConversationState): boolean {
  return memory.choices.some(({ pick }) => pick.kind === 'desk' && pick.act === 'skip-comment')
}

export function commentTurn(before: ConversationState, { phrases }: Setting): Turn {
  return { state: withChoices(before, []), replies: [notice([phrases.desk.commented])], isAboutClerk: true }
}

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

function botOr(ticket: Ticket | null): Owner {
  return ticket ? { kind: 'ticket', ticket } : { kind: 'bot' }
}

function withTicket(before: ConversationState, ticket: Ticket): ConversationState {
  const { owner } = before
  return 'ticket' in owner ? { ...before, owner: { ...owner, ticket } } : before
}
