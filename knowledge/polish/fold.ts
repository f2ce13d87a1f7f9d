const MARKS = /\p{M}/gu
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]/gu

/**
 * Folds case and Polish diacritics: `ŁÓDŹ`, `Łódź` and `lodz` become one spelling. Control signs, invisible signs and
 * lone surrogates become spaces. Idempotent.
 */
export function fold(text: string): string {
  return text
    .replace(INVISIBLE, ' ')
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replaceAll('ł', 'l')
}
