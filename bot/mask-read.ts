import { MASKS, replaceParts } from '../dialogs/personal-data/masks.ts'
import { words } from '../knowledge/polish/words.ts'
import type { KnowledgeSnapshot } from '../knowledge/snapshot.ts'
import type { ReadPersonalData } from './language-service.ts'
import { officeNumbers } from './office-numbers.ts'

const READ_MASKS: Readonly<Record<ReadPersonalData['kind'], string>> = {
  ...MASKS,
  person: '[OSOBA]',
  address: '[ADRES]',
}

/** What stands in a text that was masked before. */
const MASKED = new RegExp(
  Object.values(READ_MASKS)
    .map(mask => mask.replace(/[[\]]/g, String.raw`\$&`))
    .join('|'),
  'g',
)

/** Masks what the language service has found, but neither masks nor what the office published itself. */
export function maskRead(
  text: string,
  found: readonly ReadPersonalData[],
  knowledge: Pick<KnowledgeSnapshot, 'office' | 'published'>,
): string {
  if (found.length === 0) return text
  const taken = [...text.matchAll(MASKED)].map(({ index, 0: mask }) => ({ start: index, end: index + mask.length }))
  const { name, nameAfterIn, address, towns } = knowledge.office
  const published = [name, nameAfterIn, address, ...towns, ...officeNumbers(knowledge)].map(folded)
  const parts: { readonly start: number; readonly end: number; readonly by: string }[] = []
  for (const { kind, start, end } of found.toSorted((a, b) => a.start - b.start)) {
    const isFree = ![...taken, ...parts].some(other => start < other.end && other.start < end)
    const isOffices = published.some(each => each.includes(folded(text.slice(start, end))))
    if (isFree && !isOffices && start < end && end <= text.length) parts.push({ start, end, by: READ_MASKS[kind] })
  }
  return replaceParts(text, parts)
}

/** The masks that stand in a text, each once. */
export function masksIn(text: string): readonly string[] {
  return [...new Set(text.match(MASKED))]
}

/** With a space on both sides, so that only whole words are found in it. */
function folded(text: string): string {
  return ` ${words(text).join(' ')} `
}
