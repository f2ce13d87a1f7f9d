import { createRateLimit, type Rate } from '../website/rate-limit.ts'
import type { Item } from './read-webhook.ts'

/** Whether a message came faster than is answered, and whether its citizen is to be told so. */
export type Pace = (item: Pick<Item, 'sender' | 'at'>) => 'told' | 'untold' | undefined

/** By when it was written: what Meta delivers late, all at once, came no faster for that. */
export function createPace(rate: Rate): Pace {
  let at = 0
  const messages = createRateLimit(rate, () => at)
  const notices = createRateLimit({ perMinute: 1, atOnce: 1 }, () => at)

  return item => {
    at = item.at.getTime()
    if (passes(() => messages.pass(item.sender))) return undefined
    return passes(() => notices.pass(item.sender)) ? 'told' : 'untold'
  }
}

function passes(pass: () => void): boolean {
  try {
    pass()
    return true
  } catch {
    return false
  }
}
