import type { Aspect, TopicId } from '../knowledge/topic.ts'

/** Something a citizen can pick instead of typing. `label` is what the button says and what picking it writes. */
export type Choice = { readonly label: string; readonly pick: Pick }

export type Pick =
  | { readonly kind: 'topic'; readonly topic: TopicId }
  | { readonly kind: 'aspect'; readonly topic: TopicId; readonly aspect: Aspect }
  /** The rest of a list that was cut. */
  | { readonly kind: 'whole'; readonly topic: TopicId; readonly aspect: Aspect }
  | { readonly kind: 'something-else' }
  | { readonly kind: 'person' }
