import { derivedFolder, readPrepared } from '../../adapters/knowledge/derived-knowledge.ts'
import { prepareKnowledge } from '../../adapters/knowledge/prepare-knowledge.ts'
import type { KnowledgeSnapshot } from '../../knowledge/snapshot.ts'

/** The real knowledge, prepared first where that is stale. */
export function realKnowledge(): KnowledgeSnapshot {
  const [folder, derived] = ['knowledge/content', derivedFolder('data')]
  prepareKnowledge(folder, derived)
  const knowledge = readPrepared(folder, derived)
  if (!knowledge) throw new Error('the knowledge was prepared, but cannot be read')
  return knowledge
}
