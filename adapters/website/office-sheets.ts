import { composeAnswer } from '../../dialogs/compose-answer.ts'
import { dayInWarsaw } from '../../dialogs/office-time.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import { type Block, list, paragraph } from '../../dialogs/reply.ts'
import type { OfficeEntry, StandardEntry } from '../../knowledge/entry.ts'
import type { KnowledgeSnapshot } from '../../knowledge/snapshot.ts'
import type { TopicId } from '../../knowledge/topic.ts'

/** What pages show of the office besides the conversation. All of it is in the knowledge base, or is said to be missing. */
export type OfficeSheets = {
  readonly contact: readonly Block[]
  readonly 'sign-language': readonly Block[]
  readonly privacy: readonly Block[]
}

export function officeSheets(knowledge: KnowledgeSnapshot, now: Date): OfficeSheets {
  const setting = { office: knowledge.office, phrases: PHRASES.pl, today: dayInWarsaw(now) }
  const { label, items } = PHRASES.pl.contact(knowledge.office)
  const contact = list(label, items)

  function told(topic: TopicId, choose: (entry: ToldEntry) => ToldEntry = entry => entry): readonly Block[] {
    const entry = knowledge.entries.get(topic)
    if (entry?.kind !== 'office' && entry?.kind !== 'standard') return contact
    const { blocks } = composeAnswer(choose(entry), { aspect: 'general', whole: true }, setting)
    return blocks.filter(block => block.kind !== 'heading')
  }

  return {
    contact: [...contact, ...told('office-hours')],
    'sign-language': told('standard-accessibility', aboutInterpreters),
    // What the chat keeps is told by the notice: of the entry what the office has not supplied yet.
    privacy: [...short(knowledge), ...told('office-personal-data', entry => ({ ...entry, answer: [] }))],
  }
}

/** What the citizen must know first, and where the rest stands. */
function short({ noticePage }: KnowledgeSnapshot): readonly Block[] {
  return [PHRASES.pl.notice, ...(noticePage ? [PHRASES.pl.wholeNotice(noticePage)] : [])].map(paragraph)
}

type ToldEntry = OfficeEntry | StandardEntry

const INTERPRETER = /tłumacz|migow/i

/** The part of an entry that tells about interpreters, or all of it where none does. */
function aboutInterpreters(entry: ToldEntry): ToldEntry {
  const details = entry.details.filter(({ label }) => INTERPRETER.test(label))
  const missing = entry.missing.filter(({ what }) => INTERPRETER.test(what))
  return details.length > 0 ? { ...entry, answer: [], details, missing } : entry
}
