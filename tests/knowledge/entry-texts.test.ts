import { describe, expect, it } from '@jest/globals'
import { type Entry, entrySchema } from '../../knowledge/entry.ts'
import { entryTexts } from '../../knowledge/entry-texts.ts'

/** A fact whose text names the place where it stands. */
function fact(text: string) {
  return { text, from: ['act'] }
}

function entry(fields: object): Entry {
  return entrySchema.parse({
    id: 'entry',
    title: 'title',
    label: 'label',
    department: 'general',
    checked: '2026-11-20',
    review: '2027-05-31',
    questions: { general: ['question'] },
    ...fields,
  })
}

function found(fields: object): readonly string[] {
  return entryTexts(entry(fields)).map(({ path, text, place }) => `${path.join('.')} ${place}: ${text}`)
}

const MISSING = [{ what: 'room', aspect: 'place' }]

describe('the texts of an entry', () => {
  it.each(['standard', 'office'])('of the kind %s are its answer, details and missing facts', kind => {
    const details = [{ label: 'detail', facts: [fact('first'), fact('second')] }]

    expect(found({ kind, answer: [fact('answer')], details, missing: MISSING })).toEqual([
      'answer.0.text prose: answer',
      'details.0.label item: detail',
      'details.0.facts.0.text item: first',
      'details.0.facts.1.text item: second',
      'missing.0.what line: room',
    ])
  })

  it('of a redirect are all that it says', () => {
    const fields = {
      where: [fact('where')],
      local: [fact('local')],
      online: [fact('online')],
      neighbour: [fact('ours')],
    }

    expect(found({ kind: 'redirect', ...fields, missing: MISSING })).toEqual([
      'where.0.text prose: where',
      'local.0.text line: local',
      'online.0.text line: online',
      'neighbour.0.text line: ours',
      'missing.0.what line: room',
    ])
  })

  it('of a conversation are its answer', () => {
    expect(found({ kind: 'conversation', answer: ['one', 'two'] })).toEqual([
      'answer.0 prose: one',
      'answer.1 prose: two',
    ])
  })

  it('of a procedure are all that it says', () => {
    const fields = {
      summary: [fact('summary')],
      who: [fact('who')],
      documents: [fact('document')],
      forms: [{ name: 'form', from: ['act'], howToFill: [fact('fill')], dataSource: [fact('data')] }],
      fees: {
        cases: [{ case: 'case', items: [{ what: 'item', amount: 1, from: ['act'] }] }],
        extra: [{ what: 'extra', when: 'sometimes', amount: 1, from: ['act'] }],
        notes: [fact('fee note')],
      },
      deadlines: { office: [fact('office')], citizen: [fact('citizen')] },
      consequences: [fact('fine')],
      how: { inPerson: [fact('person')], post: [fact('post')], online: [fact('online')] },
      place: [fact('place')],
      result: [fact('result')],
      notes: [fact('note')],
      appeal: [fact('appeal')],
    }

    expect(found({ kind: 'procedure', ...fields, missing: MISSING })).toEqual([
      'summary.0.text prose: summary',
      'who.0.text line: who',
      'documents.0.text item: document',
      'forms.0.name item: form',
      'forms.0.howToFill.0.text line: fill',
      'forms.0.dataSource.0.text line: data',
      'fees.cases.0.case item: case',
      'fees.cases.0.items.0.what item: item',
      'fees.extra.0.what item: extra',
      'fees.extra.0.when item: sometimes',
      'fees.notes.0.text line: fee note',
      'deadlines.office.0.text item: office',
      'deadlines.citizen.0.text item: citizen',
      'consequences.0.text item: fine',
      'how.inPerson.0.text line: person',
      'how.post.0.text line: post',
      'how.online.0.text line: online',
      'place.0.text item: place',
      'result.0.text line: result',
      'notes.0.text line: note',
      'appeal.0.text line: appeal',
      'missing.0.what line: room',
    ])
  })

  it('of a list that follows its short first fact may be longer', () => {
    expect(found({ kind: 'procedure', summary: [fact('a')], place: [fact('short'), fact('long')] })).toEqual([
      'summary.0.text prose: a',
      'place.0.text item: short',
      'place.1.text line: long',
    ])
  })
})
