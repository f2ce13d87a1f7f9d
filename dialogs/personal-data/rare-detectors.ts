import { type Detector, detector } from './detector.ts'
import * as shapes from './shapes.ts'
import { ID_CARD, PHONE, PLATE } from './words.ts'

// Ways of writing that are seldom met, apart: the chat's script has to stay small, and only warns.

const { digits, END, GAP, MAILBOX, NOT_A_HELPLINE, NOT_A_SERIES, PLATE_END, POLAND, REGION } = shapes

const MORE_PHONE = `${PHONE}|KONTAKT[A-Z]{0,6}|STACJONARN[A-Z]{1,3}`
const MORE_PLATE = `${PLATE}|MOTO(?:R|CYKL|ROWER)[A-Z]{0,4}|SKUTER[A-Z]{0,3}|QUAD[A-Z]{0,3}|(?:PRZY|NA)CZEP[A-Z]{0,4}|CIAGNIK[A-Z]{0,4}`

const NUMERAL =
  '(?:ZERO|JEDEN|DWA|DWIE|TRZY|CZTERY?|PIE[CT]|SZESC?|SIEDEM|OSIEM|DZIE[WS]IE[CT]|STO)(?:N?ASCIE|DZIES[A-Z]{1,4}|STA|SCIE|SET)?'
/** A number in words, as it is said: at least so many of them, some of which may be digits. */
function spoken(least: number): string {
  return String.raw`${NUMERAL}(?:[ ,-]{1,2}(?:${NUMERAL}|\d{1,9})(?!\p{L})){${least - 1},26}${END}`
}

/** Zero written as the letter. */
const PESEL_WITH_LETTER = String.raw`(?=\d{1,10}O)[\dO]{11}${END}`

/** "seria ABA nr 300000". */
const ID_CARD_IN_PARTS = String.raw`${NOT_A_SERIES}[A-Z]{3},? (?:NR|NUMER)[.:]? ?\d{6}${END}`

const PHONE_WITH_BRACKETS = String.raw`${NOT_A_HELPLINE}${POLAND}\(0?\d{2,3}\)${GAP}${digits(7, 6)}`
const PHONE_WITH_ODD_PAUSES = String.raw`${NOT_A_HELPLINE}\d{3}(?:[_,;] ?\d{3}){2}${END}`

/** Of motorcycles, where three letters tell the county. */
const SHORT_PLATE = String.raw`${REGION}[A-Z]{2} ?(?:\d[A-Z]\d|\d{2}[A-Z])${PLATE_END}`

const SPOKEN_DOT = String.raw`(?: ?\. ?| KROPKA )`
/** "jan kropka kowalski małpa example kropka pl". */
const EMAIL_SPOKEN = `${MAILBOX}(?: KROPKA [A-Z0-9_]{1,63}){0,3} MALPA (?:[A-Z0-9-]{1,63}${SPOKEN_DOT}){1,4}[A-Z]{2,24}${END}`

/** Besides `DETECTORS`, for what is kept. */
export const RARE_DETECTORS: readonly Detector[] = [
  detector('pesel', 'PESEL[A-Z]{0,4}', [
    { shape: PESEL_WITH_LETTER, needsWord: true },
    { shape: spoken(4), needsWord: true },
  ]),
  detector('id-card', `${ID_CARD}|SERI[AIE]`, [{ shape: ID_CARD_IN_PARTS, needsWord: true }]),
  detector('phone', MORE_PHONE, [
    { shape: shapes.PHONE, needsWord: true },
    { shape: shapes.MISTYPED_PHONE, needsWord: true, isMistyped: true },
    { shape: PHONE_WITH_BRACKETS },
    { shape: PHONE_WITH_ODD_PAUSES, needsWord: true },
    { shape: spoken(3), needsWord: true },
  ]),
  detector('plate', MORE_PLATE, [
    { shape: shapes.PLATE, needsWord: true, inCapitals: true },
    { shape: SHORT_PLATE, needsWord: true, inCapitals: true },
  ]),
  detector('email', '(?!)', [{ shape: EMAIL_SPOKEN }]),
]
