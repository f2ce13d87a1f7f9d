import type { Office } from '../knowledge/entry.ts'
import { counted } from './counted.ts'
import { type Block, list, paragraph } from './reply.ts'

/** Counts up with every change of the text, and the day with it; a test remembers the text of the version. */
export const NOTICE_VERSION = { number: 3, day: '2026-11-29' } as const

/** What the text depends on besides the office. */
export type NoticeSetting = {
  /** Azure AI Language reads masked messages. */
  readonly isReadByMicrosoft: boolean
  /** Channels of Azure Bot Service are connected. */
  readonly isSentByMicrosoft: boolean
  /** After how many days each is deleted. */
  readonly days: Readonly<Record<'bot' | 'clerk' | 'ticket' | 'learning', number>>
  /** Conversations with a clerk are handed to the office's records before they are deleted. */
  readonly isRecorded: boolean
}

export type NoticeSection = { readonly heading: string; readonly blocks: readonly Block[] }

/** What happens to personal data: the clause of articles 12 to 14 GDPR. What the office has not supplied is said to be missing. */
export function notice({ address, dataProtection = {} }: Office, setting: NoticeSetting): readonly NoticeSection[] {
  const { controller, officer, basis } = dataProtection
  return [
    {
      heading: 'Rozmawiasz z programem',
      blocks: [
        paragraph('Odpowiada automat, nie człowiek. Wybiera gotowe zdania z bazy i sam ich nie wymyśla.'),
        paragraph('Czego urząd jeszcze nie potwierdził, o tym mówi odpowiedź.'),
        paragraph('Automat nie podejmuje decyzji w twojej sprawie i nie tworzy twojego profilu.'),
      ],
    },
    {
      heading: 'Kto odpowiada za dane',
      blocks: [
        paragraph(
          controller ? `Administrator danych: ${controller}` : 'Administratora danych urząd jeszcze nie podał.',
        ),
        paragraph(
          officer
            ? `Inspektor ochrony danych: ${officer}`
            : 'Kontaktu do inspektora ochrony danych urząd jeszcze nie podał.',
        ),
        paragraph(`W sprawach danych możesz napisać list: ${address}`),
      ],
    },
    {
      heading: 'Co zapisuje asystent',
      blocks: list(null, [
        'Zapisuje treść rozmowy, godziny wiadomości i losowy numer rozmowy.',
        'Numery PESEL, telefonu, konta i podobne zasłania przed zapisem. Nie każdy numer rozpozna.',
        'Gdy pomaga ci pracownik, zasłonięte dane są zaszyfrowane. Później klucz znika i nikt ich nie odczyta.',
        'Adresu sieciowego (IP) nie zapisuje. Odpowiada też bez imienia i nazwiska.',
        'Na twoim urządzeniu zapis powstaje dopiero po otwarciu czatu. Ciasteczek i statystyk nie ma.',
        'Dane podajesz dobrowolnie. Nie podawaj numeru PESEL ani danych o zdrowiu.',
      ]),
    },
    {
      heading: 'Po co i na jakiej podstawie',
      blocks: [
        paragraph('Dane służą do odpowiedzi na pytania, do pomocy pracownika i do poprawiania odpowiedzi.'),
        paragraph(basis ? `Podstawa prawna: ${basis}` : 'Podstawy prawnej urząd jeszcze nie podał.'),
      ],
    },
    { heading: 'Kto jeszcze dostaje dane', blocks: list(null, recipients(setting)) },
    { heading: 'Jak długo', blocks: [...list(null, periods(setting)), paragraph(LONGER)] },
    {
      heading: 'Twoje prawa',
      blocks: [
        paragraph(
          'Możesz prosić urząd o kopię danych, ich poprawienie, usunięcie albo ograniczenie. Możesz też zgłosić sprzeciw.',
        ),
        paragraph('Na stronie zrobisz to od razu. W menu czatu są kopia twoich danych i „Usuń moją rozmowę”.'),
        paragraph('Na Messengerze rozmowę usuniesz w menu: „Usuń moje dane”. Kopię przygotuje pracownik.'),
        paragraph('Urząd może odmówić usunięcia, gdy rozmowa jest dowodem w sprawie. Powie ci wtedy dlaczego.'),
        paragraph(
          'Wpis o usunięciu zawiera numer rozmowy, czas i to, kto ją usunął. Dzięki niemu rozmowa nie wróci z kopii.',
        ),
        paragraph('Skargę przyjmuje Prezes Urzędu Ochrony Danych Osobowych: https://uodo.gov.pl'),
      ],
    },
  ]
}

const LONGER = 'Rozmowa zostaje dłużej, gdy czekasz na odpowiedź albo gdy jest dowodem w sprawie.'

function periods({ days: { bot, clerk, ticket, learning }, isRecorded }: NoticeSetting): readonly string[] {
  return [
    `Rozmowa z automatem znika ${after(bot)} od ostatniej wiadomości.`,
    `Rozmowa z pracownikiem znika ${after(clerk)} od ostatniej wiadomości.`,
    ...(isRecorded
      ? ['Zapis rozmowy z pracownikiem, z zasłoniętymi danymi, trafia wcześniej do dokumentów urzędu.']
      : []),
    `Zgłoszenie z twoim adresem lub telefonem znika ${after(ticket)} od zamknięcia. Rozmowa zostaje z nim.`,
    `Zasłonięte pytania i oceny odpowiedzi znikają ${after(learning)}.`,
  ]
}

function after(days: number): string {
  return `po ${days} ${counted(days, 'dniu', 'dniach', 'dniach')}`
}

function recipients({ isReadByMicrosoft, isSentByMicrosoft }: NoticeSetting): readonly string[] {
  return [
    'Firmy, które prowadzą serwery dla urzędu.',
    ...(isReadByMicrosoft
      ? [
          'Microsoft: czyta zasłonięte wiadomości, aby rozpoznać nazwiska, adresy i język (usługa Azure Language). W jakim kraju, powie ci urząd.',
        ]
      : []),
    ...(isSentByMicrosoft ? ['Microsoft: przenosi wiadomości spoza strony urzędu (usługa Azure Bot Service).'] : []),
    'Meta: tylko gdy piszesz przez Messengera. Czyta wtedy całą rozmowę według własnych zasad, na które urząd nie ma wpływu: https://www.facebook.com/privacy/policy',
  ]
}
