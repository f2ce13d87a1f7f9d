import type { PersonalDataKind } from './finding.ts'

const NAMES: Readonly<Record<PersonalDataKind, string>> = {
  iban: 'numer konta',
  card: 'numer karty płatniczej',
  vin: 'numer VIN',
  'land-register': 'numer księgi wieczystej',
  'regon-14': 'numer REGON',
  pesel: 'numer PESEL',
  nip: 'numer NIP',
  'regon-9': 'numer REGON',
  'id-card': 'numer dowodu osobistego',
  passport: 'numer paszportu',
  phone: 'numer telefonu',
  plate: 'numer rejestracyjny',
  email: 'adres e-mail',
}

/** Each kind once, as a sentence names them: „numer PESEL, numer konta i adres e-mail”. Empty for none. */
export function inWords(kinds: readonly PersonalDataKind[]): string {
  const names = [...new Set(kinds.map(kind => NAMES[kind]))]
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} i ${names.at(-1)}`
}
