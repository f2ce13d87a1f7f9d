import { describe, expect, it } from '@jest/globals'
import { otherTown } from '../../dialogs/other-town.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'
import { questionOf } from './question.ts'

const knowledge = createKnowledge()

const ELSEWHERE = [
  'godziny otwarcia urzędu miasta w Poznaniu',
  'urząd w Warszawie',
  'urzędu m. st. Warszawy',
  'starostwo w Zielonej Górze',
  'wydział komunikacji w Zielonej Górze',
  'wydział komunikacji Zielona Góra godziny',
  'urząd miasta Kraków',
  'starostwo powiatowe w Gorzowie',
  'starostwo Żagań',
  'urzad gminy w Zarach',
  'Urząd Dzielnicy Mokotów',
  'ratusz w Lesznie',
  'MOPS w Łodzi',
  'starostwo w Nowej Soli',
  'starostwo w Krośnie Odrzańskim',
  'PCPR w Międzyrzeczu',
  'urząd w Sopocie',
  'urząd miasta Sopot',
  'adres urzędu gminy w Babimoście',
  'godziny urzędu w Sulechowie',
  'Poznań urząd miasta',
  'poznan urzad miasta',
  'kraków wydział architektury adres',
  'w Gubinie urząd czynny?',
  'gdzie w Gubinie jest urząd',
  'urząd miasta Poznań',
  'wydział komunikacji godziny otwarcia Zielona Góra',
  'do ktorej czynny jest urzad w Poznaniu',
  'urząd w Łodzi',
  'starostwo w Nowym Tomyślu telefon',
  'urząd w Torzymiu',
  'ile kosztuje rejestracja auta w Zielonej Górze',
  'jak zarejestrować samochód w Poznaniu',
  'urząd miasta Gorzów gdzie jest',
  'do ktorej czynny wydzial komunikacji zielona gora',
  'mieszkam w Żarach, gdzie u nas wymienię prawo jazdy',
  'gdzie w Warszawie złożyć wniosek o prawo jazdy',
  'starostwo Wolsztyn adres',
  'wschowa starostwo kiedy otwarte',
  'numer konta starostwa w Gorzowie Wielkopolskim',
  'pozwolenie na budowe dzialka w kolobrzegu jak dlugo czekac',
  'starosta nowosolski dyżury',
  'prezydent Zielonej Góry kiedy przyjmuje',
  'sulecin geodezja telefon',
  'karta parkingowa w gdańsku gdzie składać',
  'wypis z rejestru gruntów dla działki pod Katowicami ile kosztuje w ich urzędzie',
  'nowy tomyśl starostwo czynne dziś?',
  'do urzedu w lodzi jak sie umowic na rejestracje',
  'czy urząd w Toruniu jest jutro czynny',
  'słubicki urząd prawo jazdy ile czekać',
  'zielonogórski wydział komunikacji umówienie wizyty',
  'kiedy czynne starostwo w żarach bo mam blizej',
  'urząd dzielnicy Mokotów rejestracja',
  'czy starostwo w Miedzyrzeczu przyjmuje wnioski o karte wedkarska',
  'kolejki w urzędzie w Zielonej Górze duże?',
  'rzecznik konsumentów Zielona Góra kontakt',
  'rejestracja jachtu w Gdyni ile kosztuje',
  'ja mieszkam Kostrzyn nad Odrą, gdzie zrobić prawo jazdy u siebie?',
  'starostwo drezdenko strzelce krajeńskie otwarte w piątek do której',
  'biuro rzeczy znalezionych we Wrocławiu',
]

const HERE = [
  'kupiłem auto w Poznaniu, jak zarejestrować',
  'samochód kupiony w Poznaniu rejestracja u was',
  'czy urząd zarejestruje auto kupione w Poznaniu',
  'czy wydział komunikacji zarejestruje auto z Niemiec, z Berlina',
  'jestem zameldowany w Krakowie, czy mogę tu zarejestrować auto',
  'przeprowadzka z Warszawy, co z dowodem rejestracyjnym',
  'urząd w Świebodzinie',
  'kupiłem auto w Poznaniu, czy starostwo w Świebodzinie je zarejestruje',
  'starostwo w Świebodzinie czy w Poznaniu',
  'starostwo Świebodzin czy Poznań',
  'gdzie jest urząd',
  'czy urząd wyda duplikat nowej karty',
  'w urzędzie rejestracja łodzi',
  'starostwo rejestracja łodzi wędkarskiej',
  'starostwo łódź rejestracja w Świebodzinie',
  'urząd odmówił mi nowej rejestracji',
  'urząd wydaje nowej karty parkingowej',
  'powiat nowym dowodem',
  'gmina czy starostwo, zielona karta',
  'urząd – zielona tablica elektryk',
  'urząd: auto z Poznania, jakie dokumenty',
  'auto z Poznania, urząd odmówił rejestracji',
  'kupiłem auto w poznaniu urząd odmówił rejestracji',
  'mieszkam w gminie Sulechów, gdzie zarejestrować auto',
  'starostwo nowa karta pojazdu',
  'w urzędzie zgłosić nowej firmy adres',
  'urząd w świebodzińskim powiecie czy w Poznaniu',
  'wydział',
  'wydział komunikacji godziny',
]

describe("another town's office", () => {
  it.each(ELSEWHERE)('is heard in „%s”', text => {
    const outcome = otherTown(questionOf(text, knowledge))

    expect(outcome).toEqual({ kind: 'decline', reason: 'out-of-scope' })
  })

  it('is told from the towns that the office calls its own', () => {
    const poznan = createKnowledge({ towns: ['Poznań'] })

    const outcomes = ['urząd w Poznaniu', 'urząd miasta Kraków'].map(text => otherTown(questionOf(text, poznan)))

    expect(outcomes).toEqual([undefined, { kind: 'decline', reason: 'out-of-scope' }])
  })

  it('is told from own towns of several words', () => {
    const green = createKnowledge({ towns: ['Zielona Góra'] })

    const outcomes = ['urząd w Zielonej Górze', 'urząd w Nowej Soli'].map(text => otherTown(questionOf(text, green)))

    expect(outcomes).toEqual([undefined, { kind: 'decline', reason: 'out-of-scope' }])
  })

  it.each(HERE)('is not read into „%s”', text => {
    const outcome = otherTown(questionOf(text, knowledge))

    expect(outcome).toBeUndefined()
  })
})
