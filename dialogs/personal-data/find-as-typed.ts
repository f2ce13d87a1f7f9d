import { createFind } from './create-find.ts'
import { DETECTORS } from './detectors.ts'

/** Every usual way has a digit or an @, also in their full-width and other forms, or an @ in letters. */
export const USUAL = /[\p{N}@＠﹫]|[([] ?(?:at|ma[łl]pa) ?[)\]]/iu

/** What a page warns of before it is sent. What is kept is looked through with more (`find.ts`). */
export const findAsTyped = createFind({ detectors: DETECTORS, mayHoldSome: USUAL })
