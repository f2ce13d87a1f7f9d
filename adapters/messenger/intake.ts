import type { Activity } from 'botbuilder'
import { ActivityBot } from '../../bot/activity-bot.ts'
import type { Bot } from '../../bot/bot.ts'
import type { Accepted } from '../../bot/ports.ts'
import { InboundAdapter } from '../inbound-adapter.ts'
import { RequestError } from '../request-error.ts'
import type { Erasure } from './erasure.ts'
import type { Item } from './read-webhook.ts'
import { writeReturnPath } from './return-path.ts'
import type { Signs } from './signs.ts'
import { toActivities } from './to-activities.ts'

/** Takes in a batch. Resolves once all of it is kept; throws `RequestError` 503 where it is not. */
export type Intake = (items: readonly Item[]) => Promise<void>

const RETRY_SECONDS = 5

/** Citizens of one batch whose messages are kept side by side; those of one citizen in their order. */
const CITIZENS_AT_ONCE = 8

export function createIntake(bot: Pick<Bot, 'accept'>, erasure: Erasure, signs: Signs): Intake {
  const adapter = new InboundAdapter()

  async function keep(activity: Partial<Activity>, { sender, at }: Item): Promise<Accepted | undefined> {
    let accepted: Accepted | undefined
    const returnPath = writeReturnPath({ recipient: sender, wroteAt: at })
    const activityBot = new ActivityBot(async event => {
      accepted = await bot.accept({ ...event, origin: { ...event.origin, returnPath, isAwaited: false } })
    })
    await adapter.receive(activity, context => activityBot.run(context))
    return accepted
  }

  async function keepAll(items: readonly Item[]): Promise<void> {
    let last: Accepted | undefined
    for (const item of items) {
      if (await erasure(item)) continue
      for (const activity of toActivities(item)) {
        const accepted = await keep(activity, item)
        if (accepted?.status === 'new') last = accepted
      }
    }
    if (last && items[0]) signs(items[0].sender, last)
  }

  return async items => {
    const waiting = Object.values(Object.groupBy(items, ({ sender }) => sender)).values()
    const worker = async () => {
      for (const ofOne of waiting) await keepAll(ofOne ?? [])
    }
    const done = await Promise.allSettled(Array.from({ length: CITIZENS_AT_ONCE }, worker))
    const failed = done.find(each => each.status === 'rejected')
    if (failed) throw notKept(failed.reason)
  }
}

/** What was not kept is not acknowledged: Meta sends the whole batch again, and what was kept of it is known. */
function notKept(cause: unknown): RequestError {
  const error = new RequestError(
    503,
    'NotStored',
    'The messages could not be kept. Please send them again.',
    RETRY_SECONDS,
  )
  return Object.assign(error, { cause })
}
