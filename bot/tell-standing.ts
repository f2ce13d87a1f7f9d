import type { Standing } from '../dialogs/reply.ts'
import { type Owner, ticketOf } from './conversation.ts'
import type { Turn } from './turn.ts'

/** Where another answers the citizen from now on, the last reply that they read says who, for pages that show it. */
export function tellStanding(before: Owner, turn: Turn): Turn {
  const standing = standingOf(turn.state.owner)
  if (isSame(standing, standingOf(before))) return turn
  const last = turn.replies.findLastIndex(({ isForClerks }) => !isForClerks)
  const replies = turn.replies.map((each, index) =>
    index === last ? { ...each, reply: { ...each.reply, standing } } : each,
  )
  return { ...turn, replies }
}

function standingOf(owner: Owner): Standing {
  const ticket = ticketOf(owner)?.number ?? null
  return owner.kind === 'clerk' ? { kind: 'clerk', name: owner.clerk.name, ticket } : { kind: owner.kind, ticket }
}

function isSame(one: Standing, other: Standing): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
