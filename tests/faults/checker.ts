import { MAX_ATTEMPTS } from '../../bot/decide-turn.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import type { Reply } from '../../dialogs/reply.ts'
import type { TestChannel } from './channel.ts'
import { OWN_WORD_LETTERS } from './citizens.ts'
import { deliveryName } from './delivery-name.ts'
import { POISON } from './fault-points.ts'
import type { History } from './history.ts'
import { SECRETS } from './secrets.ts'
import type { Row, TestStore } from './stores.ts'

type Rows = {
  readonly conversations: readonly Row[]
  readonly inbox: readonly Row[]
  readonly messages: readonly Row[]
  readonly deliveries: readonly Row[]
  readonly learning: readonly Row[]
}

/**
 * Compares what senders and the channel saw with what is kept, once everything has come to rest. Gives a line for each breach
 * of an invariant of reliability.md §1; I5 is what the faults with clerks look at themselves.
 */
export async function findViolations(
  history: History,
  store: TestStore,
  show: TestChannel['show'],
): Promise<readonly string[]> {
  const rows: Rows = {
    conversations: await store.query('SELECT id, address, last_seq, return_path FROM conversation'),
    inbox: await store.query(
      'SELECT id, address, external_id, conversation_id, kind, state, is_awaited FROM inbox ORDER BY id',
    ),
    messages: await store.query(
      'SELECT conversation_id, seq, event_id, speaker, body FROM message ORDER BY conversation_id, seq',
    ),
    deliveries: await store.query('SELECT id, conversation_id, seq, state FROM delivery ORDER BY id'),
    learning: await store.query('SELECT conversation_id, seq FROM learning_record'),
  }
  return [
    ...lostMessages(history, rows),
    ...lostReplies(history, rows),
    ...doubleEffects(rows),
    ...wrongOrder(rows),
    ...wrongOrderSeen(history, rows),
    ...mixedUp(history, rows, show),
    ...secretsIn('a log', history.log()),
    ...secretsIn('the store', await store.everything()),
    ...secretsIn(
      'an error body',
      history
        .of('refused')
        .map(({ body }) => body)
        .join('\n'),
    ),
    ...textsIn(history),
  ]
}

/** I1, I7: whatever was acknowledged is kept, as it was written but for what is masked. */
function lostMessages(history: History, { inbox, messages }: Rows): readonly string[] {
  const events = new Map(inbox.map(row => [String(row.external_id), row]))
  const texts = new Map(messages.filter(isCitizens).map(row => [Number(row.event_id), String(row.body)]))
  const sent = new Map(history.of('sent').map(({ id, text }) => [id, text]))
  const sentAt = new Map(
    history
      .of('sent')
      .toReversed()
      .map(({ id, at }) => [id, at]),
  )
  const acked = new Set(history.of('acked').map(({ id }) => id))
  // A message that outlived three processes cannot be told from one that ends them (F16): it is given up, with an apology.
  const mayBeGivenUp = (id: string) => breaksSince(history, sentAt.get(id) ?? 0) >= MAX_ATTEMPTS
  return [...acked].flatMap(id => {
    const event = events.get(id)
    if (!event) return [`I1, I7: ${id} was acknowledged, but is not kept`]
    const text = sent.get(id) ?? ''
    return [
      ...unless(texts.get(Number(event.id)) === masked(text), `I1: ${id} is kept with another text`),
      ...unless(event.state !== 'accepted', `I1: ${id} got no turn`),
      ...unless(
        event.state !== 'dead' || isPoison(text) || mayBeGivenUp(id),
        `I1: ${id} was given up, though nothing is wrong with it`,
      ),
    ]
  })
}

function breaksSince(history: History, moment: number): number {
  return history.of('broke').filter(({ at }) => at > moment).length
}

/** I1: every reply that is pushed reached the channel, or is a dead letter that the log tells of. */
function lostReplies(history: History, { conversations, inbox, messages, deliveries }: Rows): readonly string[] {
  // Pages of the website read their replies: nothing is pushed to them.
  const read = new Set(conversations.filter(row => row.return_path === null).map(({ id }) => id))
  const isPushed = (row: Row) => !isTrue(row.is_awaited) && !read.has(row.conversation_id)
  const pushed = new Set(inbox.filter(isPushed).map(row => Number(row.id)))
  const arrived = new Set(history.of('received').map(({ delivery }) => delivery))
  const placed = new Set(deliveries.map(placeOf))
  const log = history.log()
  return [
    ...messages
      .filter(row => !isCitizens(row) && pushed.has(Number(row.event_id)) && !placed.has(placeOf(row)))
      .map(row => `I1: reply ${placeOf(row)} has no delivery`),
    ...deliveries.flatMap(({ id, state }) => {
      if (state === 'dead') return unless(log.includes(`"delivery":${id},`), `I1: dead letter ${id} is not in the log`)
      return [
        ...unless(state === 'delivered', `I1: delivery ${id} is still waiting`),
        ...unless(arrived.has(Number(id)), `I1: delivery ${id} never reached the channel`),
      ]
    }),
  ]
}

/** After a day of silence, or a clock that says so, citizens are told again who answers. */
function isReminder({ body }: Row): boolean {
  return String(body).includes(PHRASES.pl.stillAutomatic)
}

/** I2: a message has one row of its citizen and one set of replies, each learnt from once; joining has a greeting. */
function doubleEffects({ inbox, messages, learning }: Rows): readonly string[] {
  const greeted = new Set<string>()
  const learnt = new Set(learning.map(placeOf))
  const byEvent = Map.groupBy(messages, row => Number(row.event_id))
  const twice = inbox.length - new Set(inbox.map(row => `${row.address} ${row.external_id}`)).size
  return [
    ...unless(twice === 0, `I2: ${twice} ids are kept twice`),
    ...inbox
      .filter(({ state }) => state !== 'accepted')
      .flatMap(({ id, conversation_id, kind, state, external_id }) => {
        const rows = byEvent.get(Number(id)) ?? []
        const replies = rows.filter(row => !isCitizens(row) && !isReminder(row))
        const isGivenUp = state === 'dead'
        const isFirst = !greeted.has(String(conversation_id))
        if (isFirst) greeted.add(String(conversation_id))
        if (kind === 'citizen-joined') return unless(rows.length === 1, `I2: ${external_id} has ${rows.length} rows`)
        const answers = rows.filter(row => learnt.has(placeOf(row))).length
        return [
          ...unless(rows.filter(isCitizens).length === 1, `I2: ${external_id} is kept more than once`),
          ...unless(replies.length === (isFirst ? 2 : 1), `I2: ${external_id} has ${replies.length} replies`),
          ...unless(answers === (isGivenUp ? 0 : 1), `I2: ${external_id} was learnt from ${answers} times`),
        ]
      }),
  ]
}

/** I3: numbers without gaps, and replies in the order of the messages that they answer. */
function wrongOrder({ conversations, messages }: Rows): readonly string[] {
  const byConversation = Map.groupBy(messages, row => String(row.conversation_id))
  return conversations.flatMap(({ id, last_seq }) => {
    const rows = byConversation.get(String(id)) ?? []
    const asked = rows.filter(isCitizens).map(row => Number(row.event_id))
    const answered = rows.filter(row => !isCitizens(row)).map(row => Number(row.event_id))
    return [
      ...unless(
        rows.every((row, index) => Number(row.seq) === index + 1),
        `I3: ${id} has a gap in its numbers`,
      ),
      ...unless(rows.length === Number(last_seq), `I3: ${id} has ${rows.length} rows, but says ${last_seq}`),
      ...unless(isAscending(asked), `I3: messages of ${id} are numbered in another order than they came`),
      ...unless(isAscending(answered), `I3: messages of ${id} are answered in another order than they came`),
    ]
  })
}

/** I3, D8: the channel got a conversation's replies by their numbers, with at most one repeat for each fault meanwhile. */
function wrongOrderSeen(history: History, { deliveries, conversations }: Rows): readonly string[] {
  const places = new Map(
    deliveries.map(({ id, conversation_id, seq }) => [Number(id), { conversation_id, seq: Number(seq) }]),
  )
  const addresses = new Map(conversations.map(({ id, address }) => [id, String(address)]))
  const firstSent = new Map(
    history
      .of('sent')
      .toReversed()
      .map(({ conversation, at }) => [conversation, at]),
  )
  const broke = history.of('broke')
  const seen = Map.groupBy(history.of('received'), ({ delivery }) => places.get(delivery)?.conversation_id)
  return [...seen].flatMap(([id, received]) => {
    let last = 0
    let repeats = 0
    const began = firstSent.get(addresses.get(id) ?? '') ?? 0
    return received.flatMap(({ delivery, at }) => {
      const seq = places.get(delivery)?.seq ?? 0
      if (seq < last) return [`I3: the channel saw reply ${seq} of ${id} after reply ${last}`]
      if (seq > last) {
        last = seq
        return []
      }
      repeats++
      const faults = broke.filter(fault => fault.at >= began && fault.at <= at).length
      return unless(repeats <= faults, `D8: the channel saw reply ${seq} of ${id} again, after ${faults} faults`)
    })
  })
}

/** I4: what the channel got under a number is what is kept under it, in the conversation that it was written for. */
function mixedUp(
  history: History,
  { deliveries, messages, conversations }: Rows,
  show: TestChannel['show'],
): readonly string[] {
  const addresses = new Map(conversations.map(({ id, address }) => [id, String(address)]))
  const bodies = new Map(messages.map(row => [placeOf(row), String(row.body)]))
  const wanted = new Map(deliveries.map(row => [Number(row.id), row]))
  const texts = Map.groupBy(history.of('sent'), ({ conversation }) => conversation)
  return [
    ...history.of('received').flatMap(({ delivery, conversation, text }) => {
      const row = wanted.get(delivery)
      if (!row) return [`I4: the channel got delivery ${delivery}, which is not kept`]
      return [
        ...unless(
          addresses.get(row.conversation_id) === conversation,
          `I4: delivery ${delivery} went to ${conversation}`,
        ),
        ...unless(
          text === shown(bodies.get(placeOf(row)), delivery, show),
          `I4: delivery ${delivery} has another text`,
        ),
      ]
    }),
    ...history.of('traced').flatMap(({ conversation, question }) => {
      const isAsked = texts.get(conversation)?.some(({ text }) => masked(text) === question) ?? false
      return unless(isAsked, `I4: ${conversation} was told of a question of another conversation`)
    }),
  ]
}

/** I6: the seeded values. */
function secretsIn(place: string, text: string): readonly string[] {
  return Object.entries(SECRETS).flatMap(([name, secret]) =>
    unless(!text.includes(secret), `I6: ${place} holds the ${name}`),
  )
}

/** I6: nothing that a citizen wrote stands in a log; each text has a word of its own. */
function textsIn(history: History): readonly string[] {
  const logged = new Set(history.log().split(/[^a-z]+/))
  return history.of('sent').flatMap(({ id, text }) => {
    const own = text.split(' ').filter(word => word.length === OWN_WORD_LETTERS)
    return unless(!own.some(word => logged.has(word)), `I6: a log holds the text of ${id}`)
  })
}

/** One line when the condition does not hold. */
export function unless(condition: boolean, line: string): readonly string[] {
  return condition ? [] : [line]
}

function isCitizens({ speaker }: Row): boolean {
  return speaker === 'citizen'
}

/** Databases have their own ways to say yes. */
function isTrue(value: unknown): boolean {
  return value === true || value === 1
}

function placeOf({ conversation_id, seq }: Row): string {
  return `${conversation_id}|${seq}`
}

function isPoison(text: string): boolean {
  return Object.values(POISON).some(word => text.includes(word))
}

/** Characters that are kept of a message on a channel that takes any length (S18). */
const MOST_KEPT = 20_000

/** The text as it may be kept. */
function masked(text: string): string {
  const kept = text.length > MOST_KEPT ? `${text.slice(0, MOST_KEPT)} […]` : text
  return kept.toWellFormed().replaceAll('\0', ' ').replace(SECRETS.pesel, '[PESEL]').replace(SECRETS.iban, '[NR KONTA]')
}

function shown(body: string | undefined, delivery: number, show: TestChannel['show']): string | undefined {
  if (body === undefined) return undefined
  const reply: Reply = JSON.parse(body)
  return show({ ...reply, blocks: [...reply.blocks, deliveryName(delivery)] })
}

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => number >= (numbers[index - 1] ?? 0))
}
