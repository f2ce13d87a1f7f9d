import { describe, expect, it } from '@jest/globals'
import { officeNumbers, publishedIn } from '../../bot/office-numbers.ts'
import { composeAnswer, composeRedirect } from '../../dialogs/compose-answer.ts'
import { maskPersonalData } from '../../dialogs/personal-data/mask.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import type { Block } from '../../dialogs/reply.ts'
import type { Entry } from '../../knowledge/entry.ts'
import { ASPECTS } from '../../knowledge/topic.ts'
import { createKnowledge, entryOf } from '../fixtures/knowledge.ts'
import { realKnowledge } from '../setup/knowledge.ts'

const knowledge = realKnowledge()
const setting = { office: knowledge.office, phrases: PHRASES.pl, today: '2026-11-29' }
const published = officeNumbers({ ...knowledge, published: publishedIn(knowledge) })

/** Every answer that the assistant can give about an entry. */
function answersOf(entry: Entry): readonly Block[] {
  if (entry.kind === 'conversation') return entry.answer.map(text => ({ kind: 'paragraph', text }))
  if (entry.kind === 'redirect') return composeRedirect(entry, PHRASES.pl, setting.today)
  return ASPECTS.flatMap(aspect =>
    [true, false].flatMap(whole => composeAnswer(entry, { aspect, whole }, setting).blocks),
  )
}

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text]
    case 'list':
      return block.items
    case 'source':
      return [block.note, ...block.cited.flatMap(({ title, url }) => [title, url ?? ''])]
  }
}

describe('P09: what the office published', () => {
  it('is masked in no answer, whoever quotes it', () => {
    const texts = new Set([...knowledge.entries.values()].flatMap(answersOf).flatMap(textsOf))

    expect(texts.size).toBeGreaterThan(2000)
    expect([...texts].filter(text => maskPersonalData(text, published) !== text)).toEqual([])
  })

  it('is every phone, e-mail and account that stands in an answer, and no other number', () => {
    const told =
      'Wpłać na konto 61 1090 1014 0000 0712 1981 2874, pytaj: 68 381 22 33 albo oc@powiat.example.pl, nie 44051401359.'
    const card = entryOf(createKnowledge(), 'procedure', 'parking-card')
    const entries = new Map([['parking-card', { ...card, notes: [{ text: told, from: [] }] }]])

    const numbers = publishedIn({ entries })

    expect(numbers).toEqual(['61 1090 1014 0000 0712 1981 2874', '68 381 22 33', 'oc@powiat.example.pl'])
    expect(maskPersonalData('czy konto PL61109010140000071219812874 i tel. 68 381-22-33 są dobre', numbers)).toBe(
      'czy konto PL61109010140000071219812874 i tel. 68 381-22-33 są dobre',
    )
  })
})
