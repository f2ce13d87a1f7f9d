// What may look like personal data and is not: nothing that overlaps it is ever found. Spelled as `normalise` spells.

const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`
const MONTH = '(?:0?[1-9]|1[0-2])'
const YEAR = String.raw`(?:19|20)\d{2}`
const HOUR = String.raw`\d{1,2}[.:]\d{2}`
const UNIT = '(?:ZL|ZLOT[A-Z]{1,4}|PLN|EUR|EURO|USD|TYS|MLN|MLD|[CM]?M[23]|KG|KM|HA|KW)'

/** Not part of a longer row of digits. */
const alone = (pattern: string) => String.raw`(?<!\d[ ./-]?)${pattern}(?![ ./-]?\d)`
/** Not part of a longer number. */
const whole = (pattern: string) => String.raw`(?<!\d)${pattern}(?!\d)`

const PATTERNS = {
  link: 'HTTPS?://[^ ?#@]{1,2000}',
  date: whole(`${DAY}(?:[./-] ?| )${MONTH}(?:[./-] ?| )${YEAR}`),
  shortDate: String.raw`(?<!\d[ ./-]?)${DAY}[./-]${MONTH}[./-]\d{2}(?!\d|[ ./-]\d{3})`,
  isoDate: whole(`${YEAR}[./-]${MONTH}[./-]${DAY}`),
  years: alone(`${YEAR} ?[-/] ?${YEAR}`),
  hours: whole(`${HOUR} ?- ?${HOUR}`),
  amount: String.raw`(?<!\d[ .]?)\d{1,9}(?:[ .]\d{3}){0,3}(?:,\d{1,2})? ?${UNIT}(?![A-Z\d])`,
  cents: String.raw`(?<!\d[ .]?)\d{1,9}(?:[ .]\d{3}){0,3},\d{2}(?!\d)`,
  caseSign: String.raw`(?<!\d[ ./-]?)\d{3,5}(?:\.\d{1,3})?\.\d{1,5}\.${YEAR}(?![./-]?\d)`,
  caseSignWithSlash: alone(String.raw`\d{1,6}/\d{1,5}/${YEAR}`),
  parcel: alone(String.raw`(?<![A-Z]/)\d{1,5}/\d{1,5}`),
  journal: String.raw`DZ\. ?U\.?[ .]?\d{4}(?:[ .]\d{1,7}){0,3}(?!\d)`,
  courtRegister: String.raw`KRS:? ?\d{10}(?!\d)`,
  postalCode: alone(String.raw`\d{2}-\d{3}`),
}

/** Links, dates, hours, amounts, case signs, parcels, journals of laws, court registers, postal codes. */
export const STAYS: readonly RegExp[] = Object.values(PATTERNS).map(pattern => new RegExp(pattern, 'g'))
