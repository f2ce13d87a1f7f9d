import { findPersonalData } from '../../../dialogs/personal-data/find.ts'
import { findAcross } from '../../../dialogs/personal-data/find-across.ts'
import type { Finding } from '../../../dialogs/personal-data/finding.ts'
import { CONVERSATIONS, type WrittenMessage } from '../../fixtures/personal-data/conversations.ts'
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

/** What is looked for and found in the written conversations, each message read with the one before and the one after. */
export function inConversations(): {
  readonly secrets: number
  readonly missed: readonly string[]
  readonly falselyFound: readonly string[]
} {
  const read = CONVERSATIONS.flatMap(messages =>
    messages.map((message, index) => ({
      message,
      found: foundBetween(messages[index - 1], message, messages[index + 1]),
    })),
  )
  const named =
    ({ text }: WrittenMessage) =>
    (finding: Finding) =>
      `${finding.kind} "${text.slice(finding.start, finding.end)}" in: ${text}`
  const apart = (these: readonly Finding[], others: readonly Finding[]) =>
    these.filter(one => !others.some(other => JSON.stringify(other) === JSON.stringify(one)))
  return {
    secrets: read.reduce((sum, { message }) => sum + message.secrets.length, 0),
    missed: read.flatMap(({ message, found }) => apart(message.secrets, found).map(named(message))),
    falselyFound: read.flatMap(({ message, found }) => apart(found, message.secrets).map(named(message))),
  }
}

function foundBetween(
  before: WrittenMessage | undefined,
  { text }: WrittenMessage,
  after: WrittenMessage | undefined,
): readonly Finding[] {
  const withBefore = before ? findAcross(before.text, text, []).later : []
  const withAfter = after ? findAcross(text, after.text, []).earlier : []
  return [withBefore, withAfter].find(({ length }) => length > 0) ?? findPersonalData(text, [])
}
