import type { Block } from '../../../../dialogs/reply.ts'
import type { InfoSheet } from './menu.ts'

/** What the office says of itself, from its knowledge base. */
export type OfficeInfo = {
  readonly name: string
  readonly ownNumbers: readonly string[]
  readonly sheets: Readonly<Record<InfoSheet, readonly Block[]>>
}

export type OfficeInfoSource = {
  /** Absent until it came. */
  readonly current: () => OfficeInfo | 'failed' | undefined
  /** Asks the service for it, unless it is here. */
  readonly fetch: () => Promise<void>
}

/** `base` tells where the service stands. `changed` is called once it has answered, or has not. */
export function createOfficeInfo(base: () => string, changed: () => void): OfficeInfoSource {
  let info: OfficeInfo | 'failed' | undefined
  return {
    current: () => info,
    async fetch() {
      if (typeof info === 'object') return
      info = await ask(base()).catch((): 'failed' => 'failed')
      changed()
    },
  }
}

async function ask(base: string): Promise<OfficeInfo> {
  const response = await fetch(new URL('office.json', base), { credentials: 'omit', referrerPolicy: 'no-referrer' })
  if (!response.ok) throw new Error(`office.json: ${response.status}`)
  return response.json()
}
