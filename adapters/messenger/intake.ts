import { setImmediate } from 'node:timers/promises'
import type { Activity } from 'botframework-schema'
import { ActivityBot } from '../../bot/activity-bot.ts'
import type { Bot } from '../../bot/bot.ts'
import { NoConversationError } from '../../bot/no-conversation-error.ts'
import type { Accepted } from '../../bot/ports.ts'
import { InboundAdapter } from '../inbound-adapter.ts'
import { notStored } from '../not-stored.ts'
import type { Pace } from '../pace.ts'
import type { Erasure } from './erasure.ts'
import type { Item } from './read-webhook.ts'
import { writeReturnPath } from './return-path.ts'
import type { Signs } from './signs.ts'
import { toActivities } from './to-activities.ts'

/** Takes in a batch. Resolves once all of it is kept; throws `RequestError` 503 where it is not. */
export type Intake = (items: readonly Item[]) => Promise<void>

/** Citizens of one batch whose messages are kept side by side; those of one citizen in their order. */
const CITIZENS_AT_ONCE = 8

export function createIntake(bot: Pick<Bot, 'keep' | 'start'>, erasure: Erasure, pace: Pace, signs: Signs): Intake {
  const adapter = new InboundAdapter()

  /** Gives nothing where it means nothing, or is a repeat of what was erased. */
  async function keep(activity: Partial<Activity>, item: Item): Promise<Accepted | undefined> {
    const { sender, at } = item
    let accepted: Accepted | undefined
    const returnPath = writeReturnPath({ recipient: sender, wroteAt: at })
    const activityBot = new ActivityBot(async event => {
      const origin = { ...event.origin, returnPath, isAwaited: false }
      accepted = await bot.keep(pace({ ...event, origin }, at)).catch(unlessErased)
    })
    await adapter.receive(activity, context => activityBot.run(context))
    return accepted
  }

  /** Gives to `later` what is to be done once Meta was answered: words about erasing, and the turns of what was new. */
  async function keepAll(items: readonly Item[], later: (work: () => void) => void): Promise<void> {
    let last: Accepted | undefined
    try {
      for (const item of items) {
        const tell = await erasure(item)
        if (tell) {
          later(tell)
          continue
        }
        for (const activity of toActivities(item)) {
          const accepted = await keep(activity, item)
          if (accepted?.status === 'new') last = accepted
        }
      }
    } finally {
      if (last && items[0]) later(startOf(last, items[0].sender))
    }
  }

  function startOf(accepted: Accepted, sender: string): () => void {
    return () => {
      bot.start(accepted)
      signs(sender, accepted)
    }
  }

  return async items => {
    const works: (() => void)[] = []
    const waiting = Object.values(Object.groupBy(items, ({ sender }) => sender)).values()
    const worker = async () => {
      for (const ofOne of waiting) await keepAll(ofOne ?? [], work => works.push(work))
    }
    const done = await Promise.allSettled(Array.from({ length: CITIZENS_AT_ONCE }, worker))
    runInTurn(works)
    const failed = done.find(each => each.status === 'rejected')
    // Meta sends the whole batch again, and what was kept of it is known then.
    if (failed) throw notStored(failed.reason)
  }
}

/** After Meta was answered, and with room for others between them: it waits 5 s for the whole of a batch to be kept. */
async function runInTurn(works: readonly (() => void)[]): Promise<void> {
  for (const work of works) {
    await setImmediate()
    work()
  }
}

/** Its conversation was erased at its citizen's wish, and stays so. */
function unlessErased(error: unknown): undefined {
  if (!(error instanceof NoConversationError)) throw error
}
