import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { readConfig } from '../../adapters/config.ts'
import { readAudit } from '../../adapters/desk/accounts/audit-log.ts'
import type { CopyFile, FoundRecord } from '../../adapters/desk/wire.ts'
import { createErasureRegister } from '../../adapters/privacy/erasure-register.ts'
import { PRIVACY_COMMANDS } from '../../adapters/privacy/privacy-commands.ts'
import { runPrivacy } from '../../adapters/privacy/run-privacy.ts'
import { openSqliteAccounts } from '../../adapters/storage/sqlite-accounts.ts'
import { createSqliteStore } from '../../adapters/storage/sqlite-store.ts'
import { type DeskBrowser, makeAccount, signedInBrowser } from '../setup/desk-browser.ts'
import { call, NO_LIMITS, openPage, type Page, readUntil } from '../setup/direct-line.ts'
import { type Service, startService } from '../setup/service.ts'
import { temporaryFolder } from '../setup/temporary-folder.ts'

// The office with a SQLite file and a register of its own, a citizen before the website, and a supervisor at the desk.

const NOW = new Date('2026-11-25T10:00:00Z')

let folder = ''
let service: Service
let accounts: ReturnType<typeof openSqliteAccounts>
let page: Page

const file = () => join(folder, 'assistant.db')
const registerFile = () => join(folder, 'erasures.jsonl')

async function startOffice(): Promise<void> {
  accounts = openSqliteAccounts(file())
  const parts = {
    store: createSqliteStore(file()),
    accounts,
    register: createErasureRegister(registerFile()),
    clock: () => NOW,
  }
  service = await startService({ website: NO_LIMITS }, parts)
}

beforeEach(async () => {
  folder = temporaryFolder()
  await startOffice()
  page = await openPage(service.url)
  await page.write('ile kosztuje karta parkingowa, mój PESEL to 44051401359')
  await readUntil(page, all => all.length >= 3)
})

afterEach(() => service.stop())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = (path: string) => `${service.url}/directline/conversations/${page.conversationId}/${path}`
const erase = () => call<{ told?: string }>(at('erase'), { token: page.token, body: {} })
const copy = (token = page.token) => call<{ data: Record<string, unknown>; page: string }>(at('copy'), { token })

/** Puts a hold on every conversation there is. */
function hold(reason: string): void {
  const database = new DatabaseSync(file())
  database.prepare('INSERT INTO hold SELECT id, ?, ? FROM conversation').run(reason, NOW.toISOString())
  database.close()
}

/** Where the words stand in the database. */
function tablesWith(words: string): readonly unknown[] {
  const database = new DatabaseSync(file())
  const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all()
  const found = tables.filter(({ name }) =>
    JSON.stringify(database.prepare(`SELECT * FROM ${name}`).all()).includes(words),
  )
  database.close()
  return found.map(({ name }) => name)
}

async function desk(login: string, role: 'supervisor' | 'administrator' = 'supervisor'): Promise<DeskBrowser> {
  await makeAccount(accounts, { login, roles: [role] })
  return signedInBrowser(service.url, accounts, login, NOW)
}

const audited = async () =>
  (await accounts.run(() => readAudit(1_000_000, 10))).map(({ action, detail }) => [action, detail])

async function privacy(...args: readonly string[]) {
  const lines: string[] = []
  const print = (line: string) => lines.push(line)
  const config = { ...readConfig({}), dataDir: folder, erasureRegister: registerFile() }
  const status = await runPrivacy(PRIVACY_COMMANDS, args, () => config, { now: NOW, print, warn: print })
  return { status, said: lines.join('\n') }
}

describe('P06: a citizen on the website', () => {
  it('gets all that is kept of the conversation, for programs and for people, with the mask', async () => {
    const { status, body } = await copy()

    expect(status).toBe(200)
    expect(body.data).toMatchObject({
      dlugiNumer: page.conversationId,
      skad: 'strona urzędu',
      zgloszenia: [],
      pytaniaDoNauki: [{ pytanie: 'ile kosztuje karta parkingowa, mój PESEL to [PESEL]' }],
    })
    expect(body.data.wiadomosci).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kto: 'Automatyczny asystent', tresc: expect.stringContaining('21 zł') }),
      ]),
    )
    for (const part of ['<html lang="pl">', page.conversationId, 'mój PESEL to [PESEL]', '21 zł']) {
      expect(body.page.replaceAll('\u00a0', ' ')).toContain(part)
    }
    expect(body.page).not.toContain('<script')
  })

  it('gets nothing of anybody else', async () => {
    const other = await openPage(service.url)

    expect((await copy(other.token)).status).toBe(403)
  })

  it('is told why a conversation must stay, and whom to ask', async () => {
    hold('Trwa postępowanie sądowe.')

    const { status, body } = await erase()

    expect(status).toBe(409)
    expect(body.told).toBe(
      'Urząd nie może teraz usunąć tej rozmowy. Powód: Trwa postępowanie sądowe. ' +
        'Kontaktu do inspektora ochrony danych urząd jeszcze nie podał. Możesz napisać list: ul. Kolejowa 2, 66-200 Świebodzin',
    )
    expect((await page.read()).status).toBe(200)
  })

  it('keeps everything where the register fails, and may ask again', async () => {
    rmSync(registerFile())
    mkdirSync(registerFile())

    const failed = await erase()
    const still = await page.read()
    rmSync(registerFile(), { recursive: true })
    const { status } = await erase()

    expect([failed.status, failed.headers.get('retry-after'), still.status, status]).toEqual([503, '5', 200, 200])
    expect(service.log.filter(({ level }) => level === 'error')).toEqual([
      expect.objectContaining({ message: 'nothing was erased: the register failed' }),
    ])
  })

  it('does not come back when an old copy of the database is restored', async () => {
    await service.stop()
    copyFileSync(file(), `${file()}.copy`)
    await startOffice()
    await erase()
    await service.stop()
    copyFileSync(`${file()}.copy`, file())

    await startOffice()

    expect((await call(at('activities'), { token: page.token })).status).toBe(404)
    expect(service.log).toContainEqual(
      expect.objectContaining({
        level: 'warn',
        fields: { erased: 1 },
        message: expect.stringContaining('there again'),
      }),
    )
  })
})

describe('a telephone number that a citizen gives for an answer', () => {
  it('stands in the ticket alone', async () => {
    const anna = { clerkId: 'anna', name: 'Anna Nowak', roles: ['clerk'], departments: ['citizens'] } as const
    await service.desk.setPresence(anna, 'away')
    await page.write('chcę rozmawiać z człowiekiem')
    await page.write('Odpowiedź telefonem')
    await page.write('to mój numer: 600 100 200')
    await readUntil(page, all => all.some(({ text }) => /odpowie.*telefon/i.test(text ?? '')) && all.length >= 9)

    expect(tablesWith('600 100 200')).toEqual(['ticket'])
  })
})

describe('P06: the office', () => {
  it('finds a conversation, copies it and erases it at the desk, and all of it is accounted for', async () => {
    const supervisor = await desk('ola')
    const find = async (number: string) =>
      ((await supervisor.post('/desk/api/rights/find', { number })).body as { record: FoundRecord | null }).record
    const found = await find(page.conversationId)
    const about = { conversationId: page.conversationId }

    const saved = (await supervisor.post('/desk/api/rights/copy', { ...about, format: 'json' })).body as CopyFile
    const erased = await supervisor.post('/desk/api/rights/erase', { ...about, reason: 'objected' })

    expect(found).toMatchObject({ source: 'website', kind: 'bot', hold: null, messages: 3 })
    expect(saved.name).toBe(`rozmowa-${found?.number}.json`)
    expect(JSON.parse(saved.text)).toMatchObject({ numer: found?.number, dlugiNumer: page.conversationId })
    expect([erased.status, await find(`Z-${found?.number}`), (await page.read()).status]).toEqual([200, null, 404])
    expect((await audited()).slice(0, 2)).toEqual([
      ['conversation-erased', 'objected'],
      ['transcript-exported', 'json'],
    ])
  })

  it('erases nothing at the desk that it could not account for, and accounts for what the register kept from going', async () => {
    const supervisor = await desk('ola')
    const order = { conversationId: page.conversationId, reason: 'asked' }
    const database = new DatabaseSync(file())

    database.exec("CREATE TRIGGER full BEFORE INSERT ON audit_entry BEGIN SELECT RAISE(ABORT, 'full'); END")
    const [unaudited, copied] = [
      await supervisor.post('/desk/api/rights/erase', order),
      await supervisor.post('/desk/api/rights/copy', { conversationId: page.conversationId, format: 'json' }),
    ]
    const register = readFileSync(registerFile(), 'utf8')
    database.exec('DROP TRIGGER full')
    database.close()
    rmSync(registerFile())
    mkdirSync(registerFile())
    const unregistered = await supervisor.post('/desk/api/rights/erase', order)

    expect([unaudited.status, copied.status, register]).toEqual([500, 500, ''])
    expect([unregistered.status, (await page.read()).status]).toEqual([500, 200])
    expect((await audited()).slice(0, 2)).toEqual([
      ['erasing-failed', 'asked'],
      ['conversation-erased', 'asked'],
    ])
  })

  it('is told at the desk what is no number, and why a conversation must stay', async () => {
    const administrator = await desk('adam', 'administrator')
    hold('spór')

    const wrong = await administrator.post('/desk/api/rights/find', { number: 'jutro' })
    const held = await administrator.post('/desk/api/rights/erase', {
      conversationId: page.conversationId,
      reason: 'asked',
    })

    expect([wrong.status, held.status]).toEqual([400, 409])
    expect(held.body).toEqual({ told: expect.stringContaining('Powód: spór.') })
    expect((await page.read()).status).toBe(200)
  })

  it('copies and erases by a command beside the service', async () => {
    const to = join(folder, 'copies')
    const exported = await privacy('export', page.conversationId, '--to', to)
    const erased = await privacy('erase', page.conversationId, '--reason', 'asked')

    expect(exported).toEqual({ status: 0, said: `${to}/rozmowa-1.html\n${to}/rozmowa-1.json` })
    expect(erased).toEqual({
      status: 0,
      said: `Rozmowa 1 jest usunięta. Wpis jest w rejestrze usunięć: ${registerFile()}`,
    })
    expect((await page.read()).status).toBe(404)
    expect(await privacy('replay')).toEqual({ status: 0, said: 'Usunięte ponownie rozmowy: 0' })
    expect(await audited()).toEqual([
      ['conversation-erased', 'asked'],
      ['transcript-exported', null],
    ])
  })

  it('is told by a command what to mend', async () => {
    hold('spór')

    await expect(privacy('export', '1')).rejects.toThrow('--to KATALOG')
    await expect(privacy('export', '99', '--to', folder)).rejects.toThrow('Nie ma takiej rozmowy')
    await expect(privacy('erase', 'jutro', '--reason', 'asked')).rejects.toThrow('„jutro” nie jest numerem rozmowy')
    await expect(privacy('erase', '1', '--reason', 'bo tak')).rejects.toThrow('--reason asked|objected')
    await expect(privacy('erase', '1', '--reason', 'asked')).rejects.toThrow('npm run privacy -- release 1')
  })
})
