import { REASON_PREFIX } from '../../knowledge/search/search.ts'
import { trainSearch } from '../../knowledge/search/train-search.ts'
import { type Assessed, assessAll, type Question } from './assess.ts'
import { foldsOf } from './folds.ts'
import { ownSearch } from './peers/own-search.ts'
import { readContent } from './samples.ts'

const FOLDS = 5

/** Asks our search each sample question, when it has not learnt that one. */
export async function crossValidate(): Promise<readonly Assessed[]> {
  const assessed: Assessed[] = []
  for (const { learnt, heldOut } of foldsOf(readContent(), FOLDS)) {
    const peer = ownSearch(trainSearch(learnt))
    const questions = heldOut.map(({ text, label }): Question => {
      return {
        text,
        topic: label.startsWith(REASON_PREFIX) ? null : label,
        isOutOfScope: label === `${REASON_PREFIX}out-of-scope`,
      }
    })
    assessed.push(...(await assessAll(questions, peer)))
  }
  return assessed
}
