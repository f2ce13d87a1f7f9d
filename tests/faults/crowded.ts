import { randomUUID } from 'node:crypto'
import type { Activity } from 'botbuilder'
import {
  type Answer,
  call,
  type Grant,
  generate,
  openStream,
  type Page,
  pageWith,
  type Stream,
  start,
} from '../setup/direct-line.ts'
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

/** No answer came at all. */
const NO_ANSWER: Answer<Grant> = {
  status: 0,
  headers: new Headers(),
  text: '',
  body: { conversationId: '', token: '', expires_in: 0, resumeToken: '', streamUrl: '' },
}
const AGAIN = [NO_ANSWER.status, ...HONEST]

const AT_A_TIME = 10
const PAUSE_BEFORE_REPEAT_MS = 100

export const CROWDED: readonly Fault[] = [
  {
    id: 'F17',
    title: 'answers a crowd on the website in time, and a ten times larger one honestly',
    stores: BOTH,
    run: trial => inArena(trial, arena => crowd(arena, trial.pace)),
  },
]

/** A citizen with the chat open, whose page comes back when its stream ends. */
type Visitor = {
  /** With a token that is good for a while yet. */
  readonly page: () => Promise<Page>
  /** Messages in the order in which the page was told of them. */
  readonly seen: readonly Partial<Activity>[]
  /** Replies that are to come: one to the greeting, one to each message that was acknowledged. */
  expected: number
  /** Resolves once so many replies have come. */
  readonly replied: (count: number) => Promise<void>
  readonly leave: () => void
}

type Sent = { readonly status: number; readonly ackMs: number; readonly replyMs: number }

async function crowd(arena: Arena, pace: Pace): Promise<readonly string[]> {
  const visitors: Visitor[] = []
  const come = (count: number) => gather(count, async () => visitors.push(await visit(arena.service.url)))
  try {
    await come(pace.visitors)
    const regulars = [...visitors]
    const base = () => load(arena, regulars, pace.visitsPerSecond, pace.visitMs)
    const violations = inTime('base', await base())
    if (pace.rush > 1) {
      await come(pace.visitors * (pace.rush - 1))
      violations.push(...(await rush(arena, visitors, pace)), ...inTime('after the rush', await base()))
    }
    for (const visitor of visitors) violations.push(...(await whatWasMissed(visitor)))
    return violations
  } finally {
    for (const { leave } of visitors) leave()
  }
}

async function rush(arena: Arena, visitors: readonly Visitor[], pace: Pace): Promise<readonly string[]> {
  const { service } = arena
  await service.tell({ do: 'measure lag' })
  const sent = await load(arena, visitors, pace.visitsPerSecond * pace.rush, pace.visitMs)
  const lag = (await service.tell({ do: 'measure lag' })) ?? 0
  const bytes = (await service.tell({ do: 'weigh' })) ?? 0
  const acks = sent.filter(({ status }) => status === 200).map(({ ackMs }) => ackMs)
  const late = percentile(acks, 99)
  const dishonest = sent.filter(({ status }) => status !== 200 && !HONEST.includes(status))
  return [
    ...unless(late <= MOST_ACK_MS, `F17: the rush was acknowledged in ${late} ms (p99)`),
    ...unless(dishonest.length === 0, `F17: ${dishonest.length} were answered with ${dishonest[0]?.status}`),
    ...unless(bytes < MOST_BYTES, `F17: memory went to ${bytes} bytes`),
    ...unless(lag < MOST_LAG_MS, `F17: the event loop was late by ${lag} ms (p99)`),
  ]
}

/** So many, a few at a time. */
async function gather(count: number, make: () => Promise<unknown>): Promise<void> {
  const few = async () => {
    for (let index = 0; index < count / AT_A_TIME; index++) await make()
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, few))
}

async function visit(url: string): Promise<Visitor> {
  const { body: grant } = await granted(() => generate(url))
  const { body: started } = await granted(() => start(url, grant.token))
  const page = keptFresh(url, grant)
  const seen: Partial<Activity>[] = []
  const waiting = new Set<{ readonly count: number; readonly resolve: () => void }>()
  let stream: Stream | undefined
  let isGone = false

  function take(activities: readonly Partial<Activity>[]): void {
    seen.push(...activities.filter(({ type }) => type === 'message'))
    for (const each of waiting) {
      if (repliesAmong(seen) < each.count) continue
      waiting.delete(each)
      each.resolve()
    }
  }

  async function follow(streamUrl: string): Promise<void> {
    stream = await openStream(streamUrl, {}, take).catch(() => undefined)
    await stream?.closed
    if (isGone) return
    await pause(PAUSE_BEFORE_REPEAT_MS)
    const { conversationId, token } = await page()
    const address = `${url}/directline/conversations/${conversationId}?watermark=${seqOf(seen.at(-1))}`
    const { body } = await granted(
      () => call<Grant>(address, { token }),
      () => isGone,
    )
    await follow(body.streamUrl)
  }

  const visitor: Visitor = {
    page,
    seen,
    expected: 1,
    replied: count =>
      new Promise(resolve => {
        waiting.add({ count, resolve })
        take([])
      }),
    leave() {
      isGone = true
      stream?.close()
    },
  }
  follow(started.streamUrl)
  await visitor.replied(1)
  return visitor
}

/** A page that comes back with its resume token after half of its token's time. */
function keptFresh(url: string, first: Grant): () => Promise<Page> {
  const renewAt = ({ expires_in }: Grant) => performance.now() + (expires_in * 1000) / 2
  let [page, at] = [pageWith(url, first), renewAt(first)]
  return async () => {
    if (performance.now() < at) return page
    const { resumeToken } = page
    const { body } = await granted(() => call<Grant>(`${url}/directline/tokens/resume`, { body: { resumeToken } }))
    page = pageWith(url, body)
    at = renewAt(body)
    return page
  }
}

/** As a page does: again and again while it is told to, or gets no answer. */
async function granted(ask: () => Promise<Answer<Grant>>, isGone = () => false): Promise<Answer<Grant>> {
  for (;;) {
    const answer = await ask().catch(() => NO_ANSWER)
    if (isGone() || !AGAIN.includes(answer.status)) return answer
    await pause(PAUSE_BEFORE_REPEAT_MS)
  }
}

function seqOf(activity: Partial<Activity> | undefined): number {
  return Number(activity?.id?.split('|')[1] ?? 0)
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
  const page = await visitor.page()
  history.add({ kind: 'sent', id, conversation: page.conversationId, text })
  const began = performance.now()
  const { status, text: body } = await page.write(text, name).catch(() => NO_ANSWER)
  const ackMs = performance.now() - began
  if (status !== 200) {
    history.add({ kind: 'refused', id, status, body })
    return { status, ackMs, replyMs: ackMs }
  }
  history.add({ kind: 'acked', id })
  await visitor.replied(++visitor.expected)
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

/** I1, I3: the page was told of each message once, in the order in which it is kept. */
async function whatWasMissed({ page, seen }: Visitor): Promise<readonly string[]> {
  const { conversationId, read } = await page()
  const kept = (await read()).body.activities.map(({ id }) => id)
  return unless(
    seen.map(({ id }) => id).join() === kept.join(),
    `I1, I3: the page of ${conversationId} saw other messages than are kept`,
  )
}

function repliesAmong(messages: readonly Partial<Activity>[]): number {
  return messages.filter(({ from }) => from?.role === 'bot').length
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return Math.round(sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0)
}
