// Words that say what a number is, as sources of regular expressions for what `normalise` gives.

export const ACCOUNT = 'KON(?:TO|TA|TU|TEM|CIE|T)|RACHUN[A-Z]{2,5}|IBAN[A-Z]{0,2}|NRB|BANK[A-Z]{0,5}|PRZELEW[A-Z]{0,4}'
export const PHONE =
  'TEL|TELEFON[A-Z]{0,6}|PHONE|ТЕЛ|ТЕЛЕФОН[А-ЯІ]{0,3}|KOM|KOMOR[A-Z]{1,6}|[A-Z]{0,4}DZWON[A-Z]{0,6}|SMS[A-Z]{0,2}|FAX|FAKS|WHATSAPP'
const REGISTRATION = '[A-Z]{0,6}REJ(?:ESTR[A-Z]{0,9})?|TABLIC[A-Z]{0,4}|BLACH[A-Z]{0,4}'
const VEHICLE = 'AU(?:TO|TA|TEM|TU|TKO|TKA|CIE)|SAMOCH[A-Z]{1,6}|POJ(?:AZ|EZ)D[A-Z]{0,4}'
export const PLATE = `${REGISTRATION}|${VEHICLE}`
export const ID_CARD = 'DOWOD[A-Z]{0,4}|OSOBIST[A-Z]{1,4}'
