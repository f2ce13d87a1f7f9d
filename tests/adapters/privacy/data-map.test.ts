import { describe, expect, it } from '@jest/globals'
import { readConfig } from '../../../adapters/config.ts'
import type { Column } from '../../../adapters/desk/accounts/steps.ts'
import { DATA_MAP } from '../../../adapters/privacy/data-map.ts'
import { undescribed } from '../../../adapters/privacy/undescribed.ts'
import { writeDataMap } from '../../../adapters/privacy/write-data-map.ts'
import { openPostgresAccounts } from '../../../adapters/storage/postgres-accounts.ts'
import { openSqliteAccounts } from '../../../adapters/storage/sqlite-accounts.ts'
import { startPostgres } from '../../setup/postgres.ts'

async function sqliteColumns(): Promise<readonly Column[]> {
  const database = openSqliteAccounts()
  const columns = await database.columns()
  await database.close()
  return columns
}

async function postgresColumns(): Promise<readonly Column[]> {
  const postgres = await startPostgres()
  const database = await openPostgresAccounts(await postgres.createDatabase())
  const columns = await database.columns()
  await database.close()
  await postgres.stop()
  return columns
}

describe('the data map', () => {
  it('P11: describes every column that the databases have, and no other', async () => {
    const columns = [...(await sqliteColumns()), ...(await postgresColumns())]

    const there = new Set(columns.map(({ table, name }) => `${table}.${name}`))
    const described = Object.entries(DATA_MAP).flatMap(([table, { columns }]) =>
      Object.keys(columns).map(name => `${table}.${name}`),
    )
    expect(undescribed(columns)).toEqual([])
    expect(described.filter(column => !there.has(column))).toEqual([])
  })

  it('P11: notices a column that a migration has added', () => {
    expect(undescribed([{ table: 'message', name: 'mood' }])).toEqual(['message.mood'])
  })

  it('P11: tells fields, purpose, retention and recipients as the settings have them', async () => {
    const config = readConfig({
      RETENTION_BOT_DAYS: '21',
      MESSENGER_VERIFY_TOKEN: 'a',
      MESSENGER_APP_SECRET: 'b',
      MESSENGER_PAGE_ACCESS_TOKEN: 'c',
    })

    const map = writeDataMap(config, await sqliteColumns())

    expect(map).toContain('- Meta (Messenger)')
    expect(map).not.toContain('- Microsoft')
    expect(map).toContain('## message\n\nCel: zapis rozmowy')
    expect(map).toContain('Okres: z rozmową: 21 dni od ostatniej wiadomości, z pracownikiem 90 dni, ')
    expect(map).toContain('| contact | dane kontaktowe | adres e-mail albo telefon')
  })

  it('P04: has words of people in the transcript, its copies for learning and rating, and what a turn needs of it', () => {
    const places = (kind: string) =>
      Object.entries(DATA_MAP).flatMap(([table, { columns }]) =>
        Object.entries(columns).flatMap(([name, column]) => (column.kind === kind ? `${table}.${name}` : [])),
      )

    expect(places('words')).toEqual([
      'conversation.state',
      'inbox.detail',
      'message.body',
      'learning_record.question',
      'desk_conversation.label',
      'clerk_rating.comment',
    ])
    expect(places('contact')).toEqual(['ticket.contact'])
  })
})
