import type { Office } from '../knowledge/entry.ts'
import type { Aspect } from '../knowledge/topic.ts'
import { counted } from './counted.ts'
import { DESK_PHRASES_PL, type DeskPhrases } from './desk-phrases.ts'
import { MAIL_PHRASES_PL, type MailPhrases } from './mail-phrases.ts'
import { MESSENGER_PHRASES_PL, type MessengerPhrases } from './messenger-phrases.ts'
import type { DeclineReason, HandoffReason } from './outcome.ts'
import { RIGHTS_PHRASES_PL, type RightsPhrases } from './rights-phrases.ts'

/** Languages that the assistant has phrases in. */
export type Language = 'pl'

/** Every sentence of the assistant that is not knowledge of the office. */
export type Phrases = {
  /** Who speaks, above each message. */
  readonly assistant: string
  /** `noticePage`: address of the page about personal data. */
  readonly greeting: (office: Office, noticePage?: string) => readonly string[]
  readonly aspects: Readonly<Record<Aspect, string>>
  readonly labels: Readonly<Record<Label, string>>
  readonly choices: Readonly<Record<'person' | 'somethingElse' | 'whole', string>>
  /** `choices`: how many topics can be picked. */
  readonly clarify: (choices: number) => string
  /** What was asked besides can be picked by this label. */
  readonly besides: (label: string) => string
  readonly choose: string
  readonly handoff: (reason: Exclude<HandoffReason, 'emergency'>, topicLabel: string | null) => readonly string[]
  /** `before`: declines in a row before this one. The same text never comes twice in a row. */
  readonly decline: (reason: DeclineReason, before: number, office: Office) => string
  readonly contact: (office: Office) => { readonly label: string; readonly items: readonly string[] }
  readonly fee: {
    readonly free: string
    /** Where the sums that are told are not all. */
    readonly depends: string
    readonly dependsInShort: string
    readonly exactly: (sum: string) => string
    readonly between: (lowest: string, highest: string) => string
    readonly range: (lowest: string, highest: string) => string
    readonly item: (situation: string, sum: string, parts: readonly string[]) => string
    readonly part: (what: string, amount: string) => string
    readonly extra: (what: string, amount: string, when: string) => string
  }
  readonly documents: (count: number) => string
  readonly forms: (count: number) => string
  readonly nothingKnown: (aspect: string) => string
  /** What is missing of the office itself, and of anything else. */
  readonly notSupplied: string
  readonly notInBase: string
  readonly noConsequences: string
  readonly source: (count: number) => string
  readonly standardPoint: (title: string, point: string | null, version: string, day: string) => string
  readonly checked: (day: string) => string
  readonly unconfirmed: (day: string) => string
  readonly overdue: (day: string) => string
  readonly cut: (shown: number) => string
  /** The notice about personal data in short, and where the whole of it stands. */
  readonly notice: string
  readonly wholeNotice: (page: string) => string
  /** Said once more after a long pause. */
  readonly stillAutomatic: string
  readonly tooFast: string
  readonly onlyOnePerson: string
  readonly onlyWords: string
  readonly failed: string
  /** What is said of an answer that did not help, and of the next one. */
  readonly notHelped: string
  readonly notHelpedAgain: string
  readonly desk: DeskPhrases
  readonly mail: MailPhrases
  readonly messenger: MessengerPhrases
  readonly rights: RightsPhrases
}

export type Label =
  | 'who'
  | 'place'
  | 'fee'
  | 'time'
  | 'documents'
  | 'howToFill'
  | 'dataSource'
  | 'officeDeadline'
  | 'citizenDeadline'
  | 'consequences'
  | 'inPerson'
  | 'post'
  | 'online'
  | 'result'
  | 'notes'
  | 'extraFees'
  | 'local'
  | 'neighbour'

export const PHRASES: Readonly<Record<Language, Phrases>> = {
  pl: {
    assistant: 'Automatyczny asystent',
    greeting: (office, noticePage) => [
      `Dzień dobry. Rozmawiasz z automatycznym asystentem. Odpowiadam na pytania o standardy obsługi klienta i o sprawy załatwiane w ${office.nameAfterIn}.`,
      'Jeśli wolisz rozmowę z człowiekiem, napisz „pracownik”. Połączę cię z nim albo podam inny kontakt z urzędem.',
      ...(noticePage ? [`Co dzieje się z danymi: ${noticePage}`] : []),
      'Nie podawaj numeru PESEL ani danych o zdrowiu. Napisz, w czym pomóc.',
    ],
    aspects: {
      general: 'Najważniejsze informacje',
      who: 'Kto może załatwić',
      documents: 'Dokumenty',
      fee: 'Opłata',
      deadline: 'Terminy',
      consequences: 'Skutki',
      how: 'Jak załatwić',
      place: 'Gdzie załatwić',
      appeal: 'Odwołanie',
      'legal-basis': 'Podstawa prawna',
    },
    labels: {
      who: 'Kto',
      place: 'Gdzie',
      fee: 'Opłata',
      time: 'Czas',
      documents: 'Dokumenty',
      howToFill: 'Jak wypełnić',
      dataSource: 'Skąd wziąć dane',
      officeDeadline: 'Termin urzędu',
      citizenDeadline: 'Twój termin',
      consequences: 'Skutki',
      inPerson: 'Osobiście',
      post: 'Pocztą',
      online: 'Przez internet',
      result: 'Wynik',
      notes: 'Warto wiedzieć',
      extraFees: 'Dodatkowo',
      local: 'Adres i kontakt',
      neighbour: 'Dobrze wiedzieć',
    },
    choices: { person: 'Pracownik', somethingElse: 'Inne', whole: 'Pokaż wszystkie' },
    besides: label => `Widzę też drugie pytanie. Aby przeczytać odpowiedź, wybierz „${label}”.`,
    clarify: choices => (choices === 1 ? 'Czy pytasz o tę sprawę?' : 'O którą sprawę pytasz?'),
    choose: 'Wybierz albo napisz pytanie.',
    handoff: (reason, topicLabel) => {
      switch (reason) {
        case 'own-case':
          return ['Stan twojej sprawy zna tylko urząd. Nie mam wglądu w prowadzone sprawy. Zapytaj pracownika.']
        case 'legal-advice':
          return ['Nie udzielam porad prawnych i nie oceniam sporów. O procedurę zapytaj pracownika.']
        case 'asked-for-person':
          return ['Na tym czacie nie odpowiadają jeszcze pracownicy. Możesz skontaktować się z urzędem inaczej.']
        case 'not-known':
          return [
            topicLabel === null
              ? 'Nie mam sprawdzonych informacji o tej sprawie, więc nie zgaduję. Zapytaj pracownika.'
              : `Pytasz o temat „${topicLabel}”. Nie mam jeszcze o nim sprawdzonych informacji, więc nie zgaduję. Zapytaj pracownika.`,
          ]
      }
    },
    decline: (reason, before, office) => {
      if (before >= 2) {
        return before % 2 === 0
          ? 'Na to pytanie nie umiem odpowiedzieć. Pomoże ci pracownik urzędu.'
          : 'Tu też nie mam dobrej odpowiedzi. Najpewniejszy będzie kontakt z urzędem.'
      }
      const again = before > 0
      switch (reason) {
        case 'not-understood':
          return again
            ? 'Nie rozpoznaję tej sprawy. Podaj jej nazwę albo zapytaj pracownika.'
            : 'Nie wiem, o co pytasz. Napisz to innymi słowami, najlepiej w jednym zdaniu.'
        case 'out-of-scope':
          return again
            ? 'Ta sprawa nie należy do tego urzędu. Mogę pomóc w sprawach urzędu albo skierować cię do pracownika.'
            : `Tym się nie zajmuję. Odpowiadam na pytania o sprawy w ${office.nameAfterIn} i o standardy obsługi klienta.`
        case 'unsafe':
          return again
            ? 'W takiej sprawie nie pomagam. Zapytaj o legalny sposób albo skontaktuj się z pracownikiem.'
            : 'W tym nie pomogę, bo może to łamać prawo albo komuś zaszkodzić. Zapytaj o to, jak załatwić sprawę legalnie.'
      }
    },
    contact: office => ({
      label: 'Kontakt z urzędem',
      items: [
        `Adres: ${office.address}`,
        ...(office.phone ? [`Telefon: ${office.phone}`] : []),
        ...(office.email ? [`E-mail: ${office.email}`] : []),
        `Strona: ${office.website}`,
        ...(office.phone ? [] : ['Telefonu urząd jeszcze nie podał.']),
      ],
    }),
    fee: {
      free: 'Nie płacisz.',
      depends: 'Kwota zależy od sprawy.',
      dependsInShort: 'zależy od sprawy, wybierz „Opłata”',
      exactly: sum => `Zapłać ${sum}.`,
      between: (lowest, highest) => `Zapłać od ${lowest} do ${highest}, zależnie od sprawy.`,
      range: (lowest, highest) =>
        highest === '0 zł' ? 'bez opłat' : lowest === highest ? lowest : `od ${lowest} do ${highest}`,
      item: (situation, sum, parts) => `${situation}: ${sum}${parts.length > 1 ? ` (${parts.join(' + ')})` : ''}`,
      part: (what, amount) => `${what} ${amount}`,
      extra: (what, amount, when) => `${what}: ${amount}, ${when.charAt(0).toLowerCase()}${when.slice(1)}`,
    },
    documents: count => `${count} ${counted(count, 'pozycja', 'pozycje', 'pozycji')}, wybierz „Dokumenty”`,
    forms: count => (count > 1 ? 'Formularze' : 'Formularz'),
    nothingKnown: aspect => `Tej informacji nie ma w bazie: ${aspect.toLowerCase()}. Zapytaj pracownika.`,
    notSupplied: 'Tego urząd jeszcze nie podał',
    notInBase: 'Tego nie ma jeszcze w bazie',
    noConsequences: 'nie ma ich w bazie',
    source: count => (count > 1 ? 'Źródła' : 'Źródło'),
    standardPoint: (title, point, version, day) =>
      `${title}, ${point === null ? '' : `punkt ${point}, `}wersja ${version} z ${day}`,
    checked: day => `Sprawdzono ${day}`,
    overdue: day => `Od ${day} ta informacja czeka na ponowne sprawdzenie. Upewnij się w urzędzie.`,
    unconfirmed: day => `Stan na ${day}, urząd jeszcze nie potwierdził.`,
    cut: shown => `Pierwsze ${shown} znaków wiadomości decyduje o odpowiedzi. Jeśli pytasz dalej, napisz to krócej.`,
    notice: 'Asystent zapisuje rozmowę. Numery, które rozpozna, zasłania przed zapisem.',
    wholeNotice: page => `Cała informacja o danych: ${page}`,
    stillAutomatic: 'Odpowiada automatyczny asystent. Jeśli wolisz rozmowę z człowiekiem, napisz „pracownik”.',
    tooFast: 'Wiadomości przychodzą szybciej, niż odpowiadam. Poczekaj minutę i napisz pytanie w jednej wiadomości.',
    onlyOnePerson: 'Rozmawiam tylko z jedną osobą naraz. Napisz do mnie w rozmowie prywatnej.',
    failed:
      'Przepraszam, nie udało się odpowiedzieć na tę wiadomość. Zapytaj jeszcze raz innymi słowami albo skontaktuj się z urzędem.',
    notHelped: 'Szkoda, że to nie pomogło. Wybierz, czego szukasz, albo opisz to innymi słowami.',
    notHelpedAgain: 'Przepraszam, że znowu bez skutku. Pomoże ci pracownik urzędu.',
    onlyWords: 'Nie otwieram plików ani zdjęć. Odpowiadam na pytania napisane słowami.',
    desk: DESK_PHRASES_PL,
    mail: MAIL_PHRASES_PL,
    messenger: MESSENGER_PHRASES_PL,
    rights: RIGHTS_PHRASES_PL,
  },
}
