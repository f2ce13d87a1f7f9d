import type { Office } from '../knowledge/entry.ts'
import type { ForeignLanguage } from './foreign-language.ts'
import { FOREIGN_PHRASES, type ForeignPhrases } from './foreign-phrases.ts'
import { type Block, list, paragraph, type Reply } from './reply.ts'

/** Says that only Polish is answered here, what to do in danger, and the way to a person. */
export function sayInOtherLanguage(language: ForeignLanguage, office: Office): Reply {
  const phrases = FOREIGN_PHRASES[language]
  const { intro, writePolish, noPersonalData, inDanger } = phrases
  return {
    language,
    blocks: [
      ...[intro(office.name), writePolish, noPersonalData, inDanger].map(paragraph),
      ...contact(phrases, office),
      ...noteOf(phrases),
    ],
    choices: [{ label: phrases.person, pick: { kind: 'person' } }],
  }
}

/** The way to a person, for whoever asked for one after that. */
export function sayPersonInOtherLanguage(language: ForeignLanguage, office: Office): Reply {
  const phrases = FOREIGN_PHRASES[language]
  const blocks = [paragraph(phrases.askPerson), ...contact(phrases, office), ...noteOf(phrases)]
  return { language, blocks, choices: [] }
}

function contact(phrases: ForeignPhrases, office: Office): readonly Block[] {
  return list(phrases.contact, [
    `${phrases.address}: ${office.address}`,
    office.phone ? `${phrases.phone}: ${office.phone}` : phrases.noPhone,
    ...(office.email ? [`E-mail: ${office.email}`] : []),
    `${phrases.website}: ${office.website}`,
  ])
}

function noteOf({ isConfirmed, unconfirmed }: ForeignPhrases): readonly Block[] {
  return isConfirmed ? [] : [paragraph(unconfirmed)]
}
