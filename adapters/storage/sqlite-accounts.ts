import type { SQLInputValue, StatementSync } from 'node:sqlite'
import type { AccountDatabase, Steps, Value } from '../desk/accounts/steps.ts'
import { scrubSqlite } from './scrub-sqlite.ts'
import { openSqliteFile } from './sqlite-database.ts'
import { inTransaction } from './sqlite-transaction.ts'

/**
 * Accounts in a SQLite file, over a connection of their own and without the service lock: commands write beside the service.
 * Throws `StoreError` where the file cannot be used.
 */
export function openSqliteAccounts(path = ':memory:'): AccountDatabase {
  const database = openSqliteFile(path)
  const prepared = new Map<string, StatementSync>()

  function prepare(text: string): StatementSync {
    const known = prepared.get(text)
    if (known) return known
    const statement = database.prepare(text.replace(/\$(\d+)/g, '?$1'))
    prepared.set(text, statement)
    return statement
  }

  // Without a pause: the conversations' connection would wait for this one, on the same thread, for ever.
  function runAtOnce<Result>(steps: Steps<Result>): Result {
    let step = steps.next()
    while (!step.done) {
      const { text, values } = step.value
      step = steps.next(prepare(text).all(...values.map(toSqlite)))
    }
    return step.value
  }

  return {
    async run(steps) {
      return inTransaction(database, () => runAtOnce(steps()))
    },
    async columns() {
      const rows = database.prepare(COLUMNS).all()
      return rows.map(({ table_name, name }) => ({ table: String(table_name), name: String(name) }))
    },
    scrub: mostBytes => scrubSqlite(path, mostBytes),
    async close() {
      database.close()
    },
  }
}

const COLUMNS = `
  SELECT s.name AS table_name, c.name FROM sqlite_schema s JOIN pragma_table_info(s.name) c
  WHERE s.type = 'table' AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY s.name, c.cid`

function toSqlite(value: Value): SQLInputValue {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'boolean' ? Number(value) : value
}
