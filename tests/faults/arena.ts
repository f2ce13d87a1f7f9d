import { openEmulator, type TestChannel } from './channel.ts'
import { findViolations } from './checker.ts'
import type { Office } from './citizens.ts'
import { createHistory, type History } from './history.ts'
import type { Pace } from './pace.ts'
import { type Service, startService } from './service.ts'
import type { StoreKind, Stores, TestStore } from './stores.ts'
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts'
import { until } from './until.ts'

/** Everything that a fault is tried on: an empty store, replicas of the service, a channel, and a history. */
export type Arena = {
  readonly store: TestStore
  /** The first of them. */
  readonly service: Service
  /** Between the service and its database. Lets everything through until told otherwise. */
  readonly proxy: TcpProxy
  readonly services: readonly Service[]
  readonly office: Office
  readonly history: History
  /** Resolves once every message has its turn and every reply was sent. */
  readonly rest: () => Promise<void>
  /** Comes to rest, and gives what the checker finds. */
  readonly violations: () => Promise<readonly string[]>
  readonly stop: () => Promise<void>
}

/** `open`: what citizens write on. */
export async function createArena(
  stores: Stores,
  kind: StoreKind,
  pace: Pace,
  replicas = 1,
  open: (history: History) => Promise<TestChannel> = openEmulator,
): Promise<Arena> {
  const store = await stores.create(kind)
  const history = createHistory()
  const channel = await open(history)
  const proxy = await startTcpProxy(store.port)
  const settings = {
    ...pace.settings,
    ...channel.settings,
    ...store.settings(proxy.port),
    STORE_TIMING: JSON.stringify(pace.timing),
  }
  const services: Service[] = []
  const stop = async () => {
    proxy.heal()
    await Promise.all(services.map(each => each.stop()))
    await channel.stop()
    await proxy.stop()
    await store.close()
  }
  try {
    for (let replica = 0; replica < replicas; replica++) services.push(await startService(settings, history))
  } catch (error) {
    await stop()
    throw error
  }
  const [service] = services
  if (!service) throw new Error('an arena needs a replica')
  let attempts = 0

  async function rest(): Promise<void> {
    const waiting = `SELECT (SELECT count(*) FROM inbox WHERE state = 'accepted')
      + (SELECT count(*) FROM delivery WHERE state = 'waiting') AS waiting`
    await until(
      'every message has its turn and every reply was sent',
      async () => Number((await store.query(waiting))[0]?.waiting) === 0,
      pace.patienceMs,
    )
  }

  return {
    store,
    proxy,
    service,
    services,
    history,
    office: {
      address: () => services[attempts++ % services.length]?.url ?? '',
      hand: channel.hand,
      serviceUrl: channel.serviceUrl,
      history,
    },
    rest,
    async violations() {
      await rest()
      return findViolations(history, store, channel.show)
    },
    stop,
  }
}
