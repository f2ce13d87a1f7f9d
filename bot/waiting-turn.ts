import type { DeskAct } from '../dialogs/choice.ts'
import { contact } from '../dialogs/say.ts'
import { chooseDepartment } from './ask-department.ts'
import { availabilityOf, placeIn } from './availability.ts'
import { answerBy } from './contact-turn.ts'
import { botOr, type ConversationState, ticketOf } from './conversation.ts'
import { departmentOf, handOver, waitFor, withChoices } from './hand-over.ts'
import { askComment, rateByChoice } from './rate-clerk.ts'
import { actChoice, notice, noticeForClerks, openingOf, RATING_CHOICES } from './say-desk.ts'
import type { Setting } from './setting.ts'
import type { Turn } from './turn.ts'

// What a citizen decides about persons: to have one, and to wait no longer.

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
