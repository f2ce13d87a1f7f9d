import type { MailPath } from '../../bot/mail.ts'
import type { Clock, Delivery, Knowledge, Log, Store } from '../../bot/ports.ts'
import { createRelay, type Relay } from '../../bot/relay.ts'
import type { MailSettings } from '../config.ts'
import { createMailChannel } from './mail-channel.ts'

/** Sends the letters of the store, with the relay's back-off. An alert that fails is told of no further. */
export function createMailRelay({
  settings,
  store,
  knowledge,
  deskUrl,
  clock,
  log,
  gaveUp,
}: {
  readonly settings: MailSettings
  readonly store: Pick<Store, 'mails' | 'history'>
  readonly knowledge: Knowledge
  readonly deskUrl: () => string
  readonly clock: Clock
  readonly log: Log
  readonly gaveUp: (delivery: Delivery) => Promise<void>
}): Relay {
  const channel = createMailChannel({ settings, knowledge, deskUrl })
  return createRelay({
    store: { ...store.mails, history: store.history },
    channels: () => channel,
    clock,
    log,
    async gaveUp(delivery) {
      const { about }: MailPath = JSON.parse(delivery.returnPath)
      if (about.kind !== 'alert') await gaveUp(delivery)
    },
  })
}
