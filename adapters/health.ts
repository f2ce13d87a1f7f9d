import type { Route } from './server.ts'

/** For whoever watches the service: is the process alive, and may it get work? */
export function healthRoutes(isReady: () => boolean): readonly Route[] {
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
        response.send(isReady() ? 200 : 503, { status: isReady() ? 'ready' : 'not ready' })
      },
    },
  ]
}
