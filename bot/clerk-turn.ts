import { availabilityOf, clerksOf } from './availability.ts'
import { botOr, type ConversationState, type Owner, ticketOf } from './conversation.ts'
import type { Clerk, DeskDepartment, PresentClerk } from './desk-state.ts'
import type { ClerkHappening, PassedOnTo } from './event.ts'
import { enterQueue, openTicket, ticketNumber, withChoices } from './hand-over.ts'
import { askAboutClerk, notice, noticeForClerks, wordsOf } from './say-desk.ts'
import type { Setting } from './setting.ts'
import type { ExplainedReply, Refusal, Turn } from './turn.ts'

type Held = Extract<Owner, { kind: 'clerk' }>

/** What a clerk's deed leads to. Pure. One that has been done already changes nothing. */
export function clerkTurn(before: ConversationState, happening: ClerkHappening, setting: Setting): Turn {
  const { clerk } = happening
  if (happening.kind === 'clerk-took') return take(before, clerk, happening.isForced, setting)
  if (happening.kind === 'clerk-noted') {
    return { state: before, replies: [{ ...wordsOf(clerk, happening.text), isForClerks: true }] }
  }
  const { owner } = before
  const isHolder = owner.kind === 'clerk' && owner.clerk.id === clerk.id && owner.epoch === happening.epoch
  if (!isHolder) return refuse(before, { kind: 'hold-lost', by: owner.kind === 'clerk' ? owner.clerk : null })
  switch (happening.kind) {
    case 'clerk-wrote':
      return {
        state: { ...before, owner: { ...owner, isAway: false } },
        replies: [wordsOf(clerk, happening.text, happening.language)],
      }
    case 'clerk-passed-on':
      return passOn(before, owner, happening.to, setting)
    case 'clerk-returned':
      return giveBack(before, owner, setting)
    case 'clerk-ended':
      return end(before, owner, happening.label, setting)
    case 'clerk-made-ticket':
      return makeTicket(before, owner, happening.department, setting)
  }
}

function refuse(before: ConversationState, refused: Refusal): Turn {
  return { state: before, replies: [], refused }
}

function take(before: ConversationState, clerk: Clerk, isForced: boolean, { now, phrases }: Setting): Turn {
  const { owner } = before
  if (owner.kind === 'clerk' && owner.clerk.id === clerk.id) return { state: before, replies: [] }
  if (owner.kind === 'clerk' && !isForced) return refuse(before, { kind: 'taken', by: owner.clerk })
  const ticket = ticketOf(owner)
  const isWaiting = owner.kind === 'queue' || owner.kind === 'clerk' || ticket !== null
  if (!isWaiting) return refuse(before, { kind: 'not-waiting' })
  const department = 'department' in owner ? owner.department : (ticket?.department ?? 'general')
  const from = owner.kind === 'clerk' ? owner.clerk.name : null
  return hold(before, clerk, department, now, [
    notice([phrases.desk.clerkSpeaks(clerk.name)]),
    noticeForClerks(phrases.desk.forClerks.took(clerk.name, from)),
  ])
}

/** A new hold, so that whatever the holder before still says is refused. */
function hold(
  before: ConversationState,
  { id, name }: Clerk,
  department: DeskDepartment,
  since: Date,
  replies: readonly ExplainedReply[],
): Turn {
  const epoch = before.holds + 1
  const ticket = ticketOf(before.owner)
  const owner: Owner = { kind: 'clerk', department, since, clerk: { id, name }, epoch, isAway: false, ticket }
  return { state: { ...withChoices(before, []), owner, holds: epoch, isContactExpected: false }, replies }
}

function passOn(before: ConversationState, owner: Held, to: PassedOnTo, setting: Setting): Turn {
  const { desk, now, phrases } = setting
  const { clerkSpeaks, forClerks, departments, passedOn } = phrases.desk
  if (to.kind === 'clerk') {
    const next = desk.present.find(({ id, presence }) => id === to.clerkId && presence !== 'away')
    if (!next) return refuse(before, { kind: 'nobody-there' })
    return hold(before, next, departmentFor(next, owner.department), now, [
      notice([clerkSpeaks(next.name)]),
      noticeForClerks(forClerks.passedOn(owner.clerk.name, next.name)),
    ])
  }
  const { department } = to
  const availability = availabilityOf(desk, department, now)
  const isThere = clerksOf(desk, department).length > 0
  if (!isThere || !('department' in availability) || availability.department !== department) {
    return refuse(before, { kind: 'nobody-there' })
  }
  return enterQueue(before, availability, setting, [
    notice([passedOn(departments[department])]),
    noticeForClerks(forClerks.passedOn(owner.clerk.name, departments[department])),
  ])
}

/** A clerk gets a conversation in a department that they may read. Everybody reads the general one. */
function departmentFor({ departments }: PresentClerk, current: DeskDepartment): DeskDepartment {
  const mayStay = current === 'general' || departments.includes(current)
  return mayStay ? current : (departments[0] ?? 'general')
}

/** An open ticket stays open: nothing was settled. */
function giveBack(before: ConversationState, { clerk, ticket }: Held, { phrases }: Setting): Turn {
  const { returned, ticketKept, forClerks } = phrases.desk
  return {
    state: { ...before, owner: botOr(ticket) },
    replies: [
      notice([returned, ...(ticket ? [ticketKept(ticket.number)] : [])]),
      noticeForClerks(forClerks.returned(clerk.name)),
    ],
  }
}

/** The matter is settled, and so is its ticket. The citizen is asked once what they think of it. */
function end(before: ConversationState, { clerk }: Held, label: string, { phrases }: Setting): Turn {
  const asked = askAboutClerk([phrases.desk.ended], phrases)
  return {
    state: { ...withChoices(before, asked.reply.choices), owner: { kind: 'bot' }, rates: clerk },
    replies: [asked, noticeForClerks(phrases.desk.forClerks.ended(clerk.name, label))],
    label,
  }
}

function makeTicket(before: ConversationState, { clerk }: Held, department: DeskDepartment, setting: Setting): Turn {
  const { desk, phrases } = setting
  const number = ticketOf(before.owner)?.number ?? ticketNumber(before, desk)
  return openTicket(before, department, setting, undefined, [
    notice([phrases.desk.ticketMade(clerk.name)]),
    noticeForClerks(phrases.desk.forClerks.madeTicket(clerk.name, number)),
  ])
}
