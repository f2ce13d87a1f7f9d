import { describe, expect, it } from '@jest/globals'
import type { DeclineReason, HandoffReason, Outcome } from '../../dialogs/outcome.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import { plainText, type Reply } from '../../dialogs/reply.ts'
import { greet, say } from '../../dialogs/say.ts'
import { countWords } from '../../knowledge/lint/plain-language.ts'
import { ASPECTS } from '../../knowledge/topic.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'

const knowledge = createKnowledge()
const phrases = PHRASES.pl

const said = (outcome: Outcome, declines = 0): Reply =>
  say(outcome, { knowledge, phrases, today: '2026-11-24', declines })

const labelsOf = ({ choices }: Reply) => choices.map(choice => choice.label)
const CONTACT = { kind: 'list', label: 'Kontakt z urzędem' }

const ANSWERS: readonly Outcome[] = [...knowledge.entries.values()]
  .filter(entry => ['standard', 'office', 'procedure'].includes(entry.kind))
  .flatMap(({ id }) =>
    ASPECTS.flatMap(aspect => [true, false].map(whole => ({ kind: 'answer', topic: id, aspect, whole }) as const)),
  )
const HANDOFFS: readonly Outcome[] = [
  ...(['own-case', 'legal-advice', 'asked-for-person'] satisfies HandoffReason[]).map(
    reason => ({ kind: 'handoff', reason, topic: null }) as const,
  ),
  { kind: 'handoff', reason: 'not-known', topic: 'fishing-card' },
  { kind: 'handoff', reason: 'not-known', topic: null },
]
const EMERGENCY: Outcome = { kind: 'handoff', reason: 'emergency', topic: 'conversation-emergency' }
const DECLINES = (['not-understood', 'out-of-scope', 'unsafe'] satisfies DeclineReason[]).map(
  reason => ({ kind: 'decline', reason }) as const,
)
const CLARIFY: Outcome = {
  kind: 'clarify',
  topics: ['vehicle-registration-new', 'vehicle-registration-used', 'parking-card', 'fishing-card'],
}
const REDIRECT: Outcome = { kind: 'redirect', topic: 'redirect-id-card' }
const SMALLTALK: Outcome = { kind: 'smalltalk', topic: 'conversation-greeting' }

const EVERY: readonly Outcome[] = [...ANSWERS, ...HANDOFFS, EMERGENCY, ...DECLINES, CLARIFY, REDIRECT, SMALLTALK]

describe('an answer', () => {
  it('offers other aspects that are known, most asked first, and a person', () => {
    const reply = said({ kind: 'answer', topic: 'parking-card', aspect: 'general', whole: false })

    expect(labelsOf(reply)).toEqual(['Pokaż wszystkie', 'Dokumenty', 'Opłata', 'Terminy', 'Pracownik'])
  })

  it('does not offer the aspect that it tells', () => {
    const reply = said({ kind: 'answer', topic: 'parking-card', aspect: 'fee', whole: false })

    expect(labelsOf(reply)).toEqual(['Dokumenty', 'Terminy', 'Jak załatwić', 'Pracownik'])
  })

  it('with a cut list offers the whole of it first', () => {
    const reply = said({ kind: 'answer', topic: 'parking-card', aspect: 'documents', whole: false })

    expect(reply.choices[0]).toEqual({
      label: 'Pokaż wszystkie',
      pick: { kind: 'whole', topic: 'parking-card', aspect: 'documents' },
    })
  })

  it('that shows all offers no more of it', () => {
    const reply = said({ kind: 'answer', topic: 'parking-card', aspect: 'documents', whole: true })

    expect(labelsOf(reply)).not.toContain('Pokaż wszystkie')
  })

  it.each(['standard-5-prompt-service', 'office-address'])('about anything else offers a person only: %s', topic => {
    const reply = said({ kind: 'answer', topic, aspect: 'general', whole: false })

    expect(labelsOf(reply)).toEqual(['Pracownik'])
  })

  it('ends with its source', () => {
    const reply = said({ kind: 'answer', topic: 'parking-card', aspect: 'fee', whole: false })

    expect(reply.blocks.at(-1)?.kind).toBe('source')
  })

  it.each(['redirect-id-card', 'conversation-greeting', 'fishing-card'])('cannot be given from %s', topic => {
    expect(() => said({ kind: 'answer', topic, aspect: 'general', whole: false })).toThrow(topic)
  })
})

describe('a clarifying question', () => {
  it('asks about one topic alone whether it is meant', () => {
    const { blocks, choices } = said({ kind: 'clarify', topics: ['parking-card'] })

    expect(blocks).toEqual([{ kind: 'paragraph', text: 'Czy pytasz o tę sprawę?' }])
    expect(choices.map(({ label }) => label)).toEqual(['Karta parkingowa', 'Inne', 'Pracownik'])
  })

  it('offers the topics by their names, then something else, then a person', () => {
    expect(said(CLARIFY)).toEqual({
      blocks: [{ kind: 'paragraph', text: 'O którą sprawę pytasz?' }],
      choices: [
        { label: 'Nowe auto', pick: { kind: 'topic', topic: 'vehicle-registration-new' } },
        { label: 'Używane auto', pick: { kind: 'topic', topic: 'vehicle-registration-used' } },
        { label: 'Karta parkingowa', pick: { kind: 'topic', topic: 'parking-card' } },
        { label: 'Karta wędkarska', pick: { kind: 'topic', topic: 'fishing-card' } },
        { label: 'Inne', pick: { kind: 'something-else' } },
        { label: 'Pracownik', pick: { kind: 'person' } },
      ],
    })
  })
})

describe('a handoff', () => {
  it.each(HANDOFFS)('names the contact: $reason $topic', outcome => {
    expect(said(outcome).blocks.at(-1)).toMatchObject(CONTACT)
  })

  it('names the topic that is not known yet', () => {
    const { blocks } = said({ kind: 'handoff', reason: 'not-known', topic: 'fishing-card' })

    expect(blocks[0]).toMatchObject({ kind: 'paragraph', text: expect.stringContaining('„Karta wędkarska”') })
  })

  it('in an emergency says 112 first, nothing of the office, and offers a person', () => {
    expect(said(EMERGENCY)).toEqual({
      blocks: [
        { kind: 'paragraph', text: 'Zadzwoń teraz pod 112.' },
        { kind: 'paragraph', text: 'Jestem automatem.' },
      ],
      choices: [{ label: 'Pracownik', pick: { kind: 'person' } }],
    })
  })
})

describe('a decline', () => {
  it.each(DECLINES)('shows the way to a person: $reason', outcome => {
    expect(labelsOf(said(outcome))).toEqual(['Pracownik'])
  })

  it.each(DECLINES)('names the contact from the second in a row on: $reason', outcome => {
    const blocks = [0, 1, 2, 3].map(declines => said(outcome, declines).blocks.at(-1))

    expect(blocks).toEqual([
      expect.objectContaining({ kind: 'paragraph' }),
      ...Array.from({ length: 3 }, () => expect.objectContaining(CONTACT)),
    ])
  })
})

describe('small talk', () => {
  it('says the words of its entry', () => {
    expect(said(SMALLTALK).blocks).toEqual([{ kind: 'paragraph', text: 'Dzień dobry. Napisz, w czym pomóc.' }])
  })

  it('cannot come from an entry of another kind', () => {
    expect(() => said({ kind: 'smalltalk', topic: 'parking-card' })).toThrow('parking-card')
  })
})

describe('a redirect', () => {
  it('says whose business it is', () => {
    expect(said(REDIRECT).blocks[0]).toMatchObject({ text: expect.stringContaining('wydaje urząd gminy') })
  })

  it('cannot come from an entry of another kind', () => {
    expect(() => said({ kind: 'redirect', topic: 'parking-card' })).toThrow('parking-card')
  })
})

describe('every reply', () => {
  it('has words', () => {
    const silent = EVERY.filter(outcome => {
      const { blocks } = said(outcome)
      return blocks.length === 0 || plainText({ blocks, choices: [] }).trim() === ''
    })

    expect(silent).toEqual([])
  })

  it('but small talk and a handoff with the contact offers a person', () => {
    const deadEnds = [...ANSWERS, CLARIFY, REDIRECT, EMERGENCY, ...DECLINES].filter(
      outcome => !labelsOf(said(outcome)).includes('Pracownik'),
    )

    expect(deadEnds).toEqual([])
  })

  it('has at most four choices besides „Inne” and „Pracownik”', () => {
    const crowded = EVERY.filter(
      outcome => labelsOf(said(outcome)).filter(label => label !== 'Inne' && label !== 'Pracownik').length > 4,
    )

    expect(crowded).toEqual([])
  })

  it('has choices of at most four words', () => {
    const long = EVERY.flatMap(outcome => labelsOf(said(outcome))).filter(label => countWords(label) > 4)

    expect(long).toEqual([])
  })

  it('has choices that differ', () => {
    const doubled = EVERY.filter(outcome => {
      const labels = labelsOf(said(outcome))
      return new Set(labels).size < labels.length
    })

    expect(doubled).toEqual([])
  })

  it('is the same for the same outcome', () => {
    for (const outcome of EVERY) expect(said(outcome)).toEqual(said(outcome))
  })
})

describe('the greeting', () => {
  it('says that this is an automatic assistant and how to reach a person', () => {
    const text = plainText(greet(knowledge, phrases))

    expect(text).toMatch(/automatycznym asystentem[\s\S]*„pracownik”/)
  })

  it('names the office', () => {
    expect(plainText(greet(knowledge, phrases))).toContain('Starostwie Powiatowym w Świebodzinie')
  })
})

describe('what was asked besides', () => {
  it('is offered first, by its topic', () => {
    const reply = said({
      kind: 'redirect',
      topic: 'redirect-id-card',
      besides: { topic: 'parking-card', aspect: 'fee' },
    })

    expect(reply.choices[0]).toEqual({
      label: 'Karta parkingowa',
      pick: { kind: 'aspect', topic: 'parking-card', aspect: 'fee' },
    })
    expect(plainText(reply)).toContain('wybierz „Karta parkingowa”')
  })

  it('is offered once, by its aspect, where the topic is the same', () => {
    const reply = said({
      kind: 'answer',
      topic: 'parking-card',
      aspect: 'fee',
      whole: false,
      besides: { topic: 'parking-card', aspect: 'documents' },
    })

    expect(labelsOf(reply).filter(label => label === 'Dokumenty')).toHaveLength(1)
    expect(labelsOf(reply)[0]).toBe('Dokumenty')
  })
})
