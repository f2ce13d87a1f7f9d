import { counted } from '../../../../dialogs/counted.ts'
import type { PersonalDataKind } from '../../../../dialogs/personal-data/finding.ts'
import { inWords } from '../../../../dialogs/personal-data/in-words.ts'
import type { Standing } from '../../../../dialogs/reply.ts'
import type { Preferences } from './preferences.ts'

/** Everything that the widget itself says. What the assistant says comes from the server. */
export const TEXTS = {
  launcher: 'Czat',
  panel: 'Czat z urzędem',
  log: 'Przebieg rozmowy',
  person: 'Porozmawiaj z pracownikiem',
  /** As the assistant's own choice says it, so that it means the same. */
  leaveQueue: 'Nie czekam dłużej',
  standing: (standing: Standing): string => {
    switch (standing.kind) {
      case 'clerk':
        return `Odpowiada człowiek: ${standing.name}`
      case 'queue':
        return 'Czekasz na pracownika. Odpowiada automat'
      case 'ticket':
        return `Zgłoszenie ${standing.ticket} czeka. Odpowiada automat`
      case 'bot':
      case 'offered':
      case 'closed':
        return 'Odpowiada automat, nie człowiek'
    }
  },
  field: 'Twoja wiadomość',
  placeholder: 'Napisz pytanie',
  hint: 'Nie podawaj numeru PESEL ani danych o zdrowiu.',
  send: 'Wyślij',
  close: 'Zamknij czat',
  menu: 'Menu czatu',
  backToChat: 'Wróć do rozmowy',
  backToMenu: 'Wróć do menu',
  newMessages: 'Nowe wiadomości',
  connecting: 'Łączę z urzędem…',
  offline: 'Brak połączenia. Próbuję połączyć się ponownie. Możesz pisać, wyślę później.',
  offlineAloud: 'Błąd: brak połączenia. Próbuję połączyć się ponownie. Możesz pisać, wyślę później.',
  online: 'Połączenie wróciło.',
  typing: 'Asystent przygotowuje odpowiedź',
  clerkTypes: 'Pracownik pisze…',
  clerkLooks: 'Pracownik sprawdza sprawę',
  sent: 'Wysłano',
  copy: 'Kopiuj',
  copyWhich: (at: string) => ` wiadomość z godziny ${at}`,
  copied: 'Skopiowano',
  choices: 'Propozycje odpowiedzi',
  speakers: { citizen: 'Ty', assistant: 'Asystent', clerk: 'Pracownik urzędu' },
  rating: {
    question: 'Czy to pomogło?',
    yes: 'Tak, pomogło',
    no: 'Nie pomogło',
    helped: 'Zaznaczono: to pomogło. Dziękuję.',
    'not-helped': 'Zaznaczono: to nie pomogło.',
  },
  clerkRating: {
    legend: 'Ocena rozmowy z pracownikiem',
    stars: ['1 – źle', '2', '3', '4', '5 – bardzo dobrze'],
    comment: 'Chcesz coś dodać? Nie musisz.',
    send: 'Wyślij ocenę',
  },
  newTab: 'otwiera się w nowej karcie',

  sending: 'Wysyłam…',
  failed: 'Nie wysłano. Spróbuję jeszcze raz.',
  refused: 'Nie wysłano. Tej wiadomości nie udało się przyjąć.',
  sendAgain: 'Wyślij ponownie',
  drop: 'Usuń',
  failedAloud: 'Błąd: nie wysłano wiadomości. Spróbuję jeszcze raz.',

  empty: 'Błąd: napisz najpierw wiadomość.',
  tooLong: (over: number) =>
    `Błąd: wiadomość jest za długa. Skróć ją o ${over} ${counted(over, 'znak', 'znaki', 'znaków')}.`,
  left: (left: number) => `Zostało ${left} ${counted(left, 'znak', 'znaki', 'znaków')}.`,
  found: (kinds: readonly PersonalDataKind[]) =>
    `W wiadomości jest ${inWords(kinds)}. Nie potrzebuję tego, żeby odpowiedzieć.`,
  remove: 'Usuń te dane',
  removed: 'Usunięto. Sprawdź treść i wyślij.',
  sendAnyway: 'Wyślij mimo to',

  ended: 'Rozmowa zakończona.',
  lost: 'Poprzedniej rozmowy nie da się już otworzyć.',
  erased: 'Rozmowa została usunięta.',
  startAnew: 'Zacznij nową rozmowę',
  undoFinish: 'Wróć do tej rozmowy',
  finish: 'Zakończ rozmowę',
  finishQuestion: 'Czy zakończyć rozmowę?',
  finishing: {
    meaning: 'Przez 5 minut możesz do niej wrócić. Zapis możesz pobrać także później.',
    yes: 'Tak, zakończ',
    no: 'Nie, rozmawiam dalej',
    isForGood: false,
  },
  history: (count: number) =>
    `Wczytano ${count} ${counted(count, 'wcześniejszą wiadomość', 'wcześniejsze wiadomości', 'wcześniejszych wiadomości')}.`,
  unread: (count: number) => `${count} ${counted(count, 'nowa wiadomość', 'nowe wiadomości', 'nowych wiadomości')}`,

  menuHeading: 'Menu',
  soundHeading: 'Dźwięk nowej wiadomości',
  notices: {
    heading: 'Powiadomienia systemowe',
    meaning: 'Gdy masz przed sobą inną stronę, system pokaże „Nowa wiadomość z urzędu”, bez treści rozmowy.',
    sample: 'Powiadomienia są włączone',
    message: 'Nowa wiadomość z urzędu',
    refused: 'Błąd: przeglądarka nie pozwala na powiadomienia. Możesz to zmienić w jej ustawieniach.',
  },
  readAloudHeading: 'Czytanie nowych wiadomości przez czytnik ekranu',
  on: 'Włączone',
  off: 'Wyłączone',
  textSizeHeading: 'Wielkość tekstu',
  textSize: (percent: number) => `${percent}%`,
  themeHeading: 'Kolory',
  themes: { system: 'Jak w systemie', light: 'Jasne', dark: 'Ciemne' } satisfies Record<Preferences['theme'], string>,
  transcriptHeading: 'Zapis rozmowy',
  downloadHtml: 'Pobierz zapis jako stronę (HTML)',
  downloadText: 'Pobierz zapis jako tekst',
  mail: 'Wyślij zapis e-mailem',
  helpHeading: 'Pomoc i informacje',
  contact: 'Inne formy kontaktu',
  signLanguage: 'Polski Język Migowy (PJM)',
  easyToRead: 'Tekst łatwy do czytania (ETR)',
  privacy: 'Prywatność',
  dataHeading: 'Twoje dane',
  copyHtml: 'Pobierz kopię danych jako stronę (HTML)',
  copyJson: 'Pobierz kopię danych jako plik (JSON)',
  copyFailed: 'Błąd: nie udało się pobrać kopii. Spróbuj ponownie za chwilę.',
  erase: 'Usuń moją rozmowę',
  eraseQuestion: 'Czy usunąć całą rozmowę?',
  erasing: {
    meaning:
      'Rozmowa zniknie z urzędu i z tego urządzenia. Zniknie też zgłoszenie, na które czekasz. Tego nie można cofnąć. Jeśli chcesz, pobierz wcześniej zapis.',
    yes: 'Tak, usuń rozmowę',
    no: 'Nie, zostaw',
    isForGood: true,
  },
  eraseFailed: 'Błąd: nie udało się usunąć rozmowy. Spróbuj ponownie za chwilę.',
  loading: 'Wczytuję…',
  notLoaded: 'Błąd: nie udało się wczytać tej informacji. Spróbuj ponownie za chwilę.',

  transcript: {
    title: 'Zapis rozmowy z asystentem urzędu',
    number: (id: string) => `Numer rozmowy: ${id}`,
    made: (day: string) => `Zapisano: ${day}`,
    cut: 'Reszta jest w pliku, który można pobrać w czacie.',
    notADecision: 'Ten zapis nie jest urzędową decyzją ani zaświadczeniem.',
  },
} as const

/** Steps of the help text in easy Polish: one sentence a line, no hard words. */
export const EASY_HELP: readonly { readonly heading: string; readonly lines: readonly string[] }[] = [
  {
    heading: 'Co to jest',
    lines: [
      'To jest czat urzędu.',
      'Czat to rozmowa na piśmie.',
      'Odpowiada automat.',
      'Automat to program komputera.',
      'Automat nie jest człowiekiem.',
    ],
  },
  {
    heading: 'Jak zapytać',
    lines: [
      'Napisz pytanie w polu na dole.',
      'Możesz pisać prostymi słowami.',
      'Możesz zrobić błąd.',
      'Potem naciśnij przycisk „Wyślij”.',
      'Odpowiedź pokaże się nad polem.',
      'Pod odpowiedzią są przyciski.',
      'Możesz nacisnąć przycisk zamiast pisać.',
      'Nie musisz się spieszyć.',
    ],
  },
  {
    heading: 'Jak porozmawiać z człowiekiem',
    lines: ['Naciśnij przycisk „Porozmawiaj z pracownikiem”.', 'Pracownik to człowiek z urzędu.'],
  },
  {
    heading: 'Czego nie pisać',
    lines: ['Nie pisz numeru PESEL.', 'Nie pisz o swoim zdrowiu.', 'Nie pisz numeru konta.'],
  },
  {
    heading: 'Jak skończyć',
    lines: [
      'Zamknij czat albo stronę.',
      'Rozmowa zostanie zapamiętana.',
      'Możesz ją usunąć.',
      'Otwórz menu i naciśnij „Usuń moją rozmowę”.',
    ],
  },
]
