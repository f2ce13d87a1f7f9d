import { createHash } from 'node:crypto'
import type { EventKey } from '../../bot/event.ts'

/** The same for the same event, and nothing that names it can be had back: its channel's name of it cannot be guessed. */
export function hashOfEvent({ source, address, externalId }: EventKey): string {
  return createHash('sha256').update([source, address, externalId].join('\n')).digest('hex')
}
