import type { Assessed } from './assess.ts'
import { type Proportion, proportion } from './measures/wilson.ts'

/** The plainest way to decide: answer when sure enough, ask back among three when less sure, else decline. */
export type Thresholds = { readonly answer: number; readonly askBack: number }

const MOST_WRONG = 0.02
const MOST_ASKED_BACK = 0.1

/** The lowest thresholds with at most 2 % of all answered wrongly, and 10 % of what is out of scope asked back. */
export function chooseThresholds(assessed: readonly Assessed[]): Thresholds {
  const steps = Array.from({ length: 100 }, (_, step) => step / 100)
  const wrong = (answer: number) => bareFigures(assessed, { answer, askBack: answer }).answeredWrong.share
  const answer = steps.find(step => wrong(step) <= MOST_WRONG) ?? 1
  const asked = (askBack: number) => bareFigures(assessed, { answer, askBack }).outOfScopeAskedBack.share
  return { answer, askBack: steps.find(step => step > 0 && asked(step) <= MOST_ASKED_BACK) ?? answer }
}

export type BareFigures = {
  readonly answeredRight: Proportion
  readonly reached: Proportion
  readonly answeredWrong: Proportion
  readonly outOfScopeAnswered: Proportion
  readonly outOfScopeAskedBack: Proportion
}

export function bareFigures(assessed: readonly Assessed[], { answer, askBack }: Thresholds): BareFigures {
  const isAnswered = ({ confidence }: Assessed) => confidence >= answer && confidence > 0
  const isAskedBack = (each: Assessed) => !isAnswered(each) && each.confidence >= askBack && each.confidence > 0
  const isAnsweredRight = (each: Assessed) => isAnswered(each) && each.isRight
  const known = assessed.filter(({ isKnown }) => isKnown)
  const outOfScope = assessed.filter(({ isOutOfScope }) => isOutOfScope)
  return {
    answeredRight: proportion(known, isAnsweredRight),
    reached: proportion(known, each => isAnsweredRight(each) || (isAskedBack(each) && each.isAmongThree)),
    answeredWrong: proportion(assessed, each => isAnswered(each) && !each.isRight),
    outOfScopeAnswered: proportion(outOfScope, isAnswered),
    outOfScopeAskedBack: proportion(outOfScope, isAskedBack),
  }
}
