import { readConfig } from '../../adapters/config.ts'
import { createPostgresStore } from '../../adapters/storage/postgres-store.ts'
import { openSqliteAccounts } from '../../adapters/storage/sqlite-accounts.ts'
import { createSqliteStore } from '../../adapters/storage/sqlite-store.ts'
import { createApp } from '../../app.ts'
import type { Store } from '../../bot/ports.ts'
import { messengerSettings } from '../setup/messenger.ts'

// The assistant over the store that its first argument names: `:memory:`, a file, or an address of PostgreSQL. The second, if
// any, is where Messenger is.
const [place = ':memory:', graphUrl] = process.argv.slice(2)
/** A load is faster than any citizen. */
const SETTINGS = { PORT: '0', MESSAGES_PER_MINUTE: '1000000', MESSAGES_AT_ONCE: '1000000' }
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const app = await createApp(
  { ...readConfig(SETTINGS), messenger: graphUrl ? messengerSettings({ url: graphUrl }) : undefined },
  silent,
  {
    store: await openStore(place),
    accounts: openSqliteAccounts(),
  },
)
await app.ready
process.send?.({ url: app.url })

function openStore(at: string): Store | Promise<Store> {
  return at.startsWith('postgres:') ? createPostgresStore(at) : createSqliteStore(at)
}
process.on('SIGINT', () => process.exit())
