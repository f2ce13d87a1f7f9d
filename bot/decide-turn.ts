import { findAcross } from '../dialogs/personal-data/find-across.ts'
import { findContact } from '../dialogs/personal-data/find-contact.ts'
import type { Finding } from '../dialogs/personal-data/finding.ts'
import { maskFindings } from '../dialogs/personal-data/masks.ts'
import { PHRASES } from '../dialogs/phrases.ts'
import type { KnowledgeSnapshot } from '../knowledge/snapshot.ts'
import { giveUpTurn } from './citizen-turn.ts'
import { kindOfContact } from './contact-turn.ts'
import { type Conversation, keepsOriginals, type Owner, type Tail } from './conversation.ts'
import type { DeskRules, DeskState } from './desk-state.ts'
import type { Happening } from './event.ts'
import { introduce } from './introduce.ts'
import { NOTHING_READ, type Reading } from './language-service.ts'
import { maskRead } from './mask-read.ts'
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

/** Characters of a message in which a number ends, or the word for one stands, that the message before began. */
const HEAD_CHARACTERS = 200

/**
 * The turn of an accepted event: masked anew where it completes a number or `reading` shows more, and given up when it was
 * tried too often.
 */
export function decideTurn(
  before: Conversation,
  received: Received,
  knowledge: KnowledgeSnapshot,
  desk: DeskState & DeskRules,
  now: Date,
  reading: Reading = NOTHING_READ,
): Turn {
  const { happening, remasked } = maskMore(before, received, reading, knowledge)
  const setting: Setting = { knowledge, desk, now, phrases: PHRASES.pl, heardLanguage: reading.language }
  const turn =
    received.attempts > MAX_ATTEMPTS
      ? giveUp(before, happening, setting)
      : takeTurn(before, happening, setting, received.original)
  if (!isCitizens(happening)) {
    return told(before.owner, { ...turn, state: { ...turn.state, tail: before.tail }, remasked }, desk)
  }
  const introduced = happening.kind === 'group-wrote' ? turn : introduce(before, turn, setting)
  const state = { ...introduced.state, tail: tailOf(happening, received.seq), heardAt: now }
  return told(before.owner, { ...introduced, state, remasked }, desk)
}

/** With what pages and letters tell of it. */
function told(before: Owner, turn: Turn, { sendsMail = false }: DeskRules): Turn {
  const shown = tellStanding(before, turn)
  return sendsMail ? withMails(before, shown) : shown
}

/** A citizen is told, unless a clerk reads what they wrote; a clerk and the clock see a refusal. */
function giveUp(before: Conversation, happening: Happening, { knowledge, phrases }: Setting): Turn {
  if (!isCitizens(happening)) return { state: before, replies: [], refused: { kind: 'failed' }, isGivenUp: true }
  if (before.owner.kind === 'clerk') return { state: before, replies: [], isGivenUp: true }
  return giveUpTurn(before, knowledge, phrases)
}

function isCitizens({ kind }: Happening): boolean {
  return kind.startsWith('citizen-') || kind === 'group-wrote'
}

/**
 * Masks what the two messages show only together, in both, the number that was asked for, and what was read outside. The
 * latter not while a person is involved: whoever helps needs the name.
 */
function maskMore(
  before: Conversation,
  { happening, seq }: Received,
  { personalData }: Reading,
  knowledge: KnowledgeSnapshot,
): { readonly happening: Happening; readonly remasked: readonly Remasked[] } {
  if (happening.kind !== 'citizen-wrote' || seq === null) return { happening, remasked: [] }
  const { tail } = before
  const read = maskRead(happening.text, keepsOriginals(before) ? [] : personalData, knowledge)
  const numbers = officeNumbers(knowledge)
  const found = tail ? findAcross(tail.text, read.slice(0, HEAD_CHARACTERS), numbers) : { earlier: [], later: [] }
  const text = maskAsked(before, maskFindings(read, found.later.filter(isAtStart)), numbers)
  return {
    happening: { ...happening, text },
    remasked: [
      ...(tail ? remask(tail.seq, tail.text, maskFindings(tail.text, found.earlier)) : []),
      ...remask(seq, happening.text, text),
    ],
  }
}

/** What stands further on has nothing to do with the message before, and may be cut. */
function isAtStart({ start }: Finding): boolean {
  return start < TAIL_CHARACTERS
}

/** A number that nothing calls one, where one was asked for. */
function maskAsked(before: Conversation, text: string, numbers: readonly string[]): string {
  const kind = kindOfContact(before)
  const asked = kind && findContact(text, kind, numbers)
  return asked ? maskFindings(text, [asked]) : text
}

function remask(seq: number, before: string, text: string): readonly Remasked[] {
  return text === before ? [] : [{ seq, replaced: characters(before).length, text }]
}

function tailOf(happening: Happening, seq: number | null): Tail | null {
  if (happening.kind !== 'citizen-wrote' || seq === null) return null
  return { seq, text: characters(happening.text).slice(-TAIL_CHARACTERS).join('') }
}

/** Code points, as databases count them. */
function characters(text: string): readonly string[] {
  return [...text]
}
