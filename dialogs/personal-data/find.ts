import { createFind } from './create-find.ts'
import { DETECTORS } from './detectors.ts'
import { USUAL } from './find-as-typed.ts'
import { RARE_DETECTORS } from './rare-detectors.ts'

/** Numbers in words, and the @ too. */
const MAY_HOLD_SOME = new RegExp(
  `${USUAL.source}|ma[łl]pa|zero|jede|dw[ai]|trzy|czte|pi[ęe]|sze|sied|osi|dzie|sto`,
  'iu',
)

/** What is masked before anything is kept. */
export const findPersonalData = createFind({
  detectors: [...DETECTORS, ...RARE_DETECTORS],
  mayHoldSome: MAY_HOLD_SOME,
})
