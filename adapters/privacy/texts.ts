import type { ColumnKind } from './data-map.ts'
import type { RetentionClass } from './retention-classes.ts'

/** What several commands say. */
export const COMMAND_TEXTS = {
  badNumber: (text: string) =>
    `„${text}” nie jest numerem rozmowy. Podaj numer rozmowy (1042), zgłoszenia (Z-1042) albo długi numer z zapisu.`,
  noConversation: 'Nie ma takiej rozmowy. Sprawdź numer: mogła zostać usunięta albo skończył się czas przechowywania.',
} as const

export const EXPORT_TEXTS = {
  help: 'zapisuje kopię danych z rozmowy: strona HTML do czytania i plik JSON',
  noFolder: 'Podaj katalog na kopię: --to KATALOG',
  notWritten: (path: string) => `Nie można zapisać pliku ${path}. Podaj katalog, do którego wolno pisać.`,
} as const

export const ERASE_TEXTS = {
  help: {
    erase: 'usuwa rozmowę na zawsze; powód: prośba osoby, sprzeciw, bezprawny zapis, pomyłka',
    replay: 'usuwa jeszcze raz rozmowy z rejestru usunięć, po odtworzeniu kopii zapasowej; start usługi robi to sam',
  },
  noReason: (reasons: string) => `Podaj powód: --reason ${reasons}`,
  held: (number: number, reason: string) =>
    `Rozmowa ${number} jest wstrzymana i nie została usunięta. Powód: ${reason}. Decyzję uzgodnij z inspektorem ochrony danych; wstrzymanie kończy: npm run privacy -- release ${number}`,
  erased: (number: number, register: string) =>
    `Rozmowa ${number} jest usunięta. Wpis jest w rejestrze usunięć: ${register}`,
  replayed: (erased: number) => `Usunięte ponownie rozmowy: ${erased}`,
  stay: (held: number) =>
    `Wstrzymane i nieusunięte: ${held}. Pokazuje je: npm run privacy -- holds. Po zakończeniu wstrzymania uruchom to polecenie ponownie.`,
} as const

export const RETENTION_TEXTS = {
  help: 'pokazuje (--dry-run) albo usuwa (--run) to, czego okres przechowywania minął',
  runOrNot: 'Wybierz jedno: --dry-run (tylko pokazuje) albo --run (usuwa).',
  preview: 'Do usunięcia (teraz nic nie zostało usunięte):',
  deleted: 'Usunięto:',
  kinds: {
    'event-keys': 'klucze powtórzeń zdarzeń',
    'bare-event-keys': 'klucze powtórzeń zdarzeń, które nie należą do żadnej rozmowy',
    tickets: 'zgłoszenia z danymi kontaktowymi',
    'dead-letters': 'niedostarczone odpowiedzi (wpisy o doręczeniu)',
    'dead-mails': 'niedostarczone listy i ostrzeżenia dla administratora',
    'bot-conversations': 'rozmowy z samym asystentem',
    'clerk-conversations': 'rozmowy z pracownikiem',
    'learning-records': 'zamaskowane pytania i oceny',
    'audit-entries': 'wpisy dziennika audytu',
    'desk-reads': 'wpisy o odczytach rozmów',
  } satisfies Record<RetentionClass, string>,
  over: (kind: string, count: number, oldest: string | null) =>
    `  ${kind}: ${count}${oldest === null ? '' : `, najstarsze od: ${oldest}`}`,
  alreadyRuns: 'Usuwanie trwa już w innym miejscu. Spróbuj za kilka minut.',
  clockMoved: (before: string, now: string) =>
    `Nic nie usunięto: zegar przesunął się o ponad dobę (ostatnio: ${before}, teraz: ${now}).\n` +
    'Jeśli teraz idzie dobrze, na przykład po przerwie w pracy usługi, dodaj --clock-is-right.',
  unkept: (number: number, problem: string) =>
    `Rozmowa nr ${number} została, bo nie udało się zapisać jej w RECORDS_DIR: ${problem}`,
  unscrubbed: (problem: string) =>
    `Wiersze są usunięte, ale w plikach bazy mogą zostać ich ślady: ${problem}. Uruchom polecenie ponownie w spokojnej porze.`,
} as const

export const HOLD_TEXTS = {
  help: {
    hold: 'wstrzymuje usunięcie rozmowy z jej zgłoszeniami i pytaniami; powód bez danych osobowych; przeczyta go też osoba, która poprosi o usunięcie',
    release: 'kończy wstrzymanie',
    holds: 'pokazuje wstrzymane rozmowy',
  },
  noReason: 'Podaj powód: --reason "sygnatura sprawy albo pismo". Nie wpisuj danych osobowych.',
  held: (number: number) => `Rozmowa nr ${number} nie zostanie usunięta po upływie okresu, dopóki trwa wstrzymanie.`,
  released: (number: number) =>
    `Wstrzymanie rozmowy nr ${number} jest zakończone. Rozmowa zniknie przy najbliższym usuwaniu po upływie okresu.`,
  notHeld: 'Takiej wstrzymanej rozmowy nie ma. Wstrzymane pokazuje: npm run privacy -- holds',
  none: 'Nie ma wstrzymanych rozmów.',
  listed: (number: number, since: string, reason: string) => `nr ${number}, od: ${since}, powód: ${reason}`,
} as const

export const BREACH_TEXTS = {
  help: 'lista rozmów, w których ktoś pisał w tym czasie, bez treści: do oceny i zgłoszenia naruszenia',
  noMoment:
    'Podaj początek i koniec, na przykład: --from 2026-11-24 --to 2026-11-25T12:30 (czas polski; sam dzień to --from od jego początku i --to do jego końca).',
  backwards: 'Koniec (--to) jest przed początkiem (--from).',
  columns: ['numer', 'kanał', 'zamaskowane dane', 'oryginały', 'kontakt', 'odczyty pracowników'],
  originals: { kept: 'są', perhaps: 'mogły być', none: 'nie' },
  contact: { true: 'tak', false: 'nie' },
  nothingMasked: 'nie',
  count: (count: number) => `Rozmów: ${count}. Rozmów usuniętych wcześniej nie ma na liście.`,
} as const

export const DATA_MAP_TEXTS = {
  help: 'wypisuje mapę danych (pola, cel, okres, odbiorcy) z ustawień i z bazy, jako Markdown',
  title: 'Mapa danych asystenta urzędu',
  intro: 'Powstała z ustawień tej usługi i ze schematu jej bazy. Podstawę prawną i administratora wpisuje urząd.',
  recipients: 'Odbiorcy',
  whoGets: {
    office: 'pracownicy urzędu, każdy w swoich wydziałach; firmy, które prowadzą serwery dla urzędu',
    meta: 'Meta (Messenger): cała rozmowa, którą obywatel tam prowadzi',
    botService: 'Microsoft (Azure Bot Service): wiadomości spoza strony urzędu',
    language: 'Microsoft (Azure AI Language): zamaskowane wiadomości, aby rozpoznać nazwiska, adresy i język',
    mailServer: 'serwer pocztowy: listy do wydziałów bez treści pytania, odpowiedzi do obywateli, którzy tego chcą',
    signIn: 'dostawca kont urzędu: logowania pracowników',
  },
  outside: 'Poza bazą',
  outsideTheDatabase: (recordsDir: string | undefined) => [
    'dziennik usługi: numery rozmów, wyniki, czasy; nigdy treść wiadomości ani adres IP',
    'pamięć usługi: adres IP tylko jako skrót z kluczem, do ograniczania liczby żądań, najwyżej dobę',
    recordsDir === undefined
      ? 'zapis dla archiwum (RECORDS_DIR): wyłączony'
      : 'zapis dla archiwum (RECORDS_DIR): rozmowy z pracownikiem, zamaskowane, przed usunięciem; dalej decyduje archiwum urzędu',
    'rejestr usunięć (ERASURE_REGISTER): czas i numery usuniętych rozmów, bez treści; na stałe, aby kopia ich nie przywróciła',
    'kopie zapasowe: najwyżej 35 dni, bez tabeli conversation_key',
    'urządzenie obywatela: klucz powrotu i niewysłane wiadomości, dopiero po otwarciu czatu',
  ],
  purpose: 'Cel',
  kept: 'Okres',
  head: '| Pole | Rodzaj | Co zawiera |',
  unknown: 'nieopisane',
  kinds: {
    words: 'treść (zamaskowana)',
    original: 'oryginał (zaszyfrowany)',
    contact: 'dane kontaktowe',
    citizen: 'identyfikator rozmowy albo osoby',
    staff: 'dane pracownika',
    technical: 'techniczne',
  } satisfies Record<ColumnKind, string>,
  undescribed: (columns: readonly string[]) =>
    `Baza ma pola, których mapa nie opisuje: ${columns.join(', ')}. Opisz je w adapters/privacy/data-map.ts.`,
} as const

/** What kept records of conversations say. */
export const RECORD_TEXTS = {
  title: (number: number) => `Zapis rozmowy nr ${number}`,
  channel: (source: string) => `Kanał: ${source}`,
  opened: (day: string) => `Początek: ${day}`,
  active: (day: string) => `Ostatnia wiadomość: ${day}`,
  department: (name: string) => `Wydział: ${name}`,
  label: (text: string) => `Temat według pracownika: ${text}`,
  masked: 'Numery i adresy, które rozpoznał program, są zasłonięte. Ten zapis nie jest decyzją ani zaświadczeniem.',
  citizen: 'Mieszkaniec',
  note: (clerk: string) => `${clerk} – notatka wewnętrzna`,
} as const
