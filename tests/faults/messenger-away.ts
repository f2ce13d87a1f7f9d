import { randomUUID } from 'node:crypto'
import type { GraphStandIn, Refusal } from '../setup/graph-stand-in.ts'
import type { Arena } from './arena.ts'
import { openMessenger } from './channel.ts'
import { unless } from './checker.ts'
import { deliver, letter } from './citizens.ts'
import { BOTH, type Fault, type Finding, inArena, type Trial } from './fault.ts'
import { dieAt } from './killed.ts'
import type { Pace } from './pace.ts'
import { until } from './until.ts'

const CITIZENS = 6
const MESSAGES_EACH = 3

export const MESSENGER_AWAY: readonly Fault[] = [
  {
    id: 'F22',
    title: 'keeps replies in order while Messenger fails, is too busy, refuses the token or hangs, and storms nobody',
    stores: BOTH,
    run: trial => onMessenger(trial, (arena, graph) => refuse(arena, graph, trial.pace)),
  },
  {
    id: 'F23',
    title: 'repeats a reply on Messenger at most once when the process dies between sending it and noting that',
    stores: BOTH,
    run: trial => onMessenger(trial, arena => dieAt(arena, ['after send'])),
  },
]

function onMessenger(
  trial: Trial,
  work: (arena: Arena, graph: GraphStandIn) => Promise<readonly string[]>,
): Promise<Finding> {
  let graph: GraphStandIn | undefined
  return inArena(
    trial,
    async arena => {
      if (!graph) throw new Error('the arena has opened no channel')
      const violations = [...(await work(arena, graph)), ...(await arena.violations())]
      return [...violations, ...graph.faults.map(fault => `Messenger refuses the shape of a call: ${fault}`)]
    },
    1,
    async history => {
      const messenger = await openMessenger(history)
      graph = messenger.graph
      return messenger
    },
  )
}

const BROKEN: Refusal = { status: 500, code: 2 }
const BUSY: Refusal = { status: 429, code: 613 }
const EXPIRED: Refusal = { status: 401, code: 190, subcode: 463 }
const HANGING: Refusal = { hangs: true }

/** A wait between two attempts, and more; all that is passed here together is no day of silence. */
const HOUR_MS = 3_600_000

/** The service's clock jumps from one attempt to the next, so that nobody waits for the back-off. */
async function refuse(
  { service, office, history }: Arena,
  graph: GraphStandIn,
  pace: Pace,
): Promise<readonly string[]> {
  let hours = 0
  const sends = () => graph.calls.filter(call => call === 'POST /me/messages').length
  const failures = () => history.log().split('"delivery failed and will be tried again"').length - 1
  const conversations = Array.from({ length: CITIZENS }, () => randomUUID())

  /** Refuses one attempt of each conversation. Gives how often it was tried to send meanwhile. */
  async function failOnce(refusal: Refusal): Promise<number> {
    const [calls, before] = [sends(), failures()]
    graph.refuseAll(refusal)
    await service.tell({ do: 'set clock', offByMs: hours++ * HOUR_MS })
    if (hours === 1) {
      const ask = (conversation: string) => deliver(office, letter({ conversation }))
      for (let message = 0; message < MESSAGES_EACH; message++) await Promise.all(conversations.map(ask))
    }
    await until('each conversation has failed', () => failures() >= before + CITIZENS, pace.patienceMs)
    return sends() - calls
  }

  await failOnce(BROKEN)
  await failOnce(BUSY)
  if (pace.hangs) await failOnce(HANGING)
  await failOnce(EXPIRED)
  const attempts = await failOnce(EXPIRED)
  graph.refuseAll(null)
  await service.restart()
  await service.ready()
  await service.tell({ do: 'set clock', offByMs: hours * HOUR_MS })

  const alerts = history.log().split('Messenger refuses our token').length - 1
  return [
    ...unless(attempts <= 1, `F22: ${attempts} attempts were made with a token that was known to be refused`),
    ...unless(alerts === 1, `F22: ${alerts} alerts of an expired token`),
    ...unless(!history.log().includes('delivery given up'), 'F22: a delivery was given up'),
  ]
}
