import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Response } from 'restify'
import { officeNumbers } from '../../../bot/office-numbers.ts'
import type { Clock, Knowledge } from '../../../bot/ports.ts'
import type { NoticeSetting } from '../../../dialogs/notice.ts'
import type { Bundle } from '../../bundle.ts'
import { colourSheet } from '../../colours.ts'
import { sendScript } from '../../send-script.ts'
import type { Route } from '../../server.ts'
import { officeSheets } from '../office-sheets.ts'
import type { Origins } from '../origins.ts'
import { DEMO_PAGES } from './demo-pages.ts'
import type { PageSetting } from './document.ts'
import { homePage } from './home-page.ts'
import { NOTICE_PATH, noticePage } from './notice-page.ts'

type Parts = {
  readonly knowledge: Knowledge
  readonly clock: Clock
  /** The script, or nothing while it is being made. */
  readonly widget: () => Bundle | undefined
  readonly origins: Origins
  /** The addresses under which the service itself is seen. */
  readonly own: () => readonly string[]
  /** The path where the service is seen, with a slash at its end. */
  readonly root: string
  /** Pages that may show the chat's page in a frame. */
  readonly websiteOrigins: readonly string[]
  readonly notice: NoticeSetting
}

const STYLES = Buffer.from(colourSheet() + readFileSync(join(import.meta.dirname, 'page.css'), 'utf8'))

/** Pages of other addresses load it, and ask each time whether it changed once it is five minutes old. */
const SCRIPT_HEADERS = { 'Cache-Control': 'public, max-age=300', 'Cross-Origin-Resource-Policy': 'cross-origin' }

/** The pages that citizens see, and what these load. */
export function pageRoutes({
  knowledge,
  clock,
  widget,
  origins,
  own,
  root,
  websiteOrigins,
  notice,
}: Parts): readonly Route[] {
  const policy = () => contentPolicy(own(), websiteOrigins)

  const page = (path: string, html: (setting: PageSetting) => string): Route => ({
    method: 'get',
    path,
    async handle(_request, response) {
      send(response, 'text/html', Buffer.from(html({ knowledge: knowledge(), now: clock(), root })), {
        'Content-Security-Policy': policy(),
      })
    },
  })

  return [
    page('/', homePage),
    page(NOTICE_PATH, setting => noticePage(setting, notice)),
    ...DEMO_PAGES.map(({ path, html }) => page(path, html)),
    {
      method: 'get',
      path: '/page.css',
      isAlwaysServed: true,
      async handle(_request, response) {
        send(response, 'text/css', STYLES, { 'Cache-Control': 'public, max-age=300' })
      },
    },
    {
      method: 'get',
      path: '/widget.js',
      isAlwaysServed: true,
      async handle(request, response) {
        sendScript(request, response, widget(), SCRIPT_HEADERS)
      },
    },
    {
      method: 'get',
      path: '/office.json',
      prepare: origins.allow,
      async handle(_request, response) {
        const { office } = knowledge()
        const body = {
          name: office.name,
          ownNumbers: officeNumbers(knowledge()),
          sheets: officeSheets(knowledge(), clock()),
        }
        send(response, 'application/json', Buffer.from(JSON.stringify(body)), { 'Cache-Control': 'public, max-age=60' })
      },
    },
  ]
}

/** Only what the pages need: no inline script or style, nothing from elsewhere. */
function contentPolicy(own: readonly string[], websiteOrigins: readonly string[]): string {
  const sockets = own.map(address => address.replace(/^http/, 'ws'))
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${sockets.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self' ${websiteOrigins.join(' ')}`.trim(),
  ].join('; ')
}

function send(response: Response, type: string, body: Buffer, headers: Readonly<Record<string, string>>): void {
  response.writeHead(200, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Length': String(body.length),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    ...headers,
  })
  response.end(body)
}
