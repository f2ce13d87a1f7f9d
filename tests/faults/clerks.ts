import { randomUUID } from 'node:crypto'
import { STORE_TIMING } from '../../adapters/storage/timing.ts'
import type { CommandResult } from '../../bot/desk-commands.ts'
import type { DeskPerson } from '../../bot/desk-person.ts'
import { type Arena, createArena } from './arena.ts'
import { unless } from './checker.ts'
import { deliver, letter, uniqueText } from './citizens.ts'
import type { DeskCall } from './desk-call.ts'
import { BOTH, type Fault, type Finding, found, type Trial } from './fault.ts'
import { pause } from './pause.ts'
import type { Service } from './service.ts'
import { until } from './until.ts'

const ANNA: DeskPerson = { clerkId: 'anna', name: 'Anna Nowak', roles: ['clerk'], departments: ['transport'] }
const JAN: DeskPerson = { clerkId: 'jan', name: 'Jan Wilk', roles: ['clerk'], departments: ['transport'] }

export const CLERKS: readonly Fault[] = [
  {
    id: 'F10',
    title: 'tells the citizen of a clerk who is gone, finds another, and refuses what the first says later',
    stores: BOTH,
    run: trial => atDesk(trial, loseClerk),
  },
  {
    id: 'F11',
    title: 'lets one of 100 clerks on two replicas have a conversation, and tells the others who',
    stores: ['PostgreSQL'],
    run: trial => atDesk(withPatientHolds(trial), takeAtOnce, 2),
  },
  {
    id: 'F12',
    title: 'keeps the clerk, and loses and doubles no words, when a replica dies in the middle of a talk',
    stores: ['PostgreSQL'],
    run: trial => atDesk(withPatientHolds(trial), talkThroughDeath, 2),
  },
]

/** The checker of the bot's own turns knows nothing of clerks; each of these looks at what it promises. */
async function atDesk(
  { stores, kind, pace }: Trial,
  work: (arena: Arena) => Promise<readonly string[]>,
  replicas = 1,
): Promise<Finding> {
  const arena = await createArena(stores, kind, pace, replicas)
  try {
    return found(await work(arena))
  } finally {
    await arena.stop()
  }
}

/** Where it is not about silent clerks, nobody has to be heard of every few moments. */
function withPatientHolds(trial: Trial): Trial {
  const { silentMs, lostMs } = STORE_TIMING
  return { ...trial, pace: { ...trial.pace, timing: { ...trial.pace.timing, silentMs, lostMs } } }
}

async function loseClerk({ service, office, store }: Arena): Promise<readonly string[]> {
  const conversationId = await waiting({ service, office, store })
  const first = await take(service, ANNA, conversationId)
  const told = (text: string) => async () => (await said(store, conversationId)).some(each => each.includes(text))
  await until('the citizen is told that the clerk is silent', told('pracownik nie ma teraz połączenia'))
  await until('another clerk is looked for', async () => {
    await ask(service, { method: 'setPresence', args: [JAN, 'free'] })
    return told('Szukam innego pracownika')()
  })
  const second = await take(service, JAN, conversationId)
  const late = await write(service, ANNA, conversationId, epochOf(first), 'spóźnione słowa')

  const texts = await said(store, conversationId)
  return [
    ...unless(second.kind === 'done', `F10: the other clerk got ${JSON.stringify(second)}`),
    ...unless(
      late.kind === 'refused' && late.refusal.kind === 'hold-lost' && late.refusal.by?.name === JAN.name,
      `F10: the first clerk was answered ${JSON.stringify(late)}`,
    ),
    ...unless(!texts.some(text => text.includes('spóźnione')), 'F10: the words of the old hold were kept'),
  ]
}

async function takeAtOnce({ service, services, office, store }: Arena): Promise<readonly string[]> {
  const conversationId = await waiting({ service, office, store })
  const clerks = Array.from({ length: 100 }, (_, index) => ({ ...ANNA, clerkId: `k${index}`, name: `Klerk ${index}` }))
  const results = await Promise.all(
    clerks.map((clerk, index) => take(services[index % services.length] ?? service, clerk, conversationId)),
  )
  const [winner, ...others] = results.filter(({ kind }) => kind === 'done')
  const name = winner?.kind === 'done' ? winner.conversation.clerk?.name : undefined
  const told = results.filter(
    result => result.kind === 'refused' && result.refusal.kind === 'taken' && result.refusal.by.name === name,
  )
  return [
    ...unless(winner !== undefined && others.length === 0, `F11: ${others.length + 1} clerks have the conversation`),
    ...unless(told.length === clerks.length - 1, `F11: ${told.length} clerks learnt who has it`),
  ]
}

const WORDS_EACH = 10

async function talkThroughDeath({
  services,
  service,
  office,
  store,
  history,
  rest,
}: Arena): Promise<readonly string[]> {
  const address = randomUUID()
  const conversationId = await waiting({ service, office, store }, address)
  const epoch = epochOf(await take(service, ANNA, conversationId))
  const asked: string[] = []
  const answered: string[] = []
  for (let index = 0; index < WORDS_EACH; index++) {
    if (index === WORDS_EACH / 2) await service.kill()
    const question = letter({ conversation: address })
    const answer = uniqueText('odpowiadam na pytanie')
    await Promise.all([deliver(office, question), writeOn(services, index, conversationId, epoch, answer)])
    asked.push(question.text)
    answered.push(answer)
  }
  await rest()

  const texts = await said(store, conversationId)
  const times = (text: string) => texts.filter(each => each.includes(text)).length
  const received = history.of('received').map(({ text }) => text)
  const [held] = await store.query(`SELECT clerk_id, epoch, kind FROM desk_conversation`)
  return [
    ...[...asked, ...answered].flatMap(text =>
      unless(times(text) === 1, `I1, I2: "${text}" is kept ${times(text)} times`),
    ),
    ...answered.flatMap(text =>
      unless(
        received.some(each => each.includes(text)),
        `I1: "${text}" never reached the channel`,
      ),
    ),
    ...unless(
      held?.clerk_id === ANNA.clerkId && Number(held.epoch) === epoch && held.kind === 'clerk',
      `F12: the conversation is with ${JSON.stringify(held)}`,
    ),
    ...unless(history.of('broke').length === 1, `F12: ${history.of('broke').length} processes died`),
  ]
}

/** A citizen who waits for a clerk, after one has come to the desk. Gives the conversation. */
async function waiting(
  { service, office, store }: Pick<Arena, 'service' | 'office' | 'store'>,
  conversation: string = randomUUID(),
): Promise<string> {
  const query = `SELECT conversation_id FROM desk_conversation WHERE kind = 'queue'`
  // Where the wish comes too late for a clerk who is soon silent, it is a ticket, and the next one waits.
  await until('the citizen waits', async () => {
    await ask(service, { method: 'setPresence', args: [ANNA, 'free'] })
    await deliver(office, letter({ conversation, text: 'pracownik' }))
    return (await store.query(query)).length > 0
  })
  return String((await store.query(query))[0]?.conversation_id)
}

function ask(service: Service, call: DeskCall): Promise<unknown> {
  return service.askDesk(call)
}

/** What the desk answers; it went through JSON, so that its dates are texts, which nobody looks at here. */
async function take(service: Service, clerk: DeskPerson, conversationId: string): Promise<CommandResult> {
  const args = [clerk, { conversationId, commandId: randomUUID() }]
  return (await ask(service, { method: 'take', args })) as CommandResult
}

async function write(
  service: Service,
  clerk: DeskPerson,
  conversationId: string,
  epoch: number,
  text: string,
  commandId: string = randomUUID(),
): Promise<CommandResult> {
  return (await ask(service, {
    method: 'write',
    args: [clerk, { conversationId, commandId, epoch, text }],
  })) as CommandResult
}

/** As a desk page does: again, on whichever replica answers, with the same command. */
async function writeOn(
  services: readonly Service[],
  first: number,
  conversationId: string,
  epoch: number,
  text: string,
): Promise<void> {
  const commandId = randomUUID()
  for (let attempt = first; ; attempt++) {
    const service = services[attempt % services.length]
    // A process that dies meanwhile answers nothing.
    const result =
      service && (await write(service, ANNA, conversationId, epoch, text, commandId).catch(() => undefined))
    if (result?.kind === 'done') return
    await pause(20)
  }
}

function epochOf(result: CommandResult): number {
  if (result.kind !== 'done') throw new Error(`the clerk did not get the conversation: ${JSON.stringify(result)}`)
  return result.conversation.epoch
}

/** Bodies of all that was said, by whomever. */
async function said({ query }: Pick<Arena['store'], 'query'>, conversationId: string): Promise<readonly string[]> {
  const rows = await query(`SELECT body FROM message WHERE conversation_id = '${conversationId}' ORDER BY seq`)
  return rows.map(({ body }) => String(body))
}
