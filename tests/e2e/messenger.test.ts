import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { readConfig, type WebsiteLimits } from '../../adapters/config.ts'
import { ACTIONS } from '../../adapters/messenger/actions.ts'
import { createSqliteStore } from '../../adapters/storage/sqlite-store.ts'
import type { AppParts } from '../../app.ts'
import type { DeskPerson } from '../../bot/desk-person.ts'
import type { DeskConversation } from '../../bot/desk-store.ts'
import { RegisterError } from '../../bot/erasing.ts'
import type { Store } from '../../bot/ports.ts'
import { until } from '../faults/until.ts'
import { NO_LIMITS } from '../setup/direct-line.ts'
import { type GraphStandIn, type SentMessage, startGraphStandIn } from '../setup/graph-stand-in.ts'
import {
  batchOf,
  deliver,
  itemOf,
  messengerSettings,
  picked,
  signatureOf,
  tapped,
  VERIFY_TOKEN,
  wrote,
} from '../setup/messenger.ts'
import { type Service, startService } from '../setup/service.ts'

const PATIENCE_MS = 20_000
const HOUR_MS = 3_600_000
const CARD_FEE = 'ile kosztuje karta parkingowa'

const ANNA: DeskPerson = { clerkId: 'anna', name: 'Anna Nowak', roles: ['clerk'], departments: ['transport'] }

/** A page on Messenger, a citizen who writes to it, and clerks at the desk. */
async function openPage(parts: AppParts = {}, website: WebsiteLimits = NO_LIMITS) {
  const graph: GraphStandIn = await startGraphStandIn()
  const store: Store = parts.store ?? createSqliteStore()
  const settings = { messenger: messengerSettings(graph), website, deskMs: 20, relayMs: 20 }
  const service: Service = await startService(settings, { ...parts, store })
  const { desk } = service
  const citizen = randomUUID()
  let holding: { readonly conversationId: string; readonly epoch: number } | undefined

  const hold = () => {
    if (!holding) throw new Error('no clerk has the conversation')
    return { ...holding, commandId: randomUUID() }
  }
  const readBy = (who: string) => graph.messages.filter(({ recipient }) => recipient.id === who)
  const textsOf = (messages: readonly SentMessage[]) => messages.map(({ message }) => message.text)
  const reads = () => textsOf(readBy(citizen))

  return {
    graph,
    service,
    store,
    desk,
    citizen,
    readBy,
    reads,
    send: (...items: readonly Readonly<Record<string, unknown>>[]) => deliver(service.url, batchOf(...items)),
    async writes(text: string, mid?: string, at?: number) {
      await deliver(service.url, batchOf(wrote(text, citizen, mid, at)))
    },
    async hasRead(text: string | RegExp) {
      const isIt = (each: string) => (typeof text === 'string' ? each.includes(text) : text.test(each))
      await until(`the citizen reads ${text}, not only ${reads().join(' | ')}`, () => reads().some(isIt), PATIENCE_MS)
    },
    /** Picks a choice of the last message that offers any, by its label. */
    async picks(label: string | RegExp) {
      const offered = readBy(citizen).findLast(({ message }) => message.quick_replies)?.message.quick_replies ?? []
      const button = offered.find(({ payload }) => payload.match(label))
      if (!button) throw new Error(`"${label}" is not offered, only ${JSON.stringify(offered)}`)
      await deliver(service.url, batchOf(picked(button, citizen)))
    },
    async clerkTakes(person: DeskPerson) {
      let waiting: DeskConversation | undefined
      await until('somebody waits', async () => {
        waiting = (await desk.queue(person))[0] ?? (await desk.tickets(person))[0]
        return waiting !== undefined
      })
      const taken = await desk.take(person, { conversationId: waiting?.conversationId ?? '', commandId: randomUUID() })
      if (taken.kind !== 'done') throw new Error(`${person.name} did not get it: ${JSON.stringify(taken)}`)
      holding = { conversationId: taken.conversation.conversationId, epoch: taken.conversation.epoch }
    },
    clerkWrites: (person: DeskPerson, text: string) => desk.write(person, { ...hold(), text }),
    clerkReturns: (person: DeskPerson) => desk.returnToBot(person, hold()),
    clerkEnds: (person: DeskPerson) => desk.end(person, { ...hold(), label: 'inne' }),
    /** What stands at the desk, also for clerks only. */
    async deskShows(person: DeskPerson) {
      const opened = await desk.open(person, hold().conversationId)
      return JSON.stringify(opened?.messages.map(({ content }) => content))
    },
    async close() {
      await service.stop()
      await graph.stop()
    },
  }
}

type Page = Awaited<ReturnType<typeof openPage>>

let page: Page

afterEach(async () => {
  const { faults } = page.graph
  await page.close()
  expect(faults).toEqual([])
})

describe('a citizen on Messenger', () => {
  beforeEach(async () => {
    page = await openPage()
  })

  it('asks, picks, is answered, talks with a clerk, and is back with the assistant', async () => {
    await page.desk.setPresence(ANNA, 'free')

    await page.send(tapped(ACTIONS.start, page.citizen))
    await page.hasRead(/Rozmawiasz z automatycznym asystentem[\s\S]*„pracownik”/)
    await page.writes('wniosek o samochód')
    await page.hasRead('O którą sprawę pytasz?')
    await page.picks(/używan/i)
    await page.hasRead(/Źródł/)
    await page.picks('Opłata')
    await page.hasRead(/Zapłać/)
    await page.picks('Pracownik')
    await page.clerkTakes(ANNA)
    await page.hasRead('Od teraz pisze Anna Nowak, pracownik urzędu')
    await page.writes('czy jutro jest otwarte?')
    await page.clerkWrites(ANNA, 'Tak, od rana.')
    await page.hasRead(/^Anna Nowak, pracownik urzędu:\n\nTak, od rana\.$/)
    expect(await page.deskShows(ANNA)).toContain('czy jutro jest otwarte?')
    await page.clerkReturns(ANNA)
    await page.hasRead('Wracasz do automatycznego asystenta')
    await page.writes(CARD_FEE)
    await page.hasRead(/Zapłać 21 zł/)

    expect(page.reads().filter(text => text.includes('Rozmawiasz z automatycznym asystentem'))).toHaveLength(1)
    expect(page.graph.messages.every(({ messaging_type }) => messaging_type === 'RESPONSE')).toBe(true)
    expect(page.graph.signs).toContain('mark_seen')
  })
})

describe('the webhook', () => {
  beforeEach(async () => {
    page = await openPage()
  })

  const turns = () => page.service.log.filter(({ message }) => message === 'turn committed').length
  const kept = async () =>
    (await page.store.conversationsAt('messenger', page.citizen, new Date(Date.now() + HOUR_MS))).length

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

  it.each(['<script>alert(1)</script>', '1158201444'])('refuses who does not know the token: %s', async challenge => {
    const query = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.verify_token': 'x', 'hub.challenge': challenge })

    const response = await fetch(`${page.service.url}/webhooks/messenger?${query}`)

    expect(response.status).toBe(403)
    expect(await response.text()).not.toContain(challenge)
  })

  it.each([
    ['missing', () => null],
    ['forged', () => signatureOf('another body')],
    ['of another secret', (body: string) => signatureOf(body, 'fake-other')],
    ['of other bytes', (body: string) => signatureOf(`${body} `)],
  ])('keeps nothing where the signature is %s', async (_how, sign) => {
    const body = batchOf(wrote(CARD_FEE, page.citizen))

    const { status } = await deliver(page.service.url, body, sign(body))

    expect(status).toBe(401)
    expect(await kept()).toBe(0)
  })

  it('takes the same message five times at once for one, and again later', async () => {
    const body = batchOf(wrote(CARD_FEE, page.citizen, 'm_same'))

    const answers = await Promise.all(Array.from({ length: 5 }, () => deliver(page.service.url, body)))
    await page.hasRead(/Zapłać 21 zł/)
    const again = await deliver(page.service.url, body)

    expect([...answers, again].map(({ status }) => status)).toEqual(Array(6).fill(200))
    expect(turns()).toBe(1)
    expect(page.reads().filter(text => text.includes('Zapłać 21 zł'))).toHaveLength(1)
  })

  it('keeps a batch of 1,000 messages whole before it acknowledges', async () => {
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
  })

  it('is not acknowledged where the store fails, and what was kept is not answered twice', async () => {
    await page.close()
    const store = createSqliteStore()
    let failures = 1
    const accept: Store['accept'] = (event, original, now) => {
      const isSecond = event.kind === 'citizen-wrote' && event.text === 'dwa'
      return isSecond && failures-- > 0 ? Promise.reject(new Error('disk full')) : store.accept(event, original, now)
    }
    page = await openPage({ store: { ...store, accept } })
    const body = batchOf(wrote(CARD_FEE, page.citizen, 'm_1'), wrote('dwa', page.citizen, 'm_2'))

    const first = await deliver(page.service.url, body)
    const second = await deliver(page.service.url, body)
    await until('both are answered', () => turns() === 2)

    expect([first.status, second.status]).toEqual([503, 200])
    expect(first.text).not.toContain('disk full')
  })

  it('takes messages in the order of their arrival, each once, and lets notes of delivery and reading be', async () => {
    const at = Date.now()
    const note = (content: object, when: number) => itemOf({ ...content }, page.citizen, when)

    await page.send(wrote('dwa', page.citizen, 'm_2', at), note({ read: { watermark: at } }, at + 5))
    await page.send(
      note({ delivery: { mids: ['m_9'], watermark: at } }, at - 99),
      wrote('raz', page.citizen, 'm_1', at - 50),
    )
    await page.send(wrote('dwa', page.citizen, 'm_2', at))
    await until('both are answered', () => turns() === 2)

    const [conversation = ''] = await page.store.conversationsAt('messenger', page.citizen, new Date(at + HOUR_MS))
    const history = await page.store.history(conversation, 0)
    const written = history.filter(({ speaker }) => speaker === 'citizen')
    expect(written.map(({ content }) => content)).toEqual(['dwa', 'raz'])
  })

  it.each([
    ['an echo', { messaging: [itemOf({ message: { mid: 'm', is_echo: true, text: CARD_FEE } }, '1')] }],
    ['what another app answers', { standby: [wrote(CARD_FEE, '1')] }],
    ['a reaction', { messaging: [itemOf({ reaction: { reaction: 'love', mid: 'm' } }, '1')] }],
    ['an empty text', { messaging: [wrote('  ', '1')] }],
  ])('lets %s be', async (_what, entry) => {
    const { status } = await deliver(page.service.url, JSON.stringify({ object: 'page', entry: [entry] }))

    expect(status).toBe(200)
    expect(turns()).toBe(0)
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

  it('keeps, but does not answer, what comes faster than a person writes', async () => {
    await page.close()
    page = await openPage({}, readConfig({}).website)

    await page.send(...Array.from({ length: 9 }, () => wrote(CARD_FEE, page.citizen)))
    await until('all are taken', () => turns() === 9)
    await page.hasRead('szybciej, niż odpowiadam')

    expect(page.reads().filter(text => text.includes('Zapłać 21 zł'))).toHaveLength(5)
    expect(page.reads().filter(text => text.includes('szybciej, niż odpowiadam'))).toHaveLength(1)
  })
})

describe('what is no text', () => {
  beforeEach(async () => {
    page = await openPage()
  })

  const attached = (type: string, url: string) =>
    itemOf({ message: { mid: randomUUID(), attachments: [{ type, payload: { url } }] } }, page.citizen)

  it('greets whoever begins with a sticker, and says nothing to further ones', async () => {
    await page.send(attached('sticker', 'https://scontent.example/thumb.png'))
    await page.hasRead('automatycznym asystentem')
    await page.send(attached('sticker', 'https://scontent.example/thumb.png'))
    await page.writes(CARD_FEE)
    await page.hasRead(/Zapłać 21 zł/)

    expect(page.reads()).toHaveLength(2)
  })

  it('says that files are not read, and asks nobody for them', async () => {
    await page.send(attached('image', 'https://scontent.example/dowod.jpg'))

    await page.hasRead('Nie otwieram plików')
  })

  it('gives a clerk the link to a file', async () => {
    await page.desk.setPresence(ANNA, 'free')
    await page.writes('pracownik')
    await page.clerkTakes(ANNA)

    await page.send(attached('file', 'https://cdn.example/wniosek.pdf'))

    await until('the clerk sees it', async () =>
      (await page.deskShows(ANNA)).includes('https://cdn.example/wniosek.pdf'),
    )
    expect(page.reads().join()).not.toContain('cdn.example')
  })

  it('does what the menu says', async () => {
    await page.send(tapped(ACTIONS.ask, page.citizen))
    await page.hasRead('Odpowiadam na pytania o sprawy załatwiane w starostwie')
    await page.send(tapped(ACTIONS.privacy, page.citizen))
    await page.hasRead('Twoje dane osobowe w urzędzie')
    await page.send(tapped(ACTIONS.person, page.citizen))
    await page.hasRead(/pracownik/i)
  })
})

describe('a page whose messages Meta refuses', () => {
  let now: Date

  beforeEach(async () => {
    now = new Date()
    page = await openPage({ clock: () => now })
  })

  const later = (ms: number) => {
    now = new Date(now.getTime() + ms)
  }
  const levels = (message: string) =>
    page.service.log.filter(line => line.message.includes(message)).map(({ level }) => level)

  it.each([
    ['a fault of its own', { status: 500, code: 2 }],
    ['too many calls', { code: 613 }],
    ['no JSON at all', { status: 502 }],
  ])('sends again after %s, in order', async (_what, refusal) => {
    page.graph.refuseNext(refusal)

    await page.writes(CARD_FEE)
    await until('it was refused', () => levels('will be tried again').length > 0)
    later(1000)

    await page.hasRead(/Zapłać 21 zł/)
    expect(page.reads()[0]).toContain('automatycznym asystentem')
    expect(page.reads()).toHaveLength(2)
  })

  it('gives up, and lets later ones go on, where the citizen cannot be reached', async () => {
    page.graph.refuseNext({ code: 551, subcode: 1545041 })

    await page.writes(CARD_FEE)

    await page.hasRead(/Zapłać 21 zł/)
    expect(page.reads()).toHaveLength(1)
    expect(levels('delivery given up')).toEqual(['error'])
  })

  it('loses nothing when the token expires in the middle of a conversation: one alert, no storm, and all waits', async () => {
    await page.writes('karta parkingowa')
    await page.hasRead('Karta parkingowa')
    page.graph.refuseAll({ status: 401, code: 190, subcode: 463 })
    const before = page.graph.calls.length

    await page.writes('opłata')
    await page.send(...Array.from({ length: 30 }, (_, index) => wrote(CARD_FEE, `other-${index}`)))
    await until('all wait', () => levels('will be tried again').length >= 31)
    const callsWhileBroken = page.graph.calls.length - before
    const alerts = levels('refuses our token')

    expect(alerts).toEqual(['error'])
    expect(levels('delivery given up')).toEqual([])
    // Each call that was under way when the first refusal came, and not one for each message.
    expect(callsWhileBroken).toBeLessThan(31)
  })

  it('sends the parts of a long answer once each when one of them fails', async () => {
    await page.desk.setPresence(ANNA, 'free')
    await page.writes('pracownik')
    await page.clerkTakes(ANNA)
    await page.hasRead('Od teraz pisze')
    const paragraphs = ['a', 'b', 'c'].map(letter => `${letter} `.repeat(800).trim())
    page.graph.refuseNext({ takesFirst: false, code: 613 })

    await page.clerkWrites(ANNA, paragraphs.join('\n\n'))
    await until('it was refused', () => levels('will be tried again').length > 0)
    later(1000)
    await page.hasRead(/^c c/)

    expect(page.reads().filter(text => /^([abc]) \1/.test(text) || text.startsWith('Anna')).length).toBe(3)
  })

  it('repeats a message at most once where Meta took it and the answer was lost', async () => {
    page.graph.refuseNext({ status: 502, takesFirst: true })

    await page.writes(CARD_FEE)
    await until('it was lost', () => levels('will be tried again').length > 0)
    later(1000)
    await page.hasRead(/Zapłać 21 zł/)

    expect(page.reads().filter(text => text.includes('automatycznym asystentem'))).toHaveLength(2)
  })

  it('carries the words of a clerk who answers after 3 days, tagged, and of the assistant none so late', async () => {
    await page.desk.setPresence(ANNA, 'away')
    await page.writes('pracownik')
    await page.hasRead(/Przyjmuję zgłoszenie/)
    later(72 * HOUR_MS)
    page.graph.setHoursSinceWritten(72)

    await page.clerkTakes(ANNA)
    await page.clerkWrites(ANNA, 'Dzień dobry, odpowiadam na zgłoszenie.')
    await page.hasRead('odpowiadam na zgłoszenie')

    const tagged = page.graph.messages.filter(({ tag }) => tag === 'HUMAN_AGENT')
    expect(tagged.map(({ message }) => message.text)).toEqual([
      'Anna Nowak, pracownik urzędu:\n\nDzień dobry, odpowiadam na zgłoszenie.',
    ])
    expect(page.reads().join()).not.toContain('Od teraz pisze')
    expect(levels('delivery given up')).toEqual(['warn'])
  })

  it('tells the desk of words that come after 7 days', async () => {
    await page.desk.setPresence(ANNA, 'away')
    await page.writes('pracownik')
    await page.hasRead(/Przyjmuję zgłoszenie/)
    later(8 * 24 * HOUR_MS)
    page.graph.setHoursSinceWritten(8 * 24)

    await page.clerkTakes(ANNA)
    await page.clerkWrites(ANNA, 'Przepraszam za zwłokę.')

    await until('the desk is told', async () => (await page.deskShows(ANNA)).includes('tylko przez 7 dni'))
    expect(page.reads().join()).not.toContain('Przepraszam za zwłokę')
    expect(levels('delivery given up').toSorted()).toEqual(['error', 'warn'])
  })

  it('tells whoever comes back to an open ticket after a day that a machine answers', async () => {
    await page.desk.setPresence(ANNA, 'away')
    await page.writes('pracownik')
    await page.hasRead(/Przyjmuję zgłoszenie/)
    later(25 * HOUR_MS)

    await page.writes(CARD_FEE)
    await page.hasRead(/Zapłać 21 zł/)

    expect(page.reads().filter(text => text.startsWith('Odpowiada automatyczny asystent'))).toHaveLength(1)
  })

  it('greets anew whoever comes back after a day', async () => {
    await page.writes(CARD_FEE)
    await page.hasRead(/Zapłać 21 zł/)
    later(25 * HOUR_MS)

    await page.writes(CARD_FEE)

    await until(
      'it greets again',
      () => page.reads().filter(text => text.includes('Rozmawiasz z automatycznym')).length === 2,
    )
  })
})

describe('„Usuń moje dane”', () => {
  beforeEach(async () => {
    page = await openPage()
    await page.writes(CARD_FEE)
    await page.hasRead(/Zapłać 21 zł/)
  })

  const conversations = () => page.store.conversationsAt('messenger', page.citizen, new Date(Date.now() + HOUR_MS))

  it.each(['Usuń moje dane', 'usun moje dane.'])('written as „%s” asks first, and then leaves nothing', async text => {
    await page.writes(text)
    await page.hasRead('Czy usunąć')
    const [conversation = ''] = await conversations()
    await page.picks(ACTIONS.eraseNow)
    await page.hasRead('są usunięte')

    expect(await conversations()).toEqual([])
    expect(await page.store.history(conversation, 0)).toEqual([])
  })

  it('leaves all where the answer is no', async () => {
    await page.send(tapped(ACTIONS.erase, page.citizen))
    await page.hasRead('Czy usunąć')
    await page.picks(ACTIONS.keep)
    await page.hasRead('nic nie usuwam')

    expect(await conversations()).toHaveLength(1)
  })

  it('erases nothing of what was said since when Meta delivers it again', async () => {
    const confirmation = batchOf(tapped(ACTIONS.eraseNow, page.citizen))
    await deliver(page.service.url, confirmation)
    await page.writes('karta wędkarska')
    await until('it is answered', async () => (await conversations()).length === 1)

    await deliver(page.service.url, confirmation)

    expect(await conversations()).toHaveLength(1)
  })

  it('erases nothing of anybody else', async () => {
    await page.send(wrote(CARD_FEE, 'other'))
    await page.send(tapped(ACTIONS.eraseNow, page.citizen))

    const others = await page.store.conversationsAt('messenger', 'other', new Date(Date.now() + HOUR_MS))
    expect(others).toHaveLength(1)
  })
})

describe('P06: „Kopia moich danych”', () => {
  it.each(['Kopia moich danych', ACTIONS.copy])(
    'tells the number of the conversation, and keeps nothing: %s',
    async wish => {
      page = await openPage()
      await page.writes(CARD_FEE)
      await page.hasRead(/Zapłać 21 zł/)

      if (wish === ACTIONS.copy) await page.send(tapped(wish, page.citizen))
      else await page.writes(wish)

      await page.hasRead(/Urząd ma jej zapis, numer: 1\. Kopię w pliku przygotuje pracownik/)
      expect((await page.store.records.find({ number: 1 }))?.messages).toBe(3)
    },
  )
})

describe('P06: what cannot be erased on Messenger', () => {
  const kept = createSqliteStore()
  const find: Store['records']['find'] = async key => {
    const found = await kept.records.find(key)
    return found && { ...found, hold: 'trwa spór' }
  }
  const note = () => Promise.reject(new RegisterError('no room'))

  it.each<[string, AppParts, string]>([
    ['is held', { store: { ...kept, records: { ...kept.records, find } } }, 'Powód: trwa spór.'],
    ['the register fails', { register: { note, read: async () => [] } }, 'Nie udało się teraz usunąć rozmowy'],
  ])('stays, and its citizen is told why: %s', async (_why, parts, told) => {
    page = await openPage(parts)
    await page.writes(CARD_FEE)
    await page.hasRead(/Zapłać 21 zł/)

    await page.send(tapped(ACTIONS.eraseNow, page.citizen))

    await page.hasRead(told)
    expect((await page.store.records.find({ number: 1 }))?.messages).toBe(3)
  })
})

describe('an office without a page', () => {
  it('has no webhook', async () => {
    page = await openPage()
    const other = await startService({ messenger: undefined })

    const { status } = await deliver(other.url, batchOf(wrote(CARD_FEE, '1')))
    await other.stop()

    expect(status).toBe(404)
  })
})
