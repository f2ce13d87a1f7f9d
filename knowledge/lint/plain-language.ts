/**
 * What plain Polish means here, rule by rule, for every text that a citizen reads.
 * Source of the rules: recommendations on plain language of the Chancellery of the Prime Minister, and the standards' own
 * rule 6 ("without words that may be unclear"). A rule finds the offending pieces of a text and says what to write instead.
 */
export type LanguageRule = {
  readonly name: string
  readonly find: (text: string) => readonly string[]
  readonly advice: (piece: string) => string
}

export const MAX_SENTENCE_WORDS = 20
export const MAX_ANSWER_WORDS = 60
export const MAX_ITEM_WORDS = 12

/** Words that begin with one of the stems, which are parted by "|". The borders of words count Polish letters. */
function beginningWith(stems: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${stems})\\p{L}*`, 'giu')
}

function exactly(phrases: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${phrases})(?!\\p{L})`, 'giu')
}

/** Officialese and what to write instead. */
const WORDS_TO_AVOID: readonly (readonly [RegExp, string])[] = [
  [beginningWith('niezwłoczn'), 'jak najszybciej'],
  [beginningWith('ui(?:ści|szcz)'), 'zapłacić'],
  [beginningWith('niniejsz'), 'ten'],
  [beginningWith('przedmiotow'), 'twoja (sprawa)'],
  [beginningWith('dokon(?:a|uj|yw)'), 'sam czasownik, na przykład „uzupełnić” zamiast „dokonać uzupełnienia”'],
  [beginningWith('tutejsz'), 'urząd'],
  [beginningWith('posiada'), 'mieć'],
  [exactly('w celu|celem'), 'żeby'],
  [exactly('w przypadku,? gdy'), 'gdy'],
  [exactly('winien|winn[aoi]'), 'musi'],
  [beginningWith('przedłoż|przedkłada'), 'pokazać, złożyć'],
  [beginningWith('wnioskodawc'), 'ty, osoba, która składa wniosek'],
  [beginningWith('petent'), 'ty, klient'],
  [exactly('w terminie do'), 'do, w ciągu'],
  [exactly('pod rygorem'), 'inaczej'],
  [exactly('stosown(?:y|a|e|ego|ej|ych)'), 'odpowiedni, właściwy'],
  [exactly('celem uzyskania'), 'żeby dostać'],
  [exactly('na chwilę obecną'), 'teraz'],
  [beginningWith('powyższ'), 'ten'],
  [exactly('ponadto'), 'także'],
  [exactly('strona postępowania'), 'osoba, której dotyczy sprawa'],
]

/** Abbreviations that everybody in Poland reads without stopping. All others are written out or explained. */
const KNOWN_ABBREVIATIONS = new Set(['PESEL', 'VIN', 'PDF', 'PZU', 'ZUS', 'RODO', 'UE', 'LPG', 'NIP', 'SMS', 'GPS'])

const SHORTENED =
  /(?<!\p{L})(?:np|tj|tzn|tzw|itp|itd|m\.in|ww|dot|ds|nr|tel|pkt|ust|art|poz|godz|ok|ew|zob|por|wg|św|pow|woj|jw|cd|min|mies|tys|mln)\.?(?=[\s,;:)]|$)/giu

/** Rules about a single text. Lengths of whole answers and lists are checked in `lint-entry.ts`. */
export const LANGUAGE_RULES: readonly LanguageRule[] = [
  {
    name: 'sentence length',
    find: text => sentences(text).filter(sentence => countWords(sentence) > MAX_SENTENCE_WORDS),
    advice: piece =>
      `za długie zdanie (słów: ${countWords(piece)}): „${piece.slice(0, 60)}…”. Podziel je; najwyżej ${MAX_SENTENCE_WORDS}.`,
  },
  ...WORDS_TO_AVOID.map(([pattern, instead]) => ({
    name: 'word to avoid',
    find: (text: string) => matches(text, pattern),
    advice: (piece: string) => `„${piece}” to język urzędowy. Napisz: ${instead}.`,
  })),
  {
    name: 'shortened word',
    find: text => matches(text, SHORTENED),
    advice: piece => `„${piece}” to skrót. Napisz całe słowo.`,
  },
  {
    name: 'abbreviation',
    find: unexplainedAbbreviations,
    advice: piece => `„${piece}” bez wyjaśnienia. Najpierw napisz pełną nazwę, a po niej „(${piece})”.`,
  },
  {
    name: 'date',
    find: text => [
      ...matches(text, /\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b/gu),
      ...matches(
        text,
        /\b\d{1,2} (?:stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia) \d{4}\b(?! r\.)/gu,
      ),
    ],
    advice: piece => `data „${piece}”. Napisz tak: 5 maja 2026 r.`,
  },
  {
    name: 'amount',
    find: text => [
      ...matches(text, /\d[\d ]*(?:[.,]\d+)? ?(?:PLN|złotych|złote|zl)\b/gu),
      ...matches(text, /\d+\.\d{1,2} zł|\d+,00 zł|\d+,\d zł|\d{5,} zł|\dzł/gu),
    ],
    advice: piece => `kwota „${piece}”. Napisz tak: 48 zł, 66,50 zł, 10 000 zł.`,
  },
  {
    name: 'hours',
    find: text => matches(text, /\b\d{1,2}[:.]\d{2} ?(?:-|do) ?\d{1,2}[:.]\d{2}\b|\b\d{1,2}\.\d{2}–\d{1,2}\.\d{2}\b/gu),
    advice: piece => `godziny „${piece}”. Napisz tak: 7:30–15:30.`,
  },
  {
    name: 'range',
    find: text =>
      matches(text, /(?<![\d-])\d{1,4} ?- ?\d{1,4}(?! ?\d)(?= (?:dni|dnia|lat|roku|zł|miesi|tygod|godzin|proc|%))/gu),
    advice: piece => `zakres „${piece}”. Napisz go z półpauzą: 7–14 dni.`,
  },
  {
    name: 'exclamation mark',
    find: text => matches(text, /!/gu),
    advice: () => 'wykrzyknik. Spokojny tekst go nie potrzebuje.',
  },
  {
    name: 'emoji',
    find: text => matches(text, /\p{Extended_Pictographic}/gu),
    advice: piece => `„${piece}” to emotikon. Powiedz to słowami.`,
  },
  {
    name: 'form of address',
    find: text => matches(text, /(?<!\p{L})(?:Pan|Pani|Pana|Panu|Panią|Państw(?:o|a|u|em|u))(?!\p{L})/gu),
    advice: piece => `„${piece}”. Zwracaj się do czytelnika wprost: złóż, możesz, zapłać.`,
  },
  {
    name: 'gendered past form',
    find: text => matches(text, /\p{L}+(?:łeś|łaś)(?!\p{L})/gu),
    advice: piece => `„${piece}” zgaduje płeć czytelnika. Użyj czasu teraźniejszego albo rozkaźnika.`,
  },
  {
    name: 'quotation marks',
    find: text => matches(text, /"[^"]*"/gu),
    advice: piece => `${piece} ma proste cudzysłowy. Użyj „…”.`,
  },
]

/** Everything that the rules find in `text`, as advice to the editor. */
export function lintText(text: string): readonly string[] {
  return LANGUAGE_RULES.flatMap(rule => rule.find(text).map(rule.advice))
}

export function countWords(text: string): number {
  return text.split(/\s+/u).filter(word => /[\p{L}\p{N}]/u.test(word)).length
}

/** Splits after `.`, `?`, `!` or `…` before a capital letter; "r." and "ul." end no sentence. */
export function sentences(text: string): readonly string[] {
  return text.split(/(?<!(?:^|[\s(])(?:r|ul|pl|al|os|art|poz|Dz)\.)(?<=[.?!…])\s+(?=[\p{Lu}„])|\n+/u).filter(Boolean)
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(match => match[0])
}

const ROMAN_NUMERAL = /^[IVX]+$/

/** Symbols of forms, such as PB-1, are names and need no explanation; nor do Roman numerals. */
function unexplainedAbbreviations(text: string): string[] {
  const explained = new Set(matches(text, /(?<=\()\p{Lu}{2,}(?=\))|\p{Lu}{2,}(?= \()/gu))
  const used = matches(text, /(?<![\p{L}\d/-])\p{Lu}{2,}(?![\p{L}\d/]|-\d)/gu)
  return [...new Set(used)].filter(
    piece => !KNOWN_ABBREVIATIONS.has(piece) && !explained.has(piece) && !ROMAN_NUMERAL.test(piece),
  )
}
