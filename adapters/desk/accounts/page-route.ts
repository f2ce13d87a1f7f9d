import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'restify'
import type { Log } from '../../../bot/ports.ts'
import { readBody } from '../../request-body.ts'
import { RequestError } from '../../request-error.ts'
import type { Route } from '../../server.ts'
import { checkSameOrigin } from './check-same-origin.ts'
import type { DeskAddress } from './desk-address.ts'
import { layout, messagePage, type Page } from './layout.ts'
import { HashingBusyError } from './password-hash.ts'
import { TEXTS } from './texts.ts'
import { writeDeskHeaders } from './write-desk-headers.ts'

/** What a request for a page leads to. */
export type PageAnswer =
  | { readonly kind: 'page'; readonly page: Page; readonly status?: number }
  | { readonly kind: 'go-to'; readonly path: string }

export type PageRoute = {
  readonly method: 'get' | 'post'
  /** Below `/desk`. */
  readonly path: string
  /** `form`: what a POST brought, from one of our own pages; empty for a GET. */
  readonly handle: (request: Request, response: Response, form: URLSearchParams) => Promise<PageAnswer>
}

const MAX_FORM_BYTES = 16 * 1024

/** Serves a page that is made here and works without script; whatever goes wrong is a page too. */
export function pageRoute({ method, path, handle }: PageRoute, address: () => DeskAddress, log: Log): Route {
  async function answer(request: Request, response: Response): Promise<PageAnswer> {
    if (address().kind === 'insecure') {
      return { kind: 'page', page: messagePage(TEXTS.insecureTitle, TEXTS.insecure), status: 403 }
    }
    try {
      if (method === 'post') checkSameOrigin(request, address().origins)
      const form = method === 'post' ? String(await readBody(request, MAX_FORM_BYTES)) : ''
      return await handle(request, response, new URLSearchParams(form))
    } catch (error) {
      return refusal(error, path, log)
    }
  }

  return {
    method,
    path: `/desk${path}`,
    isAlwaysServed: true,
    prepare: (_request, response) => writeDeskHeaders(response, address()),
    async handle(request, response) {
      const answered = await answer(request, response)
      if (answered.kind === 'page') sendPage(response, answered.page, answered.status)
      else response.sendRaw(303, '', { Location: answered.path })
    },
  }
}

function sendPage(response: Response, page: Page, status = page.isError ? 400 : 200): void {
  response.sendRaw(status, layout(page), { 'Content-Type': 'text/html; charset=utf-8' })
}

/** The log gets the reason under an id; whoever reads the page gets the id. */
function refusal(error: unknown, path: string, log: Log): PageAnswer {
  if (error instanceof HashingBusyError) {
    return { kind: 'page', page: messagePage(TEXTS.busyTitle, TEXTS.busy), status: 503 }
  }
  if (!(error instanceof RequestError)) {
    const id = randomUUID()
    log.error({ id, path, error: error instanceof Error ? error.stack : String(error) }, 'page failed')
    return { kind: 'page', page: messagePage(TEXTS.brokenTitle, TEXTS.broken(id)), status: 500 }
  }
  if (error.status === 401) return { kind: 'go-to', path: '/desk/sign-in?expired' }
  if (error.status === 429) return { kind: 'page', page: messagePage(TEXTS.busyTitle, TEXTS.busy), status: 429 }
  const text = error.status === 413 ? TEXTS.tooLarge : TEXTS.crossSite
  return { kind: 'page', page: messagePage(TEXTS.crossSiteTitle, text), status: error.status }
}
