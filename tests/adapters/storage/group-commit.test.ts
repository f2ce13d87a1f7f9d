import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from '@jest/globals'
import { createGroupCommit } from '../../../adapters/storage/group-commit.ts'

/** A table of words, and how often something was committed. */
function setUp() {
  const database = new DatabaseSync(':memory:')
  database.exec('CREATE TABLE said (word TEXT PRIMARY KEY) STRICT')
  const ran: string[] = []
  const watched = new Proxy(database, {
    get(target, name) {
      if (name === 'exec') {
        return (sql: string) => {
          ran.push(sql)
          target.exec(sql)
        }
      }
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const together = createGroupCommit(watched)
  const add = database.prepare('INSERT INTO said VALUES (?)')
  return {
    database,
    say: (word: string) => together(() => add.run(word).changes),
    together,
    words: () =>
      database
        .prepare('SELECT word FROM said ORDER BY word')
        .all()
        .map(({ word }) => word),
    commits: () => ran.filter(sql => sql === 'COMMIT').length,
  }
}

describe('what is committed together', () => {
  it('is one commit for what comes at once, and gives each its result', async () => {
    const { say, words, commits } = setUp()

    const changes = await Promise.all(['a', 'b', 'c'].map(say))

    expect([changes, words(), commits()]).toEqual([[1, 1, 1], ['a', 'b', 'c'], 1])
  })

  it('goes on in the next one where it is much', async () => {
    const { say, words, commits } = setUp()

    await Promise.all(Array.from({ length: 40 }, (_, index) => say(`word ${index}`)))

    expect([words().length, commits()]).toEqual([40, 3])
  })

  it('F17: has what a clerk did first, however much waits', async () => {
    const { say, together } = setUp()
    const ended: string[] = []
    const others = Array.from({ length: 40 }, (_, index) => say(`word ${index}`).then(() => ended.push('citizen')))

    const clerks = ['take', 'write'].map(deed => together(() => deed, true).then(done => ended.push(done)))
    await Promise.all([...others, ...clerks])

    expect(ended.slice(0, 2)).toEqual(['take', 'write'])
    expect(ended).toHaveLength(42)
  })

  it('is written whole or not at all, each for itself', async () => {
    const { database, say, together, words } = setUp()
    const torn = together(() => {
      database.exec("INSERT INTO said VALUES ('half')")
      throw new Error('a defect')
    })

    const results = await Promise.allSettled([torn, say('a'), say('a'), say('b')])

    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled'])
    expect(words()).toEqual(['a', 'b'])
  })

  it('fails as a whole where the transaction is gone, as on a full disk', async () => {
    const { database, say, together, words } = setUp()
    const full = () =>
      together(() => {
        database.exec('ROLLBACK')
        throw new Error('database or disk is full')
      })

    const results = await Promise.allSettled([say('a'), full(), say('b')])

    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    await say('c')
    expect(words()).toEqual(['c'])
  })
})
