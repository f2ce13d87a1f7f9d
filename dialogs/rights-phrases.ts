import type { Office } from '../knowledge/entry.ts'

/** What is said when a citizen wants a copy of their data, or wants them erased. */
export type RightsPhrases = {
  /** `reason`: as the office wrote it. */
  readonly held: (reason: string, office: Office) => string
  /** Through no fault of the citizen's. */
  readonly notErased: string
  readonly copy: Readonly<
    Record<
      | 'title'
      | 'number'
      | 'longNumber'
      | 'channel'
      | 'opened'
      | 'active'
      | 'made'
      | 'messages'
      | 'citizen'
      | 'tickets'
      | 'ticketOpened'
      | 'ticketClosed'
      | 'answerBy'
      | 'contact'
      | 'ratings'
      | 'learnt'
      | 'none',
      string
    >
  > & {
    readonly stars: (stars: number) => string
    readonly answerWays: Readonly<Record<'chat' | 'e-mail' | 'phone', string>>
    /** Of an answer to a question that the search learns from. */
    readonly helpful: (isHelpful: boolean | null) => string
    /** What stands in the copy, and what does not. */
    readonly notes: readonly string[]
  }
}

export const RIGHTS_PHRASES_PL: RightsPhrases = {
  held: (reason, { address, dataProtection }) =>
    [
      `Urząd nie może teraz usunąć tej rozmowy. Powód: ${reason.replace(/[.\s]+$/, '')}.`,
      dataProtection?.officer
        ? `W tej sprawie możesz napisać do inspektora ochrony danych: ${dataProtection.officer}`
        : `Kontaktu do inspektora ochrony danych urząd jeszcze nie podał. Możesz napisać list: ${address}`,
    ].join(' '),
  notErased: 'Nie udało się teraz usunąć rozmowy z powodu błędu w urzędzie. Spróbuj później.',
  copy: {
    title: 'Kopia danych z rozmowy z asystentem urzędu',
    number: 'Numer rozmowy',
    longNumber: 'Długi numer rozmowy',
    channel: 'Skąd',
    opened: 'Początek',
    active: 'Ostatnia zmiana',
    made: 'Kopia z dnia',
    messages: 'Wiadomości',
    citizen: 'Ty',
    tickets: 'Zgłoszenia',
    ticketOpened: 'Otwarte',
    ticketClosed: 'Zamknięte',
    answerBy: 'Odpowiedź',
    contact: 'Podany kontakt',
    ratings: 'Oceny pracownika',
    learnt: 'Pytania, na których uczy się wyszukiwanie',
    none: 'Brak',
    stars: stars => `Ocena: ${stars} z 5`,
    answerWays: { chat: 'w czacie', 'e-mail': 'e-mailem', phone: 'telefonem' },
    helpful: isHelpful =>
      isHelpful === null ? 'Bez oceny odpowiedzi.' : isHelpful ? 'Odpowiedź pomogła.' : 'Odpowiedź nie pomogła.',
    notes: [
      'Numery PESEL, telefonu, konta i podobne są zasłonięte, bo urząd zapisał je zasłonięte.',
      'W kopii nie ma notatek pracowników ani zapisu, kto w urzędzie czytał rozmowę. Możesz o nie poprosić urząd.',
    ],
  },
}
