import { randomUUID } from 'node:crypto'
import { NEW_CONVERSATION, readState, writeState } from '../../bot/conversation.ts'
import { decideTurn } from '../../bot/decide-turn.ts'
import { NO_DESK } from '../../bot/desk-state.ts'
import { RULES } from '../fixtures/desk.ts'
import type { Answer } from '../setup/activity.ts'
import { emulatorMessage, post } from '../setup/activity.ts'
import { realKnowledge } from '../setup/knowledge.ts'
import type { Arena } from './arena.ts'
import { unless } from './checker.ts'
import { deliver, letter, send, uniqueText } from './citizens.ts'
import { BOTH, type Fault, inArena, type Trial } from './fault.ts'
import type { Pace } from './pace.ts'
import { pause } from './pause.ts'
import type { Row } from './stores.ts'

const COPIES = 5
const LETTERS = 10
const WEEK_MS = 7 * 24 * 60 * 60 * 1000

export const REPEATED: readonly Fault[] = [
  {
    id: 'F02',
    title: 'takes a message once that comes five times at once, one after another, and again after a week',
    stores: BOTH,
    run: trial => inArena(trial, repeat, replicasOf(trial)),
  },
  {
    id: 'F03',
    title: 'gives repeats the replies of the slow first attempt, without a second turn',
    stores: BOTH,
    run: trial => inArena(trial, arena => overlap(arena, trial.pace)),
  },
  {
    id: 'F04',
    title: 'answers messages that arrive in any order by their numbers, and leaves edits alone',
    stores: BOTH,
    run: trial => inArena(trial, arena => shuffle(arena, trial.pace), replicasOf(trial)),
  },
]

function replicasOf({ kind }: Trial): number {
  return kind === 'PostgreSQL' ? 2 : 1
}

/** The checker finds what was taken twice; here it counts that every copy was acknowledged alike. */
async function repeat({ office, services, rest }: Arena): Promise<readonly string[]> {
  const letters = Array.from({ length: LETTERS }, () => letter())
  const copies = (count: number) =>
    Promise.all(letters.flatMap(each => Array.from({ length: count }, () => send(office, each))))

  const atOnce = await copies(COPIES)
  await rest()
  const afterwards = await copies(1)
  await Promise.all(services.map(each => each.tell({ do: 'set clock', offByMs: WEEK_MS })))
  const afterAWeek = await copies(1)

  const others = [...atOnce, ...afterwards, ...afterAWeek].filter(({ status }) => status !== 200)
  return unless(others.length === 0, `I2: ${others.length} copies got another answer than 200: ${others[0]?.status}`)
}

async function overlap({ service, office, history }: Arena, pace: Pace): Promise<readonly string[]> {
  const asked = letter({ more: { deliveryMode: 'expectReplies' } })
  await service.tell({ do: 'hold turns' })

  const attempts = [0, ...pace.repeatsAfterMs].map(async ms => {
    await pause(ms)
    return send(office, asked)
  })
  await pause(pace.slowTurnMs)
  await service.tell({ do: 'let turns go' })
  const answers = [...(await Promise.all(attempts)), await deliver(office, asked)]

  const given = new Set(answers.filter(({ status }) => status === 200).map(textsOf))
  const others = answers.filter(({ status }) => status !== 200 && status !== 504)
  const turns = history.log().split('"turn committed"').length - 1
  return [
    ...unless(given.size === 1 && !given.has(''), `I2: the repeats got ${given.size} different answers`),
    ...unless(others.length === 0, `I2: a repeat was answered with ${others[0]?.status}`),
    ...unless(turns === 1, `I2: ${turns} turns were taken`),
  ]
}

function textsOf({ activities }: Answer): string {
  return activities.map(({ text }) => String(text)).join('\n')
}

async function shuffle({ office, store, rest }: Arena, pace: Pace): Promise<readonly string[]> {
  const conversation = randomUUID()
  const letters = Array.from({ length: pace.shuffled }, () => letter({ conversation }))
  const edits = letters.slice(0, 10).map(({ id }) =>
    emulatorMessage(uniqueText(), {
      type: 'messageUpdate',
      id,
      serviceUrl: office.serviceUrl,
      conversation: { id: conversation },
    }),
  )

  const answers = await Promise.all([
    ...letters.map(each => deliver(office, each)),
    ...edits.map(edit => post(office.address(), edit)),
  ])
  await rest()

  const [row] = await store.query('SELECT id, state FROM conversation')
  const told = await store.query(`SELECT body, seq FROM message WHERE speaker = 'citizen' ORDER BY seq`)
  return [
    ...unless(
      answers.every(({ status }) => status === 200),
      'F04: not everything was acknowledged',
    ),
    ...unless(told.length === letters.length, `F04: ${letters.length} messages were sent, but ${told.length} are kept`),
    ...unless(
      comparable(String(row?.state)) === stateAfter(String(row?.id), told),
      'F04: the state is not what the messages lead to in their order',
    ),
  ]
}

/** But for when the citizen was last heard of, which no message says. */
function comparable(state: string): string {
  return writeState({ ...readState(state), heardAt: null })
}

/** What the messages lead to one after another. */
function stateAfter(id: string, told: readonly Row[]): string {
  const knowledge = realKnowledge()
  let state = NEW_CONVERSATION
  for (const { body, seq } of told) {
    const happening = { kind: 'citizen-wrote', text: String(body) } as const
    const received = { eventId: 0, happening, seq: Number(seq), attempts: 1, original: null }
    state = decideTurn({ id, ...state }, received, knowledge, { ...NO_DESK, ...RULES }, new Date()).state
  }
  return comparable(writeState(state))
}
