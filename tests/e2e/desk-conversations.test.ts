import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ROLES, type Role } from '../../adapters/desk/accounts/role.ts'
import { conversationRoutes } from '../../adapters/desk/conversation-routes.ts'
import { deadLetterRoutes } from '../../adapters/desk/dead-letter-routes.ts'
import { departmentRoutes } from '../../adapters/desk/department-routes.ts'
import { keptRoutes } from '../../adapters/desk/kept-routes.ts'
import { listRoutes } from '../../adapters/desk/list-routes.ts'
import { createLister } from '../../adapters/desk/lister.ts'
import { presenceRoutes } from '../../adapters/desk/presence-routes.ts'
import { readyAnswerRoutes } from '../../adapters/desk/ready-answer-routes.ts'
import { rightsRoutes } from '../../adapters/desk/rights-routes.ts'
import type { OpenConversation, Overview } from '../../adapters/desk/wire.ts'
import { openSqliteAccounts } from '../../adapters/storage/sqlite-accounts.ts'
import { createSqliteStore } from '../../adapters/storage/sqlite-store.ts'
import { createErasing } from '../../bot/erasing.ts'
import {
  createDeskBrowser,
  type DeskAnswer,
  type DeskBrowser,
  makeAccount,
  signedInBrowser,
} from '../setup/desk-browser.ts'
import { NO_LIMITS, openPage, type Page } from '../setup/direct-line.ts'
import { realKnowledge } from '../setup/knowledge.ts'
import { createMemoryRegister } from '../setup/memory-register.ts'
import { type Service, startService } from '../setup/service.ts'

const database = openSqliteAccounts()
const store = createSqliteStore()
const register = createMemoryRegister()
const log = { info() {}, warn() {}, error() {} }
const clock = () => NOW
const NOW = new Date('2026-11-25T10:00:00Z')
const UNKNOWN = '00000000-0000-4000-8000-000000000000'

let service: Service
let conversation = ''
const browsers = new Map<string, DeskBrowser>()

async function signIn(
  login: string,
  roles: readonly Role[],
  departments: readonly 'transport'[] | readonly 'building'[],
) {
  await makeAccount(database, { login, roles, departments: [...departments] })
  browsers.set(login, await signedInBrowser(service.url, database, login, NOW))
}

function by(login: string): DeskBrowser {
  const browser = browsers.get(login)
  if (!browser) throw new Error(`nobody is signed in as ${login}`)
  return browser
}

beforeAll(async () => {
  service = await startService({ website: NO_LIMITS }, { store, register, accounts: database, clock })
  for (const role of ROLES) await signIn(role, [role], ['transport'])
  await signIn('builder', ['clerk'], ['building'])
  browsers.set('nobody', createDeskBrowser(service.url))
  conversation = (await waitingPage()).conversationId
})

afterAll(() => service.stop())

/** A citizen of the transport department's, who waits. */
async function waitingPage(): Promise<Page> {
  await by('clerk').post('/desk/api/presence', { presence: 'free' })
  const page = await openPage(service.url)
  await page.write('ile kosztuje rejestracja auta z niemiec')
  await page.write('chcę rozmawiać z człowiekiem')
  for (;;) {
    const { queue } = (await by('supervisor').get('/desk/api/overview')).body as Overview
    if (queue.some(({ conversationId }) => conversationId === page.conversationId)) return page
  }
}

const WORKS = ['clerk', 'supervisor'] as const
const ANSWERS_FOR_DATA = ['supervisor', 'administrator'] as const
const note = () => ({ kind: 'note', commandId: randomUUID(), text: 'Notatka' })

/** Who may, and what they get. Everybody else who is signed in gets 403. `other`: a clerk of another department. */
const MATRIX: Readonly<
  Record<
    string,
    { readonly who: readonly Role[]; readonly body?: unknown; readonly own: number; readonly other: number }
  >
> = {
  'get /api/overview': { who: WORKS, own: 200, other: 200 },
  'post /api/search': { who: WORKS, body: { text: 'rejestracja' }, own: 200, other: 200 },
  'get /api/conversations/:conversationId': { who: WORKS, own: 200, other: 404 },
  'get /api/conversations/:conversationId/messages': { who: WORKS, own: 200, other: 404 },
  'post /api/conversations/:conversationId/commands': { who: WORKS, body: note, own: 200, other: 404 },
  'post /api/conversations/:conversationId/reveal': { who: WORKS, body: { seq: 1 }, own: 200, other: 200 },
  'post /api/conversations/:conversationId/settle': { who: WORKS, body: {}, own: 200, other: 404 },
  'post /api/kept': { who: WORKS, body: { conversationIds: [UNKNOWN] }, own: 200, other: 200 },
  'post /api/presence': { who: WORKS, body: { presence: 'busy' }, own: 200, other: 200 },
  'post /api/seen': { who: WORKS, body: {}, own: 200, other: 200 },
  'post /api/leave': { who: WORKS, body: {}, own: 200, other: 200 },
  'get /api/departments': { who: ROLES, own: 200, other: 200 },
  'post /api/departments/:department': {
    who: ['supervisor', 'administrator'],
    body: { hours: null, mail: null },
    own: 200,
    other: 403,
  },
  'get /api/dead-letters': { who: ['administrator'], own: 200, other: 403 },
  'post /api/dead-letters/note': { who: ['administrator'], body: { deadLetters: 0 }, own: 200, other: 403 },
  'post /api/answers': { who: WORKS, body: { text: 'karta parkingowa' }, own: 200, other: 200 },
  'get /api/ready-answers': { who: WORKS, own: 200, other: 200 },
  'post /api/ready-answers': {
    who: WORKS,
    body: () => ({ id: randomUUID(), title: 'Tytuł', text: 'Treść' }),
    own: 200,
    other: 200,
  },
  'post /api/ready-answers/:id/remove': { who: WORKS, body: {}, own: 200, other: 200 },
  'post /api/rights/find': { who: ANSWERS_FOR_DATA, body: { number: '1' }, own: 200, other: 403 },
  'post /api/rights/copy': {
    who: ANSWERS_FOR_DATA,
    body: () => ({ conversationId: conversation, format: 'json' }),
    own: 200,
    other: 403,
  },
  'post /api/rights/erase': {
    who: ANSWERS_FOR_DATA,
    body: { conversationId: UNKNOWN, reason: 'asked' },
    own: 404,
    other: 403,
  },
}

function call(login: string, endpoint: string, id = conversation): Promise<DeskAnswer> {
  const [method, path = ''] = endpoint.split(' ')
  const body = MATRIX[endpoint]?.body
  const at = `/desk${path.replace(':conversationId', id).replace(':department', 'transport').replace(':id', UNKNOWN)}`
  const query = path.endsWith('/messages') ? '?after=0' : ''
  return method === 'get'
    ? by(login).get(`${at}${query}`)
    : by(login).post(at, typeof body === 'function' ? body() : body)
}

describe('S16: the matrix of the desk', () => {
  it('has every endpoint', () => {
    const { desk } = service
    const lister = createLister({ desk, knowledge: realKnowledge, clock, ticketDays: 2 })
    const parts = { desk, database, knowledge: realKnowledge, clock, lister }
    const endpoints = [
      ...listRoutes(parts),
      ...conversationRoutes(parts),
      ...keptRoutes(store.records),
      ...presenceRoutes(desk),
      ...departmentRoutes(desk),
      ...deadLetterRoutes(desk),
      ...readyAnswerRoutes(parts),
      ...rightsRoutes({ ...parts, records: store.records, erasing: createErasing({ store, register, clock, log }) }),
    ]

    expect(endpoints.map(({ method, path }) => `${method} ${path}`)).toEqual(Object.keys(MATRIX))
  })

  it.each(Object.entries(MATRIX))('%s', async (endpoint, { who, own, other }) => {
    for (const role of ROLES) {
      const { status } = await call(role, endpoint)
      expect(`${role} ${status}`).toBe(`${role} ${who.includes(role) ? own : 403}`)
    }
    expect((await call('builder', endpoint)).status).toBe(other)
    expect((await call('nobody', endpoint)).status).toBe(401)
  })

  it.each(Object.keys(MATRIX).filter(endpoint => endpoint.includes('/conversations/')))(
    'tells the same of what is not there as of what is not theirs: %s',
    async endpoint => {
      const foreign = await call('builder', endpoint)
      const missing = await call('builder', endpoint, UNKNOWN)

      expect([missing.status, missing.text]).toEqual([foreign.status, foreign.text])
    },
  )
})

describe('the endpoints of the desk', () => {
  it('do a command once, however often it comes', async () => {
    const { conversationId } = await waitingPage()
    const take = { kind: 'take', commandId: randomUUID(), isForced: false }
    const path = `/desk/api/conversations/${conversationId}`
    const taken = await by('clerk').post(`${path}/commands`, take)
    const { epoch } = (taken.body as OpenConversation).conversation
    const write = { kind: 'write', commandId: randomUUID(), epoch, text: 'Raz i tylko raz' }

    const answers = await Promise.all([1, 2, 3].map(() => by('clerk').post(`${path}/commands`, write)))

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const { messages } = (await by('clerk').get(path)).body as OpenConversation
    expect(messages.filter(({ speaker }) => speaker === 'clerk').length).toBe(1)
  })

  it('F11: let one of two clerks take, and give the other 409 with the name', async () => {
    const { conversationId } = await waitingPage()
    const take = () => ({ kind: 'take', commandId: randomUUID(), isForced: false })
    const path = `/desk/api/conversations/${conversationId}/commands`

    const answers = await Promise.all(['clerk', 'supervisor'].map(login => by(login).post(path, take())))

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const winner = answers[0]?.status === 200 ? 'clerk' : 'supervisor'
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      refusal: { kind: 'taken', by: { name: winner } },
      conversation: { clerk: { name: winner } },
    })
  })

  it.each([
    ['no kind', 'commands', {}],
    ['an empty message', 'commands', { kind: 'write', commandId: UNKNOWN, epoch: 1, text: ' ' }],
    ['too long a message', 'commands', { kind: 'note', commandId: UNKNOWN, text: 'a'.repeat(2001) }],
    ['an id that is none', 'commands', { kind: 'note', commandId: '1', text: 'a' }],
    ['a department that is none', 'commands', { kind: 'make-ticket', commandId: UNKNOWN, epoch: 1, department: 'x' }],
    ['no number', 'reveal', { seq: 'one' }],
  ])('say what to mend, and never 500: %s', async (_name, endpoint, body) => {
    const answer = await by('clerk').post(`/desk/api/conversations/${conversation}/${endpoint}`, body)

    expect(answer.status).toBe(400)
    expect(answer.text).toMatch(/Mend this: /)
  })

  it.each([
    [
      'an end before the beginning',
      { week: [[{ from: '15:30', to: '07:30' }], [], [], [], [], [], []], exceptions: [] },
    ],
    ['six days', { week: [[], [], [], [], [], []], exceptions: [] }],
    ['no day of the calendar', { week: [[], [], [], [], [], [], []], exceptions: [{ day: '2026-02-30', spans: [] }] }],
  ])('take no hours with %s', async (_name, hours) => {
    const answer = await by('supervisor').post('/desk/api/departments/transport', { hours, mail: null })

    expect(answer.status).toBe(400)
  })

  it('leave the idle end of a session where it is, when the page asks by itself', async () => {
    const ends = async () => ((await by('clerk').get('/desk/api/session')).body as { idleEndsAt: string }).idleEndsAt
    const before = await ends()

    await by('clerk').get('/desk/api/overview')
    await by('clerk').post('/desk/api/seen', {})

    expect(await ends()).toBe(before)
  })
})

describe('the page of the desk', () => {
  it('S19: loads nothing but its own script, under a strict policy', async () => {
    const page = await by('clerk').get('/desk')

    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'/,
    )
    expect([...page.text.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual([
      '<script src="/desk/desk.js" defer>',
    ])
  })

  it('sends whoever is not signed in to the sign-in', async () => {
    expect(await by('nobody').get('/desk')).toMatchObject({ status: 303, location: '/desk/sign-in' })
  })
})
