import { type Found, REASON_PREFIX, search, type TrainedSearch } from '../../../knowledge/search/search.ts'
import type { Peer, Ranked } from './peer.ts'

/** Our search without the dialogs and their rules, as its peers are. */
export function ownSearch(trained: TrainedSearch): Peer {
  return { name: 'our search alone', isProbability: true, rank: text => rankFound(search(text, trained)) }
}

/** Topics and reasons in one list. */
export function rankFound({ topics, reasons }: Found): readonly Ranked[] {
  return [
    ...topics.map(({ topic, confidence }) => ({ label: topic, score: confidence })),
    ...reasons.map(({ reason, confidence }) => ({ label: REASON_PREFIX + reason, score: confidence })),
  ].sort((a, b) => b.score - a.score)
}
