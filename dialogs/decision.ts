import type { Found } from '../knowledge/search/search.ts'
import type { Outcome } from './outcome.ts'

/** What was decided, and all that explains it. */
export type Decision = {
  readonly outcome: Outcome
  /** Name of the dialog that decided. */
  readonly decidedBy: string
  /** The likeliest of each kind, for whoever asks why. */
  readonly found: Found
  /** Calibrated probability that the outcome's topic is right; that of the best candidate where it has none. */
  readonly confidence: number
}
