import { healthOf } from './health-of.ts'
import type { Service } from './service.ts'
import { until } from './until.ts'

/** Sends each request to the next replica that is ready, as a load balancer does. */
export type Balancer = {
  readonly address: () => string
  /** Resolves once it has seen that the replica is ready. */
  readonly sees: (service: Service) => Promise<void>
  readonly stop: () => void
}

const LOOK_MS = 50

export function startBalancer(services: readonly Service[]): Balancer {
  const ready = new Set(services)
  const looking = setInterval(() => services.map(look), LOOK_MS)
  let requests = 0

  async function look(service: Service): Promise<void> {
    const health = await healthOf(service.url)
    if (health.ready === 200) ready.add(service)
    else ready.delete(service)
  }

  return {
    address() {
      const chosen = ready.size > 0 ? [...ready] : services
      return chosen[requests++ % chosen.length]?.url ?? ''
    },
    sees: service => until('the balancer sees it', () => ready.has(service)),
    stop: () => clearInterval(looking),
  }
}
