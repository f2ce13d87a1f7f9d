import { assessAll, type Question } from '../assess.ts'
import { areaUnderRisk, riskCoverage } from '../measures/risk-coverage.ts'
import type { NamedSample } from '../samples.ts'
import {
  asShares,
  INDEX_SETTINGS,
  indexSamples,
  type MiniSearchSettings,
  miniSearch,
  SEARCH_SETTINGS,
} from './mini-search.ts'
import type { Peer } from './peer.ts'

/** All 64 combinations are tried, on every fourth question, as some take 30 ms for one. */
const EVERY = 4

/** The settings with the least area under the risk–coverage curve. */
export async function chooseMiniSearch(
  samples: readonly NamedSample[],
  development: readonly Question[],
): Promise<MiniSearchSettings> {
  const questions = development.filter((_, index) => index % EVERY === 0)
  const tried: { readonly settings: MiniSearchSettings; readonly area: number }[] = []
  for (const indexSettings of INDEX_SETTINGS) {
    const index = indexSamples(samples, indexSettings)
    for (const searchSettings of SEARCH_SETTINGS) {
      const remembering = remember(miniSearch(index, searchSettings))
      for (const sureness of ['score', 'share'] as const) {
        const assessed = await assessAll(questions, withSureness(remembering, sureness))
        const settings = { ...indexSettings, ...searchSettings, sureness }
        tried.push({ settings, area: areaUnderRisk(riskCoverage(assessed)) })
      }
    }
  }
  return tried.reduce((best, each) => (each.area < best.area ? each : best)).settings
}

export function trainMiniSearch(samples: readonly NamedSample[], settings: MiniSearchSettings): Peer {
  return withSureness(miniSearch(indexSamples(samples, settings), settings), settings.sureness)
}

function withSureness(peer: Peer, sureness: MiniSearchSettings['sureness']): Peer {
  if (sureness === 'score') return peer
  return { ...peer, rank: async text => asShares(await peer.rank(text)) }
}

/** Ranks each question once. */
function remember(peer: Peer): Peer {
  const ranks = new Map<string, ReturnType<Peer['rank']>>()
  return {
    ...peer,
    rank(text) {
      const known = ranks.get(text) ?? peer.rank(text)
      ranks.set(text, known)
      return known
    },
  }
}
