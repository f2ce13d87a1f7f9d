import type { DeskDepartment, Presence } from '../../../../bot/desk-state.ts'
import type { Refusal } from '../../../../bot/turn.ts'
import { counted } from '../../../../dialogs/counted.ts'
import type { PersonalDataKind } from '../../../../dialogs/personal-data/finding.ts'
import { inWords } from '../../../../dialogs/personal-data/in-words.ts'
import type { DeskMessage, MessageLanguage } from '../../wire.ts'

/** Every sentence of the desk's page. */
export const TEXTS = {
  title: 'Panel pracownika',
  skip: 'Przejdź do rozmowy',
  account: 'Twoje konto',
  signOut: 'Wyloguj się',
  menu: 'Menu',
  help: 'Pomoc',
  search: 'Szukaj',
  settings: 'Dyżury',
  connecting: 'Łączę z urzędem…',
  offline: 'Brak połączenia. Lista może być nieaktualna. Próbuję ponownie.',
  sessionEndsSoon: 'Za mniej niż 2 minuty skończy się sesja. Twój tekst zostanie zachowany.',
  stay: 'Zostaję (Alt + Enter)',
  sessionEndsForGood:
    'Za chwilę skończy się sesja, bo trwa już najdłużej, jak może. Twój tekst jest zachowany na tym urządzeniu. Zaloguj się, a do niego wrócisz.',
  sessionEnded: 'Sesja się skończyła. Twój tekst jest zachowany na tym urządzeniu. Zaloguj się, a do niego wrócisz.',
  signIn: 'Zaloguj się ponownie',
  noWork: 'Twoje konto nie ma roli pracownika ani przełożonego, więc nie widzi rozmów. Rolę nadaje administrator.',

  presenceLabel: 'Twoja dostępność',
  presence: {
    free: 'Przyjmuję rozmowy',
    busy: 'Nie przyjmuję nowych',
    away: 'Przerwa',
  } satisfies Record<Presence, string>,

  places: { queue: 'Kolejka', conversation: 'Rozmowa', matter: 'Sprawa' },
  queueHeading: 'Czekają na pracownika',
  mineHeading: 'Twoje rozmowy',
  ticketsHeading: 'Zgłoszenia do odpowiedzi',
  othersHeading: 'Rozmowy innych pracowników',
  takeNext: 'Przejmij najdłużej czekającą',
  queueEmpty:
    'Nikt nie czeka. Gdy ktoś poprosi o pracownika, pojawi się tutaj. W tym czasie możesz odpowiedzieć na zgłoszenia.',
  queueEmptyAll:
    'Nikt nie czeka. Gdy ktoś poprosi o pracownika, pojawi się tutaj. W tym czasie możesz przygotować gotowe odpowiedzi.',
  mineEmpty: 'Nie prowadzisz teraz rozmowy.',
  ticketsEmpty: 'Nie ma zgłoszeń. Trafiają tu pytania zadane, gdy nikt nie dyżuruje.',
  noTopic: 'Sprawa nierozpoznana',
  number: (number: number) => `Rozmowa\u00A0${number}`,
  unread: 'Nowa wiadomość',
  awaits: 'Czeka na odpowiedź',
  endsSoon: 'zaraz stanie się zgłoszeniem',
  overdue: 'po terminie',
  isAway: 'bez połączenia',
  undelivered: 'odpowiedź nie dotarła',
  undeliveredHeading: 'Odpowiedzi, które nie dotarły',
  undeliveredLead:
    'Odpowiedź pracownika nie dotarła do mieszkańca mimo prób. Odpowiedz w inny sposób, a potem wybierz „Załatwione”.',
  settle: 'Załatwione',
  deadLetters: (count: number) =>
    `Liczba wiadomości, których mimo prób nie udało się dostarczyć: ${count}. Przyczyny są w dzienniku usługi.`,
  blockedReplies: (count: number) =>
    `Messenger odrzuca token strony urzędu. Liczba rozmów, w których czekają odpowiedzi: ${count}. Wymień token: docs/messenger.md, „Gdy token przestanie działać”. Odpowiedzi wyjdą potem same.`,
  blockedLetters: (count: number) =>
    `Serwer poczty nie pozwala się zalogować albo szyfrować. Liczba listów, które czekają: ${count}. Popraw SMTP_URL w ustawieniach usługi: adres, login, hasło. Kod błędu jest w dzienniku. Listy wyjdą potem same.`,
  noteDeadLetters: 'Przyjmuję do wiadomości',
  heldBy: (name: string) => `Prowadzi ${name}`,
  answerBy: { chat: 'Odpowiedź w czacie', 'e-mail': 'Odpowiedź e-mailem', phone: 'Odpowiedź telefonem' },

  nothingOpen: 'Wybierz rozmowę z listy.',
  nothingOpenHint: 'Tu pojawi się cała historia: pytania, odpowiedzi asystenta i wiadomości pracowników.',
  log: 'Przebieg rozmowy',
  speakers: {
    citizen: 'Mieszkaniec',
    assistant: 'Asystent',
    clerk: 'Pracownik',
  } satisfies Record<DeskMessage['speaker'], string>,
  note: 'Notatka wewnętrzna',
  choices: (labels: readonly string[]) => `Do wyboru: ${labels.join(' · ')}`,
  reveal: 'Pokaż zasłonięte dane',
  revealed: 'Pełny tekst:',
  hidesAgain: 'Za minutę zniknie.',
  notKept: 'Pełnego tekstu już nie ma.',
  citizenTypes: 'Mieszkaniec pisze…',
  sending: 'Wysyłam…',
  newBelow: 'Nowe wiadomości',

  take: 'Przejmij rozmowę',
  takeTicket: 'Odpowiedz na zgłoszenie',
  takeOver: (name: string) => `Przejmij od: ${name}`,
  passOn: 'Przekaż',
  returnToBot: 'Oddaj asystentowi',
  makeTicket: 'Odpowiem później',
  end: 'Zakończ',
  close: 'Zamknij',
  closeConversation: 'Zamknij rozmowę',
  state: {
    queue: 'Czeka na pracownika. Odpowiada asystent.',
    bot: 'Odpowiada asystent.',
    ticket: 'Czeka na odpowiedź jako zgłoszenie.',
    mine: 'Prowadzisz tę rozmowę.',
  },
  done: {
    take: 'Prowadzisz tę rozmowę.',
    'pass-on': 'Rozmowa przekazana.',
    'return-to-bot': 'Rozmowa oddana asystentowi.',
    end: 'Rozmowa zakończona.',
    'make-ticket': 'Rozmowa odłożona jako zgłoszenie.',
  },

  write: 'Twoja odpowiedź',
  writeNote: 'Notatka, której mieszkaniec nie zobaczy',
  asReply: 'Odpowiedź',
  asNote: 'Notatka',
  send: 'Wyślij',
  keepNote: 'Zapisz notatkę',
  sendHint: 'Ctrl + Enter wysyła',
  keepHint: 'Ctrl + Enter zapisuje',
  tooLong: (over: number) => `Wiadomość jest za długa o ${over} ${counted(over, 'znak', 'znaki', 'znaków')}.`,
  found: (kinds: readonly PersonalDataKind[]) =>
    `W tekście jest ${inWords(kinds)}. Sprawdź, czy to nie są dane innej osoby. Wyślij je tylko wtedy, gdy mieszkaniec ich potrzebuje.`,
  longSentence: (most: number) => `Jedno zdanie ma ponad ${most} słów. Podziel je, a będzie łatwiejsze.`,
  longAnswer: (most: number) =>
    `Odpowiedź ma ponad ${most} słów. Zostaw to, co najważniejsze, albo wyślij ją w częściach.`,
  language: 'Język wiadomości',
  languages: {
    pl: 'polski',
    uk: 'ukraiński (українська)',
    en: 'angielski (English)',
    de: 'niemiecki (Deutsch)',
  } satisfies Record<MessageLanguage, string>,

  matterHeading: 'Sprawa',
  matterEmpty: 'Tu pojawi się to, czego dotyczy otwarta rozmowa, i gotowe odpowiedzi.',
  topic: 'Temat',
  department: 'Wydział',
  since: 'Od',
  ticket: 'Zgłoszenie',
  contact: 'Kontakt',
  label: 'Etykieta',
  candidatesHeading: 'Jak rozumie to asystent',
  candidatesEmpty: 'Asystent nie rozpoznał tematu.',
  sure: (share: number) => `${Math.round(share * 100)}%`,

  answersHeading: 'Gotowe odpowiedzi',
  answersLabel: 'Szukaj gotowej odpowiedzi',
  answersHint: 'Szukaj w bazie wiedzy i we własnych tekstach.',
  answersOwn: 'Własne',
  answersFound: 'Z bazy wiedzy',
  answersNone: 'Nic nie pasuje. Napisz inaczej albo zapisz własną odpowiedź.',
  inserted: 'Odpowiedź wstawiona do pola. Możesz ją zmienić.',
  ownAdd: 'Zapisz tekst z pola jako gotową odpowiedź',
  ownTitle: 'Nazwa gotowej odpowiedzi',
  ownText: 'Treść',
  ownHint: 'Usuń z niej dane osób: będzie służyć w wielu rozmowach.',
  ownKeep: 'Zapisz odpowiedź',
  ownRemove: 'Usuń',

  passOnHeading: 'Przekaż rozmowę',
  passOnTo: 'Do kogo',
  passOnClerks: 'Pracownicy przy panelu',
  passOnDepartments: 'Wydziały',
  passOnYes: 'Przekaż rozmowę',
  passOnMeaning: 'Nowy pracownik zobaczy całą rozmowę i notatki. Mieszkaniec dowie się, kto teraz odpowiada.',
  returnHeading: 'Oddać rozmowę asystentowi?',
  returnMeaning:
    'Mieszkaniec dowie się, że znowu odpowiada asystent. W każdej chwili może poprosić o pracownika jeszcze raz.',
  returnYes: 'Oddaj asystentowi',
  endHeading: 'Zakończ rozmowę',
  endLabel: 'Czego dotyczyła rozmowa',
  endMeaning: 'Mieszkaniec zostanie zapytany o ocenę. Zgłoszenie, jeśli było, zostanie zamknięte.',
  endYes: 'Zakończ rozmowę',
  ticketHeading: 'Odpowiedz później',
  ticketMeaning:
    'Rozmowa stanie się zgłoszeniem. Mieszkaniec dostanie jego numer i wybierze, jak chce dostać odpowiedź.',
  ticketYes: 'Zrób zgłoszenie',
  takeOverHeading: 'Przejąć rozmowę innego pracownika?',
  takeOverMeaning: 'Dotychczasowy pracownik nie będzie mógł w niej pisać. Jego tekst zostanie u niego.',
  unsent: 'W polu jest tekst, którego jeszcze nie wysłano. Mieszkaniec go nie dostanie.',
  cancel: 'Anuluj',

  searchHeading: 'Szukaj w rozmowach',
  searchLabel: 'Słowo lub jego część',
  searchHint: 'Szukam w rozmowach twoich wydziałów, w których brał udział pracownik. Każde szukanie jest zapisywane.',
  searchGo: 'Szukaj',
  searchNone: 'W żadnej rozmowie nie ma tego słowa. Spróbuj krótszego.',
  searchFound: (count: number) => `${count} ${counted(count, 'rozmowa', 'rozmowy', 'rozmów')}`,

  settingsHeading: 'Dyżury wydziałów',
  settingsLead:
    'Godziny, w których pracownicy odpowiadają w czacie. Bez godzin decyduje to, czy ktoś jest przy panelu. W dni ustawowo wolne dyżuru nie ma.',
  settingsWeek: 'Godziny dyżuru',
  settingsWeekHint: 'Na przykład: 7:30–15:30. Kilka przedziałów oddziel przecinkiem. Puste pole: bez dyżuru.',
  settingsAlways: 'Bez godzin: decyduje obecność pracownika',
  settingsExceptions: 'Wyjątki',
  settingsExceptionsHint: 'Jeden dzień w wierszu, na przykład: 2026-12-31 7:30–12:00. Sam dzień: bez dyżuru.',
  settingsMail: 'Adres, na który przychodzi wiadomość o nowym zgłoszeniu',
  settingsKeep: 'Zapisz dyżur',
  settingsKept: 'Zapisano.',
  settingsWrong: (where: string) => `Nie rozumiem: ${where}. Wpisz godziny jak 7:30–15:30.`,
  settingsRefused: 'Nie udało się zapisać. Sprawdź godziny i adres.',
  days: ['Poniedziałek', 'Wtorek', 'Środa', 'Czwartek', 'Piątek', 'Sobota', 'Niedziela'],

  helpHeading: 'Pomoc i skróty',
  helpLead: 'Skróty działają w całym panelu. W oknach dialogowych Escape zamyka okno.',
  helpLines: [
    'Rozmowa trafia do kolejki, gdy mieszkaniec poprosi o pracownika. Zanim ją przejmiesz, możesz ją przeczytać.',
    'Od przejęcia piszesz tylko ty, asystent milczy. Mieszkaniec widzi twoje imię i nazwisko z konta.',
    'Numery PESEL, telefony i adresy są zasłonięte. Pokazanie pełnego tekstu jest zapisywane.',
    'Niewysłany tekst zostaje na tym urządzeniu, także po odświeżeniu strony i po końcu sesji.',
    'Dźwięk, powiadomienia i liczbę rozmów naraz ustawisz w „Powiadomieniach”, osobno na każdym urządzeniu.',
    'Gdy stracisz połączenie na dłużej niż 3 minuty, rozmowa wróci do kolejki.',
  ],

  announce: {
    newConversation: (department: string, waiting: number) =>
      `Nowa rozmowa, ${department}, ${waiting === 1 ? 'czeka 1 osoba' : `czeka: ${waiting}`}`,
    newMessage: (number: number) => `Nowa wiadomość: rozmowa ${number}`,
  },

  alerts: 'Powiadomienia',
  alertsOff: 'Powiadomienia: wyłączone',
  undisturbed: 'Nie przeszkadzać',
  undisturbedHint: 'Bez dźwięku i powiadomień. O nowych rozmowach dowiesz się z listy.',
  sound: 'Sygnał dźwiękowy',
  soundHint: 'Krótki dźwięk przy nowej rozmowie i przy wiadomości w innej rozmowie.',
  notifications: 'Powiadomienia systemu',
  notificationsHint: 'Gdy panel jest zasłonięty. Bez treści wiadomości.',
  notificationsRefused:
    'Przeglądarka nie pozwala na powiadomienia. Zezwól na nie tej stronie w ustawieniach przeglądarki.',
  most: 'Najwięcej rozmów naraz',
  mostHint: 'Gdy prowadzisz ich tyle, panel nie przejmie następnej z kolejki i nie da sygnału o nowej.',
  handsFull: (most: number) =>
    `Prowadzisz już tyle rozmów, ile wynosi twój limit: ${most}. Zakończ jedną z nich albo zmień limit w „Powiadomieniach”.`,
  holds: (count: number) => `, prowadzi: ${count}`,
} as const

/** What a clerk did was not done, and why. What they wrote is still in the field. */
export function refusalText(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'taken':
      return `Tę rozmowę prowadzi już ${refusal.by.name}. Możesz ją czytać i dodawać notatki.`
    case 'hold-lost':
      return refusal.by
        ? `Tę rozmowę prowadzi teraz ${refusal.by.name}, więc nic nie wysłano. Twój tekst został w polu.`
        : 'Ta rozmowa nie jest już twoja, bo połączenie zniknęło na dłużej albo sprawę zakończono. Nic nie wysłano, twój tekst został w polu. Możesz przejąć rozmowę jeszcze raz.'
    case 'not-waiting':
      return 'Ta osoba nie czeka już na pracownika. Możesz przeczytać rozmowę.'
    case 'closed':
      return 'Ta osoba zaczęła po przerwie nową rozmowę, więc w tej nic już nie dopiszesz. Twój tekst został w polu.'
    case 'nobody-there':
      return 'Nikogo tam teraz nie ma, więc rozmowa zostaje u ciebie. Możesz zrobić z niej zgłoszenie: „Odpowiem później”.'
    case 'failed':
      return 'Tego nie udało się zrobić z powodu błędu programu. Spróbuj jeszcze raz, a gdy to się powtórzy, powiedz administratorowi.'
  }
}

export const PROBLEMS = {
  gone: 'Rozmowa nie jest już dostępna: jest w innym wydziale albo ją usunięto.',
  'not-opened': 'Nie udało się otworzyć rozmowy. Spróbuj jeszcze raz.',
  'not-done': 'Tego nie udało się zrobić. Twój tekst został w polu. Spróbuj jeszcze raz.',
}

export const DEPARTMENTS: Readonly<Record<DeskDepartment, string>> = {
  general: 'Biuro obsługi',
  transport: 'Wydział komunikacji',
  building: 'Wydział budownictwa',
  geodesy: 'Wydział geodezji',
  environment: 'Wydział środowiska',
  citizens: 'Wydział spraw obywatelskich',
}

/** Suggestions; anything may be written. */
export const END_LABELS = [
  'Odpowiedź udzielona',
  'Sprawa do załatwienia w urzędzie',
  'Sprawa innego urzędu',
  'Mieszkaniec nie odpisał',
]
