import type { KnowledgeSnapshot } from '../knowledge/snapshot.ts'
import type { Memory } from './memory.ts'
import type { Phrases } from './phrases.ts'
import { paragraph, type Reply } from './reply.ts'
import { contact, otherAspects, personChoice } from './say.ts'

/** What is said where an answer did not help: first what else can be asked, then who else can. */
export function sayNotHelped({ topic, unhelpful }: Memory, knowledge: KnowledgeSnapshot, phrases: Phrases): Reply {
  if (unhelpful > 0) {
    const blocks = [paragraph(phrases.notHelpedAgain), ...contact(knowledge, phrases)]
    return { blocks, choices: [personChoice(phrases)] }
  }
  const entry = topic === null ? undefined : knowledge.entries.get(topic)
  const more = entry?.kind === 'procedure' ? otherAspects(entry, { topic: entry.id, aspect: 'general' }, phrases) : []
  return {
    blocks: [paragraph(phrases.notHelped)],
    choices: [
      ...more,
      { label: phrases.choices.somethingElse, pick: { kind: 'something-else' } },
      personChoice(phrases),
    ],
  }
}
