import type { ErasingReason } from '../../../privacy/erasing-reason.ts'
import type { FoundRecord } from '../../wire.ts'

/** Sentences of the window in which copies are made and conversations erased. */
export const RIGHTS_TEXTS = {
  heading: 'Dane osoby',
  lead: 'Tu znajdziesz rozmowę, o której kopię albo usunięcie prosi osoba. Każda kopia i każde usunięcie są zapisywane.',
  proof:
    'Sprawdź, czy rozmowa należy do tej osoby. Krótki numer może znać ktoś inny. Długi numer stoi w zapisie rozmowy, który pobiera tylko jej autor. Na Messengerze wystarczy prośba wysłana z tej samej rozmowy.',
  label: 'Numer rozmowy, zgłoszenia albo długi numer z zapisu',
  find: 'Znajdź rozmowę',
  badNumber: 'To nie jest numer rozmowy. Wpisz na przykład 1042, Z-1042 albo długi numer z zapisu.',
  none: 'Takiej rozmowy nie ma. Mogła zostać usunięta albo skończył się czas przechowywania.',
  failed: 'Tego nie udało się zrobić. Nic się nie zmieniło. Spróbuj ponownie za chwilę.',
  number: 'Numer',
  channel: 'Skąd',
  opened: 'Początek',
  active: 'Ostatnia zmiana',
  messages: 'Wiadomości',
  state: 'Stan',
  states: {
    bot: 'Odpowiada asystent.',
    queue: 'Osoba czeka teraz na pracownika.',
    clerk: 'Prowadzi ją teraz pracownik.',
    ticket: 'Czeka na odpowiedź jako zgłoszenie.',
  } satisfies Record<FoundRecord['kind'], string>,
  copyHtml: 'Pobierz kopię jako stronę (HTML)',
  copyJson: 'Pobierz kopię jako plik danych (JSON)',
  copied: 'Kopia jest zapisana na tym komputerze. Po przekazaniu osobie usuń plik.',
  eraseHeading: 'Usuń rozmowę',
  eraseMeaning: 'Zniknie cała rozmowa: wiadomości, notatki, zgłoszenie z kontaktem i oceny. Tego nie można cofnąć.',
  eraseWhileOpen:
    'W tej rozmowie ktoś jeszcze czeka na odpowiedź albo pracownik ją prowadzi. Po usunięciu nikt już nie odpowie, a pracownik zobaczy, że rozmowy nie ma.',
  held: (reason: string) => `Rozmowa jest wstrzymana i nie można jej usunąć. Powód: ${reason}`,
  reason: 'Dlaczego',
  reasons: {
    asked: 'Osoba prosi o usunięcie',
    objected: 'Osoba wnosi sprzeciw',
    unlawful: 'Danych nie wolno było zapisać',
    mistake: 'Dane zapisano przez pomyłkę',
  } satisfies Record<ErasingReason, string>,
  unsure: 'Nie wiadomo, czy rozmowa zniknęła. Znajdź ją jeszcze raz po numerze: jeśli nadal jest, usuń ją ponownie.',
  sure: 'Wiem, że tego nie można cofnąć',
  erase: 'Usuń na zawsze',
  erased: (number: number) => `Rozmowa ${number} jest usunięta.`,
} as const
