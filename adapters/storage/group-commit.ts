import type { DatabaseSync } from 'node:sqlite'

/**
 * Does work within a transaction that it shares with other work; resolves once that is durable. `goesFirst`: before whatever
 * else waits. Default false.
 */
export type GroupCommit = <Result>(work: () => Result, goesFirst?: boolean) => Promise<Result>

type Waiting = { readonly work: () => void; readonly done: () => void; readonly failed: (error: unknown) => void }

/** So much work is done before others get their turn. */
const MOST_AT_ONCE = 16

/**
 * A commit waits for the disk, and the process with it. What comes in while it waits is therefore committed together: the busier
 * it is, the fewer commits. Each work is written whole or not at all, whatever becomes of the others; where the commit fails,
 * all of it fails.
 */
export function createGroupCommit(database: DatabaseSync): GroupCommit {
  const first: Waiting[] = []
  const others: Waiting[] = []
  const count = () => first.length + others.length

  function commit(): void {
    const group = first.splice(0, MOST_AT_ONCE)
    group.push(...others.splice(0, MOST_AT_ONCE - group.length))
    if (count() > 0) setImmediate(commit)
    try {
      database.exec('BEGIN IMMEDIATE')
      const written = group.filter(isWritten)
      database.exec('COMMIT')
      for (const { done } of written) done()
    } catch (error) {
      // A full disk has rolled back already.
      if (database.isTransaction) database.exec('ROLLBACK')
      for (const { failed } of group) failed(error)
    }
  }

  /** Throws where the whole transaction is gone. */
  function isWritten({ work, failed }: Waiting): boolean {
    database.exec('SAVEPOINT one')
    try {
      work()
      database.exec('RELEASE one')
      return true
    } catch (error) {
      if (!database.isTransaction) throw error
      database.exec('ROLLBACK TO one; RELEASE one')
      failed(error)
      return false
    }
  }

  return <Result>(work: () => Result, goesFirst = false) =>
    new Promise<Result>((resolve, reject) => {
      let result: Result
      const waiting = goesFirst ? first : others
      waiting.push({
        work: () => {
          result = work()
        },
        done: () => resolve(result),
        failed: reject,
      })
      if (count() === 1) setImmediate(commit)
    })
}
