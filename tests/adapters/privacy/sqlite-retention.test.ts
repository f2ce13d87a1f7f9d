import { join } from 'node:path'
import { openSqliteAccounts } from '../../../adapters/storage/sqlite-accounts.ts'
import { createSqliteStore } from '../../../adapters/storage/sqlite-store.ts'
import { describeRetention } from '../../contracts/retention.contract.ts'
import { temporaryFolder } from '../../setup/temporary-folder.ts'

describeRetention('SQLite', {
  async create() {
    const path = join(temporaryFolder(), 'assistant.db')
    return { store: createSqliteStore(path), database: openSqliteAccounts(path) }
  },
})
