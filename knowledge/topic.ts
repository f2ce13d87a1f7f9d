/** Name of an entry, such as `parking-card`. The list is fixed in the knowledge map; foreign indexes may bring their own. */
export type TopicId = string

/** Conversation that answers rely on, whatever the office: a danger, „Inne”, and who answers. */
export const NEEDED_CONVERSATION: readonly TopicId[] = [
  'conversation-emergency',
  'conversation-what-can-you-do',
  'conversation-are-you-human',
]

/** What a citizen may ask about a topic. `general` is the overview and the result. */
export const ASPECTS = [
  'general',
  'who',
  'documents',
  'fee',
  'deadline',
  'consequences',
  'how',
  'place',
  'appeal',
  'legal-basis',
] as const

export type Aspect = (typeof ASPECTS)[number]

/** Departments that own entries. `every`: a rule that binds each of them. `general`: the office as a whole. */
export const DEPARTMENTS = ['transport', 'building', 'geodesy', 'environment', 'citizens', 'every', 'general'] as const

export type Department = (typeof DEPARTMENTS)[number]

/** Reasons for not answering which are learnt from samples in `not-answered.yaml`, as a topic is. */
export const LEARNT_REASONS = [
  'own-case',
  'legal-advice',
  'asked-for-person',
  'emergency',
  'not-understood',
  'out-of-scope',
  'unsafe',
] as const

export type LearntReason = (typeof LEARNT_REASONS)[number]
