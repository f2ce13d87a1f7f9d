import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Choice } from '../../dialogs/choice.ts'
import { decide, MAX_CHARACTERS } from '../../dialogs/decide.ts'
import { type Memory, NOTHING_REMEMBERED } from '../../dialogs/memory.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'

const knowledge = createKnowledge()

const PERSON: Choice = { label: 'Pracownik', pick: { kind: 'person' } }
const FEE: Choice = { label: 'Opłata', pick: { kind: 'aspect', topic: 'parking-card', aspect: 'fee' } }

const decided = (text: string, memory: Partial<Memory> = {}) =>
  decide(text, { ...NOTHING_REMEMBERED, ...memory }, knowledge)

describe('the order of the dialogs', () => {
  it('puts a danger before a picked choice', () => {
    const { decidedBy } = decided('chcę umrzeć', { choices: [{ ...FEE, label: 'Chcę umrzeć' }] })

    expect(decidedBy).toBe('emergency')
  })

  it('puts a danger before a wish for a person', () => {
    const { decidedBy } = decided('mąż mnie bije, chcę rozmawiać z człowiekiem')

    expect(decidedBy).toBe('emergency')
  })

  it('puts a picked choice before the lack of words', () => {
    const { decidedBy } = decided('1', { choices: [FEE] })

    expect(decidedBy).toBe('pickOption')
  })

  it('puts a picked choice before a wish for a person', () => {
    const { decidedBy } = decided('pracownik', { choices: [PERSON] })

    expect(decidedBy).toBe('pickOption')
  })

  it('puts the lack of words before the search', () => {
    const { decidedBy } = decided('😀')

    expect(decidedBy).toBe('noWords')
  })

  it("puts a wish for a person before another town's office", () => {
    const { decidedBy } = decided('połącz mnie z urzędnikiem, urząd w Poznaniu')

    expect(decidedBy).toBe('askForClerk')
  })

  it("puts another town's office before the search", () => {
    const { decidedBy } = decided('adres: urząd w Poznaniu')

    expect(decidedBy).toBe('otherTown')
  })

  it('puts a wish for a person before the lack of words, as it may be spelled out in letters', () => {
    const { decidedBy } = decided('c z ł o w i e k')

    expect(decidedBy).toBe('askForClerk')
  })

  it("puts the state of one's own matter before a follow-up", () => {
    const { decidedBy } = decided('gdzie jest mój wniosek', { topic: 'parking-card' })

    expect(decidedBy).toBe('ownCase')
  })

  it.each([
    ['napisz za mnie odwołanie', 'legalAdvice'],
    ['jak podrobić podpis', 'unsafe'],
  ])('puts what must not be answered before a follow-up: „%s”', (text, dialog) => {
    const { decidedBy } = decided(text, { topic: 'parking-card' })

    expect(decidedBy).toBe(dialog)
  })

  it('puts a follow-up before the search', () => {
    const { decidedBy } = decided('a ile to kosztuje?', { topic: 'parking-card' })

    expect(decidedBy).toBe('followUp')
  })

  it('leaves the rest to the search', () => {
    const { decidedBy, outcome } = decided('ile kosztuje karta parkingowa')

    expect(decidedBy).toBe('answerQuestion')
    expect(outcome).toEqual({ kind: 'answer', topic: 'parking-card', aspect: 'fee', whole: false })
  })
})

describe('a decision', () => {
  it.each([
    ['mąż mnie bije', {}],
    ['Opłata', { choices: [FEE] }],
    ['a ile to kosztuje?', { topic: 'parking-card' }],
  ])('by a rule that names a topic is sure: „%s”', (text, memory) => {
    expect(decided(text, memory).confidence).toBe(1)
  })

  it.each(['chcę rozmawiać z człowiekiem', '?', 'urząd w Poznaniu', 'przepis na pierogi', 'auto'])(
    'without a topic is as sure as its best candidate: „%s”',
    text => {
      const { confidence, found } = decided(text)

      expect(confidence).toBe(found.topics[0]?.confidence)
    },
  )

  it('by the search is as sure as the search', () => {
    const { confidence, found } = decided('karta parkingowa')

    expect(confidence).toBe(found.topics[0]?.confidence)
    expect(confidence).toBeGreaterThan(0.5)
  })

  it.each(['karta parkingowa', 'przepis na pierogi', '1', ''])(
    'keeps five candidates of each kind, likeliest first: „%s”',
    text => {
      const { topics, reasons, aspects } = decided(text).found

      for (const each of [topics, reasons, aspects]) {
        const confidences = each.map(({ confidence }) => confidence)
        expect(confidences.length).toBeLessThanOrEqual(5)
        expect(confidences).toEqual(confidences.toSorted((a, b) => b - a))
      }
      expect(topics).toHaveLength(5)
    },
  )

  it('reads the first 2,000 characters', () => {
    const question = 'ile kosztuje karta parkingowa '
    const atTheEnd = question.padStart(MAX_CHARACTERS)

    expect(MAX_CHARACTERS).toBe(2000)
    expect(decided(atTheEnd).outcome).toEqual(decided(question).outcome)
  })

  it('hears a danger after them', () => {
    const filler = 'la '.repeat(1000)

    expect(decided(`${filler}mąż mnie bije`).decidedBy).toBe('emergency')
    expect(decided(`${filler}mąż mnie bije ${filler}`).decidedBy).toBe('emergency')
  })

  it('hears a danger across the border', () => {
    const upToTheBorder = 'la '.repeat(MAX_CHARACTERS).slice(0, MAX_CHARACTERS - 'mąż mnie '.length)

    expect(decided(`${upToTheBorder}mąż mnie bije`).decidedBy).toBe('emergency')
  })

  it('reads nothing else after them', () => {
    const filler = 'la '.repeat(700).slice(0, MAX_CHARACTERS)

    expect(decided(`${filler}ile kosztuje karta parkingowa`)).toEqual(decided(filler))
  })

  it('comes for any text of Unicode', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2500 }), text => {
        expect(decided(text, { topic: 'parking-card', choices: [FEE, PERSON] }).outcome.kind).toEqual(
          expect.any(String),
        )
      }),
      { numRuns: 200 },
    )
  })

  it('comes for any sequence of UTF-16 units, lone surrogates included', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
    fc.assert(
      fc.property(units, codes => {
        const { confidence } = decided(String.fromCharCode(...codes))

        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
      }),
      { numRuns: 200 },
    )
  })

  it('comes for any mixture of the words that the rules look for', () => {
    const word = fc.constantFrom(
      'mąż',
      'bije',
      'mnie',
      'urząd',
      'w',
      'Poznaniu',
      'chcę',
      'z',
      'człowiekiem',
      'ile',
      'gdzie',
      'mój',
      'wniosek',
      'zabić',
      'się',
      '1',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), said => {
        expect(() => decided(said.join(' '), { topic: 'parking-card' })).not.toThrow()
      }),
      { numRuns: 200 },
    )
  })

  it('is the same for the same question', () => {
    expect(decided('karta parkingowa')).toEqual(decided('karta parkingowa'))
  })
})
