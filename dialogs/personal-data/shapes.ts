// How numbers are written, as sources of regular expressions for what `normalise` gives. Every repetition is bounded.

/** Nothing begins within a word or number. */
export const START = String.raw`(?<![\p{L}\p{N}])`
export const END = String.raw`(?![\p{L}\p{N}])`

/** What may stand between two digits. */
export const GAP = '(?: ?- ?|[ ./])?'
/** What stands between groups of digits. */
const PAUSE = '[ .-]'

/** As many digits in one piece, with a word glued to their end. */
export function gluedDigits(count: number): string {
  return String.raw`\d{${count}}(?=\p{L})`
}

/** A row of digits, whatever stands between them: as many as the first count that fits. */
export function digits(...counts: readonly number[]): string {
  return either(...counts.map(count => String.raw`\d(?:${GAP}\d){${count - 1}}${END}`))
}

/** Not one of the words that stand before other numbers: short words, norms, makes of cars. */
export const NOT_A_SERIES = '(?!(?:DO|OD|NA|ZA|NR|UL|NAD|POD|DLA|NIE|CZY|PKT|UST|ROK|KOD|KRS|TEL|EN|ISO|BMW|VW)[ -])'

function either(...shapes: readonly string[]): string {
  return `(?:${shapes.join('|')})`
}

/** Countries by the length of their IBAN. Those not listed are found where the account is written in one piece. */
const IBAN_COUNTRIES: Readonly<Record<number, string>> = {
  15: 'NO',
  16: 'BE',
  18: 'DK|FI|NL',
  19: 'MK|SI',
  20: 'AT|BA|EE|KZ|LT|LU|XK',
  21: 'CH|HR|LI|LV',
  22: 'BG|DE|GB|GE|IE|ME|RS',
  24: 'AD|CZ|ES|MD|RO|SE|SK|TN|VN',
  25: 'PT',
  26: 'IS|TR',
  27: 'FR|GR|IT|MC|SM',
  28: 'AL|AZ|BY|CY|HU',
  29: 'UA',
  31: 'MT',
}
export const FOREIGN_IBAN = either(
  ...Object.entries(IBAN_COUNTRIES).map(
    ([length, countries]) => String.raw`(?:${countries})\d{2}(?: ?[A-Z0-9]){${Number(length) - 4}}${END}`,
  ),
)
export const IBAN_IN_ONE_PIECE = String.raw`[A-Z]{2}\d{2}[A-Z0-9]{11,30}${END}`

export const CARD_IN_ONE_PIECE = String.raw`\d{13,19}${END}`
export const CARD_IN_GROUPS = String.raw`\d{4}(?<pause>${PAUSE})${either(
  String.raw`\d{4}\k<pause>\d{4}\k<pause>\d{1,4}(?:\k<pause>\d{1,3})?`,
  String.raw`\d{6}\k<pause>\d{4,5}`,
)}${END}`

const VIN_SIGN = '[A-HJ-NPR-Z0-9]'
const A_LETTER = String.raw`(?=\d{0,18}[A-Z])`
const A_DIGIT = String.raw`(?=[A-Z]{0,18}\d)`
/** The last four signs are digits (ISO 3779), which no word of 17 letters has. */
export const VIN = String.raw`${A_LETTER}${VIN_SIGN}{13}\d{4}${END}`
export const VIN_IN_GROUPS = String.raw`${VIN_SIGN}(?:[ -]?${VIN_SIGN}){12}(?:[ -]?\d){4}${END}`
export const MISTYPED_VIN = `${A_LETTER}${A_DIGIT}[A-Z0-9]{16,18}${END}`

const COURT = String.raw`[A-Z]{2}\d[A-Z]`
export const LAND_REGISTER = String.raw`${COURT} ?(?:[/\\-] ?\d{3,8}|\d{8}) ?[/\\-] ?\d${END}`
export const LAND_REGISTER_WITHOUT_SLASHES = String.raw`${COURT} ?\d{8} ?\d${END}`

export const NIP_WITH_HYPHENS = String.raw`\d{3}-(?:\d{3}-\d{2}-\d{2}|\d{2}-\d{2}-\d{3})${END}`

export const ID_CARD = String.raw`[A-Z]{3}\d{6}${END}`
export const ID_CARD_IN_GROUPS = `[A-Z]{3}[ -]?${digits(6)}`
export const ID_CARD_WITH_SPACE = String.raw`${NOT_A_SERIES}[A-Z]{3}[ -]?\d{6}${END}`
export const MISTYPED_ID_CARD = String.raw`${NOT_A_SERIES}[A-Z]{3}[ -]?\d{5,7}${END}`

export const PASSPORT = String.raw`${NOT_A_SERIES}[A-Z]{2}[ -]?\d{7}${END}`
export const PASSPORT_IN_GROUPS = `${NOT_A_SERIES}[A-Z]{2}[ -]?${digits(7)}`
export const MISTYPED_PASSPORT = String.raw`${NOT_A_SERIES}[A-Z]{2}[ -]?\d{6,8}${END}`

/** From UKE's numbering plan. */
const MOBILE = '(?:45|5[0137]|6[069]|7[2389]|88)'
const AREA = '(?:1[2-8]|2[2-59]|3[2-49]|4[1-468]|5[24-689]|6[1-3578]|7[14-7]|8[1-79]|9[145])'
export const POLAND = String.raw`(?:(?:\+|00)48|\(\+?48\))${GAP}`
/** Lines that are free or at shared cost are everybody's. */
export const NOT_A_HELPLINE = String.raw`(?!(?:(?:\+|00)?48[ -]?)?80[014])`
export const PHONE = `${NOT_A_HELPLINE}${digits(9)}`
/** Seven digits are a number of the same town, as it was once dialled. */
export const MISTYPED_PHONE = `${NOT_A_HELPLINE}${digits(11, 10, 8, 7)}`
export const PHONE_WITH_PREFIX = `${NOT_A_HELPLINE}${POLAND}${digits(9)}`
const UKRAINE_OR_GERMANY = '(?:380|49)'
export const PHONE_ABROAD_WITH_ZEROS = String.raw`00${UKRAINE_OR_GERMANY}(?:${GAP}\d){9,11}${END}`
export const PHONE_IN_UKRAINE = `380${GAP}${digits(9)}`
export const PHONE_ABROAD = String.raw`${NOT_A_HELPLINE}\+[1-9](?:${GAP}\d){8,13}${END}`
export const MOBILE_PHONE = `(?:48[ -]?)?(?=${MOBILE})${either(
  String.raw`\d{3}${PAUSE}?\d{3}${PAUSE}?\d{3}`,
  String.raw`\d{3}(?:${PAUSE}\d{2}){3}`,
  String.raw`\d{2}[ .]\d{3}(?:${PAUSE}\d{2}){2}`,
)}${END}`
export const AREA_PHONE = String.raw`(?<!\d[ ./-])(?=${AREA})${either(
  String.raw`\d{3}(?:${PAUSE}\d{3}){2}`,
  String.raw`\d{2}[ ./-]\d{3}(?:${PAUSE}\d{2}){2}`,
)}${END}(?![ ./-]\d)`
export const AREA_PHONE_IN_BRACKETS = String.raw`(?:${POLAND})?\(0?${AREA}\)${GAP}${digits(7)}`

export const REGION = `${NOT_A_SERIES}[BCDEFGHIJKLMNOPRSTUVWXYZ]`
export const PLATE_END = String.raw`${END}(?![./-]?\d)`
export const PLATE = `${REGION}${either(
  String.raw`[A-Z][ -]?(?:\d{5}|\d{4}[A-Z]|\d{3}[A-Z]{2}|\d[A-Z]\d{3}|\d[A-Z]{2}\d{2})`,
  String.raw`[A-Z]{2}[ -]?(?:[A-Z]\d{3}|\d{2}[A-Z]{2}|\d[A-Z]\d{2}|\d{2}[A-Z]\d|\d[A-Z]{2}\d|[A-Z]{2}\d{2})`,
  String.raw`[A-Z]{2}[ -]?(?:\d{5}|\d{4}[A-Z]|\d{3}[A-Z]{2})`,
)}${PLATE_END}`
/** The small preposition "po", the word "lub": plates of Poznań and Lublin only where written in capitals. */
export const PLATE_IN_SMALL_LETTERS = `(?!(?:PO|POZ|LUB)[ -])${PLATE}`
export const MISTYPED_PLATE = String.raw`${REGION}[A-Z]{2}[ -]?(?:\d[A-Z]\d{3}|\d{2}[A-Z]\d{2}|\d{3}[A-Z]\d|[A-Z]\d{4})${PLATE_END}`
export const OWN_PLATE = String.raw`${REGION}\d[ -]?[A-Z][A-Z0-9]{2,4}${PLATE_END}`

export const MAILBOX = '[A-Z0-9_][A-Z0-9._%+-]{0,63}'
const AT = String.raw`(?: ?@ ?| ?[(\[] ?(?:AT|MALPA) ?[)\]] ?)`
export const EMAIL = String.raw`${MAILBOX}${AT}(?:[A-Z0-9-]{1,63}\.){1,8}[A-Z]{2,24}`
/** A comma, or spaces around the dot. */
export const EMAIL_MISTYPED = `${MAILBOX}${AT}[A-Z0-9-]{1,63} ?[,.] ?(?:PL|COM|EU|NET|ORG|DE|UA)${END}`
