import { groupTurn, hastyTurn, joinedTurn, ratedTurn, sentFileTurn, wroteTurn } from './citizen-turn.ts'
import { clerkTurn } from './clerk-turn.ts'
import { clockTurn } from './clock-turn.ts'
import { contactTurn } from './contact-turn.ts'
import type { ConversationState } from './conversation.ts'
import { endTurn, reopened, undoEndTurn } from './end-turn.ts'
import type { Happening } from './event.ts'
import { rateClerk } from './rate-clerk.ts'
import type { Setting } from './setting.ts'
import type { Turn } from './turn.ts'
import { undeliveredTurn } from './undelivered-turn.ts'
import { askForPerson, chooseTurn } from './waiting-turn.ts'
import { withClerkTurn } from './with-clerk-turn.ts'

/**
 * What an event leads to. Pure: the same arguments give the same turn. `original`: a message's text before masking, where
 * that was kept.
 */
export function takeTurn(
  before: ConversationState,
  happening: Happening,
  setting: Setting,
  original: string | null = null,
): Turn {
  // The one gate: while a clerk has the conversation, nothing of the bot is reached.
  if (before.owner.kind === 'clerk' && isForBot(happening)) return withClerkTurn(before, happening, setting)
  return turnOf(REOPENING.includes(happening.kind) ? reopened(before) : before, happening, setting, original)
}

/** Whoever does one of these has not ended. Where an end is final, as on the website, its channel refuses them. */
const REOPENING: readonly Happening['kind'][] = [
  'citizen-wrote',
  'citizen-sent-file',
  'citizen-asked-for-person',
  'citizen-chose',
  'citizen-gave-contact',
]

function turnOf(before: ConversationState, happening: Happening, setting: Setting, original: string | null): Turn {
  switch (happening.kind) {
    case 'citizen-joined':
      return joinedTurn(before, setting.knowledge, setting.phrases)
    case 'citizen-wrote':
      return happening.haste
        ? hastyTurn(before, happening.text, happening.haste, setting)
        : wroteTurn(before, happening.text, setting, original)
    case 'citizen-rated':
      return ratedTurn(before, happening, setting)
    case 'citizen-sent-file':
      return sentFileTurn(before, setting.phrases, happening.links)
    case 'group-wrote':
      return groupTurn(before, setting.phrases)
    case 'citizen-asked-for-person':
      return askForPerson(before, setting)
    case 'citizen-chose':
      return chooseTurn(before, happening.act, setting)
    case 'citizen-gave-contact':
      return contactTurn(before, happening.contact, setting)
    case 'citizen-rated-clerk':
      return rateClerk(before, happening.stars, happening.comment, setting)
    case 'citizen-ended':
      return endTurn(before, setting)
    case 'citizen-undid-end':
      return undoEndTurn(before, setting)
    case 'clerk-took':
    case 'clerk-wrote':
    case 'clerk-noted':
    case 'clerk-passed-on':
    case 'clerk-returned':
    case 'clerk-ended':
    case 'clerk-made-ticket':
      return clerkTurn(before, happening, setting)
    case 'relay-gave-up':
      return undeliveredTurn(before, happening.isTooLate, setting)
    case 'clock-wait-over':
    case 'clock-clerk-silent':
    case 'clock-clerk-back':
    case 'clock-clerk-lost':
      return clockTurn(before, happening, setting)
  }
}

function isForBot({ kind }: Happening): boolean {
  return (
    (kind.startsWith('citizen-') && kind !== 'citizen-ended' && kind !== 'citizen-rated-clerk') ||
    kind === 'group-wrote'
  )
}
