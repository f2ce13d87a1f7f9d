import { randomInt } from 'node:crypto'
import type { Arena } from './arena.ts'
import { deliver, letter, startLoad } from './citizens.ts'
import { BOTH, type Fault, inArena, type Trial } from './fault.ts'
import { STEPS, type Step } from './fault-points.ts'
import { pause } from './pause.ts'
import type { Service } from './service.ts'

const CITIZENS = 6

export const KILLED: readonly Fault[] = [
  {
    id: 'F01',
    title: 'loses and doubles nothing when the process dies at any step of a message',
    stores: BOTH,
    run: trial => inArena(trial, arena => dieAt(arena, STEPS)),
  },
  {
    id: 'F01',
    title: 'loses and doubles nothing when processes are killed at random under load',
    stores: BOTH,
    run: killAtRandom,
  },
  {
    id: 'F23',
    title: 'repeats a reply at most once when the process dies between sending it and noting that',
    stores: BOTH,
    run: trial => inArena(trial, arena => dieAt(arena, ['after send'])),
  },
]

/** Each step with a conversation of its own, as what was left half done may be under a lease for a while. */
async function dieAt({ service, office }: Arena, steps: readonly Step[]): Promise<readonly string[]> {
  for (const step of steps) {
    const death = service.dies()
    await service.tell({ do: 'die', at: step })
    await deliver(office, letter())
    await death
  }
  return []
}

/** On PostgreSQL two replicas, each killed whatever the other does. */
function killAtRandom(trial: Trial) {
  const { kills, killsOverMs, pauseMs } = trial.pace
  return inArena(
    trial,
    async ({ services, office, history }) => {
      const load = startLoad(office, CITIZENS, pauseMs)
      for (let kill = 0; kill < kills; kill++) {
        const service = services[randomInt(services.length)]
        await service?.ready()
        if (killsOverMs > 0) await pause(killsOverMs / kills)
        await history.more(randomInt(1, 40))
        if (service) await (randomInt(2) === 0 ? service.kill() : dieAtRandomStep(service))
      }
      await load.stop()
      return []
    },
    trial.kind === 'PostgreSQL' ? 2 : 1,
  )
}

async function dieAtRandomStep(service: Service): Promise<void> {
  const death = service.dies()
  await service.tell({ do: 'die', at: STEPS[randomInt(STEPS.length)] ?? 'after accept' })
  await death
}
