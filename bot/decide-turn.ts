import { findAcross } from '../dialogs/personal-data/find-across.ts'
import { maskFindings } from '../dialogs/personal-data/masks.ts'
import { PHRASES } from '../dialogs/phrases.ts'
import type { KnowledgeSnapshot } from '../knowledge/snapshot.ts'
import { giveUpTurn } from './citizen-turn.ts'
import type { Conversation, Tail } from './conversation.ts'
import type { DeskRules, DeskState } from './desk-state.ts'
import type { Happening } from './event.ts'
import { officeNumbers } from './office-numbers.ts'
import type { Received } from './ports.ts'
import type { Setting } from './setting.ts'
import { takeTurn } from './take-turn.ts'
import { tellStanding } from './tell-standing.ts'
import type { Remasked, Turn } from './turn.ts'
import { withMails } from './with-mails.ts'

/** After so many attempts an event is given up, so that it cannot stop the conversation, or the process, for ever. */
export const MAX_ATTEMPTS = 3

/** Characters of a message in which a number may begin that the next message completes. */
const TAIL_CHARACTERS = 60

/** The turn of an accepted event: masked anew where it completes a number, and given up when it was tried too often. */
export function decideTurn(
  before: Conversation,
  received: Received,
  knowledge: KnowledgeSnapshot,
  desk: DeskState & DeskRules,
  now: Date,
): Turn {
  const { happening, remasked } = maskAcross(before.tail, received, officeNumbers(knowledge.office))
  const setting: Setting = { knowledge, desk, now, phrases: PHRASES.pl }
  const turn =
    received.attempts > MAX_ATTEMPTS
      ? giveUp(before, happening, setting)
      : takeTurn(before, happening, setting, received.original)
  const tail = isCitizens(happening) ? tailOf(happening, received.seq) : before.tail
  const told = tellStanding(before.owner, { ...turn, state: { ...turn.state, tail }, remasked })
  return desk.sendsMail ? withMails(before.owner, told) : told
}

/** A citizen is told, unless a clerk reads what they wrote; a clerk and the clock see a refusal. */
function giveUp(before: Conversation, happening: Happening, { knowledge, phrases }: Setting): Turn {
  if (!isCitizens(happening)) return { state: before, replies: [], refused: { kind: 'failed' }, isGivenUp: true }
  if (before.owner.kind === 'clerk') return { state: before, replies: [], isGivenUp: true }
  return giveUpTurn(before, knowledge, phrases)
}

function isCitizens({ kind }: Happening): boolean {
  return !kind.startsWith('clerk-') && !kind.startsWith('clock-')
}

/** What the two messages show only together is masked in both. */
function maskAcross(
  tail: Tail | null,
  { happening, seq }: Received,
  allowed: readonly string[],
): { readonly happening: Happening; readonly remasked: readonly Remasked[] } {
  if (happening.kind !== 'citizen-wrote' || tail === null || seq === null) return { happening, remasked: [] }
  const found = findAcross(tail.text, happening.text, allowed)
  if (found.earlier.length + found.later.length === 0) return { happening, remasked: [] }
  const text = maskFindings(happening.text, found.later)
  return {
    happening: { kind: 'citizen-wrote', text },
    remasked: [
      { seq: tail.seq, replaced: characters(tail.text).length, text: maskFindings(tail.text, found.earlier) },
      { seq, replaced: characters(happening.text).length, text },
    ],
  }
}

function tailOf(happening: Happening, seq: number | null): Tail | null {
  if (happening.kind !== 'citizen-wrote' || seq === null) return null
  return { seq, text: characters(happening.text).slice(-TAIL_CHARACTERS).join('') }
}

/** Code points, as databases count them. */
function characters(text: string): readonly string[] {
  return [...text]
}
