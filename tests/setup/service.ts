import { type Config, readConfig } from '../../adapters/config.ts'
import { derivedFolder } from '../../adapters/knowledge/derived-knowledge.ts'
import { prepareKnowledge } from '../../adapters/knowledge/prepare-knowledge.ts'
import { openSqliteAccounts } from '../../adapters/storage/sqlite-accounts.ts'
import { createSqliteStore } from '../../adapters/storage/sqlite-store.ts'
import { type AppParts, createApp } from '../../app.ts'
import type { Desk } from '../../bot/desk.ts'
import type { Log } from '../../bot/ports.ts'
import { createMemoryRegister } from './memory-register.ts'

export type LogLine = {
  readonly level: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly message: string
}

export type Service = {
  readonly url: string
  readonly desk: Desk
  readonly log: readonly LogLine[]
  /** A one-time link that creates the first administrator of the desk. */
  readonly inviteFirst: () => Promise<string | undefined>
  readonly stop: () => Promise<void>
}

/** What is signed with this secret is signed for tests only. */
const SETTINGS = { PORT: '0', TOKEN_SECRET: 'a-secret-that-only-tests-know-and-use' }

/** Starts the assistant in this process, on a free port of this machine, with the real knowledge. */
export async function startService(settings: Partial<Config> = {}, parts: AppParts = {}): Promise<Service> {
  prepareKnowledge('knowledge/content', derivedFolder('data'))
  const lines: LogLine[] = []
  const collect = (level: string) => (fields: LogLine['fields'], message: string) => {
    lines.push({ level, fields, message })
  }
  const log: Log = { info: collect('info'), warn: collect('warn'), error: collect('error') }
  const store = createSqliteStore()
  const accounts = openSqliteAccounts()
  const register = createMemoryRegister()
  const app = await createApp({ ...readConfig(SETTINGS), ...settings }, log, { store, accounts, register, ...parts })
  await app.ready
  return { url: app.url, desk: app.desk, log: lines, inviteFirst: app.inviteFirst, stop: app.stop }
}
