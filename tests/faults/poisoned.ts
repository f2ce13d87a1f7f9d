import { randomUUID } from 'node:crypto'
import { PHRASES } from '../../dialogs/phrases.ts'
import { emulatorMessage, post } from '../setup/activity.ts'
import type { Arena } from './arena.ts'
import { unless } from './checker.ts'
import { deliver, letter, send, uniqueText } from './citizens.ts'
import { BOTH, type Fault, inArena } from './fault.ts'
import { POISON } from './fault-points.ts'
import type { Pace } from './pace.ts'
import { until } from './until.ts'

const ATTEMPTS = 3

export const POISONED: readonly Fault[] = [
  {
    id: 'F16',
    title: 'gives up a message whose turn throws, says so, and answers the next',
    stores: BOTH,
    run: trial => inArena(trial, arena => swallow(arena, trial.pace, POISON.throws, 0)),
  },
  {
    id: 'F16',
    title: 'gives up a message whose turn never ends, after three processes, says so, and answers the next',
    stores: BOTH,
    run: trial => inArena(trial, arena => swallow(arena, trial.pace, POISON.loops, ATTEMPTS)),
  },
  {
    id: 'F16',
    title: 'gives up a message whose turn ends the process, after three of them, says so, and answers the next',
    stores: BOTH,
    run: trial => inArena(trial, arena => swallow(arena, trial.pace, POISON.aborts, ATTEMPTS)),
  },
  {
    id: 'F16',
    title: 'takes or refuses hostile bodies, and answers the next message',
    stores: BOTH,
    run: trial => inArena(trial, takeHostile),
  },
]

/** Others write while the poison works; nothing is wrong with theirs, so the checker wants them answered. */
async function swallow(
  { service, office, store, history, rest }: Arena,
  pace: Pace,
  poison: string,
  deaths: number,
): Promise<readonly string[]> {
  const conversation = randomUUID()
  await service.tell({ do: 'hold turns' })
  await deliver(office, letter({ conversation, text: uniqueText(poison) }))
  await Promise.all([1, 2, 3].map(() => deliver(office, letter())))
  await service.tell({ do: 'let turns go' })
  const givenUp = `SELECT id FROM inbox WHERE state = 'dead'`
  await until('it is given up', async () => (await store.query(givenUp)).length > 0, pace.patienceMs)
  await deliver(office, letter({ conversation }))
  await rest()

  const apologies = await store.query(
    `SELECT body FROM message JOIN inbox ON inbox.id = event_id WHERE speaker = 'assistant' AND state = 'dead'`,
  )
  const told = apologies.map(({ body }) => String(body))
  const isSorry = told.some(text => text.includes(PHRASES.pl.failed))
  const died = history.of('broke').map(({ what }) => what)
  return [
    ...unless(isSorry, `F16: the citizen was told ${told.join()}`),
    ...unless(history.log().includes('event given up'), 'F16: the log does not tell of it'),
    ...unless(died.length === deaths, `F16: ${died.length} processes died, not ${deaths}: ${died.join(', ')}`),
  ]
}

async function takeHostile({ service, office }: Arena): Promise<readonly string[]> {
  const texts = Object.values(HOSTILE_TEXTS).map(text => send(office, letter({ text })))
  const bodies = Object.values(hostileBodies(office.serviceUrl)).map(body => post(service.url, body))
  const answers = await Promise.all([...texts, ...bodies])
  await deliver(office, letter())
  return [...Object.keys(HOSTILE_TEXTS), ...Object.keys(hostileBodies(''))].flatMap((name, index) => {
    const status = answers[index]?.status ?? 0
    return unless(status >= 200 && status < 500, `F16: ${name} was answered with ${status}`)
  })
}

const HOSTILE_TEXTS = {
  'digits that block a bad pattern': '48'.repeat(32_000),
  'words that block a bad pattern': 'a '.repeat(32_000),
  'an e-mail address that never ends': `${'a.'.repeat(16_000)}@`,
  'half of a sign': 'gdzie \ud800 jest \udc00 urząd',
  'a zero': 'gdzie \0 jest urząd',
}

function hostileBodies(serviceUrl: string): Readonly<Record<string, unknown>> {
  const message = (more: Readonly<Record<string, unknown>>) => emulatorMessage('', { serviceUrl, ...more })
  return {
    'a zero in the id': message({ id: 'a\0b' }),
    'a zero in the conversation': message({ conversation: { id: 'a\0b' } }),
    'a number as text': message({ text: 7 }),
    'deep JSON': '['.repeat(60_000),
    'no JSON': '{',
    'a list': [],
  }
}
