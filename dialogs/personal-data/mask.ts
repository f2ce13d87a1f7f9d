import { findPersonalData } from './find.ts'
import { maskFindings } from './masks.ts'

/** Puts a Polish mask, such as `[PESEL]`, in place of all personal data but the `allowed`. Idempotent. */
export function maskPersonalData(text: string, allowed: readonly string[]): string {
  return maskFindings(text, findPersonalData(text, allowed))
}
