import type { Department } from '../knowledge/topic.ts'
import type { DeskAct } from './choice.ts'

/** What is said while a person is looked for, answers, or will answer later. */
export type DeskPhrases = {
  /** `time` as 7:30, `day` as 2026-01-05, `weekday` from 0 for Monday. */
  readonly opening: {
    readonly today: (time: string) => string
    readonly tomorrow: (time: string) => string
    readonly later: (weekday: number, day: string, time: string) => string
  }
  /** Labels of the choices. */
  readonly acts: Readonly<Record<DeskAct, string>>
  /** The label of `accept-offer` where only a ticket can be had. */
  readonly acceptTicket: string
  /** Who answers, as it stands in a sentence: „odpowie …”. */
  readonly departments: Readonly<Record<Exclude<Department, 'every'>, string>>
  readonly offerFree: string
  readonly offerQueue: (place: number, minutes: number) => string
  /** `when`: null where nobody knows. */
  readonly offerTicket: (when: string | null) => string
  readonly declined: string
  readonly queuedFree: readonly string[]
  readonly queuedBusy: (place: number, minutes: number) => readonly string[]
  readonly stillQueued: (place: number, minutes: number) => string
  readonly askDepartment: string
  readonly departmentChosen: (department: string) => string
  readonly departmentKept: (department: string) => string
  readonly departmentAway: string
  readonly leftQueue: string
  readonly waitOver: string
  readonly deskClosed: string
  readonly ticketOpened: (number: string, when: string | null) => { readonly opened: string; readonly askHow: string }
  readonly ticketOpen: (number: string, when: string | null) => string
  readonly ticketKept: (number: string) => string
  readonly ticketMade: (clerk: string) => string
  readonly askContact: Readonly<Record<'e-mail' | 'phone', string>>
  readonly noContact: Readonly<Record<'e-mail' | 'phone', string>>
  readonly answeredBy: Readonly<Record<'chat' | 'e-mail' | 'phone', (number: string) => string>>
  readonly clerkSpeaks: (clerk: string) => string
  /** Who wrote, above a clerk's words. */
  readonly clerkName: (clerk: string) => string
  readonly clerkSilent: string
  readonly clerkBack: string
  readonly clerkLost: string
  readonly clerkReadsNoFiles: string
  readonly clerkWillSeeFiles: string
  readonly passedOn: (department: string) => string
  readonly returned: string
  readonly ended: string
  readonly askRating: string
  readonly rated: string
  readonly mayComment: string
  readonly askComment: string
  readonly commented: string
  readonly over: string
  readonly undone: string
  readonly overLongAgo: string
  /** What only clerks read. */
  readonly forClerks: {
    readonly took: (clerk: string, from: string | null) => string
    readonly passedOn: (clerk: string, to: string) => string
    readonly returned: (clerk: string) => string
    readonly ended: (clerk: string, label: string) => string
    readonly madeTicket: (clerk: string, number: string) => string
    readonly waitOver: string
    readonly silent: (clerk: string) => string
    readonly back: (clerk: string) => string
    readonly lost: (clerk: string) => string
    readonly citizenEnded: string
    readonly citizenUndid: string
    readonly citizenLeft: string
    readonly choseDepartment: (department: string) => string
    readonly sentFile: string
    readonly sentLinks: (links: readonly string[]) => string
    /** `isTooLate`: the channel takes nothing any more until the citizen writes again. */
    readonly undelivered: (isTooLate: boolean) => string
  }
}

const ON_WEEKDAY = [
  'w poniedziałek',
  'we wtorek',
  'w środę',
  'w czwartek',
  'w piątek',
  'w sobotę',
  'w niedzielę',
] as const

const DAY_AND_MONTH = new Intl.DateTimeFormat('pl-PL', { timeZone: 'UTC', day: 'numeric', month: 'long' })

const NOTHING_TWICE = 'Pracownik widzi całą rozmowę, więc nic nie musisz powtarzać. Możesz dalej pytać asystenta.'

export const DESK_PHRASES_PL: DeskPhrases = {
  opening: {
    today: time => `dziś o ${time}`,
    tomorrow: time => `jutro o ${time}`,
    later: (weekday, day, time) =>
      `${ON_WEEKDAY[weekday]} ${DAY_AND_MONTH.format(new Date(`${day}T00:00:00Z`))} o ${time}`,
  },
  acts: {
    'accept-offer': 'Połącz z pracownikiem',
    'decline-offer': 'Nie, dziękuję',
    'leave-queue': 'Nie czekam dłużej',
    'answer-by-chat': 'Odpowiedź w czacie',
    'answer-by-e-mail': 'Odpowiedź e-mailem',
    'answer-by-phone': 'Odpowiedź telefonem',
    'rate-1': '1 – źle',
    'rate-2': '2',
    'rate-3': '3',
    'rate-4': '4',
    'rate-5': '5 – bardzo dobrze',
    'add-comment': 'Dodaj zdanie',
    'skip-comment': 'Nie, dziękuję',
    'department-transport': 'Pojazdy i prawo jazdy',
    'department-building': 'Budowa i rozbiórka',
    'department-geodesy': 'Grunty i mapy',
    'department-environment': 'Środowisko',
    'department-citizens': 'Sprawy obywatelskie',
    'department-other': 'Inna sprawa',
  },
  acceptTicket: 'Przyjmij zgłoszenie',
  departments: {
    general: 'pracownik urzędu',
    transport: 'pracownik od pojazdów i prawa jazdy',
    building: 'pracownik od budowy',
    geodesy: 'pracownik od gruntów i map',
    environment: 'pracownik od środowiska',
    citizens: 'pracownik od spraw obywatelskich',
  },
  offerFree: 'Pracownik jest teraz wolny. Wybierz „Połącz z pracownikiem”, jeśli chcesz z nim pisać.',
  offerQueue: (place, minutes) =>
    `Pracownicy są teraz zajęci. Twoje miejsce w kolejce: ${place}, czekanie potrwa około ${minutes} minut.`,
  offerTicket: when =>
    when === null
      ? 'Teraz przy czacie nie ma pracownika i nie wiem, kiedy wróci. Mogę przyjąć zgłoszenie, a pracownik odpowie później.'
      : `Pracownicy odpowiadają znowu ${when}. Mogę przyjąć zgłoszenie, a pracownik odpowie po tej godzinie.`,
  declined: 'Dobrze, odpowiadam dalej. Napisz, w czym jeszcze pomóc.',
  queuedFree: ['Proszę o chwilę cierpliwości: pracownik czyta twoją rozmowę i zaraz odpisze.', NOTHING_TWICE],
  queuedBusy: (place, minutes) => [
    `Przepraszam, trzeba poczekać: wszyscy pracownicy piszą teraz z innymi. Twoje miejsce w kolejce: ${place}. Czekanie potrwa około ${minutes} minut.`,
    NOTHING_TWICE,
  ],
  stillQueued: (place, minutes) =>
    `Czekasz na pracownika. Twoje miejsce w kolejce: ${place}. Czekanie potrwa około ${minutes} minut. Przepraszam za zwłokę: pracownicy piszą teraz z innymi.`,
  askDepartment: 'Czego dotyczy sprawa? Wybierz, a twoją rozmowę przejmie właściwy wydział. Bez wyboru czekasz dalej.',
  departmentChosen: department => `Na rozmowę odpowie ${department}. Nie czekasz od nowa.`,
  departmentKept: department => `Czekasz dalej, odpowie ${department}.`,
  departmentAway: 'W tym wydziale nie ma już pracownika przy czacie. Czekasz dalej, odpowie biuro obsługi.',
  leftQueue: 'Nie czekasz już na pracownika. Odpowiada automatyczny asystent.',
  waitOver: 'Przepraszam, pracownicy są nadal zajęci. Nie musisz czekać przy ekranie.',
  deskClosed: 'Przepraszam, pracownicy skończyli już dyżur.',
  ticketOpened: (number, when) => ({
    opened: `Przyjmuję zgłoszenie ${number}. ${
      when === null
        ? 'Pracownik odpowie, gdy wróci do czatu; nie wiem, o której.'
        : `Pracownik odpowie najwcześniej ${when}.`
    }`,
    askHow: 'Jak chcesz dostać odpowiedź? Bez wyboru przyjdzie w tej rozmowie.',
  }),
  ticketOpen: (number, when) =>
    `Zgłoszenie ${number} czeka na pracownika. ${
      when === null ? 'Nie wiem, kiedy pracownik wróci do czatu.' : `Odpowie najwcześniej ${when}.`
    }`,
  ticketKept: number => `Zgłoszenie ${number} nadal czeka na pracownika.`,
  ticketMade: clerk => `${clerk}, pracownik urzędu, odpowie na to później. Odpowiada znowu automatyczny asystent.`,
  askContact: {
    'e-mail': 'Napisz swój adres e-mail. Zobaczy go tylko pracownik.',
    phone: 'Napisz swój numer telefonu. Zobaczy go tylko pracownik.',
  },
  noContact: {
    'e-mail': 'Nie widzę tu adresu e-mail. Napisz go jeszcze raz, na przykład: imie@domena.pl.',
    phone: 'Nie widzę tu numeru telefonu. Napisz go jeszcze raz, samymi cyframi.',
  },
  answeredBy: {
    chat: number => `Na zgłoszenie ${number} pracownik odpowie w tej rozmowie.`,
    'e-mail': number => `Zapisuję adres. Na zgłoszenie ${number} pracownik odpowie e-mailem i w tej rozmowie.`,
    phone: number => `Zapisuję numer. W sprawie zgłoszenia ${number} pracownik zadzwoni.`,
  },
  clerkSpeaks: clerk => `Od teraz pisze ${clerk}, pracownik urzędu. Automatyczny asystent milczy.`,
  clerkName: clerk => `${clerk}, pracownik urzędu`,
  clerkSilent: 'Przepraszam, pracownik nie ma teraz połączenia. Poczekaj chwilę, rozmowa nie zginie.',
  clerkBack: 'Pracownik ma znowu połączenie.',
  clerkLost: 'Przepraszam, połączenie z pracownikiem nie wróciło. Szukam innego pracownika.',
  clerkReadsNoFiles: 'Plików nie da się tu przesłać. Napisz słowami, co w nich jest.',
  clerkWillSeeFiles: 'Nie otwieram plików, ale pracownik zobaczy, że coś przysyłasz. Napisz też słowami, o co chodzi.',
  passedOn: department => `Rozmowę przejmie teraz ${department}. Przepraszam, trzeba chwilę poczekać.`,
  returned: 'Wracasz do automatycznego asystenta. Napisz, w czym jeszcze pomóc.',
  ended: 'Rozmowa z pracownikiem jest zakończona. Wracasz do automatycznego asystenta.',
  askRating: 'Jak oceniasz rozmowę z pracownikiem? Wybierz od 1 do 5.',
  rated: 'Dziękuję za ocenę.',
  mayComment: 'Możesz dodać jedno zdanie o tej rozmowie albo pytać dalej.',
  askComment: 'Napisz jedno zdanie o rozmowie z pracownikiem, bez danych osobowych.',
  commented: 'Dziękuję, zapisuję to zdanie. Napisz, w czym jeszcze pomóc.',
  over: 'Rozmowa jest zakończona. Przez 5 minut możesz jeszcze do niej wrócić.',
  undone: 'Wracasz do rozmowy z automatycznym asystentem. Napisz, w czym pomóc.',
  overLongAgo: 'Ta rozmowa jest zakończona. Zacznij nową rozmowę, a odpowiem.',
  forClerks: {
    took: (clerk, from) =>
      from === null ? `Rozmowę prowadzi ${clerk}.` : `Rozmowę prowadzi ${clerk}. Wcześniej: ${from}.`,
    passedOn: (clerk, to) => `${clerk} przekazuje rozmowę dalej: ${to}.`,
    returned: clerk => `${clerk} oddaje rozmowę asystentowi.`,
    ended: (clerk, label) => `${clerk} kończy rozmowę: ${label}.`,
    madeTicket: (clerk, number) => `${clerk} odkłada sprawę jako zgłoszenie ${number}.`,
    waitOver: 'Czas czekania minął, rozmowa jest teraz zgłoszeniem.',
    silent: clerk => `${clerk} nie ma połączenia, mieszkaniec już o tym wie.`,
    back: clerk => `${clerk} ma znowu połączenie.`,
    lost: clerk => `${clerk} nie ma połączenia, więc rozmowa wraca do kolejki.`,
    citizenEnded: 'Mieszkaniec kończy rozmowę.',
    citizenUndid: 'Mieszkaniec wraca do rozmowy.',
    citizenLeft: 'Mieszkaniec nie czeka dłużej.',
    choseDepartment: department => `Mieszkaniec wybiera: ${department}.`,
    sentLinks: links => `Mieszkaniec przesyła plik. Otwórz go tylko, gdy to potrzebne: ${links.join(' ')}`,
    undelivered: isTooLate =>
      isTooLate
        ? 'Twoja ostatnia wiadomość nie dotarła. Mieszkaniec nie pisze od dawna, a komunikator przyjmuje odpowiedzi tylko przez 7 dni. Skontaktuj się z nim inaczej albo poczekaj, aż napisze.'
        : 'Twoja ostatnia wiadomość nie dotarła: komunikator jej nie przyjmuje. Skontaktuj się z mieszkańcem inaczej.',
    sentFile: 'Mieszkaniec próbuje przesłać plik, ale plików tu nie ma.',
  },
}
