import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from '@jest/globals'
import { addAccount, findAccount } from '../../../adapters/desk/accounts/accounts.ts'
import { checkAudit, record } from '../../../adapters/desk/accounts/audit-log.ts'
import { openSqliteAccounts } from '../../../adapters/storage/sqlite-accounts.ts'
import { createSqliteStore } from '../../../adapters/storage/sqlite-store.ts'
import { describeAccounts } from '../../contracts/accounts.contract.ts'
import { temporaryFolder } from '../../setup/temporary-folder.ts'

const NOW = new Date('2026-11-25T10:00:00Z')

describeAccounts('SQLite', {
  async create() {
    return openSqliteAccounts()
  },
})

describe('accounts in a SQLite file', () => {
  it('are written by a command while the service has the file', async () => {
    const path = join(temporaryFolder(), 'assistant.db')
    const store = createSqliteStore(path)
    const service = openSqliteAccounts(path)
    const command = openSqliteAccounts(path)

    const anna = { login: 'anna', name: 'Anna', roles: ['clerk' as const], departments: [] }
    await command.run(() => addAccount('a', anna, 'command', NOW))
    await command.close()

    expect(await service.run(() => findAccount('a'))).toMatchObject({ name: 'Anna' })
    await service.close()
    await store.close()
  })

  it('show in S25 that somebody who got round the triggers changed an entry', async () => {
    const path = join(temporaryFolder(), 'assistant.db')
    const database = openSqliteAccounts(path)
    for (const subject of ['1', '2', '3']) {
      await database.run(() => record({ actor: 'a', action: 'transcript-read', subject }, NOW))
    }

    const intruder = new DatabaseSync(path)
    intruder.exec(`DROP TRIGGER audit_entry_stays; UPDATE audit_entry SET subject = '9' WHERE number = 2`)
    intruder.close()

    expect(await database.run(checkAudit)).toEqual({ kind: 'broken', number: 2 })
    await database.close()
  })
})
