import { afterAll, beforeAll } from '@jest/globals'
import pg from 'pg'
import { createPostgresStore } from '../../../adapters/storage/postgres-store.ts'
import { describeDesk } from '../../contracts/desk.contract.ts'
import { describeStore, type StoreMaker } from '../../contracts/store.contract.ts'
import { type Postgres, startPostgres } from '../../setup/postgres.ts'

let postgres: Postgres
/** Of a database with the newest schema and no rows, as each test needs one. */
let newest = ''
let url = ''

beforeAll(async () => {
  postgres = await startPostgres()
  newest = await postgres.createDatabase()
  const store = await createPostgresStore(newest)
  await store.close()
})

afterAll(() => postgres.stop())

const maker: StoreMaker = {
  async create(timing) {
    url = await postgres.createDatabase(newest)
    return createPostgresStore(url, timing)
  },
  async reopen(timing) {
    return createPostgresStore(url, timing)
  },
  async numbers(sql) {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query({ text: sql, rowMode: 'array' })
    await client.end()
    return rows.flat()
  },
}

describeStore('PostgreSQL', maker)
describeDesk('PostgreSQL', maker)
