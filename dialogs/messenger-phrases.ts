import type { Office } from '../knowledge/entry.ts'

/** What is said on Messenger alone. */
export type MessengerPhrases = {
  /** Above an empty conversation. At most 160 characters. */
  readonly greeting: (office: Office) => string
  /** Items of the menu, at most 30 characters each. */
  readonly menu: Readonly<Record<'ask' | 'person' | 'privacy' | 'erase', string>>
  /** What an item of the menu writes. */
  readonly says: Readonly<Record<'ask' | 'privacy', string>>
  /** `yes` and `no` are buttons, at most 20 characters. */
  readonly erasure: Readonly<Record<'question' | 'yes' | 'no' | 'done' | 'kept', string>>
}

export const MESSENGER_PHRASES_PL: MessengerPhrases = {
  greeting: office =>
    `Odpowiada automatyczny asystent. Pytaj o sprawy załatwiane w ${office.nameAfterIn}. Nie podawaj numeru PESEL.`,
  menu: {
    ask: 'Zadaj pytanie',
    person: 'Pracownik',
    privacy: 'Prywatność',
    erase: 'Usuń moje dane',
  },
  says: {
    ask: 'Co potrafisz?',
    privacy: 'Co robicie z moimi danymi?',
  },
  erasure: {
    question:
      'Czy usunąć w urzędzie wszystko, co tu piszesz? Znikną wiadomości i zgłoszenia, także te, na które czekasz. Kopię w Messengerze usuń w aplikacji.',
    yes: 'Tak, usuń',
    no: 'Nie, zostaw',
    done: 'Twoje rozmowy są usunięte z urzędu. Kopię w Messengerze usuń w aplikacji.',
    kept: 'Dobrze, nic nie usuwam. Napisz, w czym pomóc.',
  },
}
