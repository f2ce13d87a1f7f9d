import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Conversation, NEW_CONVERSATION, type Tail } from '../../bot/conversation.ts'
import { decideTurn, MAX_ATTEMPTS } from '../../bot/decide-turn.ts'
import { NO_DESK } from '../../bot/desk-state.ts'
import type { Happening } from '../../bot/event.ts'
import type { Reading } from '../../bot/language-service.ts'
import type { Remasked, Turn } from '../../bot/turn.ts'
import { plainText } from '../../dialogs/reply.ts'
import type { KnowledgeSnapshot } from '../../knowledge/snapshot.ts'
import { OWNERS, RULES } from '../fixtures/desk.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'

const knowledge = createKnowledge({ phone: '68 381 20 00' })
const DESK = { ...NO_DESK, ...RULES }
const NOW = new Date('2026-11-24T10:00:00Z')
const GREETED: Conversation = { ...NEW_CONVERSATION, id: 'conversation-1', isGreeted: true }

const wrote = (text: string): Happening => ({ kind: 'citizen-wrote', text })
const textsOf = ({ replies }: Turn) => replies.map(({ reply }) => plainText(reply))
const questionsOf = ({ replies }: Turn) => replies.map(({ explanation }) => explanation?.question)

/** The turn of the message with the number 7, after one with the number 5 that ended in `tail`. */
function turnAfter(tail: string | null, happening: Happening, attempts = 1, from: KnowledgeSnapshot = knowledge): Turn {
  const before: Conversation = { ...GREETED, tail: tail === null ? null : { seq: 5, text: tail } }
  return decideTurn(before, { eventId: 1, happening, seq: 7, attempts, original: null }, from, DESK, NOW)
}

/** The tail that a message leaves for the next one. */
function tailOf(text: string): Tail | null {
  return turnAfter(null, wrote(text)).state.tail
}

/** What a store makes of a message: its last code points are replaced. */
function applied(text: string, remasked: Remasked | undefined): string {
  if (!remasked) return text
  return [...text].slice(0, [...text].length - remasked.replaced).join('') + remasked.text
}

describe('a number that is split over two messages', () => {
  it('is masked in both', () => {
    const { remasked } = turnAfter('mój numer 44051', wrote('401359 to reszta'))

    expect(remasked).toEqual([
      { seq: 5, replaced: 15, text: 'mój numer [PESEL]' },
      { seq: 7, replaced: 16, text: '[PESEL] to reszta' },
    ])
  })

  it('is counted in code points, as databases do, where emoji stand before it', () => {
    const { remasked } = turnAfter('😀👍🏽 44051', wrote('401359 😀'))

    expect(remasked).toEqual([
      { seq: 5, replaced: 9, text: '😀👍🏽 [PESEL]' },
      { seq: 7, replaced: 8, text: '[PESEL] 😀' },
    ])
  })

  it.each([
    ['short', 'mój numer 44051'],
    ['long', `${'proszę o pomoc, '.repeat(20)}mój numer 44051`],
    ['full of emoji', `${'😀'.repeat(80)} mój numer 44051`],
  ])('leaves the rest of an earlier message as it was, however %s', (_how, earlier) => {
    const tail = tailOf(earlier)

    const { remasked = [] } = turnAfter(tail?.text ?? null, wrote('401359'))

    expect(applied(earlier, remasked[0])).toBe(earlier.replace('44051', '[PESEL]'))
    expect(applied('401359', remasked[1])).toBe('[PESEL]')
  })

  it('is masked wherever it is split', () => {
    const pesel = '44051401359'
    const emoji = fc.string({ unit: fc.constantFrom('😀', 'ą', 'a', ' ', '.'), maxLength: 80 })
    fc.assert(
      fc.property(emoji, fc.integer({ min: 1, max: 10 }), (start, split) => {
        const earlier = `${start} ${pesel.slice(0, split)}`
        const later = pesel.slice(split)

        const { remasked = [] } = turnAfter(tailOf(earlier)?.text ?? null, wrote(later))

        expect(applied(earlier, remasked[0])).toBe(`${start} [PESEL]`)
        expect(applied(later, remasked[1])).toBe('[PESEL]')
      }),
    )
  })

  it('is neither searched for, nor explained, nor remembered', () => {
    const turn = turnAfter('mój numer 44051', wrote('401359, ile kosztuje karta parkingowa'))

    expect(questionsOf(turn)).toEqual(['[PESEL], ile kosztuje karta parkingowa'])
    expect(textsOf(turn)).toEqual([expect.stringContaining('Karta parkingowa: opłata')])
    expect(turn.state.tail).toEqual({ seq: 7, text: '[PESEL], ile kosztuje karta parkingowa' })
    expect(JSON.stringify(turn)).not.toContain('401359')
  })

  it('is looked for in the beginning of a message alone, whose length costs nothing', () => {
    const long = `${'dzień dobry '.repeat(15)}tel. 600100200`

    const { remasked = [] } = turnAfter('mój numer 44051', wrote(`401359 ${long}`))

    expect(remasked.map(({ text }) => text)).toEqual(['mój numer [PESEL]', `[PESEL] ${long}`])
  })

  it('is left where the office published it', () => {
    const { remasked } = turnAfter('dzwonić pod 68 381', wrote('20 00?'))

    expect(remasked).toEqual([])
  })

  it('is not seen where something else came between', () => {
    const { state } = turnAfter('mój numer 44051', { kind: 'citizen-sent-file' })

    expect(state.tail).toBeNull()
    expect(turnAfter(state.tail?.text ?? null, wrote('401359')).remasked).toEqual([])
  })
})

describe('a message that completes nothing', () => {
  it.each([
    ['the first', null, '401359'],
    ['one after words', 'chcę kartę', 'parkingową'],
    ['one after a mask', 'mój numer [PESEL]', '401359'],
  ])('is taken as it is: %s', (_what, tail, text) => {
    const turn = turnAfter(tail, wrote(text))

    expect(turn.remasked).toEqual([])
    expect(questionsOf(turn)).toEqual([text])
  })
})

describe('the tail', () => {
  it('is the whole of a short message, and bears its number', () => {
    expect(tailOf('karta parkingowa')).toEqual({ seq: 7, text: 'karta parkingowa' })
  })

  it('is the last 60 signs of a long one, none of them halved', () => {
    expect(tailOf(`${'😀'.repeat(100)}koniec`)?.text).toBe(`${'😀'.repeat(54)}koniec`)
  })

  it('is never longer, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        const tail = tailOf(text)?.text ?? ''

        expect([...tail].length).toBeLessThanOrEqual(60)
        expect(text.endsWith(tail)).toBe(true)
      }),
    )
  })

  it.each<Happening>([{ kind: 'citizen-joined' }, { kind: 'citizen-sent-file' }, { kind: 'group-wrote' }])(
    'is none after what has no words: $kind',
    happening => {
      expect(turnAfter('44051', happening).state.tail).toBeNull()
    },
  )
})

describe('an event that was tried too often', () => {
  const TOO_OFTEN = MAX_ATTEMPTS + 1
  /** Knowledge that nothing can be searched in. */
  const broken: KnowledgeSnapshot = {
    ...knowledge,
    get search(): never {
      throw new Error('a defect')
    },
  }
  const CARD = wrote('karta parkingowa')

  it('is tried three times', () => {
    expect(MAX_ATTEMPTS).toBe(3)
    expect(() => turnAfter(null, CARD, MAX_ATTEMPTS, broken)).toThrow('a defect')
    expect(turnAfter(null, CARD, MAX_ATTEMPTS).isGivenUp).toBeUndefined()
  })

  it('is given up with an apology and the contact of the office', () => {
    const turn = turnAfter(null, CARD, TOO_OFTEN, broken)

    expect(turn.isGivenUp).toBe(true)
    expect(textsOf(turn)).toEqual([expect.stringMatching(/^Przepraszam, nie udało się odpowiedzieć/)])
    expect(textsOf(turn)[0]).toContain('Kontakt z urzędem')
    expect(textsOf(turn)[0]).toContain('Telefon: 68 381 20 00')
  })

  it('changes nothing but the tail and the time, and the next message is answered', () => {
    const { state } = turnAfter(null, CARD, TOO_OFTEN, broken)

    const next = decideTurn(
      { ...state, id: GREETED.id },
      { eventId: 2, happening: CARD, seq: 9, attempts: 1, original: null },
      knowledge,
      DESK,
      NOW,
    )

    expect(state).toEqual({ ...GREETED, tail: { seq: 7, text: 'karta parkingowa' }, heardAt: NOW })
    expect(textsOf(next)).toEqual([expect.stringContaining('Karta parkingowa')])
  })

  it('is masked all the same where it completes a number', () => {
    const { remasked = [] } = turnAfter('mój numer 44051', wrote('401359'), TOO_OFTEN, broken)

    expect(remasked.map(({ text }) => text)).toEqual(['mój numer [PESEL]', '[PESEL]'])
  })

  it('is given up whatever it is', () => {
    const kinds: readonly Happening[] = [
      { kind: 'citizen-joined' },
      { kind: 'citizen-sent-file' },
      { kind: 'group-wrote' },
    ]

    for (const happening of kinds) expect(turnAfter(null, happening, TOO_OFTEN, broken).isGivenUp).toBe(true)
  })
})

describe('what a language service has read', () => {
  const TEXT = 'tu 😀 Zofia Przykład, ile kosztuje karta parkingowa'
  const reading: Reading = { personalData: [{ kind: 'person', start: 6, end: 20 }], language: null }
  const turnOf = (before: Partial<Conversation>, text = TEXT, read = reading) =>
    decideTurn(
      { ...GREETED, ...before },
      { eventId: 1, happening: wrote(text), seq: 7, attempts: 1, original: null },
      knowledge,
      DESK,
      NOW,
      read,
    )

  it('is masked in the message, the question that is learnt from, and the tail', () => {
    const turn = turnOf({})
    const masked = 'tu 😀 [OSOBA], ile kosztuje karta parkingowa'

    expect(applied(TEXT, turn.remasked?.[0])).toBe(masked)
    expect(turn.remasked).toHaveLength(1)
    expect(questionsOf(turn)).toEqual([masked])
    expect(turn.state.tail?.text).toBe(masked)
  })

  it('joins a number that the message before began', () => {
    const { remasked } = turnOf({ tail: { seq: 5, text: 'mój numer 44051' } }, '401359 Zofia Przykład', {
      ...reading,
      personalData: [{ kind: 'person', start: 7, end: 21 }],
    })

    expect(remasked?.map(({ text }) => text)).toEqual(['mój numer [PESEL]', '[PESEL] [OSOBA]'])
  })

  it.each([
    ['waits for one', { owner: OWNERS.queue }],
    ['talks with one', { owner: OWNERS.clerk }],
    ['is asked for a contact', { isContactExpected: true }],
  ] as const)('stays for the person who helps, while the citizen %s', (_how, before) => {
    expect(turnOf(before).remasked).toEqual([])
  })

  it('decides the language of the answer', () => {
    const turn = turnOf({}, 'bla bla bla', { personalData: [], language: 'de' })

    expect(textsOf(turn).join()).toContain('nur auf Polnisch')
  })
})

describe('P01: the first thing that is said to a citizen', () => {
  const AUTOMATIC = expect.stringContaining('automatycznym asystentem')
  const first = (happening: Happening, attempts = 1, before: Partial<Conversation> = {}) =>
    decideTurn(
      { ...GREETED, isGreeted: false, ...before },
      { eventId: 1, happening, seq: 7, attempts, original: null },
      knowledge,
      DESK,
      NOW,
    )

  it.each<Happening>([
    wrote('karta parkingowa'),
    { kind: 'citizen-wrote', text: 'karta parkingowa', haste: 'told' },
    { kind: 'citizen-sent-file' },
    { kind: 'citizen-asked-for-person' },
    { kind: 'citizen-chose', act: 'leave-queue' },
  ])('is what speaks, once: %j', happening => {
    const turn = first(happening)
    const next = first(happening, 1, turn.state)

    expect(textsOf(turn)).toEqual([AUTOMATIC, expect.any(String)])
    expect(textsOf(next)).toEqual([expect.not.stringContaining('automatycznym asystentem')])
  })

  it('is that once where they join', () => {
    expect(textsOf(first({ kind: 'citizen-joined' }))).toEqual([AUTOMATIC])
  })

  it('is that before an apology too', () => {
    expect(textsOf(first(wrote('karta parkingowa'), MAX_ATTEMPTS + 1))).toEqual([
      AUTOMATIC,
      expect.stringMatching(/^Przepraszam/),
    ])
  })

  it('is still to come where nothing was said', () => {
    expect(first(wrote('  '))).toMatchObject({ replies: [], state: { isGreeted: false } })
    expect(first({ kind: 'group-wrote' }).state.isGreeted).toBe(false)
  })

  it('is not said into a talk with a clerk', () => {
    expect(textsOf(first({ kind: 'citizen-sent-file' }, 1, { owner: OWNERS.clerk }))[0]).toMatch(
      /^Plików nie da się tu przesłać/,
    )
  })
})

describe('whoever comes back after a long pause', () => {
  const HOUR = 3_600_000

  /** What is said to a message so many hours after the last one. */
  function pausing(hours: number, more: Partial<Conversation> = {}, happening: Happening = wrote('karta parkingowa')) {
    const before = { ...GREETED, heardAt: new Date(NOW.getTime() - hours * HOUR), ...more }
    return decideTurn(before, { eventId: 1, happening, seq: 7, attempts: 1, original: null }, knowledge, DESK, NOW)
  }

  it('is told again that a machine answers, and keeps what it learns apart', () => {
    const turn = pausing(25)

    expect(textsOf(turn)[0]).toMatch(/^Odpowiada automatyczny asystent/)
    expect(questionsOf(turn)).toEqual([undefined, 'karta parkingowa'])
  })

  it('is not told so within a day, nor before the first message, nor instead of the greeting', () => {
    const told = [pausing(23), pausing(25, { heardAt: null }), pausing(25, { isGreeted: false })]

    expect(told.flatMap(textsOf).filter(text => text.startsWith('Odpowiada automatyczny'))).toEqual([])
  })

  it('is not told so while a clerk has the conversation', () => {
    expect(textsOf(pausing(25, { owner: OWNERS.clerk }, { kind: 'citizen-sent-file' }))[0]).toMatch(
      /^Plików nie da się tu przesłać/,
    )
  })
})
