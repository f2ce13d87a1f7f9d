import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { readConfig } from '../../adapters/config.ts'
import type { AppParts } from '../../app.ts'
import type { DeskPerson } from '../../bot/desk-person.ts'
import type { DeskConversation } from '../../bot/desk-store.ts'
import { momentInWarsaw } from '../../dialogs/office-time.ts'
import { until } from '../faults/until.ts'
import { emulatorMessage, post } from '../setup/activity.ts'
import { type Connector, startConnector } from '../setup/connector.ts'
import { NO_LIMITS, openPage, readUntil } from '../setup/direct-line.ts'
import { type Service, startService } from '../setup/service.ts'

const DAY = [{ from: '07:30', to: '15:30' }]
const HOURS = { week: [DAY, DAY, DAY, DAY, DAY, [], []], exceptions: [] }
const PATIENCE_MS = 20_000

const clerk = (clerkId: string, name: string, ...departments: DeskPerson['departments']): DeskPerson => ({
  clerkId,
  name,
  roles: ['clerk'],
  departments,
})
const ANNA = clerk('anna', 'Anna Nowak', 'citizens')
const JAN = clerk('jan', 'Jan Wilk', 'building')
const OLA: DeskPerson = { ...clerk('ola', 'Ola Maj'), roles: ['supervisor'] }

/** A citizen on a channel that is pushed to, and clerks at the desk. */
type Office = Awaited<ReturnType<typeof openOffice>>

async function openOffice(parts: AppParts = {}) {
  const connector: Connector = await startConnector()
  const service: Service = await startService({ ...readConfig({ PORT: '0' }), deskMs: 20, queueMinutes: 5 }, parts)
  const { desk } = service
  const conversation = { id: randomUUID() }
  let holding: { readonly conversationId: string; readonly epoch: number } | undefined

  const citizenReads = () => connector.received.filter(({ type }) => type === 'message').map(({ text = '' }) => text)
  const citizenHasRead = (text: string | RegExp) =>
    until(
      `the citizen reads ${text}, not only ${citizenReads().join(' | ')}`,
      () => citizenReads().some(each => (typeof text === 'string' ? each.includes(text) : text.test(each))),
      PATIENCE_MS,
    )
  const hold = () => {
    if (!holding) throw new Error('no clerk has the conversation')
    return { ...holding, commandId: randomUUID() }
  }

  return {
    desk,
    connector,
    citizenReads,
    citizenHasRead,
    async citizenWrites(text: string) {
      await post(service.url, emulatorMessage(text, { serviceUrl: connector.url, conversation }))
    },
    async clerkComes(person: DeskPerson) {
      await desk.setPresence(person, 'free')
    },
    async clerkTakes(person: DeskPerson) {
      let waiting: DeskConversation | undefined
      await until('somebody waits', async () => {
        waiting = (await desk.queue(person))[0] ?? (await desk.tickets(person))[0]
        return waiting !== undefined
      })
      const taken = await desk.take(person, {
        conversationId: waiting?.conversationId ?? '',
        commandId: randomUUID(),
      })
      if (taken.kind !== 'done') throw new Error(`${person.name} did not get it: ${JSON.stringify(taken)}`)
      holding = { conversationId: taken.conversation.conversationId, epoch: taken.conversation.epoch }
    },
    clerkWrites: (person: DeskPerson, text: string) => desk.write(person, { ...hold(), text }),
    clerkPassesOnTo: (person: DeskPerson, department: 'building' | 'citizens') =>
      desk.passOn(person, { ...hold(), to: { kind: 'department', department } }),
    clerkReturns: (person: DeskPerson) => desk.returnToBot(person, hold()),
    clerkSees: async (person: DeskPerson) => {
      const opened = await desk.open(person, hold().conversationId)
      return (opened?.messages ?? []).map(({ content }) => (typeof content === 'string' ? content : ''))
    },
    async close() {
      await service.stop()
      await connector.stop()
    },
  }
}

describe('a citizen who wants a person, on a channel that is pushed to', () => {
  let office: Office

  afterEach(() => office.close())

  describe('while clerks are there', () => {
    beforeEach(async () => {
      office = await openOffice()
    })

    it('talks with one, then another, then the assistant, then a person again', async () => {
      await office.clerkComes(ANNA)
      await office.clerkComes(JAN)
      await office.citizenWrites('ile kosztuje karta parkingowa')
      await office.citizenWrites('chcę rozmawiać z człowiekiem')

      await office.clerkTakes(ANNA)
      await office.citizenHasRead('Od teraz pisze Anna Nowak, pracownik urzędu')
      await office.citizenWrites('czy jutro jest otwarte?')
      await office.clerkWrites(ANNA, 'Tak, od rana.')
      await office.citizenHasRead(/Anna Nowak, pracownik urzędu:\s+Tak, od rana/)
      expect(await office.clerkSees(ANNA)).toContain('czy jutro jest otwarte?')

      await office.clerkPassesOnTo(ANNA, 'building')
      await office.clerkTakes(JAN)
      await office.clerkWrites(JAN, 'Tu budownictwo.')
      await office.clerkReturns(JAN)
      await office.citizenHasRead('Wracasz do automatycznego asystenta')

      const before = office.citizenReads().length
      await office.citizenWrites('ile kosztuje karta parkingowa')
      await until('the assistant answers', () => office.citizenReads().length > before)
      await office.citizenWrites('pracownik')
      await office.clerkTakes(ANNA)
      await office.clerkWrites(ANNA, 'Znowu ja.')

      await office.citizenHasRead('Znowu ja')
      // While a clerk had the conversation, the bot said nothing to „czy jutro jest otwarte?”.
      expect(office.citizenReads().filter(text => text.includes('Zapłać 21 zł'))).toHaveLength(2)
    })

    it('is told of a hub by an event with what was said', async () => {
      await office.clerkComes(ANNA)

      await office.citizenWrites('pracownik')
      await office.citizenHasRead('pracownik czyta twoją rozmowę')

      await until('the event comes', () => office.connector.received.some(({ name }) => name === 'handoff.initiate'))
    })
  })

  it('F26: on 26 December learns when a person answers, and is answered then', async () => {
    let now = momentInWarsaw('2026-12-26T10:00')
    office = await openOffice({ clock: () => now })
    await office.clerkComes(ANNA)
    for (const department of ['general', 'citizens'] as const) {
      await office.desk.setDepartment(OLA, department, { hours: HOURS, mail: null })
    }

    await office.citizenWrites('pracownik')
    await office.citizenHasRead('najwcześniej w poniedziałek 28 grudnia o 7:30')
    now = momentInWarsaw('2026-12-28T08:00')
    await office.clerkTakes(ANNA)
    await office.clerkWrites(ANNA, 'Dzień dobry, odpowiadam na zgłoszenie.')

    await office.citizenHasRead('odpowiadam na zgłoszenie')
  })

  it('has a ticket once the wait is over', async () => {
    let now = momentInWarsaw('2026-11-25T10:00')
    office = await openOffice({ clock: () => now })
    await office.clerkComes(ANNA)
    await office.citizenWrites('pracownik')
    await office.citizenHasRead('pracownik czyta twoją rozmowę')

    now = momentInWarsaw('2026-11-25T10:05')

    await office.citizenHasRead(/pracownicy są nadal zajęci/)
    await office.citizenHasRead(/Przyjmuję zgłoszenie Z/)
    expect(await office.desk.tickets(ANNA)).toHaveLength(1)
  })
})

describe('a citizen who wants a person, on the website', () => {
  it('reads who speaks, and nothing that is for clerks only; the assistant is silent meanwhile', async () => {
    const service = await startService({ website: NO_LIMITS, deskMs: 20 })
    const { desk } = service
    await desk.setPresence(ANNA, 'free')
    const page = await openPage(service.url)
    const { conversationId } = page

    await page.post({ type: 'event', name: 'person', channelData: { clientActivityID: randomUUID() } })
    await until('the citizen waits', async () => (await desk.queue(ANNA)).length === 1)
    const taken = await desk.take(ANNA, { conversationId, commandId: 'take' })
    if (taken.kind !== 'done') throw new Error('Anna did not get it')
    const hold = { conversationId, epoch: taken.conversation.epoch }
    await desk.note(ANNA, { ...hold, commandId: 'note', text: 'tylko dla nas' })
    await desk.write(ANNA, { ...hold, commandId: 'write', text: 'Dzień dobry.' })
    await page.write('czy to pilne?')
    await page.post({ type: 'endOfConversation' })
    const activities = await readUntil(page, all =>
      all.some(({ text = '' }) => text.includes('Rozmowa jest zakończona')),
    )
    await service.stop()

    const words = activities.find(({ text }) => text === 'Dzień dobry.')
    expect(words).toMatchObject({ from: { name: 'Anna Nowak, pracownik urzędu' }, channelData: { speaker: 'clerk' } })
    expect(JSON.stringify(activities)).not.toContain('tylko dla nas')
    expect(activities.flatMap(({ channelData }) => channelData?.reply?.standing ?? [])).toEqual([
      { kind: 'queue', ticket: null },
      { kind: 'clerk', name: 'Anna Nowak', ticket: null },
      { kind: 'closed', ticket: null },
    ])
    expect(activities.at(-1)?.text).toContain('Jak oceniasz rozmowę z pracownikiem?')
    const asked = activities.findIndex(({ text }) => text === 'czy to pilne?')
    expect(activities.slice(asked + 1)).toHaveLength(1)
  })
})
