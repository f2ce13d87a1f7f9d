import { startBalancer } from './balancer.ts'
import { unless } from './checker.ts'
import { startLoad } from './citizens.ts'
import { BOTH, type Fault, inArena, type Trial } from './fault.ts'

const CITIZENS = 4

export const RESTARTED: readonly Fault[] = [
  {
    id: 'F13',
    title: 'loses, doubles and refuses nothing while it is restarted under load',
    stores: BOTH,
    run: restartUnderLoad,
  },
]

/** On PostgreSQL two replicas in turn, behind a load balancer, so that nobody notices. */
function restartUnderLoad(trial: Trial) {
  const replicas = trial.kind === 'PostgreSQL' ? 2 : 1
  return inArena(
    trial,
    async ({ services, office, history }) => {
      const balancer = startBalancer(services)
      const load = startLoad({ ...office, address: balancer.address }, CITIZENS, trial.pace.pauseMs)
      for (let round = 0; round < trial.pace.restarts; round++) {
        for (const service of services) {
          await history.more(50)
          await service.restart()
          await service.ready()
          await balancer.sees(service)
        }
      }
      await load.stop()
      balancer.stop()
      const failed = history.of('stopped').filter(({ status }) => status !== 0)
      const refused = history.of('refused')
      return [
        ...unless(failed.length === 0, `F13: ${failed.length} restarts ended with ${failed[0]?.status}`),
        ...unless(
          replicas === 1 || refused.length === 0,
          `F13: ${refused.length} were refused: ${refused[0]?.status} ${refused[0]?.body}`,
        ),
      ]
    },
    replicas,
  )
}
