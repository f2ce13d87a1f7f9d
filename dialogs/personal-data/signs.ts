import { normalise } from './normalise.ts'

/** The capitals, digits and `@` of a normalised text, without what stands between them. */
export function bareSigns(normalised: string): string {
  return normalised.replace(/[^A-Z0-9@]/g, '')
}

/** The same for two spellings of one number or address: a Polish phone or account counts with and without its prefix. */
export function identityOf(text: string): string {
  return bareSigns(normalise(text).text).replace(/^(?:00)?48(?=\d{9}$)|^PL(?=\d)/, '')
}
