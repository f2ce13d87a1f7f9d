import pg from 'pg'
import { createPostgresStore } from '../../../adapters/storage/postgres-store.ts'
import { describeDesk } from '../../contracts/desk.contract.ts'
import { describeStore, type StoreMaker } from '../../contracts/store.contract.ts'
import { type Postgres, startPostgres } from '../../setup/postgres.ts'

let postgres: Postgres
let url = ''

const maker: StoreMaker = {
  async start() {
    postgres = await startPostgres()
  },
  async stop() {
    await postgres.stop()
  },
  async create(timing) {
    url = await postgres.createDatabase()
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
