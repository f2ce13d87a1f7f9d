import type { Finding, PersonalDataKind } from './finding.ts'

/** What stands in place of personal data. */
export const MASKS: Readonly<Record<PersonalDataKind, string>> = {
  iban: '[NR KONTA]',
  card: '[NR KARTY]',
  vin: '[VIN]',
  'land-register': '[NR KSIĘGI WIECZYSTEJ]',
  'regon-14': '[REGON]',
  pesel: '[PESEL]',
  nip: '[NIP]',
  'regon-9': '[REGON]',
  'id-card': '[NR DOWODU]',
  passport: '[NR PASZPORTU]',
  phone: '[TELEFON]',
  plate: '[NR REJESTRACYJNY]',
  email: '[E-MAIL]',
}

/** Takes findings in order that do not overlap, as the finders give them. */
export function maskFindings(text: string, findings: readonly Finding[]): string {
  return replaceParts(
    text,
    findings.map(({ kind, start, end }) => ({ start, end, by: MASKS[kind] })),
  )
}

/** Takes parts in order that do not overlap. */
export function replaceParts(
  text: string,
  parts: readonly { readonly start: number; readonly end: number; readonly by: string }[],
): string {
  let replaced = ''
  let from = 0
  for (const { start, end, by } of parts) {
    replaced += text.slice(from, start) + by
    from = end
  }
  return replaced + text.slice(from)
}

/** Where an offset into the masked text stood before. It must not lie within a mask. */
export function unmaskedOffset(offset: number, findings: readonly Finding[]): number {
  let before = offset
  for (const { kind, start, end } of findings) {
    if (start >= before) break
    before += end - start - MASKS[kind].length
  }
  return before
}
