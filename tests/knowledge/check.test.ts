import { describe, expect, it } from '@jest/globals'
import { readBase } from '../../knowledge/base.ts'
import { checkContent, faults } from '../../knowledge/check.ts'
import type { ContentFile } from '../../knowledge/parse.ts'
import { printProblem } from '../../knowledge/problem.ts'
import { plant, planted, sampleFolder, TODAY } from './sample-folder.ts'

const HOURS = 'office/office-hours.yaml'
const CARD = 'procedures/parking-card.yaml'
const BOAT = 'not-covered/boat-registration.yaml'
const NOT_ANSWERED = 'not-answered.yaml'

function errorsOf(files: readonly ContentFile[]): readonly string[] {
  return checkContent(files, TODAY).errors.map(printProblem)
}

function copied(from: string, to: string): readonly ContentFile[] {
  return [...sampleFolder(), ...sampleFolder().flatMap(file => (file.path === from ? [{ ...file, path: to }] : []))]
}

describe('the check', () => {
  it('finds nothing in a folder without faults', () => {
    expect(errorsOf(sampleFolder())).toEqual([])
  })

  it('finds bad YAML', () => {
    const files = planted(HOURS, 'title: Godziny pracy urzędu', 'title: Godziny: praca urzędu')

    expect(errorsOf(files)).toEqual([
      `${HOURS}:3: niepoprawny YAML: Nested mappings are not allowed in compact mappings. Sprawdź wcięcia, a teksty z „:” lub „#” weź w cudzysłów.`,
    ])
  })

  it('finds an unknown field', () => {
    const files = planted(HOURS, '    byOffice: true', '    byOffice: true\n    ulr: https://powiat.example.pl')

    expect(errorsOf(files)).toEqual([
      expect.stringContaining(
        '„sources.document”: nieznane pole „ulr”. Usuń je albo popraw jego nazwę (pola opisuje knowledge/entry.ts).',
      ),
    ])
  })

  it('finds an unknown field on its own line', () => {
    const files = planted(HOURS, '    byOffice: true', '    byOffice: true\n    ulr: https://powiat.example.pl')

    expect(errorsOf(files)[0]).toMatch(new RegExp(`^${HOURS}:17: `))
  })

  it('finds a missing field', () => {
    const files = planted(CARD, '          amount: 21\n', '')

    expect(errorsOf(files)).toEqual([
      `${CARD}:24: „fees.cases.0.items.0.amount”: brakuje tego pola. Dopisz je (pola opisuje knowledge/entry.ts).`,
    ])
  })

  it('finds an id that two files use', () => {
    const files = plant(
      copied(BOAT, 'not-covered/boat.yaml'),
      'not-covered/boat.yaml',
      QUESTIONS_OF_BOAT,
      OTHER_QUESTIONS,
    )

    expect(errorsOf(files)).toContain(
      `not-covered/boat.yaml:1: identyfikator „boat-registration” jest już w pliku ${BOAT}. Nadaj jednemu z nich inny.`,
    )
  })

  it('finds an id that an entry and a topic without an entry use', () => {
    const files = planted(BOAT, 'id: boat-registration', 'id: parking-card')

    expect(errorsOf(files)).toContain(
      `${BOAT}:1: identyfikator „parking-card” jest już w pliku ${CARD}. Nadaj jednemu z nich inny.`,
    )
  })

  it('finds a file whose name differs from its id', () => {
    const files = sampleFolder().map(file => (file.path === CARD ? { ...file, path: 'procedures/card.yaml' } : file))

    expect(errorsOf(files)).toEqual([
      'procedures/card.yaml:1: identyfikator „parking-card” różni się od nazwy pliku. Nazwij plik parking-card.yaml.',
    ])
  })

  it('finds a related entry that does not exist', () => {
    const files = planted(HOURS, '  - boat-registration', '  - boat-licence')

    expect(errorsOf(files)).toEqual([
      `${HOURS}:10: odsyła do „boat-licence”, a takiego wpisu nie ma. Popraw identyfikator albo usuń odesłanie.`,
    ])
  })

  it('finds a choice that does not exist', () => {
    const files = planted(NOT_ANSWERED, '      - parking-card', '      - parking-permit')

    expect(errorsOf(files)).toEqual([
      `${NOT_ANSWERED}:23: odsyła do „parking-permit”, a takiego wpisu nie ma. Popraw identyfikator albo usuń odesłanie.`,
    ])
  })

  it('finds a second choice that does not exist on its own line', () => {
    const files = planted(NOT_ANSWERED, '      - office-hours', '      - office-times')

    expect(errorsOf(files)).toEqual([
      `${NOT_ANSWERED}:24: odsyła do „office-times”, a takiego wpisu nie ma. Popraw identyfikator albo usuń odesłanie.`,
    ])
  })

  it('finds a topic of the glossary that does not exist', () => {
    const text = 'terms:\n  - term: karta\n    topic: parking-cart\n    words: [koperta]\n'
    const files = [...sampleFolder(), { path: 'glossary.yaml', text }]

    expect(errorsOf(files)).toEqual([
      'glossary.yaml:3: odsyła do „parking-cart”, a takiego wpisu nie ma. Popraw identyfikator albo usuń odesłanie.',
    ])
  })

  it.each([
    ['a fact', HOURS, 'from: [document]', 'from: [paper]', `${HOURS}:19`, 'paper'],
    ['the second source of a fact', HOURS, '[document]', '[document, paper]', `${HOURS}:19`, 'paper'],
    ['a list item', CARD, 'orzeczenie\n    from: [gov-pl]', 'orzeczenie\n    from: [act]', `${CARD}:19`, 'act'],
    ['a fee', CARD, 'amount: 21\n          from: [gov-pl]', 'amount: 21\n          from: [act]', `${CARD}:26`, 'act'],
  ])('finds a source that does not exist under %s', (_, path, piece, instead, place, key) => {
    expect(errorsOf(planted(path, piece, instead))).toEqual([
      `${place}: powołuje źródło „${key}”, którego nie ma pod „sources:”. Dopisz je tam albo popraw nazwę.`,
    ])
  })

  it('finds an entry without questions', () => {
    const files = planted(HOURS, QUESTIONS_OF_HOURS, '  general: []\n')

    expect(errorsOf(files)).toEqual([
      `${HOURS}:21: „questions”: nie ma pytań. Dopisz pod „questions:” co najmniej jedno, tak jak pytają mieszkańcy`,
    ])
  })

  it('finds a date that is written wrongly', () => {
    const files = planted(HOURS, 'review: "2027-05-31"', 'review: "31.05.2027"')

    expect(errorsOf(files)).toContain(`${HOURS}:7: „review”: zapisz datę tak: 2026-11-24`)
  })

  it('finds one problem in a date that is written wrongly', () => {
    const files = planted(HOURS, 'review: "2027-05-31"', 'review: "31.05.2027"')

    expect(errorsOf(files)).toHaveLength(1)
  })

  it('finds a date that is not in the calendar', () => {
    const files = planted(HOURS, 'review: "2027-05-31"', 'review: "2027-02-30"')

    expect(errorsOf(files)).toEqual([`${HOURS}:7: „review”: takiego dnia nie ma w kalendarzu`])
  })

  it('finds a negative fee', () => {
    const files = planted(CARD, 'amount: 21', 'amount: -21')

    expect(errorsOf(files)).toEqual([`${CARD}:25: „fees.cases.0.items.0.amount”: kwota nie może być mniejsza od zera`])
  })

  it('finds an amount with fractions of a grosz', () => {
    const files = planted(CARD, 'amount: 21', 'amount: 21.005')

    expect(errorsOf(files)).toEqual([`${CARD}:25: „fees.cases.0.items.0.amount”: podaj kwotę z dokładnością do grosza`])
  })

  it('finds a link without https', () => {
    const files = planted(HOURS, 'https://powiat', 'http://powiat')

    expect(errorsOf(files)).toEqual([`${HOURS}:14: „sources.document.url”: adres musi zaczynać się od https://`])
  })

  it('finds a label of more than four words', () => {
    const files = planted(HOURS, 'label: Godziny urzędu', 'label: Godziny pracy urzędu w Świebodzinie')

    expect(errorsOf(files)).toEqual([`${HOURS}:4: „label”: użyj najwyżej 4 słów`])
  })

  it('finds a question that stands in two entries', () => {
    const files = planted(CARD, '    - opłata za kartę parkingową', '    - kiedy pracuje urząd')

    expect(errorsOf(files)).toEqual([
      `${CARD}:39: pytanie „kiedy pracuje urząd” jest też w pliku ${HOURS}. Zostaw je tam, gdzie pasuje, albo przenieś do „clarify:”.`,
    ])
  })

  it('finds a question that stands in an entry and in a topic without an entry', () => {
    const files = planted(BOAT, '    - rejestracja łodzi', '    - karta parkingowa')

    expect(errorsOf(files)).toEqual([
      `${BOAT}:7: pytanie „karta parkingowa” jest też w pliku ${CARD}. Zostaw je tam, gdzie pasuje, albo przenieś do „clarify:”.`,
    ])
  })

  it('finds a text that is not plain Polish', () => {
    const files = planted(HOURS, 'Urząd pracuje od', 'Tutejszy urząd pracuje od')

    expect(errorsOf(files)).toEqual([`${HOURS}:18: wpis „office-hours”: „Tutejszy” to język urzędowy. Napisz: urząd.`])
  })

  it('finds a missing file', () => {
    const files = sampleFolder().filter(file => file.path !== 'office.yaml')

    expect(errorsOf(files)).toEqual(['office.yaml:1: brakuje tego pliku. Każda baza wiedzy go potrzebuje.'])
  })
})

describe('conversation that answers rely on', () => {
  const EMERGENCY = 'conversation/conversation-emergency.yaml'

  it.each(['conversation-emergency', 'conversation-what-can-you-do', 'conversation-are-you-human'])(
    'is missed: %s',
    id => {
      const files = sampleFolder().filter(({ path }) => path !== `conversation/${id}.yaml`)

      expect(errorsOf(files)).toEqual([
        `conversation/${id}.yaml:1: brakuje tego pliku. Każda baza wiedzy go potrzebuje.`,
      ])
    },
  )

  it('is of that kind', () => {
    const office = planted(EMERGENCY, 'kind: conversation', 'kind: office')
    const files = plant(
      office,
      EMERGENCY,
      'answer:\n  - Zadzwoń',
      'sources: { a: { title: A, checked: "2026-11-20" } }\nanswer:\n  - from: [a]\n    text: Zadzwoń',
    )

    expect(errorsOf(files)).toContain(
      `${EMERGENCY}:2: wpis „conversation-emergency” jest rodzaju „office”. Zmień na „conversation”, a jego zdania wpisz pod „answer:”.`,
    )
  })
})

describe('several problems at once', () => {
  it('of one file are listed from top to bottom', () => {
    const label = planted(HOURS, 'label: Godziny urzędu', 'label: Godziny pracy urzędu w Świebodzinie')
    const link = plant(label, HOURS, 'https://powiat', 'http://powiat')
    const date = plant(link, HOURS, 'review: "2027-05-31"', 'review: "2027-02-30"')

    expect(errorsOf(date)).toEqual([
      `${HOURS}:4: „label”: użyj najwyżej 4 słów`,
      `${HOURS}:7: „review”: takiego dnia nie ma w kalendarzu`,
      `${HOURS}:14: „sources.document.url”: adres musi zaczynać się od https://`,
    ])
  })

  it('of several files are listed file by file', () => {
    const fee = planted(CARD, 'amount: 21', 'amount: -21')
    const yaml = plant(fee, BOAT, 'title: Rejestracja łodzi', 'title: "Rejestracja łodzi')
    const label = plant(yaml, HOURS, 'label: Godziny urzędu', 'label: Godziny pracy urzędu w Świebodzinie')

    const files = checkContent(label, TODAY).errors.map(problem => problem.file)

    expect([...new Set(files)]).toEqual([BOAT, HOURS, CARD])
  })

  it('of different kinds are listed together', () => {
    const related = planted(HOURS, '  - boat-registration', '  - boat-licence')
    const source = plant(related, CARD, 'orzeczenie\n    from: [gov-pl]', 'orzeczenie\n    from: [act]')
    const question = plant(source, CARD, '    - opłata za kartę parkingową', '    - kiedy pracuje urząd')
    const language = plant(question, HOURS, 'Urząd pracuje od', 'Tutejszy urząd pracuje od')

    expect(errorsOf(language)).toEqual([
      expect.stringContaining(`${HOURS}:10: odsyła do „boat-licence”`),
      expect.stringContaining(`${HOURS}:18: wpis „office-hours”: „Tutejszy”`),
      expect.stringContaining(`${CARD}:19: powołuje źródło „act”`),
      expect.stringContaining(`${CARD}:39: pytanie „kiedy pracuje urząd”`),
    ])
  })
})

describe('faults', () => {
  function faultsOf(files: readonly ContentFile[]): readonly string[] {
    const { base } = readBase(files)
    if (!base) throw new Error('the folder does not fit its schemas')
    return faults(base).map(problem => problem.file)
  }

  it.each([
    ['a used id', planted(BOAT, 'id: boat-registration', 'id: parking-card')],
    ['a dead reference', planted(HOURS, '  - parking-card', '  - parking-permit')],
    ['a dead source', planted(HOURS, 'from: [document]', 'from: [paper]')],
    ['a danger without words', sampleFolder().filter(({ path }) => !path.includes('emergency'))],
  ])('are what would break answers: %s', (_, files) => {
    expect(faultsOf(files)).not.toEqual([])
  })

  it.each([
    ['officialese', planted(HOURS, 'Urząd pracuje od', 'Tutejszy urząd pracuje od')],
    ['a question in two entries', planted(BOAT, '    - rejestracja łodzi', '    - karta parkingowa')],
  ])('are not what only reads badly: %s', (_, files) => {
    expect(faultsOf(files)).toEqual([])
  })
})

describe('the unconfirmed entries', () => {
  it('are those that rest on what the office did not publish', () => {
    expect(checkContent(sampleFolder(), TODAY).unconfirmed.map(printProblem)).toEqual([
      `${CARD}:1: wpisu „parking-card” urząd jeszcze nie potwierdził. Po potwierdzeniu dopisz: confirmed: "<data>".`,
    ])
  })

  it('are none once confirmed', () => {
    const files = planted(CARD, 'sources:', 'confirmed: "2026-11-21"\nsources:')

    expect(checkContent(files, TODAY).unconfirmed).toEqual([])
  })
})

describe('the missing facts', () => {
  it('are what the office has to supply', () => {
    expect(checkContent(sampleFolder(), TODAY).missing.map(printProblem)).toEqual([
      `${CARD}:28: wpis „parking-card”, brakuje (place): numer pokoju`,
    ])
  })
})

describe('the due reviews', () => {
  function dueOn(today: string): readonly string[] {
    return checkContent(sampleFolder(), today).due.map(printProblem)
  }

  const WATCHED = `${CARD}:31: wpis „parking-card”, sprawdź ponownie od 2027-01-01: zapowiedziana zmiana opłaty`

  it.each(['2026-11-25', '2026-12-31'])('are none on %s', today => {
    expect(dueOn(today)).toEqual([])
  })

  it.each(['2027-01-01', '2027-05-30'])('are a watched change on %s', today => {
    expect(dueOn(today)).toEqual([WATCHED])
  })

  it('are entries too once their day has come', () => {
    expect(dueOn('2027-05-31')).toEqual([
      `${HOURS}:7: wpis „office-hours” czeka na sprawdzenie od 2027-05-31.`,
      `${CARD}:7: wpis „parking-card” czeka na sprawdzenie od 2027-05-31.`,
      WATCHED,
    ])
  })
})

const QUESTIONS_OF_HOURS = `  general:
    - kiedy pracuje urząd
    - godziny pracy urzędu
    - o której otwiera się urząd
`

const QUESTIONS_OF_BOAT = `    - rejestracja łodzi
    - jak zarejestrować łódź
    - zgłoszenie łodzi do rejestru
`

const OTHER_QUESTIONS = '    - rejestracja jachtu\n'
