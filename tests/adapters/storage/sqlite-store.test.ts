import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, jest } from '@jest/globals'
import { createSqliteStore } from '../../../adapters/storage/sqlite-store.ts'
import type { ConversationEvent } from '../../../bot/event.ts'
import type { Decide } from '../../../bot/ports.ts'
import { paragraph } from '../../../dialogs/reply.ts'
import { describeDesk } from '../../contracts/desk.contract.ts'
import { describeErasing } from '../../contracts/erasing.contract.ts'
import { describeStore, type StoreMaker } from '../../contracts/store.contract.ts'
import { temporaryFolder } from '../../setup/temporary-folder.ts'

let path = ''

function newPath(): string {
  return join(temporaryFolder(), 'assistant.db')
}

const maker: StoreMaker = {
  async create(timing) {
    path = newPath()
    return createSqliteStore(path, timing)
  },
  async reopen(timing) {
    return createSqliteStore(path, timing)
  },
  async numbers(sql) {
    const database = new DatabaseSync(path)
    const rows = database.prepare(sql).all()
    database.close()
    return rows.flatMap(row => Object.values(row)).map(value => (value === null ? null : Number(value)))
  },
}

describeStore('SQLite', maker)
describeDesk('SQLite', maker)

const files = () => ['', '-wal', '-shm'].map(ending => `${path}${ending}`).filter(existsSync)

describeErasing('SQLite', {
  ...maker,
  // The bytes of the files: what was deleted must not stand in free pages or in the write-ahead log either.
  async placesOf(words) {
    return files()
      .filter(file => readFileSync(file).includes(words))
      .map(file => file.slice(path.length))
  },
  seeded: ['-wal'],
  async backUp() {
    copyFileSync(path, `${path}.copy`)
  },
  async restore() {
    for (const file of files()) rmSync(file)
    copyFileSync(`${path}.copy`, path)
  },
})

describe('SQLite on a full disk', () => {
  const NOW = new Date('2026-11-25T10:00:00Z')
  const LONG = 'długi tekst '.repeat(2000)

  const wrote = (text: string, externalId: string): ConversationEvent => ({
    kind: 'citizen-wrote',
    text,
    origin: { source: 'test', address: 'here', externalId, returnPath: null, isAwaited: false },
  })
  const answering =
    (text: string): Decide =>
    before => ({ state: before, replies: [{ reply: { blocks: [paragraph(text)], choices: [] }, explanation: null }] })

  /** A store with one message that waits for its turn, whose file may grow or not. */
  async function setUp() {
    const exec = jest.spyOn(DatabaseSync.prototype, 'exec')
    const store = createSqliteStore(newPath())
    const [connection] = exec.mock.contexts
    exec.mockRestore()
    if (!(connection instanceof DatabaseSync)) throw new Error('no file was opened')
    const { conversationId } = await store.accept(wrote('hej', '1'), null, NOW)
    return {
      store,
      conversationId,
      // A limit below the size of the file means: not one page more.
      fill: () => connection.exec('PRAGMA max_page_count = 1'),
      free: () => connection.exec('PRAGMA max_page_count = 1000000'),
    }
  }

  it('keeps nothing and says so, can still be read, and goes on once there is room', async () => {
    const { store, conversationId, fill, free } = await setUp()

    fill()
    await expect(store.accept(wrote(LONG, '2'), null, NOW)).rejects.toThrow('full')
    await expect(store.check()).rejects.toThrow('full')
    const whileFull = await store.history(conversationId, 0)
    free()
    await store.check()
    const { status } = await store.accept(wrote(LONG, '2'), null, NOW)

    expect(whileFull).toMatchObject([{ seq: 1, speaker: 'citizen', content: 'hej' }])
    expect(status).toBe('new')
    expect((await store.history(conversationId, 0)).map(({ content }) => content)).toEqual(['hej', LONG])
    await store.close()
  })

  it('takes no turn by halves: the event waits until there is room', async () => {
    const { store, conversationId, fill, free } = await setUp()

    fill()
    const failing = store.takeTurn(conversationId, answering(LONG), NOW)
    await expect(failing).rejects.toThrow('full')
    const whileFull = await store.history(conversationId, 1)
    free()
    const taken = await store.takeTurn(conversationId, answering(LONG), NOW)

    expect(whileFull).toEqual([])
    expect(taken?.received).toMatchObject({ happening: { text: 'hej' }, attempts: 1 })
    expect(await store.history(conversationId, 1)).toHaveLength(1)
    await store.close()
  })
})

describe('what a clerk does on SQLite', () => {
  it('F17: is kept and has its turn before what many citizens have just written', async () => {
    const now = new Date()
    const store = createSqliteStore()
    const { conversationId } = await store.accept(wroteFrom('calm'), null, now)
    await store.takeTurn(conversationId, nothing, now)
    let kept = 0

    const citizens = Array.from({ length: 64 }, async (_, index) => {
      await store.accept(wroteFrom(`crowded ${index}`), null, now)
      kept++
    })
    const clerk = { id: 'anna', name: 'Anna Nowak' }
    const origin = { ...wroteFrom('desk').origin, conversationId }
    await store.accept({ kind: 'clerk-noted', clerk, text: 'Dzwonię.', origin }, null, now)
    const taken = await store.takeTurn(conversationId, nothing, now)
    const before = kept
    await Promise.all(citizens)
    await store.close()

    expect(taken?.received.happening.kind).toBe('clerk-noted')
    expect(before).toBeLessThan(64)
  })
})

const nothing: Decide = before => ({ state: before, replies: [] })

function wroteFrom(address: string): ConversationEvent {
  const origin = { source: 'test', address, externalId: randomUUID(), returnPath: null, isAwaited: false }
  return { kind: 'citizen-wrote', text: 'hej', origin }
}
