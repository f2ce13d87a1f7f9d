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
  /** Says what is to happen with the wish for a person; taken up before any dialog. */
  | { readonly kind: 'desk'; readonly act: DeskAct }

export const DESK_ACTS = [
  'accept-offer',
  'decline-offer',
  'leave-queue',
  'answer-by-chat',
  'answer-by-e-mail',
  'answer-by-phone',
  'rate-1',
  'rate-2',
  'rate-3',
  'rate-4',
  'rate-5',
  'add-comment',
  'skip-comment',
  'department-transport',
  'department-building',
  'department-geodesy',
  'department-environment',
  'department-citizens',
  'department-other',
] as const

export type DeskAct = (typeof DESK_ACTS)[number]
