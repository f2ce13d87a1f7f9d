import type { Request, Response } from 'restify'
import type { Route } from '../server.ts'
import type { Origins } from './origins.ts'

const BASE = '/directline'

/** Puts endpoints of Direct Line where pages look for them, and says in every answer what a page may do with it. */
export function directLineRoutes(endpoints: readonly Route[], origins: Origins): readonly Route[] {
  const prepare = (request: Request, response: Response) => {
    origins.allow(request, response)
    // The answers are the citizen's alone, and are nothing to be shown as a page.
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('Referrer-Policy', 'no-referrer')
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  }
  const routes = endpoints.map(route => ({ ...route, path: BASE + route.path, prepare }))
  const paths = new Set(routes.map(({ path }) => path))
  return [...routes, ...[...paths].map(path => ({ ...preflight(path, origins), prepare }))]
}

/** Browsers ask first what a page of another address may do. */
function preflight(path: string, origins: Origins): Route {
  return {
    method: 'opts',
    path,
    isAlwaysServed: true,
    async handle(request, response) {
      origins.check(request)
      response.send(204)
    },
  }
}
