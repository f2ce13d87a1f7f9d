import { type Outcome, topicOf } from '../dialogs/outcome.ts'
import { paragraph, type Reply } from '../dialogs/reply.ts'
import { sayReason } from '../dialogs/say.ts'
import type { TopicId } from '../knowledge/topic.ts'
import { availabilityOf, placeIn } from './availability.ts'
import type { ConversationState, Owner } from './conversation.ts'
import { departmentOf } from './hand-over.ts'
import { actChoice, offerOf } from './say-desk.ts'
import type { Setting } from './setting.ts'

type WithPerson = { readonly reply: Reply; readonly owner: Owner }

/** Adds to an answer what the outcome means for a person: an offer, or how things stand for whoever waits already. */
export function withPerson(before: ConversationState, outcome: Outcome, said: Reply, setting: Setting): WithPerson {
  const { knowledge, phrases } = setting
  if (!needsPerson(outcome, before)) return withoutOffer(before, said, setting)
  const topic = topicOf(outcome) ?? before.memory.topic
  if (outcome.kind !== 'handoff' || outcome.reason === 'emergency' || !setting.desk.isStaffed) {
    return withOffer(before, topic, said, setting)
  }
  // The person on offer is the contact, so that the office's address need not follow.
  const reason: Reply = { ...said, blocks: sayReason(outcome.reason, outcome.topic, knowledge, phrases) }
  return withOffer(before, topic, reason, setting)
}

/** Offers a person after what was said. Whoever waits, or has a ticket, is told so instead. */
export function withOffer(before: ConversationState, topic: TopicId | null, said: Reply, setting: Setting): WithPerson {
  const { desk, knowledge, now, phrases } = setting
  const { owner } = before
  if (!desk.isStaffed) return { reply: said, owner }
  const add = (text: string, choices: Reply['choices']): Reply => ({
    ...said,
    blocks: [...said.blocks, paragraph(text)],
    choices,
  })
  switch (owner.kind) {
    case 'queue': {
      const { place, minutes } = placeIn(desk, owner.department)
      return { reply: add(phrases.desk.stillQueued(place, minutes), [actChoice('leave-queue', phrases)]), owner }
    }
    case 'ticket':
      return { reply: add(phrases.desk.ticketKept(owner.ticket.number), said.choices), owner }
    case 'bot':
    case 'offered': {
      const department = departmentOf(topic, knowledge)
      const { text, choices } = offerOf(availabilityOf(desk, department, now), now, phrases)
      return { reply: add(text, choices), owner: { kind: 'offered', department } }
    }
    case 'clerk':
    case 'closed':
      return { reply: said, owner }
  }
}

/** Another question lets an offer lapse; the queue can be left at any time. */
function withoutOffer({ owner }: ConversationState, said: Reply, { phrases }: Setting): WithPerson {
  if (owner.kind === 'offered') return { reply: said, owner: { kind: 'bot' } }
  if (owner.kind !== 'queue') return { reply: said, owner }
  const others = said.choices.filter(({ pick }) => pick.kind !== 'person')
  return { reply: { ...said, choices: [...others, actChoice('leave-queue', phrases)] }, owner }
}

/** At once where only a person can help; after two in a row that were not understood (H02). */
function needsPerson(outcome: Outcome, { memory }: ConversationState): boolean {
  if (outcome.kind === 'handoff') return outcome.reason !== 'emergency' && outcome.reason !== 'asked-for-person'
  // In another language the answer itself offers one: its choice leads to a person at once.
  return outcome.kind === 'decline' && outcome.language === undefined && memory.declines > 0
}
