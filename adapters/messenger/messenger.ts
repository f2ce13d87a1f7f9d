import type { Bot } from '../../bot/bot.ts'
import type { Erasing } from '../../bot/erasing.ts'
import type { Channel, Clock, Knowledge, Log, Store } from '../../bot/ports.ts'
import type { MessengerSettings } from '../config.ts'
import type { Pace } from '../pace.ts'
import type { Route } from '../server.ts'
import { createMessengerChannel } from './channel.ts'
import { createErasure } from './erasure.ts'
import { createGraph } from './graph.ts'
import { createIntake } from './intake.ts'
import { messengerRoutes } from './routes.ts'
import { createSend } from './send.ts'
import { createSigns } from './signs.ts'

export type Messenger = {
  readonly channel: Channel
  readonly routes: (bot: Pick<Bot, 'keep' | 'start' | 'isAtWork'>) => readonly Route[]
}

/** The page on Messenger: what comes in by Meta's webhook, and what goes out by its Send API. */
export function createMessenger(
  settings: MessengerSettings,
  pace: Pace,
  {
    store,
    erasing,
    knowledge,
    clock,
    log,
  }: {
    readonly store: Pick<Store, 'acceptBare' | 'conversationsAt' | 'records'>
    readonly erasing: Erasing
    readonly knowledge: Knowledge
    readonly clock: Clock
    readonly log: Log
  },
): Messenger {
  const send = createSend(createGraph(settings), log)
  return {
    channel: createMessengerChannel(send, clock),
    routes: bot =>
      messengerRoutes(
        settings,
        createIntake(bot, createErasure({ store, erasing, knowledge, send, clock, log }), pace, createSigns(send, bot)),
        log,
      ),
  }
}
