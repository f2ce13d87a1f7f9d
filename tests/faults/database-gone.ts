import { randomUUID } from 'node:crypto'
import { createPostgresStore } from '../../adapters/storage/postgres-store.ts'
import { STORE_TIMING } from '../../adapters/storage/timing.ts'
import { NEW_CONVERSATION } from '../../bot/conversation.ts'
import type { ConversationEvent } from '../../bot/event.ts'
import type { Store } from '../../bot/ports.ts'
import { paragraph } from '../../dialogs/reply.ts'
import type { Arena } from './arena.ts'
import { unless } from './checker.ts'
import { deliver, letter, send, startLoad } from './citizens.ts'
import { type Fault, type Finding, found, inArena, type Trial } from './fault.ts'
import { healthOf } from './health-of.ts'
import type { Pace } from './pace.ts'
import { pause } from './pause.ts'
import { startTcpProxy } from './tcp-proxy.ts'
import { until } from './until.ts'

const CITIZENS = 4
const NEVER_MS = 3_600_000

export const DATABASE_GONE: readonly Fault[] = [
  {
    id: 'F05',
    title: 'shows a reader that follows the numbers every message, though a writer commits late',
    stores: ['PostgreSQL'],
    run: commitLate,
  },
  {
    id: 'F06',
    title: 'acknowledges nothing while the database is away, and goes on without a restart',
    stores: ['PostgreSQL'],
    run: trial => inArena(trial, arena => takeAway(arena, trial.pace)),
  },
  {
    id: 'F07',
    title: 'refuses what is too much for a slow database, and needs no more memory',
    stores: ['PostgreSQL'],
    run: trial => inArena(trial, arena => slowDown(arena, trial.pace)),
  },
  {
    id: 'F08',
    title: 'tells of changes by its poll while the listener is silently dead',
    stores: ['PostgreSQL'],
    run: trial => silence(trial, { pollMs: 100, heartbeatMs: NEVER_MS }),
  },
  {
    id: 'F08',
    title: 'replaces a listener that is silently dead',
    stores: ['PostgreSQL'],
    run: trial => silence(trial, { pollMs: NEVER_MS, heartbeatMs: 200 }),
  },
]

/** One writer holds its transaction while another wants to write, and a reader reads by the numbers that it knows. */
async function commitLate({ stores, kind, pace }: Trial): Promise<Finding> {
  const test = await stores.create(kind)
  const proxy = await startTcpProxy(test.port)
  const [near, late] = [
    await createPostgresStore(test.settings().DATABASE_URL ?? ''),
    await createPostgresStore(test.settings(proxy.port).DATABASE_URL ?? ''),
  ]
  try {
    const { conversationId } = await near.accept(wrote('raz'), null, new Date())
    const read: number[] = []
    const readOn = async () => {
      for (const { seq } of await near.history(conversationId, read.at(-1) ?? 0)) read.push(seq)
    }

    const held = proxy.hold('COMMIT')
    const first = takeTurn(late, conversationId)
    await held
    const second = near.accept(wrote('dwa'), null, new Date())
    await Promise.race([second, pause(pace.heldMs)])
    await readOn()
    proxy.heal()
    await Promise.all([first, second])
    await readOn()

    return found(unless(read.join() === '1,2,3', `I3: the reader saw ${read.join()} of 1,2,3`))
  } finally {
    await Promise.all([near.close(), late.close()])
    await proxy.stop()
    await test.close()
  }
}

/** What is sent first while the database is away must not be acknowledged before it is back. */
async function takeAway(arena: Arena, pace: Pace): Promise<readonly string[]> {
  const { service, office, proxy, history, rest } = arena
  const violations: string[] = []
  for (const outage of pace.outages) {
    const load = startLoad(office, CITIZENS, pace.pauseMs)
    await history.more(50)

    const before = history.all().length
    proxy[outage]()
    history.add({ kind: 'broke', what: `the database: ${outage}` })
    const early = send(office, letter())
    const desk = askDesk(service.url)
    const health = await healthOf(service.url)
    await Promise.race([Promise.all([early, desk]), pause(pace.outageMs)])
    const acked = ackedAmong(history.all().slice(before))
    if (outage !== 'halfOpen') violations.push(...unless(acked === 0, `I7: ${outage}: ${acked} were acknowledged`))
    proxy.heal()
    history.add({ kind: 'healed', what: `the database: ${outage}` })

    violations.push(
      ...unless(health.live === 200, `F06: ${outage}: live was ${health.live}`),
      ...unless(health.ready !== 200, `F06: ${outage}: ready was 200`),
    )
    if (outage === 'drop') {
      for (const [what, { status, headers }] of Object.entries({ 'a message': await early, 'the desk': await desk })) {
        violations.push(
          ...unless(status === 503, `F06: ${what} was answered with ${status}`),
          ...unless(headers.has('retry-after'), `F06: ${what}: the 503 does not say when to try again`),
        )
      }
    }
    await desk
    await load.stop()
    await rest()
    await until('it is ready again', async () => (await healthOf(service.url)).ready === 200)
  }
  return violations
}

/** Whether a session is alive only the database knows. */
async function askDesk(url: string): Promise<Response> {
  const response = await fetch(`${url}/desk/api/session`, { headers: { cookie: 'desk=none' } })
  await response.arrayBuffer()
  return response
}

/** How many messages were both sent and acknowledged within these entries. */
function ackedAmong(entries: ReturnType<Arena['history']['all']>): number {
  const sent = new Set(entries.flatMap(entry => (entry.kind === 'sent' ? entry.id : [])))
  return entries.filter(entry => entry.kind === 'acked' && sent.has(entry.id)).length
}

async function slowDown({ service, office, proxy, history, rest }: Arena, pace: Pace): Promise<readonly string[]> {
  const crowd = () => Array.from({ length: pace.crowd }, () => letter())
  await Promise.all(crowd().map(each => deliver(office, each)))
  await rest()
  const normal = (await service.tell({ do: 'weigh' })) ?? 0

  proxy.delay(pace.latencyMs)
  const end = performance.now() + pace.slowMs
  const refused = []
  const others: number[] = []
  let heaviest = 0
  while (performance.now() < end) {
    history.add({ kind: 'broke', what: 'the database: slow' })
    const letters = crowd()
    const answers = await Promise.all(letters.map(each => send(office, each)))
    heaviest = Math.max(heaviest, (await service.tell({ do: 'weigh' })) ?? 0)
    refused.push(...letters.filter((_, index) => answers[index]?.status === 503))
    others.push(...answers.map(({ status }) => status).filter(status => status !== 200 && status !== 503))
  }
  proxy.heal()
  await Promise.all(refused.map(each => deliver(office, each)))

  return [
    ...unless(refused.length > 0, 'F07: nothing was refused'),
    ...unless(others.length === 0, `F07: ${others.length} were answered otherwise: ${others[0]}`),
    ...unless(heaviest < 1.5 * normal, `F07: memory went from ${normal} to ${heaviest} bytes`),
  ]
}

/** One replica commits, while the other's listener gets nothing. */
async function silence(
  { stores, kind }: Trial,
  feed: { readonly pollMs: number; readonly heartbeatMs: number },
): Promise<Finding> {
  const test = await stores.create(kind)
  const proxy = await startTcpProxy(test.port)
  const [near, far] = [
    await createPostgresStore(test.settings().DATABASE_URL ?? ''),
    await createPostgresStore(test.settings(proxy.port).DATABASE_URL ?? '', STORE_TIMING, feed),
  ]
  try {
    await until('the listener is there', () => proxy.countWhere('LISTEN') === 1)
    const { conversationId } = await near.accept(wrote('raz'), null, new Date())
    let changes = 0
    far.watch(conversationId, () => changes++)

    proxy.halfOpen('LISTEN')
    if (feed.heartbeatMs < NEVER_MS) await until('another listener is there', () => proxy.countWhere('LISTEN') === 2)
    await takeTurn(near, conversationId)

    await until('the change is told', () => changes > 0)
    return found([])
  } finally {
    await Promise.all([near.close(), far.close()])
    await proxy.stop()
    await test.close()
  }
}

function takeTurn(store: Store, conversationId: string): Promise<unknown> {
  const reply = { reply: { blocks: [paragraph('tak')], choices: [] }, explanation: null }
  return store.takeTurn(conversationId, () => ({ state: NEW_CONVERSATION, replies: [reply] }), new Date())
}

function wrote(text: string): ConversationEvent {
  const origin = { source: 'test', address: 'one', externalId: randomUUID(), returnPath: null, isAwaited: false }
  return { kind: 'citizen-wrote', text, origin }
}
