/** What must never be found in logs, error bodies or rows. The sums of the numbers are right; they belong to nobody. */
export const SECRETS = {
  pesel: '44051401359',
  iban: 'PL61109010140000071219812874',
  /** Of the database; it stands in a setting. */
  password: 'Sekretne-Haslo-Bazy',
}

/** The text with personal data in it. */
export function withSecret(text: string, name: 'pesel' | 'iban'): string {
  return name === 'pesel' ? `${text} mój PESEL ${SECRETS.pesel}` : `${text} konto ${SECRETS.iban}`
}
