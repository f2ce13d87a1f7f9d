import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Desk } from '../../bot/desk.ts'
import type { Erasing } from '../../bot/erasing.ts'
import type { Clock, Knowledge, Log } from '../../bot/ports.ts'
import type { Records } from '../../bot/records.ts'
import { type Bundle, prepareBundle } from '../bundle.ts'
import type { Config } from '../config.ts'
import type { Route } from '../server.ts'
import { createDeskAccounts } from './accounts/desk-accounts.ts'
import { deskAddress } from './accounts/desk-address.ts'
import type { AccountDatabase } from './accounts/steps.ts'
import { conversationRoutes } from './conversation-routes.ts'
import { deadLetterRoutes } from './dead-letter-routes.ts'
import { departmentRoutes } from './department-routes.ts'
import { DESK_FILE } from './desk-file.ts'
import { createFeed } from './feed.ts'
import { keptRoutes } from './kept-routes.ts'
import { listRoutes } from './list-routes.ts'
import { createLister } from './lister.ts'
import { deskPageRoutes } from './page-routes.ts'
import { presenceRoutes } from './presence-routes.ts'
import { readyAnswerRoutes } from './ready-answer-routes.ts'
import { rightsRoutes } from './rights-routes.ts'

const SECOND = 1000

/** Shorter than what proxies allow a silent connection; a clerk is heard of several times before they count as silent. */
const PING_MS = 20 * SECOND
const PINGS_UNTIL_SILENT = 3

/** Where pages ask for a socket. */
export const FEED_PATH = '/desk/feed'

/** The clerks' side: who may, the page, and what it calls. */
export type DeskService = {
  readonly routes: readonly Route[]
  /** Makes the page's script ready; bundles it first where that is stale. */
  readonly load: () => Promise<void>
  /** Takes the request for a socket. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** A one-time link that creates the first administrator; nothing once there are accounts. */
  readonly inviteFirst: () => Promise<string | undefined>
  /** Tells open pages to come back. */
  readonly stop: () => void
}

/** `listensAt` gives the address once it is known. */
export function createDeskService({
  config,
  database,
  desk,
  records,
  erasing,
  knowledge,
  derived,
  clock,
  log,
  listensAt,
}: {
  readonly config: Config
  readonly database: AccountDatabase
  readonly desk: Desk
  readonly records: Records
  readonly erasing: Erasing
  readonly knowledge: Knowledge
  /** Folder of derived files. */
  readonly derived: string
  readonly clock: Clock
  readonly log: Log
  readonly listensAt: () => string
}): DeskService {
  let script: Bundle | undefined
  const accounts = createDeskAccounts({ config, database, clock, log, listensAt })
  const { guard } = accounts
  const address = () => deskAddress(config.publicUrl ?? listensAt())
  const silentMs = config.clerkSilentSeconds * SECOND
  const feed = createFeed({ desk, guard, log, pingMs: Math.min(PING_MS, silentMs / PINGS_UNTIL_SILENT) })
  const lister = createLister({ desk, knowledge, clock, ticketDays: config.ticketDays })
  const endpoints = [
    ...listRoutes({ desk, clock, lister }),
    ...conversationRoutes({ desk, database, knowledge, clock, lister }),
    ...keptRoutes(records),
    ...deadLetterRoutes(desk),
    ...presenceRoutes(desk),
    ...departmentRoutes(desk),
    ...readyAnswerRoutes({ database, knowledge, clock }),
    ...rightsRoutes({ records, erasing, database, knowledge, clock }),
  ]
  return {
    routes: [
      ...accounts.routes,
      ...deskPageRoutes({ guard, address, script: () => script }),
      ...endpoints.map(accounts.guarded),
    ],
    async load() {
      script = await prepareBundle(DESK_FILE, derived)
    },
    upgrade: feed.upgrade,
    inviteFirst: accounts.inviteFirst,
    stop: feed.stop,
  }
}
