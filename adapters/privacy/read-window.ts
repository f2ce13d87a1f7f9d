import { momentInWarsaw } from '../../dialogs/office-time.ts'
import { daysAfter } from '../../knowledge/days-after.ts'
import { PrivacyError } from './privacy-error.ts'
import { BREACH_TEXTS } from './texts.ts'

/** A window of office time: `2026-11-24` or `2026-11-24T10:30`; a day alone counts whole. Throws `PrivacyError` for anything else. */
export function readWindow(from: unknown, to: unknown): { readonly from: Date; readonly to: Date } {
  const window = { from: momentOf(from, 0), to: momentOf(to, 1) }
  if (Number.isNaN(window.from.getTime()) || Number.isNaN(window.to.getTime()))
    throw new PrivacyError(BREACH_TEXTS.noMoment)
  if (window.to <= window.from) throw new PrivacyError(BREACH_TEXTS.backwards)
  return window
}

/** `days`: added to a day without an hour. */
function momentOf(written: unknown, days: number): Date {
  const text = String(written)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return momentInWarsaw(text)
  const start = momentInWarsaw(`${text}T00:00`)
  return Number.isNaN(start.getTime()) ? start : momentInWarsaw(`${daysAfter(text, days)}T00:00`)
}
