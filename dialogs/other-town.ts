import { words } from '../knowledge/polish/words.ts'
import type { Dialog } from './dialog.ts'

const INSTITUTIONS = [
  'urz(?:ad|edu|edzie|edem|edy)',
  'starostw(?:o|a|ie|em)',
  'ratusz(?:a|u|em)?',
  'magistrat(?:u|cie)?',
  'wydzial(?:u|e)?',
  'delegatur(?:a|y|ze)',
  'mops(?:u|ie)?|gops(?:u|ie)?|pcpr|pinb|pup|bip',
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
  'grodzisk(?:a|u)?|legnic(?:a|y)|swidnic(?:a|y)|drezdenk(?:o|u|a)|strzelc(?:e|ach)|mysliborz(?:a|u)?',
  'mokotow(?:a|ie)?|ursynow(?:a|ie)?|zoliborz(?:a|u)?|bemow(?:o|ie)|berlin(?:a|ie)?|frankfur(?:t|tu|cie)',
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
const ELSEWHERE = new RegExp(` ${INSTITUTION} ${TOWN} |^ ${TOWN} ${INSTITUTION} `)

/**
 * Another town's office is nobody's business here. The town must belong to the institution, after it or at the very
 * beginning: a car bought in Poznań is registered here.
 */
export const otherTown: Dialog = ({ words: written, knowledge }) => {
  if (knowledge.office.towns.some(town => names(written, town))) return undefined
  const text = ` ${written.filter(word => !BETWEEN.has(word)).join(' ')} `
  return ELSEWHERE.test(text) ? { kind: 'decline', reason: 'out-of-scope' } : undefined
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
