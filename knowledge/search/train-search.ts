import type { KnowledgeBase } from '../base.ts'
import type { Entry } from '../entry.ts'
import { entryTexts } from '../entry-texts.ts'
import type { TopicId } from '../topic.ts'
import { trainCalibrated } from './calibrate.ts'
import { type Language, topicFeatures } from './features.ts'
import { FOLLOW_UP, REASON_PREFIX, type TrainedSearch } from './search.ts'
import { ASPECT_TRAINING, BARE_TRAINING, type Sample } from './train.ts'

/** Emergencies have an entry of their own, so their samples are learnt as that topic. */
const EMERGENCY: TopicId = 'conversation-emergency'

/** Trains on all that the base knows of each topic: questions, names, its own text, the glossary, and what must not be answered. */
export function trainSearch(base: KnowledgeBase): TrainedSearch {
  const asked = [...base.entries, ...base.notCovered].flatMap(({ value }) =>
    Object.entries(value.questions).flatMap(([aspect, texts]) =>
      (texts ?? []).map(text => ({ text, topic: value.id, aspect, hasAspects: !value.id.startsWith('conversation-') })),
    ),
  )
  const refused = Object.entries(base.notAnswered.value.reasons).flatMap(([reason, texts]) =>
    texts.map(text => ({ text, label: reason === 'emergency' ? EMERGENCY : REASON_PREFIX + reason })),
  )
  const named = [...base.entries, ...base.notCovered].flatMap(({ value: { id, title, label } }) =>
    [title, label].map(text => ({ text, label: id })),
  )
  const written = base.entries.map(({ value }) => ({ text: ownText(value), label: value.id }))
  const called = (base.glossary?.value.terms ?? []).flatMap(({ term, topic, words }) =>
    [term, ...words].map(text => ({ text, label: topic })),
  )
  const askedOn = Object.entries(base.followUps?.value.questions ?? {}).flatMap(([aspect, texts]) =>
    (texts ?? []).map(text => ({ text, aspect })),
  )
  // A text that fits several topics is learnt once for each, so that its probability is shared among them.
  const ambiguous = base.notAnswered.value.clarify.flatMap(({ text, topics }) =>
    topics.map(topic => ({ text, label: topic })),
  )
  return {
    topics: trainCalibrated([
      ...asked.map(({ text, topic }) => ({ text, label: topic })),
      ...refused,
      ...named,
      ...written,
      ...called,
      ...ambiguous,
      ...askedOn.map(({ text }) => ({ text, label: FOLLOW_UP })),
    ]),
    aspects: trainCalibrated(
      [...asked.filter(each => each.hasAspects), ...askedOn].map(({ text, aspect }) => ({ text, label: aspect })),
      ASPECT_TRAINING,
    ),
  }
}

/** All that an entry tells citizens, as one sample: its words speak for its topic, though nobody asks so. */
function ownText(entry: Entry): string {
  return entryTexts(entry)
    .map(({ text }) => text)
    .join(' ')
}

/** Trains a bare index of sample questions, without entries: for benchmarks on foreign data. */
export function trainBareSearch(samples: readonly Sample[], language: Language): TrainedSearch {
  const features = (question: string) => topicFeatures(question, language)
  return { topics: trainCalibrated(samples, { ...BARE_TRAINING, features }), language }
}
