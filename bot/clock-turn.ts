import { availabilityOf } from './availability.ts'
import type { ConversationState } from './conversation.ts'
import type { ClockHappening } from './event.ts'
import { enterQueue, openTicket } from './hand-over.ts'
import { notice, noticeForClerks } from './say-desk.ts'
import type { Setting } from './setting.ts'
import type { Turn } from './turn.ts'

/** What time leads to. Pure. One that comes too late, or twice, changes nothing. */
export function clockTurn(before: ConversationState, happening: ClockHappening, setting: Setting): Turn {
  const { owner } = before
  const nothing: Turn = { state: before, replies: [] }
  const { clerkSilent, clerkBack, forClerks } = setting.phrases.desk
  switch (happening.kind) {
    case 'clock-wait-over':
      return owner.kind === 'queue' && owner.deadline.toISOString() === happening.deadline
        ? waitOver(before, owner.department, setting)
        : nothing
    case 'clock-clerk-silent':
      if (owner.kind !== 'clerk' || owner.epoch !== happening.epoch || owner.isAway) return nothing
      return {
        state: { ...before, owner: { ...owner, isAway: true } },
        replies: [notice([clerkSilent]), noticeForClerks(forClerks.silent(owner.clerk.name))],
      }
    case 'clock-clerk-back':
      if (owner.kind !== 'clerk' || owner.epoch !== happening.epoch || !owner.isAway) return nothing
      return {
        state: { ...before, owner: { ...owner, isAway: false } },
        replies: [notice([clerkBack]), noticeForClerks(forClerks.back(owner.clerk.name))],
      }
    case 'clock-clerk-lost':
      if (owner.kind !== 'clerk' || owner.epoch !== happening.epoch) return nothing
      return clerkLost(before, owner.department, owner.clerk.name, setting)
  }
}

function waitOver(before: ConversationState, department: Parameters<typeof openTicket>[1], setting: Setting): Turn {
  const { desk, now, phrases } = setting
  const availability = availabilityOf(desk, department, now)
  const text = availability.kind === 'closed' ? phrases.desk.deskClosed : phrases.desk.waitOver
  const first = [notice([text]), noticeForClerks(phrases.desk.forClerks.waitOver)]
  return openTicket(before, department, setting, availability, first)
}

/** The citizen keeps their turn: a colleague takes it up, or it becomes a ticket where there is none. */
function clerkLost(
  before: ConversationState,
  department: Parameters<typeof openTicket>[1],
  clerk: string,
  setting: Setting,
): Turn {
  const { desk, now, phrases } = setting
  const availability = availabilityOf(desk, department, now)
  const first = [notice([phrases.desk.clerkLost]), noticeForClerks(phrases.desk.forClerks.lost(clerk))]
  return 'department' in availability
    ? enterQueue(before, availability, setting, first)
    : openTicket(before, department, setting, availability, first)
}
