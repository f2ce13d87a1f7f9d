import { words } from '../knowledge/polish/words.ts'
import type { Dialog } from './dialog.ts'

const INSTITUTIONS = [
  'urz(?:ad|edu|edzie|edem|edy)',
  'starostw(?:o|a|ie|em)',
  'ratusz(?:a|u|em)?',
  'magistrat(?:u|cie)?',
  'wydzial(?:u|e)?',
  'delegatur(?:a|y|ze)',
  'mops(?:u|ie)?|gops(?:u|ie)?|pcpr|pinb|pup|bip|fili(?:a|i)|geodezja|architektura|biuro rzeczy znalezionych|rzecznik konsumentow',
  'starost(?:a|y|e)|prezydent(?:a|em)?|burmistrz(?:a|em)?|darmowy prawnik|nieodplatna pomoc prawna',
]

/** Larger towns and those around, as whole words in their cases: "nowej" alone is an adjective, not Nowa Sól. */
const TOWNS = [
  'warszaw(?:a|y|ie)|krakow(?:a|ie)?|lodz|w lodzi|wroclaw(?:ia|iu)?|poznan(?:ia|iu)?|gdansk(?:a|u)?|gdyn(?:ia|i)',
  'sopo(?:t|tu|cie)|szczecin(?:a|ie)?|bydgoszcz(?:y)?|torun(?:ia|iu)?|lublin(?:a|ie)?|bialystok|bialegostoku',
  'bialymstoku|katowic(?:e|ach)?|czestochow(?:a|y|ie)|radom(?:ia|iu)?|kielc(?:e|ach)?|rzeszow(?:a|ie)?',
  'gliwic(?:e|ach)?|zabrz(?:e|a|u)|olsztyn(?:a|ie)?|bielsk(?:o|u|a)|koszalin(?:a|ie)?|slupsk(?:a|u)?|kalisz(?:a|u)?',
  'konin(?:a|ie)?|opol(?:e|a|u)|walbrzych(?:a|u)?|pila|pile|zielona gora|zielonej gor(?:y|ze)|gorzow(?:a|ie)?',
  'nowa sol|nowej soli|sulechow(?:a|ie)?|babimo(?:st|stu|scie)|kargow(?:a|y|ej)|miedzyrzecz(?:a|u)?',
  'skwierzyn(?:a|y|ie)|sulecin(?:a|ie)?|slubic(?:e|ach)?|torzym(?:ia|iu)?|rzepin(?:a|ie)?|kostrzyn(?:a|ie)?',
  'kros(?:no|na|nie)|gubin(?:a|ie)?|lubsk(?:o|a|u)|zar(?:y|ach)|zagan(?:ia|iu)?|szprotaw(?:a|y|ie)|wschow(?:a|y|ie)',
  'glog(?:ow|owa|owie)|wolsztyn(?:a|ie)?|nowy tomysl|nowego tomysla|nowym tomyslu|zbaszyn(?:ia|iu)?|leszn(?:o|a|ie)',
  'jelenia gora|jeleniej gor(?:y|ze)|kolobrzeg(?:u)?|lubin(?:a|ie)?|elblag(?:a|u)?|plock(?:a|u)?|tarnow(?:a|ie)?',
  'zakopan(?:e|ego|em)|gniezn(?:o|a|ie)|inowroclaw(?:ia|iu)?|wloclaw(?:ek|ka|ku)|grudziadz(?:a|u)?|swinoujsci(?:e|a|u)',
  'stargard(?:u|zie)?|sosnow(?:iec|ca|cu)|chorzow(?:a|ie)?|bytom(?:ia|iu)?|rybnik(?:a|u)?|tych(?:y|ach)|trzebiechow(?:a|ie)?',
  'suwalk(?:i|ach)|zamosc|zamosci(?:a|u)|siedlc(?:e|ach)|ostrow(?:a|ie)?|katowicami|poznaniem|warszawa|krakowem',
  'grodzisk(?:a|u)?|legnic(?:a|y)|swidnic(?:a|y)|drezdenk(?:o|u|a)|strzelc(?:e|ach)|mysliborz(?:a|u)?',
  'mokotow(?:a|ie)?|ursynow(?:a|ie)?|zoliborz(?:a|u)?|bemow(?:o|ie)|berlin(?:a|ie)?|frankfur(?:t|tu|cie)',
]

/** Counties and towns as adjectives: "starostwo gorzowskie", "w poznańskim urzędzie". */
const OF_TOWNS = [
  'gorzowsk|zielonogorsk|poznansk|warszawsk|wroclawsk|krakowsk|szczecinsk|slubick|nowosolsk|miedzyrzeck|sulecinsk',
  'krosniensk|zagansk|zarsk|wolsztynsk|nowotomysk|wschowsk|glogowsk|leszczynsk|sulechowsk|strzeleck|mysliborsk|gubinsk',
]

/** What is asked for in an office, where the office itself is not named. */
const SERVICE = [
  'wymieni[ce]|przerejestruj[ea]|zarejestruj[ea]|zlozyc|skladac|rejestracj\\w+|pozwoleni\\w+|(?:roz|prze)budow\\w+|kart[aey] parkingow\\w+',
  'zarejestrowac|przerejestrowac|wyrejestrowac|wyrobic|wymienic|prawo jazdy|dowod rejestracyjny|tablice|wniosek',
  'orzeczeni\\w+|umow(?:ic|ienie)|wypis\\w*',
]

/** What is asked about it. */
const ASKED = ['gdzie|ile|jak|jaki\\w*|kiedy|telefon|numer|adres|godziny|kolejki|do ktorej']

/** A town is only where something comes from: bought, registered or lived in there before. */
const FROM_THERE = [
  'kupi\\w+|kupn\\w+|nabyt\\w+|zarejestrowan\\w+|zameldowan\\w+|studi\\w+|prac\\w+|wydan\\w+|urodz\\w+|zda\\w+',
  'sto(?:i|ja)|slub\\w*|zmarl\\w*|przeprowadz\\w+|przenies\\w+|gmini?e|u was|tu|tutaj|od was|wasz\\w*|wystawion\\w+',
  'mandat\\w*|szpital\\w*|sad\\w*|mieszkal\\w+',
]

/** Words that may stand between an institution and its town: "wydział komunikacji godziny otwarcia Zielona Góra". */
const BETWEEN = new Set(
  [
    'miasta miejski miejskiego miejskim gminy gminny gminnego gminnym powiatowe powiatowego powiatowym starostwa',
    'dzielnicy stanu cywilnego komunikacji architektury budownictwa geodezji m st stolecznego jest sa czynny czynne',
    'godziny godz otwarcia adres telefon numer kontakt gdzie czy a',
  ].flatMap(line => line.split(' ')),
)

const INSTITUTION = `(?:${INSTITUTIONS.join('|')})`
const TOWN = `(?:w |we )?(?:${TOWNS.join('|')})`
const ADJECTIVE = `(?:${OF_TOWNS.join('|')})\\w+`
const ELSEWHERE = new RegExp(
  ` ${INSTITUTION} ${TOWN} |^ ${TOWN} ${INSTITUTION} | (?:${INSTITUTION}|powiat\\w*) ${ADJECTIVE} | ${ADJECTIVE} ${INSTITUTION} `,
)
const IN_TOWN = new RegExp(` (?:w|we|pod) (?:${TOWNS.join('|')}) `)

/** "Mieszkam w Żarach, gdzie u nas wymienię prawo jazdy?" */
const LIVES_ELSEWHERE = new RegExp(` mieszka\\w* ${TOWN} (?:.{0,40} )?(?:u nas|u siebie|u mnie) `)
const THEIR_OFFICE = / tamtejsz\w+ (?:urz|starost|wydzial)/
const asks = (list: readonly string[]) => new RegExp(` (?:${list.join('|')}) `)
const [NAMES_SERVICE, ASKS, COMES_FROM] = [asks(SERVICE), asks(ASKED), asks(FROM_THERE)]

/**
 * Another town's office is nobody's business here. The town must belong to an institution (after it, at the very
 * beginning, or as its adjective) or be where a service is asked for: a car bought in Poznań is registered here.
 */
export const otherTown: Dialog = ({ words: written, knowledge }) => {
  if (knowledge.office.towns.some(town => names(written, town))) return undefined
  const whole = ` ${written.join(' ')} `
  const text = ` ${written.filter(word => !BETWEEN.has(word)).join(' ')} `
  const isElsewhere =
    ELSEWHERE.test(text) ||
    ELSEWHERE.test(whole) ||
    LIVES_ELSEWHERE.test(whole) ||
    (IN_TOWN.test(whole) && THEIR_OFFICE.test(whole)) ||
    isServiceInTown(whole)
  return isElsewhere ? { kind: 'decline', reason: 'out-of-scope' } : undefined
}

/** "Karta parkingowa w Gdańsku, gdzie składać?" is asked of Gdańsk; a car that was bought there is registered here. */
function isServiceInTown(text: string): boolean {
  return IN_TOWN.test(text) && NAMES_SERVICE.test(text) && ASKS.test(text) && !COMES_FROM.test(text)
}

const LONGEST_ENDING = 4

/** Whether a town stands among the words, in whatever case: Świebodzin, Świebodzina, Świebodzinie. */
function names(written: readonly string[], town: string): boolean {
  const stems = words(town).map(word => word.replace(/[aeioy]$/, ''))
  return written.some((_, start) =>
    stems.every((stem, index) => {
      const word = written[start + index] ?? ''
      return word.startsWith(stem) && word.length <= stem.length + LONGEST_ENDING
    }),
  )
}
