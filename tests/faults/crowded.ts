import { randomUUID } from 'node:crypto'
import { generate, openStream, type Page, pageWith, type Stream, start } from '../setup/direct-line.ts'
import type { Arena } from './arena.ts'
import { unless } from './checker.ts'
import { uniqueText } from './citizens.ts'
import { BOTH, type Fault, inArena } from './fault.ts'
import type { Pace } from './pace.ts'
import { pause } from './pause.ts'

const MOST_REPLY_MS = 2000
const MOST_ACK_MS = 2000
const MOST_BYTES = 1024 ** 3
const MOST_LAG_MS = 200

/** Refusals that are honest under load: the page is told to try again. */
const HONEST = [429, 503]

const AT_A_TIME = 10

export const CROWDED: readonly Fault[] = [
  {
    id: 'F17',
    title: 'answers a crowd on the website in time, and a ten times larger one honestly',
    stores: BOTH,
    run: trial => inArena(trial, arena => crowd(arena, trial.pace)),
  },
]

/** A citizen with the chat open. */
type Visitor = {
  readonly page: Page
  readonly stream: Stream
  /** Replies that are to come: one to the greeting, one to each message that was acknowledged. */
  expected: number
}

type Sent = { readonly status: number; readonly ackMs: number; readonly replyMs: number }

async function crowd(arena: Arena, pace: Pace): Promise<readonly string[]> {
  const { service } = arena
  const visitors = await gather(pace.visitors, () => visit(service.url))
  const violations = inTime('base', await load(arena, visitors, pace.visitsPerSecond, pace.visitMs))

  if (pace.rush > 1) {
    const more = await gather(pace.visitors * (pace.rush - 1), () => visit(service.url))
    await service.tell({ do: 'measure lag' })
    const all = [...visitors, ...more]
    const sent = await load(arena, all, pace.visitsPerSecond * pace.rush, pace.visitMs)
    const lag = (await service.tell({ do: 'measure lag' })) ?? 0
    const bytes = (await service.tell({ do: 'weigh' })) ?? 0
    const late = percentile(
      sent.filter(({ status }) => status === 200).map(({ ackMs }) => ackMs),
      99,
    )
    const dishonest = sent.filter(({ status }) => status !== 200 && !HONEST.includes(status))
    violations.push(
      ...unless(late <= MOST_ACK_MS, `F17: the rush was acknowledged in ${late} ms (p99)`),
      ...unless(dishonest.length === 0, `F17: ${dishonest.length} were answered with ${dishonest[0]?.status}`),
      ...unless(bytes < MOST_BYTES, `F17: memory went to ${bytes} bytes`),
      ...unless(lag < MOST_LAG_MS, `F17: the event loop was late by ${lag} ms (p99)`),
      ...inTime('after the rush', await load(arena, visitors, pace.visitsPerSecond, pace.visitMs / 10)),
    )
    visitors.push(...more)
  }

  const missed = await Promise.all(visitors.map(leave))
  return [...violations, ...missed.flat()]
}

/** So many, a few at a time. */
async function gather<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = []
  const few = async () => {
    for (let index = 0; index < count / AT_A_TIME; index++) made.push(await make())
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, few))
  return made
}

async function visit(url: string): Promise<Visitor> {
  const grant = (await generate(url)).body
  const { streamUrl } = (await start(url, grant.token)).body
  const visitor = { page: pageWith(url, grant), stream: await openStream(streamUrl), expected: 1 }
  await visitor.stream.until(all => repliesAmong(all) === 1)
  return visitor
}

/** So many messages in each second, whether the last ones were answered or not; one visitor after another. */
async function load(
  { history }: Arena,
  visitors: readonly Visitor[],
  perSecond: number,
  ms: number,
): Promise<readonly Sent[]> {
  const under: Promise<Sent>[] = []
  const began = performance.now()
  for (let count = 0; performance.now() - began < ms; count++) {
    const visitor = visitors[count % visitors.length]
    if (visitor) under.push(ask(visitor, history))
    await pause(Math.max(0, began + ((count + 1) * 1000) / perSecond - performance.now()))
  }
  return Promise.all(under)
}

async function ask(visitor: Visitor, history: Arena['history']): Promise<Sent> {
  const name = randomUUID()
  const [id, text] = [`client:${name}`, uniqueText()]
  history.add({ kind: 'sent', id, conversation: visitor.page.conversationId, text })
  const began = performance.now()
  const { status, text: body } = await visitor.page.write(text, name)
  const ackMs = performance.now() - began
  if (status !== 200) {
    history.add({ kind: 'refused', id, status, body })
    return { status, ackMs, replyMs: ackMs }
  }
  history.add({ kind: 'acked', id })
  const wanted = ++visitor.expected
  await visitor.stream.until(all => repliesAmong(all) >= wanted)
  return { status, ackMs, replyMs: performance.now() - began }
}

function inTime(when: string, sent: readonly Sent[]): string[] {
  const refused = sent.filter(({ status }) => status !== 200)
  const late = percentile(
    sent.map(({ replyMs }) => replyMs),
    95,
  )
  return [
    ...unless(refused.length === 0, `F17: ${when}: ${refused.length} were answered with ${refused[0]?.status}`),
    ...unless(late <= MOST_REPLY_MS, `F17: ${when}: replies took ${late} ms (p95)`),
  ]
}

/** I1, I3: the stream brought each message once, in the order in which it is kept. */
async function leave({ page, stream }: Visitor): Promise<readonly string[]> {
  const kept = (await page.read()).body.activities.map(({ id }) => id)
  const seen = stream.received.flatMap(({ activities }) => activities).flatMap(({ id }) => id ?? [])
  stream.close()
  return unless(
    seen.join() === kept.join(),
    `I1, I3: the page of ${page.conversationId} saw other messages than are kept`,
  )
}

function repliesAmong(activities: Parameters<Parameters<Stream['until']>[0]>[0]): number {
  return activities.filter(({ type, from }) => type === 'message' && from?.role === 'bot').length
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return Math.round(sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0)
}
