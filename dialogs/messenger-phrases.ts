import type { Office } from '../knowledge/entry.ts'

/** What is said on Messenger alone. */
export type MessengerPhrases = {
  /** Above an empty conversation. At most 160 characters. */
  readonly greeting: (office: Office) => string
  /** Items of the menu, at most 30 characters each. */
  readonly menu: Readonly<Record<'ask' | 'person' | 'privacy' | 'copy' | 'erase', string>>
  /** What an item of the menu writes. */
  readonly says: Readonly<Record<'ask' | 'privacy', string>>
  /** `yes` and `no` are buttons, at most 20 characters. */
  /** Where a copy of what is kept is had. `numbers`: of the conversations that there are. */
  readonly copy: (numbers: readonly number[]) => string
  readonly erasure: Readonly<Record<'question' | 'yes' | 'no' | 'done' | 'kept', string>>
}

export const MESSENGER_PHRASES_PL: MessengerPhrases = {
  greeting: office =>
    `Odpowiada automatyczny asystent. Pytaj o sprawy załatwiane w ${office.nameAfterIn}. Nie podawaj numeru PESEL.`,
  menu: {
    ask: 'Zadaj pytanie',
    person: 'Pracownik',
    privacy: 'Prywatność',
    copy: 'Kopia moich danych',
    erase: 'Usuń moje dane',
  },
  says: {
    ask: 'Co potrafisz?',
    privacy: 'Co robicie z moimi danymi?',
  },
  copy: numbers =>
    numbers.length === 0
      ? 'Urząd nie ma zapisu rozmowy z tobą.'
      : `Całą rozmowę masz tutaj, w Messengerze. Urząd ma jej zapis, numer: ${numbers.join(', ')}. Kopię w pliku przygotuje pracownik: napisz „pracownik” i dodaj, że chcesz kopię danych.`,
  erasure: {
    question:
      'Czy usunąć w urzędzie wszystko, co tu piszesz? Znikną wiadomości i zgłoszenia, także te, na które czekasz. Kopię w Messengerze usuń w aplikacji.',
    yes: 'Tak, usuń',
    no: 'Nie, zostaw',
    done: 'Twoje rozmowy są usunięte z urzędu. Kopię w Messengerze usuń w aplikacji.',
    kept: 'Dobrze, nic nie usuwam. Napisz, w czym pomóc.',
  },
}
