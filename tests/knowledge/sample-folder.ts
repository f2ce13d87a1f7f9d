import type { ContentFile } from '../../knowledge/parse.ts'

/** The day on which the sample folder has nothing due. */
export const TODAY = '2026-11-25'

/** A knowledge folder without a fault: two entries with facts, a topic without an entry, and what every folder needs. */
export function sampleFolder(): readonly ContentFile[] {
  return SAMPLE
}

/** The sample folder with `piece` of one file replaced. Throws when the file has no such piece. */
export function planted(path: string, piece: string, instead: string): readonly ContentFile[] {
  return plant(SAMPLE, path, piece, instead)
}

/** Replaces `piece` in one file of `files`. Throws when the file has no such piece. */
export function plant(
  files: readonly ContentFile[],
  path: string,
  piece: string,
  instead: string,
): readonly ContentFile[] {
  if (!files.some(file => file.path === path && file.text.includes(piece))) throw new Error(`no "${piece}" in ${path}`)
  return files.map(file => (file.path === path ? { path, text: file.text.replace(piece, instead) } : file))
}

const OFFICE = `name: Starostwo Powiatowe
nameAfterIn: Starostwie Powiatowym
address: ulica Kolejowa 2, 66-200 Świebodzin
towns: [Świebodzin]
website: https://powiat.example.pl
standards:
  title: Standardy obsługi klienta
  version: "2.0"
  published: "2022-09-14"
`

const NOT_ANSWERED = `reasons:
  own-case:
    - co z moją sprawą
  legal-advice:
    - czy wygram w sądzie
  asked-for-person:
    - połącz mnie z urzędnikiem
  emergency:
    - potrzebna karetka
    - wezwij karetkę
    - karetka do wypadku
  not-understood:
    - bla bla
  out-of-scope:
    - jaka będzie pogoda
  unsafe:
    - jak podrobić podpis
    - podrobić pieczątkę
    - chcę podrobić dowód
clarify:
  - text: karta
    topics:
      - parking-card
      - office-hours
`

const OFFICE_HOURS = `id: office-hours
kind: office
title: Godziny pracy urzędu
label: Godziny urzędu
department: general
checked: "2026-11-20"
review: "2027-05-31"
related:
  - parking-card
  - boat-registration
sources:
  document:
    title: Dokument urzędu
    url: https://powiat.example.pl/dokument
    checked: "2026-11-20"
    byOffice: true
answer:
  - text: Urząd pracuje od poniedziałku do piątku.
    from: [document]
questions:
  general:
    - kiedy pracuje urząd
    - godziny pracy urzędu
    - o której otwiera się urząd
`

const PARKING_CARD = `id: parking-card
kind: procedure
title: Karta parkingowa
label: Karta parkingowa
department: citizens
checked: "2026-11-20"
review: "2027-05-31"
sources:
  gov-pl:
    title: Serwis gov.pl
    checked: "2026-11-20"
summary:
  - text: Karta pozwala parkować na niebieskich miejscach.
    from: [gov-pl]
documents:
  - text: wniosek o kartę
    from: [gov-pl]
  - text: orzeczenie
    from: [gov-pl]
fees:
  cases:
    - case: Karta dla osoby
      items:
        - what: karta
          amount: 21
          from: [gov-pl]
missing:
  - what: numer pokoju
    aspect: place
watch:
  - what: zapowiedziana zmiana opłaty
    review: "2027-01-01"
questions:
  general:
    - karta parkingowa
    - jak dostać kartę parkingową
  fee:
    - ile kosztuje karta parkingowa
    - opłata za kartę parkingową
`

const BOAT_REGISTRATION = `id: boat-registration
title: Rejestracja łodzi
label: Rejestracja łodzi
department: environment
questions:
  general:
    - rejestracja łodzi
    - jak zarejestrować łódź
    - zgłoszenie łodzi do rejestru
`

function conversation(id: string, label: string, answer: string, question: string): ContentFile {
  const text = `id: ${id}
kind: conversation
title: ${label}
label: ${label}
department: general
checked: "2026-11-20"
review: "2028-05-31"
answer:
  - ${answer}
questions:
  general:
    - ${question}
`
  return { path: `conversation/${id}.yaml`, text }
}

const SAMPLE: readonly ContentFile[] = [
  conversation('conversation-are-you-human', 'Kto odpowiada', 'Odpowiada automat.', 'czy jesteś człowiekiem'),
  conversation('conversation-emergency', 'Zagrożenie', 'Zadzwoń teraz pod 112.', 'ktoś zemdlał'),
  conversation('conversation-what-can-you-do', 'Co umiem', 'Napisz, o co pytasz.', 'co umiesz'),
  { path: 'not-answered.yaml', text: NOT_ANSWERED },
  { path: 'not-covered/boat-registration.yaml', text: BOAT_REGISTRATION },
  { path: 'office.yaml', text: OFFICE },
  { path: 'office/office-hours.yaml', text: OFFICE_HOURS },
  { path: 'procedures/parking-card.yaml', text: PARKING_CARD },
]
