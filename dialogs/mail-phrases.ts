/** What letters say. Subjects bear a ticket's number at most: whoever sees a mailbox from afar reads them too. */
export type MailPhrases = {
  readonly ticketSubject: (number: string) => string
  /** `department` as it stands in „odpowie …”; `since`: day and time. */
  readonly ticket: (number: string, department: string, since: string, desk: string) => readonly string[]
  readonly answerSubject: (number: string) => string
  readonly answerBefore: (number: string) => string
  readonly answerAfter: (office: string) => readonly string[]
  readonly alertSubject: string
  readonly alert: (count: number, desk: string) => readonly string[]
  /** `count`: of conversations. */
  readonly blocked: (count: number) => readonly string[]
  readonly nobodyReads: string
}

const NOBODY_READS = 'Na ten list nie odpowiadaj: wysyła go automat i nikt nie czyta odpowiedzi.'

export const MAIL_PHRASES_PL: MailPhrases = {
  ticketSubject: number => `Nowe zgłoszenie ${number}`,
  ticket: (number, department, since, desk) => [
    `Na odpowiedź czeka zgłoszenie ${number}. Odpowiada ${department}. Czeka od: ${since}.`,
    `Treść zgłoszenia jest tylko w panelu pracownika: ${desk}`,
    NOBODY_READS,
  ],
  answerSubject: number => `Odpowiedź na zgłoszenie ${number}`,
  answerBefore: number => `Odpowiedź na zgłoszenie ${number}:`,
  answerAfter: office => [
    office,
    `${NOBODY_READS} Dalej możesz pisać w rozmowie, z której pochodzi zgłoszenie, albo zwrócić się do urzędu.`,
  ],
  alertSubject: 'Asystent urzędu: są niedostarczone wiadomości',
  alert: (count, desk) => [
    `Liczba wiadomości, których mimo prób nie udało się dostarczyć: ${count}.`,
    'Przyczyny są w dzienniku usługi („delivery given up”).',
    `Odpowiedzi pracowników, które nie dotarły, pokazuje panel pracownika: ${desk}`,
  ],
  blocked: count => [
    `Messenger odrzuca token strony urzędu. Liczba rozmów, w których czekają odpowiedzi: ${count}.`,
    'Wymień token: docs/messenger.md, „Gdy token przestanie działać”. Nic nie ginie, odpowiedzi wyjdą potem same.',
  ],
  nobodyReads: NOBODY_READS,
}
