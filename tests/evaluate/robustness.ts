import type { KnowledgeSnapshot } from '../../knowledge/snapshot.ts'
import { type GoldenQuestion, markAll } from '../golden/golden.ts'
import { withoutDiacritics, withTypo } from './disturbed.ts'
import { type GoldenFigures, goldenFigures } from './golden-figures.ts'

/** The same questions, written worse. */
export type Robustness = { readonly [writing in 'clean' | 'without diacritics' | 'one typo']: GoldenFigures }

export function robustness(questions: readonly GoldenQuestion[], knowledge: KnowledgeSnapshot): Robustness {
  const figures = (disturb: (text: string) => string) => {
    const disturbed = questions.map(question => ({ ...question, text: disturb(question.text) }))
    return goldenFigures(markAll(disturbed, knowledge), knowledge)
  }
  return {
    clean: figures(text => text),
    'without diacritics': figures(withoutDiacritics),
    'one typo': figures(withTypo),
  }
}
