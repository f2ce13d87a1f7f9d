import MiniSearch from 'minisearch'
import { fold } from '../../../knowledge/polish/fold.ts'
import { STOP_WORDS } from '../../../knowledge/polish/stop-words.ts'
import type { NamedSample } from '../samples.ts'
import type { Peer, Ranked } from './peer.ts'

export type MiniSearchSettings = {
  /** One document for each sample, or one for each label with all its samples. */
  readonly documents: 'sample' | 'label'
  readonly dropsStopWords: boolean
  /** Share of a word's length that may differ. */
  readonly fuzzy: number
  readonly prefix: boolean
  /** What a topic's name weighs against what is asked about it. */
  readonly nameBoost: number
  /** Whether the score, or its share of the best five, says how sure it is: scores grow with the question's length. */
  readonly sureness: 'score' | 'share'
}

type IndexSettings = Pick<MiniSearchSettings, 'documents' | 'dropsStopWords'>
type Document = { readonly id: number; readonly label: string; readonly name: string; readonly text: string }

export const INDEX_SETTINGS: readonly IndexSettings[] = (['sample', 'label'] as const).flatMap(documents =>
  [true, false].map(dropsStopWords => ({ documents, dropsStopWords })),
)

type SearchSettings = Omit<MiniSearchSettings, keyof IndexSettings | 'sureness'>

/** Every combination that is tried on one index. */
export const SEARCH_SETTINGS: readonly SearchSettings[] = [0, 0.2].flatMap(fuzzy =>
  [true, false].flatMap(prefix => [1, 3].map(nameBoost => ({ fuzzy, prefix, nameBoost }))),
)

const MOST_LABELS = 10
const MOST_SHARING = 5

/** Shorter words begin too many others: searching for these costs most of the time and finds nothing. */
const SHORTEST_INEXACT = 4

/** MiniSearch over folded words. */
export function indexSamples(samples: readonly NamedSample[], settings: IndexSettings): MiniSearch<Document> {
  const index = new MiniSearch<Document>({
    fields: ['name', 'text'],
    storeFields: ['label'],
    processTerm(term) {
      const folded = fold(term)
      return settings.dropsStopWords && STOP_WORDS.has(folded) ? null : folded
    },
  })
  index.addAll(documentsOf(samples, settings.documents))
  return index
}

/** Labels by their best document. */
export function miniSearch(index: MiniSearch<Document>, { fuzzy, prefix, nameBoost }: SearchSettings): Peer {
  const isLong = (term: string) => term.length >= SHORTEST_INEXACT
  const options = {
    fuzzy: (term: string) => isLong(term) && fuzzy,
    prefix: (term: string) => isLong(term) && prefix,
    boost: { name: nameBoost },
  }
  return {
    name: 'MiniSearch',
    isProbability: false,
    rank(text) {
      const best = new Map<string, number>()
      for (const { label, score } of index.search(text, options)) {
        if (!best.has(label)) best.set(label, score)
        if (best.size === MOST_LABELS) break
      }
      return [...best].map(([label, score]) => ({ label, score }))
    },
  }
}

function documentsOf(samples: readonly NamedSample[], documents: IndexSettings['documents']): readonly Document[] {
  const groups =
    documents === 'label' ? [...Map.groupBy(samples, ({ label }) => label).values()] : samples.map(s => [s])
  return groups.map((group, id) => {
    const textOf = (isName: boolean) => group.flatMap(each => (each.isName === isName ? each.text : [])).join('\n')
    return { id, label: group[0]?.label ?? '', name: textOf(true), text: textOf(false) }
  })
}

/** The same ranks, with scores as shares of the best. */
export function asShares(ranked: readonly Ranked[]): readonly Ranked[] {
  const total = ranked.slice(0, MOST_SHARING).reduce((sum, { score }) => sum + score, 0)
  return ranked.map(({ label, score }) => ({ label, score: score / total }))
}
