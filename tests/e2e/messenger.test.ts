import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { ACTIONS } from '../../adapters/messenger/actions.ts'
import { createSqliteStore } from '../../adapters/storage/sqlite-store.ts'
import type { AppParts } from '../../app.ts'
import type { DeskPerson } from '../../bot/desk-person.ts'
import type { DeskConversation } from '../../bot/desk-store.ts'
import type { Store } from '../../bot/ports.ts'
import { until } from '../faults/until.ts'
import { type GraphStandIn, type SentMessage, startGraphStandIn } from '../setup/graph-stand-in.ts'
import { batchOf, deliver, messengerSettings, picked, tapped, wrote } from '../setup/messenger.ts'
import { type Service, startService } from '../setup/service.ts'

const PATIENCE_MS = 20_000
const CARD_FEE = 'ile kosztuje karta parkingowa'

const ANNA: DeskPerson = { clerkId: 'anna', name: 'Anna Nowak', roles: ['clerk'], departments: ['transport'] }

/** A page on Messenger, a citizen who writes to it, and clerks at the desk. */
async function openPage(parts: AppParts = {}) {
  const graph: GraphStandIn = await startGraphStandIn()
  const store: Store = parts.store ?? createSqliteStore()
  const settings = { messenger: messengerSettings(graph), deskMs: 20, relayMs: 20 }
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
