import type { Entry, NotAnswered, NotCoveredTopic, Office } from './entry.ts'
import { words } from './polish/words.ts'
import type { TrainedSearch } from './search/search.ts'
import type { TopicId } from './topic.ts'

/** What the office knows at one moment: a value that never changes. A turn reads one snapshot from start to end. */
export type KnowledgeSnapshot = {
  /** Key of the content it was made from. Kept with every answer, so that it can be explained later. */
  readonly version: string
  readonly office: Office
  readonly entries: ReadonlyMap<TopicId, Entry>
  readonly notCovered: ReadonlyMap<TopicId, NotCoveredTopic>
  /** Topics that a message of just these folded words may mean. */
  readonly ambiguous: ReadonlyMap<string, readonly TopicId[]>
  readonly search: TrainedSearch
  /** Phones, e-mails and accounts that answers name, so that they are nobody's personal data. Absent where nobody looked. */
  readonly published?: readonly string[]
  /** Address of the page about personal data; absent where the service is not seen from outside. */
  readonly noticePage?: string
}

/** The part of a snapshot that is stored as JSON; the search is stored as bytes beside it. */
export type StoredContent = {
  readonly office: Office
  readonly entries: readonly Entry[]
  readonly notCovered: readonly NotCoveredTopic[]
  readonly ambiguous: NotAnswered['clarify']
}

export function createSnapshot(version: string, content: StoredContent, search: TrainedSearch): KnowledgeSnapshot {
  return {
    version,
    office: content.office,
    entries: new Map(content.entries.map(entry => [entry.id, entry])),
    notCovered: new Map(content.notCovered.map(topic => [topic.id, topic])),
    ambiguous: new Map(content.ambiguous.map(({ text, topics }) => [words(text).join(' '), topics])),
    search,
  }
}

/** Short name of a topic for a choice, such as "Karta parkingowa"; the id where the topic is foreign. */
export function topicLabel(topic: TopicId, knowledge: KnowledgeSnapshot): string {
  return (knowledge.entries.get(topic) ?? knowledge.notCovered.get(topic))?.label ?? topic
}
