import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { type RetentionSettings, readConfig } from '../../../adapters/config.ts'
import { createRecordKeeper } from '../../../adapters/privacy/record-keeper.ts'
import { createRetentionJob } from '../../../adapters/privacy/retention-job.ts'
import { type KeepRecord, runRetention } from '../../../adapters/privacy/run-retention.ts'
import { openSqliteAccounts } from '../../../adapters/storage/sqlite-accounts.ts'
import { createSqliteStore } from '../../../adapters/storage/sqlite-store.ts'
import {
  DATED_NOW,
  type Dated,
  type DatedConversations,
  fillDated,
  GONE,
  KEPT,
  numberOf,
} from '../../fixtures/dated.ts'
import { temporaryFolder } from '../../setup/temporary-folder.ts'

let filled = ''
let folder = ''
let dated: Dated
let ids: DatedConversations
let now = DATED_NOW
let logged: string[] = []

beforeAll(async () => {
  filled = join(temporaryFolder(), 'assistant.db')
  const whole = open(filled)
  ids = await fillDated(whole)
  await whole.database.close()
  await whole.store.close()
})

beforeEach(() => {
  folder = temporaryFolder()
  const path = join(folder, 'assistant.db')
  copyFileSync(filled, path)
  dated = open(path)
  now = DATED_NOW
  logged = []
})

afterEach(async () => {
  await dated.database.close()
  await dated.store.close()
})

function open(path: string): Dated {
  return { store: createSqliteStore(path), database: openSqliteAccounts(path) }
}

function job(more: Partial<RetentionSettings> = {}) {
  const note = (level: string) => (_fields: unknown, message: string) => void logged.push(`${level} ${message}`)
  const log = { info: note('info'), warn: note('warn'), error: note('error') }
  const settings = { ...readConfig({}).retention, ...more }
  return createRetentionJob({ database: dated.database, settings, clock: () => now, log })
}

/** Every byte that the database has on the disk. */
function bytes(): string {
  return readdirSync(folder)
    .filter(name => name.startsWith('assistant.db'))
    .map(name => readFileSync(join(folder, name), 'latin1'))
    .join()
}

describe('retention in the service', () => {
  it('P05: leaves no text of what was deleted in the file, its log and its index', async () => {
    const before = bytes()

    await job().run()

    expect(before).toContain(GONE)
    expect(bytes()).not.toContain(GONE)
    expect(bytes()).toContain(KEPT)
    expect(readdirSync(folder)).toContain('assistant.db-wal')
    expect(logged).toEqual(['info retention has run'])
  })

  it('F15: says once that the clock has moved, and what to do, and goes on once it is put right', async () => {
    const { run } = job()
    await run()
    logged = []

    for (const days of [2, 2, -3, 0.01, 3]) {
      now = new Date(DATED_NOW.getTime() + days * 86_400_000)
      await run()
    }

    expect(logged).toEqual([
      expect.stringMatching(/^error the clock has moved .* retention --run --clock-is-right$/),
      expect.stringMatching(/^error the clock has moved/),
    ])
  })

  it('keeps conversations with a clerk as files before it deletes them', async () => {
    const records = join(folder, 'records')
    mkdirSync(records)
    const number = await numberOf(dated.database, ids['clerk 91'])

    await job({ recordsDir: records }).run()

    expect(readdirSync(records).sort()).toEqual([`rozmowa-${number}.html`, `rozmowa-${number}.json`])
    const page = readFileSync(join(records, `rozmowa-${number}.html`), 'utf8')
    const data = JSON.parse(readFileSync(join(records, `rozmowa-${number}.json`), 'utf8'))
    expect(page).toContain(`<h1>Zapis rozmowy nr ${number}</h1>`)
    expect(page).toContain('<h2>Anna Nowak, pracownik urzędu, <time')
    expect(data).toMatchObject({ numer: number, kanal: 'test', wydzial: expect.any(String) })
    expect(data.wiadomosci.map(({ kto, tresc }: { kto: string; tresc: string }) => [kto, tresc])).toContainEqual([
      'Anna Nowak, pracownik urzędu',
      GONE,
    ])
    expect(await dated.store.history(ids['clerk 91'], 0)).toEqual([])
  })

  it('does not delete a conversation that could not be kept, and makes up for it later without harm', async () => {
    const records = join(folder, 'records')
    const number = await numberOf(dated.database, ids['clerk 91'])
    await job({ recordsDir: records }).run()
    const whileNoFolder = [
      (await dated.store.history(ids['clerk 91'], 0)).length,
      await dated.store.history(ids['bot 31'], 0),
    ]
    const told = [...logged]

    mkdirSync(records)
    writeFileSync(join(records, `.rozmowa-${number}.html.tmp`), 'half of it')
    now = new Date(DATED_NOW.getTime() + 23.9 * 3_600_000)
    await job({ recordsDir: records }).run()

    expect(whileNoFolder).toEqual([5, []])
    expect(told).toEqual(['info retention has run', expect.stringMatching(/^error conversations stay/)])
    expect(await dated.store.history(ids['clerk 91'], 0)).toEqual([])
    expect(readdirSync(records).sort()).toEqual([`rozmowa-${number}.html`, `rozmowa-${number}.json`])
  })

  it('neither keeps nor misses a conversation that is erased meanwhile', async () => {
    const records = join(folder, 'records')
    mkdirSync(records)
    const { database, store } = dated
    const keepRecord: KeepRecord = async conversation => {
      await store.erase(conversation.id)
      await createRecordKeeper(database, records)(conversation)
    }

    const outcome = await runRetention(
      { database, settings: readConfig({}).retention, keepRecord, by: 'service' },
      'now',
      now,
    )

    expect(outcome).toMatchObject({ unkept: [], counts: { 'clerk-conversations': 0 } })
    expect(readdirSync(records)).toEqual([])
  })

  it('does not write a large file anew beside the service, empties its log all the same, and says what to do', async () => {
    await job({ scrubMostBytes: 100_000 }).run()

    expect(logged).toEqual(['info retention has run', expect.stringMatching(/^warn traces .* retention --run$/)])
    expect(statSync(join(folder, 'assistant.db-wal')).size).toBe(0)
  })
})
