import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { readConfig } from '../../adapters/config.ts'
import { openSqliteAccounts } from '../../adapters/storage/sqlite-accounts.ts'
import { createSqliteStore } from '../../adapters/storage/sqlite-store.ts'
import { DATED_NOW, fillDated } from '../fixtures/dated.ts'
import { startService } from '../setup/service.ts'
import { temporaryFolder } from '../setup/temporary-folder.ts'

it('P05: the service deletes what is over by itself, and answers meanwhile', async () => {
  const path = join(temporaryFolder(), 'assistant.db')
  const dated = { store: createSqliteStore(path), database: openSqliteAccounts(path) }
  const ids = await fillDated(dated)
  const { retention } = readConfig({ RETENTION_MS: '10' })
  const parts = { store: dated.store, accounts: dated.database, clock: () => DATED_NOW }

  const service = await startService({ retention }, parts)
  const statuses = new Set<number>()
  do {
    statuses.add((await fetch(`${service.url}/health/ready`)).status)
  } while (!service.log.some(({ message }) => message === 'retention has run'))
  const left = await Promise.all([ids['bot 31'], ids['bot 29']].map(id => dated.store.history(id, 0)))
  await service.stop()

  expect(left.map(messages => messages.length)).toEqual([0, 2])
  expect([...statuses]).toEqual([200])
  expect(service.log.filter(({ level }) => level === 'error')).toEqual([])
})
