import { findPersonalData } from '../../../dialogs/personal-data/find.ts'
import { findAcross } from '../../../dialogs/personal-data/find-across.ts'
import type { Finding } from '../../../dialogs/personal-data/finding.ts'
import type { CorpusItem } from '../../fixtures/personal-data/corpus.ts'

/** Whether exactly the secrets of an item are found, of its kind and at their places. */
export function isFound({ kind, messages, secrets }: CorpusItem): boolean {
  return findIn(messages).every((findings, index) => {
    const secret = secrets[index] ?? ''
    const start = (messages[index] ?? '').lastIndexOf(secret)
    return JSON.stringify(findings) === JSON.stringify([{ kind, start, end: start + secret.length }])
  })
}

function findIn(messages: CorpusItem['messages']): readonly (readonly Finding[])[] {
  const [first, second] = messages
  if (second === undefined) return [findPersonalData(first, [])]
  const { earlier, later } = findAcross(first, second, [])
  return [earlier, later]
}

/** What is found in texts that hold no personal data, each with its text. */
export function falselyFound(texts: readonly string[]): readonly { readonly text: string; readonly found: string }[] {
  return texts.flatMap(text => {
    const findings = findPersonalData(text, [])
    if (findings.length === 0) return []
    return [{ text, found: findings.map(({ kind, start, end }) => `${kind} "${text.slice(start, end)}"`).join(', ') }]
  })
}
