import { describe, expect, it } from '@jest/globals'
import { countWords, LANGUAGE_RULES, lintText, sentences } from '../../../knowledge/lint/plain-language.ts'

const WORDS_OF_20 = Array.from({ length: 20 }, (_, index) => `słowo${index}`).join(' ')

/** Officialese, what to write instead, and a similar text that is plain. */
const OFFICIALESE: readonly (readonly [string, string, string, string])[] = [
  ['Zgłoś to niezwłocznie.', 'niezwłocznie', 'jak najszybciej', 'Zgłoś to bez zwłoki.'],
  ['Musisz uiścić opłatę.', 'uiścić', 'zapłacić', 'Musisz zapłacić.'],
  ['Po uiszczeniu opłaty czekaj.', 'uiszczeniu', 'zapłacić', 'Gdy ujście rzeki jest blisko, czekaj.'],
  ['Niniejszy wniosek złóż.', 'Niniejszy', 'ten', 'Mniejszy wniosek złóż.'],
  ['Przedmiotowa sprawa trwa.', 'Przedmiotowa', 'twoja (sprawa)', 'Przedmiot sprawy opisz.'],
  [
    'Możesz dokonać wpłaty.',
    'dokonać',
    'sam czasownik, na przykład „uzupełnić” zamiast „dokonać uzupełnienia”',
    'Możesz dokończyć wpłatę.',
  ],
  ['Złóż wniosek w tutejszym urzędzie.', 'tutejszym', 'urząd', 'Złóż wniosek tutaj.'],
  ['Musisz posiadać dowód.', 'posiadać', 'mieć', 'Musisz posiedzieć chwilę.'],
  ['Przyjdź w celu rejestracji.', 'w celu', 'żeby', 'Przyjdź, bo cel jest ważny.'],
  ['Przyjdź celem rejestracji.', 'celem', 'żeby', 'Przyjdź przed celami rejestracji.'],
  ['W przypadku gdy nie masz dowodu, zadzwoń.', 'W przypadku gdy', 'gdy', 'W takim przypadku zadzwoń.'],
  ['Wniosek winien mieć podpis.', 'winien', 'musi', 'Wniosek powinien mieć podpis.'],
  ['Osoba winna przyjść.', 'winna', 'musi', 'Osoba powinna przyjść.'],
  ['Przedłóż dowód, przedłożenie jest konieczne.', 'przedłożenie', 'pokazać, złożyć', 'Przedłużenie jest konieczne.'],
  ['Dowód przedkładasz w okienku.', 'przedkładasz', 'pokazać, złożyć', 'Dowód pokładasz w okienku.'],
  ['Wnioskodawca czeka.', 'Wnioskodawca', 'ty, osoba, która składa wniosek', 'Wniosek czeka.'],
  ['Petent czeka.', 'Petent', 'ty, klient', 'Kompetentny pracownik czeka.'],
  ['Zapłać w terminie do 30 dni.', 'w terminie do', 'do, w ciągu', 'Zapłać w terminie, do kasy.'],
  ['Uzupełnij pod rygorem odrzucenia.', 'pod rygorem', 'inaczej', 'Uzupełnij pod opisem.'],
  ['Złóż stosowny wniosek.', 'stosowny', 'odpowiedni, właściwy', 'Trzeba stosować przepisy.'],
  ['Czekaj celem uzyskania zgody.', 'celem uzyskania', 'żeby dostać', 'Czekaj do uzyskania zgody.'],
  ['Na chwilę obecną nie ma opłat.', 'Na chwilę obecną', 'teraz', 'Na chwilę odejdź.'],
  ['Powyższe nie dotyczy dzieci.', 'Powyższe', 'ten', 'Powyżej 18 lat płacisz.'],
  ['Ponadto weź dowód.', 'Ponadto', 'także', 'Ponad to nic nie weź.'],
  ['Strona postępowania czeka.', 'Strona postępowania', 'osoba, której dotyczy sprawa', 'Strona internetowa działa.'],
]

/** Every other rule: its name, what it finds, its advice, and a similar text that it leaves alone. */
const OTHERS: readonly (readonly [string, string, string, string])[] = [
  [
    'sentence length',
    `${WORDS_OF_20} koniec.`,
    `za długie zdanie (słów: 21): „${WORDS_OF_20.slice(0, 60)}…”. Podziel je; najwyżej 20.`,
    `${WORDS_OF_20}.`,
  ],
  ['shortened word', 'Weź np. dowód.', '„np.” to skrót. Napisz całe słowo.', 'Weź na przykład dowód.'],
  ['shortened word', 'Wpisz nr domu.', '„nr” to skrót. Napisz całe słowo.', 'Wpisz numer domu.'],
  [
    'shortened word',
    'Mówi o tym art. 8 ustawy.',
    '„art.” to skrót. Napisz całe słowo.',
    'Mówi o tym artykuł 8 ustawy.',
  ],
  ['shortened word', 'Weź dowód itd.', '„itd.” to skrót. Napisz całe słowo.', 'Weź dowód i tak dalej.'],
  ['shortened word', 'Zadzwoń (tel. 112).', '„tel.” to skrót. Napisz całe słowo.', 'Zadzwoń (telefon 112).'],
  [
    'abbreviation',
    'Idź do GOPS.',
    '„GOPS” bez wyjaśnienia. Najpierw napisz pełną nazwę, a po niej „(GOPS)”.',
    'Idź do Gminnego Ośrodka Pomocy Społecznej (GOPS). GOPS pomoże.',
  ],
  [
    'abbreviation',
    'Sprawdź CEIDG.',
    '„CEIDG” bez wyjaśnienia. Najpierw napisz pełną nazwę, a po niej „(CEIDG)”.',
    'Wypełnij formularz PB-1. Wpisz numer PESEL. Idź na II piętro.',
  ],
  ['date', 'Złóż do 05.05.2026.', 'data „05.05.2026”. Napisz tak: 5 maja 2026 r.', 'Złóż do 5 maja 2026 r.'],
  ['date', 'Złóż do 5/5/26.', 'data „5/5/26”. Napisz tak: 5 maja 2026 r.', 'Wpisz działkę 214/3.'],
  ['date', 'Złóż do 2026-05-05.', 'data „2026-05-05”. Napisz tak: 5 maja 2026 r.', 'Mieszkaj w 66-200 Świebodzin.'],
  ['date', 'Złóż do 5 maja 2026 roku.', 'data „5 maja 2026”. Napisz tak: 5 maja 2026 r.', 'Złóż do 5 maja.'],
  ['amount', 'Zapłać 48,00 zł.', 'kwota „48,00 zł”. Napisz tak: 48 zł, 66,50 zł, 10 000 zł.', 'Zapłać 48 zł.'],
  ['amount', 'Zapłać 66.50 zł.', 'kwota „66.50 zł”. Napisz tak: 48 zł, 66,50 zł, 10 000 zł.', 'Zapłać 66,50 zł.'],
  ['amount', 'Zapłać 66,5 zł.', 'kwota „66,5 zł”. Napisz tak: 48 zł, 66,50 zł, 10 000 zł.', 'Zapłać 0,50 zł.'],
  ['amount', 'Zapłać 10000 zł.', 'kwota „10000 zł”. Napisz tak: 48 zł, 66,50 zł, 10 000 zł.', 'Zapłać 10 000 zł.'],
  ['amount', 'Zapłać 48 złotych.', 'kwota „48 złotych”. Napisz tak: 48 zł, 66,50 zł, 10 000 zł.', 'Zapłać 1234 zł.'],
  ['amount', 'Zapłać 8zł.', 'kwota „8zł”. Napisz tak: 48 zł, 66,50 zł, 10 000 zł.', 'Zapłać 8 zł.'],
  ['hours', 'Czynne 7:30-15:30.', 'godziny „7:30-15:30”. Napisz tak: 7:30–15:30.', 'Czynne 7:30–15:30.'],
  ['hours', 'Czynne od 7.30 do 15.30.', 'godziny „7.30 do 15.30”. Napisz tak: 7:30–15:30.', 'Czynne od 7:30.'],
  ['hours', 'Czynne 7.30–15.30.', 'godziny „7.30–15.30”. Napisz tak: 7:30–15:30.', 'Czytaj punkt 3.4.'],
  ['range', 'Czekaj 7-14 dni.', 'zakres „7-14”. Napisz go z półpauzą: 7–14 dni.', 'Czekaj 7–14 dni.'],
  ['range', 'Zapłać 5 - 10 zł.', 'zakres „5 - 10”. Napisz go z półpauzą: 7–14 dni.', 'Czekaj przez 14-dniowy termin.'],
  ['exclamation mark', 'Uwaga!', 'wykrzyknik. Spokojny tekst go nie potrzebuje.', 'Uwaga.'],
  ['emoji', 'Powodzenia 🙂', '„🙂” to emotikon. Powiedz to słowami.', 'Powodzenia :)'],
  [
    'form of address',
    'Może Pani przyjść.',
    '„Pani”. Zwracaj się do czytelnika wprost: złóż, możesz, zapłać.',
    'Może pani z okienka przyjdzie. Panika jest zbędna.',
  ],
  [
    'form of address',
    'Prosimy Państwa o wniosek.',
    '„Państwa”. Zwracaj się do czytelnika wprost: złóż, możesz, zapłać.',
    'Skarb państwa płaci.',
  ],
  [
    'gendered past form',
    'Jeśli zgubiłeś dowód, zadzwoń.',
    '„zgubiłeś” zgaduje płeć czytelnika. Użyj czasu teraźniejszego albo rozkaźnika.',
    'Jeśli zgubisz dowód, zadzwoń.',
  ],
  [
    'gendered past form',
    'Jeśli sprzedałaś auto, zgłoś to.',
    '„sprzedałaś” zgaduje płeć czytelnika. Użyj czasu teraźniejszego albo rozkaźnika.',
    'Jeśli sprzedasz auto, zgłoś to. Załaduj plik.',
  ],
  ['quotation marks', 'Kliknij "Dalej".', '"Dalej" ma proste cudzysłowy. Użyj „…”.', 'Kliknij „Dalej”.'],
]

describe('officialese', () => {
  it.each(OFFICIALESE)('is found in "%s"', (text, piece, instead) => {
    expect(lintText(text)).toContain(`„${piece}” to język urzędowy. Napisz: ${instead}.`)
  })

  it.each(OFFICIALESE.map(([, , , plain]) => plain))('is not found in "%s"', plain => {
    expect(lintText(plain)).toEqual([])
  })

  it('takes Polish letters for letters', () => {
    expect(lintText('Nie opisuj szczegółów celu podróży.')).toEqual([])
  })
})

describe('the rule', () => {
  it.each(OTHERS)('of %s finds "%s"', (_, text, advice) => {
    expect(lintText(text)).toEqual([advice])
  })

  it.each(OTHERS.map(([name, , , plain]) => [name, plain]))('of %s leaves "%s" alone', (_, plain) => {
    expect(lintText(plain)).toEqual([])
  })

  it.each(LANGUAGE_RULES.map((rule, index) => [rule.name, index, rule] as const))(
    'of %s, number %d, has an example here',
    (_, __, rule) => {
      const examples = [...OFFICIALESE.map(([text]) => text), ...OTHERS.map(([, text]) => text)]

      expect(examples.filter(text => rule.find(text).length > 0)).not.toEqual([])
    },
  )

  it('finds every offending piece of a text', () => {
    expect(lintText('Uwaga! Weź np. dowód!')).toEqual([
      '„np.” to skrót. Napisz całe słowo.',
      'wykrzyknik. Spokojny tekst go nie potrzebuje.',
      'wykrzyknik. Spokojny tekst go nie potrzebuje.',
    ])
  })

  it('finds the same twice in a row', () => {
    const text = 'Petent czeka.'

    expect(lintText(text)).toEqual(lintText(text))
  })

  it('leaves an empty text alone', () => {
    expect(lintText('')).toEqual([])
  })
})

describe('the sentences', () => {
  it.each([
    ['end at a full stop', 'Weź dowód. Przyjdź.', ['Weź dowód.', 'Przyjdź.']],
    ['end at a question mark', 'Nie masz dowodu? Zadzwoń.', ['Nie masz dowodu?', 'Zadzwoń.']],
    ['end at an ellipsis', 'To trwa… Czekaj.', ['To trwa…', 'Czekaj.']],
    ['end before a quotation mark', 'Kliknij. „Dalej” jest niżej.', ['Kliknij.', '„Dalej” jest niżej.']],
    ['end before a Polish capital', 'Zapłać. Łatwo to zrobisz.', ['Zapłać.', 'Łatwo to zrobisz.']],
    ['end at a line break', 'Weź dowód\nwniosek', ['Weź dowód', 'wniosek']],
    ['go on before a small letter', 'Weź np. dowód.', ['Weź np. dowód.']],
    ['go on after an ordinal', 'Zapłać do 10. dnia miesiąca.', ['Zapłać do 10. dnia miesiąca.']],
    ['go on inside a number', 'Punkt 3.4 mówi o tym.', ['Punkt 3.4 mówi o tym.']],
    ['go on after "ul."', 'Przyjdź na ul. Kolejową 2. Weź dowód.', ['Przyjdź na ul. Kolejową 2.', 'Weź dowód.']],
    ['go on after "r."', 'Ustawa z 7 lipca 1994 r. Prawo budowlane.', ['Ustawa z 7 lipca 1994 r. Prawo budowlane.']],
    ['are none in an empty text', '', []],
  ])('%s', (_, text, found) => {
    expect(sentences(text)).toEqual(found)
  })
})

describe('the words', () => {
  it.each([
    ['Weź dowód.', 2],
    ['Czynne 7:30–15:30', 2],
    ['dowód – jeśli masz', 3],
    ['  wiele   spacji\ti\nwierszy ', 4],
    ['10 000 zł', 3],
    ['– … ?', 0],
    ['', 0],
  ])('of "%s" are %d', (text, count) => {
    expect(countWords(text)).toBe(count)
  })
})
