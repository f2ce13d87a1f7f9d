import type { Block } from '../../../../dialogs/reply.ts'
import type { InfoSheet } from './menu.ts'

/** What the office says of itself, from its knowledge base. */
export type OfficeInfo = {
  readonly name: string
  readonly ownNumbers: readonly string[]
  readonly sheets: Readonly<Record<InfoSheet, readonly Block[]>>
}

/** Throws when it cannot be had. */
export async function fetchOfficeInfo(base: string): Promise<OfficeInfo> {
  const response = await fetch(new URL('office.json', base), { credentials: 'omit', referrerPolicy: 'no-referrer' })
  if (!response.ok) throw new Error(`office.json: ${response.status}`)
  return response.json()
}
