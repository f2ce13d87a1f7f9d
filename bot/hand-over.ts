import { paragraph } from '../dialogs/reply.ts'
import { contact } from '../dialogs/say.ts'
import type { KnowledgeSnapshot } from '../knowledge/snapshot.ts'
import type { TopicId } from '../knowledge/topic.ts'
import { askDepartment } from './ask-department.ts'
import { type Availability, availabilityOf } from './availability.ts'
import { type ConversationState, type Ticket, ticketOf } from './conversation.ts'
import type { DeskDepartment, DeskState } from './desk-state.ts'
import { ANSWER_CHOICES, actChoice, notice, openingOf } from './say-desk.ts'
import type { Setting } from './setting.ts'
import type { ExplainedReply, Turn } from './turn.ts'

// The ways from the bot towards a person. Each says honestly what will happen; none ends where nobody answers.

type SomebodyThere = Extract<Availability, { kind: 'free' | 'busy' }>

/** The department that a topic belongs to; the general one where it binds every department or is none of ours. */
export function departmentOf(topic: TopicId | null, knowledge: KnowledgeSnapshot): DeskDepartment {
  return ownDepartment(topic, knowledge) ?? 'general'
}

/** The department that a topic itself names. */
function ownDepartment(topic: TopicId | null, { entries, notCovered }: KnowledgeSnapshot): DeskDepartment | undefined {
  const department = topic === null ? undefined : (entries.get(topic) ?? notCovered.get(topic))?.department
  return department === 'every' ? undefined : department
}

/** Whoever wants a person waits for one, or gets a ticket and learns when a person answers. */
export function handOver(before: ConversationState, department: DeskDepartment, setting: Setting): Turn {
  const availability = availabilityOf(setting.desk, department, setting.now)
  switch (availability.kind) {
    case 'free':
    case 'busy':
      return waitFor(before, department, availability, setting)
    case 'absent':
    case 'closed':
      return openTicket(before, department, setting, availability)
  }
}

/** Enters the queue. Where nothing tells which department it is about, that is asked while waiting. */
export function waitFor(
  before: ConversationState,
  department: DeskDepartment,
  availability: SomebodyThere,
  setting: Setting,
): Turn {
  const turn = enterQueue(before, availability, setting)
  const isKnown = department !== 'general' || ownDepartment(before.memory.topic, setting.knowledge) !== undefined
  return isKnown ? turn : askDepartment(turn, setting)
}

/** Opens a ticket, or goes on with the one that is open. `first`: what is said before. */
export function openTicket(
  before: ConversationState,
  department: DeskDepartment,
  { knowledge, desk, now, phrases }: Setting,
  availability: Availability = availabilityOf(desk, department, now),
  first: readonly ExplainedReply[] = [],
): Turn {
  const when = openingOf(availability, now, phrases)
  const known = ticketOf(before.owner)
  if (known) {
    const state: ConversationState = {
      ...withChoices(before, []),
      owner: { kind: 'ticket', ticket: { ...known, department } },
    }
    return { state, replies: [...first, notice([phrases.desk.ticketOpen(known.number, when)])] }
  }
  const ticket: Ticket = { number: ticketNumber(before, desk), department, since: now, answerBy: 'chat' }
  const choices = ANSWER_CHOICES.map(act => actChoice(act, phrases))
  const { opened, askHow } = phrases.desk.ticketOpened(ticket.number, when)
  // Whoever cannot wait reads here how else the office is reached (H06).
  const blocks = [paragraph(opened), ...contact(knowledge, phrases), paragraph(askHow)]
  return {
    state: { ...withChoices(before, choices), owner: { kind: 'ticket', ticket }, tickets: before.tickets + 1 },
    replies: [...first, { reply: { blocks, choices }, explanation: null }],
  }
}

/** The conversation's number, and which of its tickets it is from the second on. */
export function ticketNumber({ tickets }: ConversationState, { number }: DeskState): string {
  return tickets === 0 ? `Z-${number}` : `Z-${number}-${tickets + 1}`
}

/** The closing of the desk ends a wait as the deadline does. */
export function enterQueue(
  before: ConversationState,
  availability: SomebodyThere,
  { desk, now, phrases }: Setting,
  first: readonly ExplainedReply[] = [],
): Turn {
  const { department, closes } = availability
  const latest = new Date(now.getTime() + desk.queueMs)
  const deadline = closes !== null && closes < latest ? closes : latest
  const texts =
    availability.kind === 'free'
      ? phrases.desk.queuedFree
      : phrases.desk.queuedBusy(availability.place, availability.minutes)
  const choices = [actChoice('leave-queue', phrases)]
  const ticket = ticketOf(before.owner)
  const { reply } = notice(texts, choices)
  const handsOver = { department, topic: before.memory.topic }
  return {
    state: { ...withChoices(before, choices), owner: { kind: 'queue', department, since: now, deadline, ticket } },
    replies: [...first, { reply: { ...reply, handsOver }, explanation: null }],
  }
}

/** Remembers what may be picked next. */
export function withChoices(
  before: ConversationState,
  choices: ConversationState['memory']['choices'],
): ConversationState {
  return { ...before, memory: { ...before.memory, choices, declines: 0 } }
}
