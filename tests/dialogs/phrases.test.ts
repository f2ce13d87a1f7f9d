import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { channelName } from '../../dialogs/channel-name.ts'
import type { DeclineReason, HandoffReason } from '../../dialogs/outcome.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import type { Office } from '../../knowledge/entry.ts'
import { countWords, lintText } from '../../knowledge/lint/plain-language.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'

const phrases = PHRASES.pl
const { office } = createKnowledge()
const reachable: Office = { ...office, phone: '68 123 45 67', email: 'urzad@powiat.example.pl' }

const REASONS: readonly DeclineReason[] = ['not-understood', 'out-of-scope', 'unsafe']
const HANDOFFS: readonly Exclude<HandoffReason, 'emergency'>[] = [
  'own-case',
  'legal-advice',
  'asked-for-person',
  'not-known',
]
const DAY = '24 listopada 2026 r.'

const SENTENCES: readonly string[] = [
  ...phrases.greeting(office),
  ...phrases.greeting(office, 'https://asystent.example.pl/prywatnosc'),
  phrases.notice,
  phrases.wholeNotice('https://asystent.example.pl/prywatnosc'),
  ...Object.values(phrases.aspects),
  ...Object.values(phrases.labels),
  ...Object.values(phrases.choices),
  phrases.clarify(1),
  phrases.clarify(2),
  ...HANDOFFS.flatMap(reason => [null, 'Karta wędkarska'].flatMap(label => phrases.handoff(reason, label))),
  ...REASONS.flatMap(reason => [0, 1, 2, 3, 4].map(before => phrases.decline(reason, before, office))),
  ...[office, reachable].flatMap(each => [phrases.contact(each).label, ...phrases.contact(each).items]),
  phrases.fee.free,
  phrases.fee.exactly('66,50 zł'),
  phrases.fee.between('21 zł', '12 000 zł'),
  phrases.fee.range('0 zł', '0 zł'),
  phrases.fee.range('21 zł', '21 zł'),
  phrases.fee.range('21 zł', '66,50 zł'),
  phrases.fee.item('Karta i wypis', '66,50 zł', [
    phrases.fee.part('karta', '21 zł'),
    phrases.fee.part('wypis', '45 zł'),
  ]),
  phrases.fee.extra('Pełnomocnictwo', '17 zł', 'gdy działasz za kogoś'),
  ...[1, 2, 5, 12].map(phrases.documents),
  ...Object.values(phrases.aspects).map(phrases.nothingKnown),
  phrases.notSupplied,
  phrases.noConsequences,
  ...[0, 1, 3].map(phrases.source),
  phrases.standardPoint('Standardy obsługi klienta', '3.4', '2.0', DAY),
  phrases.standardPoint('Standardy obsługi klienta', null, '2.0', DAY),
  phrases.checked(DAY),
  phrases.unconfirmed(DAY),
  phrases.overdue(DAY),
  phrases.cut(2000),
  phrases.onlyOnePerson,
  phrases.onlyWords,
  phrases.notHelped,
  phrases.notHelpedAgain,
  phrases.assistant,
  ...deskSentences(),
  ...rightsSentences(),
]

function deskSentences(): readonly string[] {
  const { desk } = phrases
  return [
    ...Object.values(desk.acts),
    desk.acceptTicket,
    desk.offerFree,
    desk.offerQueue(3, 15),
    ...[null, 'w poniedziałek 5 stycznia o 7:30'].flatMap(when => [
      desk.offerTicket(when),
      ...Object.values(desk.ticketOpened('Z-12', when)),
      desk.ticketOpen('Z-12', when),
    ]),
    desk.declined,
    ...desk.queuedFree,
    ...desk.queuedBusy(3, 15),
    desk.stillQueued(3, 15),
    desk.leftQueue,
    desk.askDepartment,
    desk.departmentChosen('pracownik od budowy'),
    desk.departmentKept('pracownik urzędu'),
    desk.departmentAway,
    desk.waitOver,
    desk.deskClosed,
    desk.ticketKept('Z-12'),
    desk.ticketMade('Anna Nowak'),
    ...Object.values(desk.askContact),
    ...Object.values(desk.noContact),
    ...Object.values(desk.answeredBy).map(say => say('Z-12')),
    desk.clerkSpeaks('Anna Nowak'),
    desk.clerkName('Anna Nowak'),
    desk.clerkSilent,
    desk.clerkBack,
    desk.clerkLost,
    desk.clerkReadsNoFiles,
    ...Object.values(desk.departments).map(desk.passedOn),
    desk.returned,
    desk.ended,
    desk.askRating,
    desk.rated,
    desk.over,
    desk.undone,
    desk.overLongAgo,
  ]
}

function rightsSentences(): readonly string[] {
  const { rights, messenger } = phrases
  const officer = { ...office, dataProtection: { officer: 'iod@powiat.example.pl' } }
  const { notes, stars, helpful, answerWays, ...words } = rights.copy
  return [
    ...[office, officer].map(each => rights.held('trwa spór.', each)),
    rights.notErased,
    ...Object.values(words),
    ...Object.values(answerWays),
    ...['website', 'messenger'].map(channelName),
    stars(5),
    ...[true, false, null].map(helpful),
    ...notes,
    ...[[], [1042], [7, 1042]].map(messenger.copy),
  ]
}

describe('the phrases', () => {
  it.each([...new Set(SENTENCES)])('are plain Polish: „%s”', sentence => {
    expect(lintText(sentence)).toEqual([])
  })

  it('are never empty', () => {
    expect(SENTENCES.filter(sentence => sentence.trim() === '')).toEqual([])
  })

  it('fit a button where they name an aspect or a choice', () => {
    const labels = [...Object.values(phrases.aspects), ...Object.values(phrases.choices)]

    expect(labels.filter(label => countWords(label) > 4)).toEqual([])
  })

  it('never decline twice in a row with the same text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...REASONS), { maxLength: 20 }), reasons => {
        const texts = reasons.map((reason, before) => phrases.decline(reason, before, office))

        expect(texts.filter((text, index) => text === texts[index - 1])).toEqual([])
      }),
    )
  })

  it.each(REASONS)('decline a second time without knowing why the first time: %s', reason => {
    expect(phrases.decline(reason, 1, office)).not.toMatch(/nadal|także|też|znowu/i)
  })

  it.each(REASONS)('mention a clerk or the office from the second decline on: %s', reason => {
    for (const before of [1, 2, 3, 4]) {
      expect(phrases.decline(reason, before, office)).toMatch(/pracownik|urz[ęa]d/)
    }
  })

  it.each([
    [0, '0 pozycji'],
    [1, '1 pozycja'],
    [2, '2 pozycje'],
    [4, '4 pozycje'],
    [5, '5 pozycji'],
    [12, '12 pozycji'],
    [14, '14 pozycji'],
    [21, '21 pozycji'],
    [22, '22 pozycje'],
    [24, '24 pozycje'],
    [25, '25 pozycji'],
    [112, '112 pozycji'],
  ])('count %d documents: %s', (count, expected) => {
    expect(phrases.documents(count)).toBe(`${expected}, wybierz „Dokumenty”`)
  })

  it('add the parts of a fee only where there are several', () => {
    expect(phrases.fee.item('Karta', '21 zł', ['karta 21 zł'])).toBe('Karta: 21 zł')
    expect(phrases.fee.item('Karta', '23 zł', ['karta 21 zł', 'wypis 2 zł'])).toBe(
      'Karta: 23 zł (karta 21 zł + wypis 2 zł)',
    )
  })

  it('leave out the point where a standard has none', () => {
    expect(phrases.standardPoint('Standardy', null, '2.0', DAY)).toBe(`Standardy, wersja 2.0 z ${DAY}`)
  })
})

describe('the contact', () => {
  it('says that the telephone is not known, rather than leave it out', () => {
    expect(phrases.contact(office).items).toContain('Telefonu urząd jeszcze nie podał.')
  })

  it('gives what the office supplied', () => {
    expect(phrases.contact(reachable).items).toEqual([
      'Adres: ulica Kolejowa 2, 66-200 Świebodzin',
      'Telefon: 68 123 45 67',
      'E-mail: urzad@powiat.example.pl',
      'Strona: https://powiat.example.pl',
    ])
  })
})
