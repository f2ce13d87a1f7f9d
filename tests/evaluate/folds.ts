import type { KnowledgeBase } from '../../knowledge/base.ts'
import type { Sample } from '../../knowledge/search/train.ts'
import { labelOfReason } from './samples.ts'

export type Fold = { readonly learnt: KnowledgeBase; readonly heldOut: readonly Sample[] }

/**
 * Deals the sample questions out, so that each is held out in one fold and each fold holds out the same share of every topic
 * and reason. Names and the glossary are always learnt. The samples do not tell who wrote them, so that one hand may stand
 * on both sides; on the other hand each was written to say what the others do not, so that it is missed when it is left out.
 */
export function foldsOf(base: KnowledgeBase, count: number): readonly Fold[] {
  return Array.from({ length: count }, (_, fold) => foldOf(base, count, fold))
}

function foldOf(base: KnowledgeBase, count: number, fold: number): Fold {
  const heldOut: Sample[] = []
  let dealt = 0
  const keep = (label: string) => (text: string) => {
    if (dealt++ % count !== fold) return true
    heldOut.push({ text, label })
    return false
  }
  const entries = base.entries.map(entry => ({
    ...entry,
    value: { ...entry.value, questions: filterEach(entry.value.questions, () => keep(entry.value.id)) },
  }))
  const reasons = filterEach(base.notAnswered.value.reasons, reason => keep(labelOfReason(reason)))
  const notAnswered = { ...base.notAnswered, value: { ...base.notAnswered.value, reasons } }
  return { learnt: { ...base, entries, notAnswered }, heldOut }
}

/** The same lists, with what `keeps` keeps. */
function filterEach<T extends Readonly<Partial<Record<string, readonly string[]>>>>(
  lists: T,
  keeps: (key: string) => (text: string) => boolean,
): T {
  const kept = Object.entries(lists).map(([key, texts]) => [key, texts?.filter(keeps(key))])
  return { ...lists, ...Object.fromEntries(kept) }
}
