import type { Route } from './server.ts'

/** For whoever watches the service: is the process alive, and may it get work? */
export function healthRoutes(isReady: () => Promise<boolean>): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/health/live',
      isAlwaysServed: true,
      async handle(_request, response) {
        response.send(200, { status: 'live' })
      },
    },
    {
      method: 'get',
      path: '/health/ready',
      isAlwaysServed: true,
      async handle(_request, response) {
        const ready = await isReady()
        response.send(ready ? 200 : 503, { status: ready ? 'ready' : 'not ready' })
      },
    },
  ]
}
