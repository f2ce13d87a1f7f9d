import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type AccountDatabase, query } from '../../adapters/desk/accounts/steps.ts'
import { openSqliteAccounts } from '../../adapters/storage/sqlite-accounts.ts'
import { createSqliteStore } from '../../adapters/storage/sqlite-store.ts'
import { openPage, readUntil } from '../setup/direct-line.ts'
import { type Service, startService } from '../setup/service.ts'
import { temporaryFolder } from '../setup/temporary-folder.ts'

const ADDRESS = '203.0.113.77'
const WORDS = 'karta parkingowa'

let service: Service
let database: AccountDatabase
let answer = ''

beforeAll(async () => {
  const path = join(temporaryFolder(), 'assistant.db')
  database = openSqliteAccounts(path)
  const parts = { store: createSqliteStore(path), accounts: openSqliteAccounts(path) }
  service = await startService({ trustedProxies: ['127.0.0.0/8', '::1'] }, parts)
  const page = await openPage(service.url, { 'x-forwarded-for': ADDRESS })
  await page.write(`ile kosztuje ${WORDS}`)
  const activities = await readUntil(page, all => all.length === 3)
  answer = activities.at(-1)?.text ?? ''
})

afterAll(async () => {
  await service.stop()
  await database.close()
})

/** Columns in which the text stands, whatever its case. */
async function columnsWith(text: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const { table, name } of await database.columns()) {
    const like = `SELECT 1 AS one FROM "${table}" WHERE CAST("${name}" AS TEXT) LIKE $1 LIMIT 1`
    if ((await database.run(() => query(like, `%${text}%`))).length > 0) found.push(`${table}.${name}`)
  }
  return found
}

describe('a citizen who only asks', () => {
  it('P04: is answered without a name or an address, and what was asked stands in three places', async () => {
    expect(answer).toMatch(/Zapłać 21 zł/)
    expect(await columnsWith(`ile kosztuje ${WORDS}`)).toEqual([
      'conversation.state',
      'learning_record.question',
      'message.body',
    ])
    expect(await columnsWith('@')).toEqual([])
  })

  it('P04, S20: leaves no network address behind, and neither address nor words in the log', async () => {
    const log = JSON.stringify(service.log)

    expect(await columnsWith(ADDRESS)).toEqual([])
    expect(log).not.toContain(ADDRESS)
    expect(log).not.toContain(WORDS)
    expect(log).toContain('listening')
  })
})
