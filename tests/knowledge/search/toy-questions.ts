import type { Sample } from '../../../knowledge/search/train.ts'

/** Made-up questions about three topics, enough for a classifier to tell them apart. */
export const TOY_QUESTIONS: readonly Sample[] = [
  ...about('parking-card', [
    'karta parkingowa',
    'jak dostać kartę parkingową',
    'ile kosztuje karta parkingowa',
    'chcę kartę parkingową',
    'wniosek o kartę parkingową',
    'parkowanie na kopercie, karta',
    'gdzie wydają kartę parkingową',
    'karta parkingowa dla niepełnosprawnych',
  ]),
  ...about('boat-registration', [
    'rejestracja łodzi',
    'jak zarejestrować łódź',
    'ile kosztuje rejestracja łodzi',
    'zarejestrować łódkę',
    'wniosek o rejestrację łodzi',
    'łódka na jezioro, rejestracja',
    'gdzie zarejestrować łódź',
    'rejestracja jachtu i łodzi',
  ]),
  ...about('office-hours', [
    'godziny pracy urzędu',
    'kiedy otwarty jest urząd',
    'do której pracuje urząd',
    'godziny otwarcia urzędu',
    'czy urząd pracuje w sobotę',
    'o której otwierają urząd',
    'urząd godziny',
    'czy w piątek urząd jest otwarty',
  ]),
]

/** Questions about the same topics, none of which is among `TOY_QUESTIONS`. */
export const HELD_OUT_QUESTIONS: readonly Sample[] = [
  ...about('parking-card', ['karte parkingowa poprosze', 'nowa karta parkingowa', 'KARTA PARKINGOWA CENA']),
  ...about('boat-registration', ['lodz rejestracja', 'mam łódź do rejestracji', 'rejestracja łódki na jeziorze']),
  ...about('office-hours', ['w jakich godzinach pracuje urzad', 'urząd otwarty do', 'godziny urzędu w środę']),
]

function about(label: string, texts: readonly string[]): readonly Sample[] {
  return texts.map(text => ({ text, label }))
}
