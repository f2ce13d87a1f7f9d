import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { readConfig, type WebsiteLimits } from '../../adapters/config.ts'
import { ACTIONS } from '../../adapters/messenger/actions.ts'
import { createSqliteStore } from '../../adapters/storage/sqlite-store.ts'
import type { AppParts } from '../../app.ts'
import type { DeskPerson } from '../../bot/desk-person.ts'
import { RegisterError } from '../../bot/erasing.ts'
import type { Store } from '../../bot/ports.ts'
import { until } from '../faults/until.ts'
import { NO_LIMITS } from '../setup/direct-line.ts'
import { type GraphStandIn, startGraphStandIn } from '../setup/graph-stand-in.ts'
import {
  batchOf,
  deliver,
  itemOf,
  messengerSettings,
  signatureOf,
  tapped,
  VERIFY_TOKEN,
  wrote,
} from '../setup/messenger.ts'
import { messengerCitizen } from '../setup/messenger-citizen.ts'
import { type LogLine, type Service, startService } from '../setup/service.ts'

const HOUR_MS = 3_600_000
const CARD_FEE = 'ile kosztuje karta parkingowa'

const ANNA: DeskPerson = { clerkId: 'anna', name: 'Anna Nowak', roles: ['clerk'], departments: ['transport'] }
const ADAM: DeskPerson = { clerkId: 'adam', name: 'Adam Kos', roles: ['administrator'], departments: [] }

/** A page on Messenger, its service, and clerks who call the desk. */
async function openPage(parts: AppParts = {}, website: WebsiteLimits = NO_LIMITS) {
  const graph: GraphStandIn = await startGraphStandIn()
  const store: Store = parts.store ?? createSqliteStore()
  const settings = { messenger: messengerSettings(graph), website, deskMs: 20, relayMs: 20 }
  const service: Service = await startService(settings, { ...parts, store })
  return {
    graph,
    service,
    store,
    desk: service.desk,
    send: (...items: readonly Readonly<Record<string, unknown>>[]) => deliver(service.url, batchOf(...items)),
    async close() {
      await service.stop()
      await graph.stop()
      expect(graph.faults).toEqual([])
    },
  }
}

type Page = Awaited<ReturnType<typeof openPage>>

/** A citizen of their own for one test, and what the desk does for them. */
function visit({ desk, graph, service, store }: Page) {
  const citizen = messengerCitizen(graph, service.url)
  const logged = service.log.length
  let holding: { readonly conversationId: string; readonly epoch: number } | undefined

  const conversations = () => store.conversationsAt('messenger', citizen.id, new Date(Date.now() + 365 * 24 * HOUR_MS))
  const hold = () => {
    if (!holding) throw new Error('no clerk has the conversation')
    return { ...holding, commandId: randomUUID() }
  }
  return {
    ...citizen,
    conversations,
    /** How many turns of theirs were taken. */
    async turns() {
      const ids = await conversations()
      const isTurn = ({ message, fields }: LogLine) =>
        message === 'turn committed' && ids.includes(String(fields.conversation))
      return service.log.filter(isTurn).length
    },
    /** The log's levels of this, since they came. */
    levels: (message: string) =>
      service.log
        .slice(logged)
        .filter(line => line.message.includes(message))
        .map(({ level }) => level),
    async isTakenBy(person: DeskPerson) {
      let conversationId = ''
      await until('they wait', async () => {
        const [id] = await conversations()
        const waiting = [...(await desk.queue(person)), ...(await desk.tickets(person))]
        conversationId = waiting.find(each => each.conversationId === id)?.conversationId ?? ''
        return conversationId !== ''
      })
      const taken = await desk.take(person, { conversationId, commandId: randomUUID() })
      if (taken.kind !== 'done') throw new Error(`${person.name} did not get it: ${JSON.stringify(taken)}`)
      holding = { conversationId, epoch: taken.conversation.epoch }
    },
    hears: (person: DeskPerson, text: string) => desk.write(person, { ...hold(), text }),
    /** What stands at the desk, also for clerks only. */
    async deskShows(person: DeskPerson) {
      const opened = await desk.open(person, hold().conversationId)
      return JSON.stringify(opened?.messages.map(({ content }) => content))
    },
  }
}

let page: Page
let citizen: ReturnType<typeof visit>

describe('the webhook', () => {
  /** The text that the store fails at when it comes next. */
  let failsAt: string | undefined

  beforeAll(async () => {
    const store = createSqliteStore()
    const accept: Store['accept'] = (event, original, now) => {
      if (event.kind !== 'citizen-wrote' || event.text !== failsAt) return store.accept(event, original, now)
      failsAt = undefined
      return Promise.reject(new Error('disk full'))
    }
    page = await openPage({ store: { ...store, accept } })
  })
  beforeEach(() => {
    citizen = visit(page)
  })
  afterAll(() => page.close())

  it('answers Meta with the bare challenge', async () => {
    const query = new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.verify_token': VERIFY_TOKEN,
      'hub.challenge': '1158201444',
    })

    const response = await fetch(`${page.service.url}/webhooks/messenger?${query}`)

    expect([response.status, await response.text()]).toEqual([200, '1158201444'])
    expect(response.headers.get('content-type')).toBe('text/plain')
  })

  it.each(['<script>alert(1)</script>', '1158201444'])(
    'S07: refuses who does not know the token: %s',
    async challenge => {
      const query = new URLSearchParams({
        'hub.mode': 'subscribe',
        'hub.verify_token': 'x',
        'hub.challenge': challenge,
      })

      const response = await fetch(`${page.service.url}/webhooks/messenger?${query}`)

      expect(response.status).toBe(403)
      expect(await response.text()).not.toContain(challenge)
    },
  )

  it.each([
    ['missing', () => null],
    ['forged', () => signatureOf('another body')],
    ['of another secret', (body: string) => signatureOf(body, 'fake-other')],
    ['of other bytes', (body: string) => signatureOf(`${body} `)],
  ])('S06: keeps nothing where the signature is %s', async (_how, sign) => {
    const body = batchOf(wrote(CARD_FEE, citizen.id))

    const { status } = await deliver(page.service.url, body, sign(body))

    expect(status).toBe(401)
    expect(await citizen.conversations()).toEqual([])
  })

  it('takes the same message five times at once for one, and again later', async () => {
    const body = batchOf(wrote(CARD_FEE, citizen.id, 'm_same'))

    const answers = await Promise.all(Array.from({ length: 5 }, () => deliver(page.service.url, body)))
    await citizen.hasRead(/Zapłać 21 zł/)
    const again = await deliver(page.service.url, body)

    expect([...answers, again].map(({ status }) => status)).toEqual(Array(6).fill(200))
    expect(await citizen.turns()).toBe(1)
    expect(citizen.reads().filter(text => text.includes('Zapłać 21 zł'))).toHaveLength(1)
  })

  it('is not acknowledged where the store fails, and what was kept is not answered twice', async () => {
    failsAt = 'dwa'
    const body = batchOf(wrote(CARD_FEE, citizen.id, 'm_1'), wrote('dwa', citizen.id, 'm_2'))

    const first = await deliver(page.service.url, body)
    const second = await deliver(page.service.url, body)
    await until('both are answered', async () => (await citizen.turns()) === 2)

    expect([first.status, second.status]).toEqual([503, 200])
    expect(first.text).not.toContain('disk full')
  })

  it('takes messages in the order of their arrival, each once, and lets notes of delivery and reading be', async () => {
    const at = Date.now()
    const note = (content: object, when: number) => itemOf({ ...content }, citizen.id, when)

    await page.send(wrote('dwa', citizen.id, 'm_2', at), note({ read: { watermark: at } }, at + 5))
    await page.send(
      note({ delivery: { mids: ['m_9'], watermark: at } }, at - 99),
      wrote('raz', citizen.id, 'm_1', at - 50),
    )
    await page.send(wrote('dwa', citizen.id, 'm_2', at))
    await until('both are answered', async () => (await citizen.turns()) === 2)

    const [conversation = ''] = await citizen.conversations()
    const history = await page.store.history(conversation, 0)
    const written = history.filter(({ speaker }) => speaker === 'citizen')
    expect(written.map(({ content }) => content)).toEqual(['dwa', 'raz'])
  })

  it.each([
    [
      'an echo',
      (id: string) => ({ messaging: [itemOf({ message: { mid: 'm', is_echo: true, text: CARD_FEE } }, id)] }),
    ],
    ['what another app answers', (id: string) => ({ standby: [wrote(CARD_FEE, id)] })],
    ['a reaction', (id: string) => ({ messaging: [itemOf({ reaction: { reaction: 'love', mid: 'm' } }, id)] })],
    ['an empty text', (id: string) => ({ messaging: [wrote('  ', id)] })],
  ])('lets %s be', async (_what, entryFor) => {
    const entry = [entryFor(citizen.id)]

    const { status } = await deliver(page.service.url, JSON.stringify({ object: 'page', entry }))

    expect(status).toBe(200)
    expect(await citizen.turns()).toBe(0)
  })

  it.each([
    ['no JSON', '{"object":', 400],
    ['no batch', '{"object":"page"}', 400],
    ['too much', `"${'a'.repeat(1_100_000)}"`, 413],
  ])('refuses with the reason: %s', async (_what, body, status) => {
    const answer = await deliver(page.service.url, body)

    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.text).error.message).toBeTruthy()
  })
})

describe('a batch of 1,000 messages', () => {
  it('is kept whole before it is acknowledged', async () => {
    const store = createSqliteStore()
    // What is kept is answered later, which is not looked at here.
    page = await openPage({ store: { ...store, takeTurn: async () => undefined } })
    const citizens = Array.from({ length: 250 }, (_, index) => `citizen-${index}`)
    const items = citizens.flatMap(who => ['raz', 'dwa', 'trzy', 'cztery'].map(text => wrote(text, who)))

    const { status } = await page.send(...items)

    const lines = await Promise.all(
      citizens.map(async who => {
        const [conversation = ''] = await page.store.conversationsAt('messenger', who, new Date(Date.now() + HOUR_MS))
        const history = await page.store.history(conversation, 0)
        return history.filter(({ speaker }) => speaker === 'citizen').map(({ content }) => content)
      }),
    )
    expect(status).toBe(200)
    expect(lines).toEqual(citizens.map(() => ['raz', 'dwa', 'trzy', 'cztery']))
    await page.close()
  })
})

describe('whoever writes faster than a person', () => {
  it('is kept, but not answered', async () => {
    page = await openPage({}, readConfig({}).website)
    citizen = visit(page)

    await page.send(...Array.from({ length: 9 }, () => wrote(CARD_FEE, citizen.id)))
    await until('all are taken', async () => (await citizen.turns()) === 9)
    await citizen.hasRead('szybciej, niż odpowiadam')

    expect(citizen.reads().filter(text => text.includes('Zapłać 21 zł'))).toHaveLength(5)
    expect(citizen.reads().filter(text => text.includes('szybciej, niż odpowiadam'))).toHaveLength(1)
    await page.close()
  })
})

describe('what is no text', () => {
  beforeAll(async () => {
    page = await openPage()
  })
  beforeEach(() => {
    citizen = visit(page)
  })
  afterAll(() => page.close())

  const attached = (type: string, url: string) =>
    itemOf({ message: { mid: randomUUID(), attachments: [{ type, payload: { url } }] } }, citizen.id)

  it('greets whoever begins with a sticker, and says nothing to further ones', async () => {
    await page.send(attached('sticker', 'https://scontent.example/thumb.png'))
    await citizen.hasRead('automatycznym asystentem')
    await page.send(attached('sticker', 'https://scontent.example/thumb.png'))
    await citizen.writes(CARD_FEE)
    await citizen.hasRead(/Zapłać 21 zł/)

    expect(citizen.reads()).toHaveLength(2)
  })

  it('says that files are not read, and asks nobody for them', async () => {
    await page.send(attached('image', 'https://scontent.example/dowod.jpg'))

    await citizen.hasRead('Nie otwieram plików')
    expect(citizen.reads()[0]).toContain('automatycznym asystentem')
  })

  it('gives a clerk the link to a file', async () => {
    await page.desk.setPresence(ANNA, 'free')
    await citizen.writes('pracownik')
    await citizen.isTakenBy(ANNA)

    await page.send(attached('file', 'https://cdn.example/wniosek.pdf'))

    await until('the clerk sees it', async () =>
      (await citizen.deskShows(ANNA)).includes('https://cdn.example/wniosek.pdf'),
    )
    expect(citizen.reads().join()).not.toContain('cdn.example')
  })

  it('does what the menu says', async () => {
    await citizen.taps(ACTIONS.ask)
    await citizen.hasRead('Odpowiadam na pytania o sprawy załatwiane w starostwie')
    await citizen.taps(ACTIONS.privacy)
    await citizen.hasRead('Twoje dane osobowe w urzędzie')
    await citizen.taps(ACTIONS.person)
    await citizen.hasRead(/pracownik/i)
  })
})

describe('a page whose messages Meta refuses', () => {
  let now: Date

  beforeEach(async () => {
    now = new Date()
    page = await openPage({ clock: () => now })
    citizen = visit(page)
  })
  afterEach(() => page.close())

  const later = (ms: number) => {
    now = new Date(now.getTime() + ms)
  }

  it.each([
    ['a fault of its own', { status: 500, code: 2 }],
    ['too many calls', { code: 613 }],
    ['no JSON at all', { status: 502 }],
  ])('sends again after %s, in order', async (_what, refusal) => {
    page.graph.refuseNext(refusal)

    await citizen.writes(CARD_FEE)
    await until('it was refused', () => citizen.levels('will be tried again').length > 0)
    later(1000)

    await citizen.hasRead(/Zapłać 21 zł/)
    expect(citizen.reads()[0]).toContain('automatycznym asystentem')
    expect(citizen.reads()).toHaveLength(2)
  })

  it('gives up, and lets later ones go on, where the citizen cannot be reached', async () => {
    page.graph.refuseNext({ code: 551, subcode: 1545041 })

    await citizen.writes(CARD_FEE)

    await citizen.hasRead(/Zapłać 21 zł/)
    expect(citizen.reads()).toHaveLength(1)
    expect(citizen.levels('delivery given up')).toEqual(['error'])
  })

  it('loses nothing when the token expires in the middle of a conversation: one alert, no storm, and all waits', async () => {
    await citizen.writes('karta parkingowa')
    await citizen.hasRead('Karta parkingowa')
    page.graph.refuseAll({ status: 401, code: 190, subcode: 463 })
    const before = page.graph.calls.length

    await citizen.writes('opłata')
    await page.send(...Array.from({ length: 30 }, (_, index) => wrote(CARD_FEE, `other-${index}`)))
    await until('all wait', () => citizen.levels('will be tried again').length >= 31)
    const callsWhileBroken = page.graph.calls.length - before
    const alerts = citizen.levels('refuses our token')
    const blocked = [await page.desk.blocked(ADAM), await page.desk.blocked(ANNA)].map(({ replies }) => replies)

    expect(alerts).toEqual(['error'])
    expect(blocked).toEqual([31, 0])
    expect(citizen.levels('delivery given up')).toEqual([])
    // Each call that was under way when the first refusal came, and not one for each message.
    expect(callsWhileBroken).toBeLessThan(31)
  })

  it('sends the parts of a long answer once each when one of them fails', async () => {
    await page.desk.setPresence(ANNA, 'free')
    await citizen.writes('pracownik')
    await citizen.isTakenBy(ANNA)
    await citizen.hasRead('Od teraz pisze')
    const paragraphs = ['a', 'b', 'c'].map(letter => `${letter} `.repeat(800).trim())
    page.graph.refuseNext({ takesFirst: false, code: 613 })

    await citizen.hears(ANNA, paragraphs.join('\n\n'))
    await until('it was refused', () => citizen.levels('will be tried again').length > 0)
    later(1000)
    await citizen.hasRead(/^c c/)

    expect(citizen.reads().filter(text => /^([abc]) \1/.test(text) || text.startsWith('Anna')).length).toBe(3)
  })

  it('repeats a message at most once where Meta took it and the answer was lost', async () => {
    page.graph.refuseNext({ status: 502, takesFirst: true })

    await citizen.writes(CARD_FEE)
    await until('it was lost', () => citizen.levels('will be tried again').length > 0)
    later(1000)
    await citizen.hasRead(/Zapłać 21 zł/)

    expect(citizen.reads().filter(text => text.includes('automatycznym asystentem'))).toHaveLength(2)
  })

  it('carries the words of a clerk who answers after 3 days, tagged, and of the assistant none so late', async () => {
    await page.desk.setPresence(ANNA, 'away')
    await citizen.writes('pracownik')
    await citizen.hasRead(/Przyjmuję zgłoszenie/)
    later(72 * HOUR_MS)
    page.graph.setHoursSinceWritten(72)

    await citizen.isTakenBy(ANNA)
    await citizen.hears(ANNA, 'Dzień dobry, odpowiadam na zgłoszenie.')
    await citizen.hasRead('odpowiadam na zgłoszenie')

    const tagged = page.graph.messages.filter(({ tag }) => tag === 'HUMAN_AGENT')
    expect(tagged.map(({ message }) => message.text)).toEqual([
      'Anna Nowak, pracownik urzędu:\n\nDzień dobry, odpowiadam na zgłoszenie.',
    ])
    expect(citizen.reads().join()).not.toContain('Od teraz pisze')
    expect(citizen.levels('delivery given up')).toEqual(['warn'])
  })

  it('tells the desk of words that come after 7 days', async () => {
    await page.desk.setPresence(ANNA, 'away')
    await citizen.writes('pracownik')
    await citizen.hasRead(/Przyjmuję zgłoszenie/)
    later(8 * 24 * HOUR_MS)
    page.graph.setHoursSinceWritten(8 * 24)

    await citizen.isTakenBy(ANNA)
    await citizen.hears(ANNA, 'Przepraszam za zwłokę.')

    await until('the desk is told', async () => (await citizen.deskShows(ANNA)).includes('tylko przez 7 dni'))
    expect(citizen.reads().join()).not.toContain('Przepraszam za zwłokę')
    expect(citizen.levels('delivery given up').toSorted()).toEqual(['error', 'warn'])
  })

  it('tells whoever comes back to an open ticket after a day that a machine answers', async () => {
    await page.desk.setPresence(ANNA, 'away')
    await citizen.writes('pracownik')
    await citizen.hasRead(/Przyjmuję zgłoszenie/)
    later(25 * HOUR_MS)

    await citizen.writes(CARD_FEE)
    await citizen.hasRead(/Zapłać 21 zł/)

    expect(citizen.reads().filter(text => text.startsWith('Odpowiada automatyczny asystent'))).toHaveLength(1)
  })

  it('greets anew whoever comes back after a day', async () => {
    await citizen.writes(CARD_FEE)
    await citizen.hasRead(/Zapłać 21 zł/)
    later(25 * HOUR_MS)

    await citizen.writes(CARD_FEE)

    await until(
      'it greets again',
      () => citizen.reads().filter(text => text.includes('Rozmawiasz z automatycznym')).length === 2,
    )
  })
})

describe('„Usuń moje dane”', () => {
  beforeAll(async () => {
    page = await openPage()
  })
  beforeEach(async () => {
    citizen = visit(page)
    await citizen.writes(CARD_FEE)
    await citizen.hasRead(/Zapłać 21 zł/)
  })
  afterAll(() => page.close())

  it.each(['Usuń moje dane', 'usun moje dane.'])('written as „%s” asks first, and then leaves nothing', async text => {
    await citizen.writes(text)
    await citizen.hasRead('Czy usunąć')
    const [conversation = ''] = await citizen.conversations()
    await citizen.picks(ACTIONS.eraseNow)
    await citizen.hasRead('są usunięte')

    expect(await citizen.conversations()).toEqual([])
    expect(await page.store.history(conversation, 0)).toEqual([])
  })

  it('leaves all where the answer is no', async () => {
    await citizen.taps(ACTIONS.erase)
    await citizen.hasRead('Czy usunąć')
    await citizen.picks(ACTIONS.keep)
    await citizen.hasRead('nic nie usuwam')

    expect(await citizen.conversations()).toHaveLength(1)
  })

  it('erases nothing of what was said since when Meta delivers it again', async () => {
    const confirmation = batchOf(tapped(ACTIONS.eraseNow, citizen.id))
    await deliver(page.service.url, confirmation)
    await citizen.writes('karta wędkarska')
    await until('it is answered', async () => (await citizen.conversations()).length === 1)

    await deliver(page.service.url, confirmation)

    expect(await citizen.conversations()).toHaveLength(1)
  })

  it('F02: stays erased when Meta delivers what was erased again', async () => {
    await citizen.writes('karta wędkarska', 'm_erased')
    await citizen.taps(ACTIONS.eraseNow)
    await citizen.hasRead('są usunięte')

    const { status } = await deliver(page.service.url, batchOf(wrote('karta wędkarska', citizen.id, 'm_erased')))

    expect([status, await citizen.conversations()]).toEqual([200, []])
  })

  it('F02: is answered once, however often Meta delivers the wish', async () => {
    const confirmation = batchOf(tapped(ACTIONS.eraseNow, citizen.id))

    await Promise.all(Array.from({ length: 5 }, () => deliver(page.service.url, confirmation)))
    await deliver(page.service.url, confirmation)
    await citizen.taps(ACTIONS.keep)
    await citizen.hasRead('nic nie usuwam')

    expect(citizen.reads().filter(text => text.includes('są usunięte'))).toHaveLength(1)
  })

  it('erases nothing of anybody else', async () => {
    await page.send(wrote(CARD_FEE, 'other'))
    await citizen.taps(ACTIONS.eraseNow)

    const others = await page.store.conversationsAt('messenger', 'other', new Date(Date.now() + HOUR_MS))
    expect(others).toHaveLength(1)
  })
})

describe('P06: „Kopia moich danych”', () => {
  beforeAll(async () => {
    page = await openPage()
  })
  beforeEach(() => {
    citizen = visit(page)
  })
  afterAll(() => page.close())

  it.each([
    ['written', () => citizen.writes('Kopia moich danych')],
    ['tapped', () => citizen.taps(ACTIONS.copy)],
  ])('tells the number of the conversation, and keeps nothing: %s', async (_how, ask) => {
    await citizen.writes(CARD_FEE)
    await citizen.hasRead(/Zapłać 21 zł/)
    const [conversationId = ''] = await citizen.conversations()
    const before = await page.store.records.find({ conversationId })

    await ask()

    await citizen.hasRead(/Urząd ma jej zapis, numer: \d+\. Kopię w pliku przygotuje pracownik/)
    expect((await page.store.records.find({ conversationId }))?.messages).toBe(before?.messages)
  })
})

describe('P06: what cannot be erased on Messenger', () => {
  const kept = createSqliteStore()
  const find: Store['records']['find'] = async key => {
    const found = await kept.records.find(key)
    return found && { ...found, hold: 'trwa spór' }
  }
  const note = () => Promise.reject(new RegisterError('no room'))
  afterEach(() => page.close())

  it.each<[string, AppParts, string]>([
    ['is held', { store: { ...kept, records: { ...kept.records, find } } }, 'Powód: trwa spór.'],
    ['the register fails', { register: { note, read: async () => [] } }, 'Nie udało się teraz usunąć rozmowy'],
  ])('stays, and its citizen is told why: %s', async (_why, parts, told) => {
    page = await openPage(parts)
    citizen = visit(page)
    await citizen.writes(CARD_FEE)
    await citizen.hasRead(/Zapłać 21 zł/)

    await citizen.taps(ACTIONS.eraseNow)

    await citizen.hasRead(told)
    expect(await citizen.conversations()).toHaveLength(1)
  })
})

describe('an office without a page', () => {
  it('has no webhook', async () => {
    const other = await startService({ messenger: undefined })

    const { status } = await deliver(other.url, batchOf(wrote(CARD_FEE, '1')))
    await other.stop()

    expect(status).toBe(404)
  })
})
