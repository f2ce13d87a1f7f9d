import { findAsTyped } from '../dialogs/personal-data/find-as-typed.ts'
import { entryTexts } from '../knowledge/entry-texts.ts'
import type { KnowledgeSnapshot } from '../knowledge/snapshot.ts'

/** What the office published itself, which is nobody's personal data. */
export function officeNumbers({
  office: { phone, email },
  published = [],
}: Pick<KnowledgeSnapshot, 'office' | 'published'>): readonly string[] {
  return [phone, email, ...published].filter(number => number !== undefined)
}

/** Phones, e-mails and accounts that stand in answers. To be called once for each snapshot. */
export function publishedIn({ entries }: Pick<KnowledgeSnapshot, 'entries'>): readonly string[] {
  const texts = [...entries.values()].flatMap(entryTexts).map(({ text }) => text)
  const numbers = texts.flatMap(text =>
    findAsTyped(text, [])
      .filter(({ kind }) => kind === 'phone' || kind === 'email' || kind === 'iban')
      .map(({ start, end }) => text.slice(start, end)),
  )
  return [...new Set(numbers)]
}
