import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { STORE_TIMING, type StoreTiming } from '../../adapters/storage/timing.ts'
import { type Bot, createBot } from '../../bot/bot.ts'
import { createDesk, type Desk } from '../../bot/desk.ts'
import type { CommandResult } from '../../bot/desk-commands.ts'
import type { DeskPerson } from '../../bot/desk-person.ts'
import type { Blocked } from '../../bot/desk-store.ts'
import type { Happening } from '../../bot/event.ts'
import type { MailPath } from '../../bot/mail.ts'
import type { Delivery, Log, Store } from '../../bot/ports.ts'
import { createRelay } from '../../bot/relay.ts'
import { plainText } from '../../dialogs/reply.ts'
import { QUEUE_MS } from '../fixtures/desk.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'
import type { StoreMaker } from './store.contract.ts'

const knowledge = createKnowledge()
const NOW = new Date('2026-11-25T10:00:00Z')
const SILENT_LOG: Log = { info: ignore, warn: ignore, error: ignore }

const ANNA: DeskPerson = { clerkId: 'anna', name: 'Anna Nowak', roles: ['clerk'], departments: ['citizens'] }
const JAN: DeskPerson = { clerkId: 'jan', name: 'Jan Wilk', roles: ['clerk'], departments: ['citizens'] }
const EWA: DeskPerson = { clerkId: 'ewa', name: 'Ewa Lis', roles: ['clerk'], departments: ['building'] }
const OLA: DeskPerson = { clerkId: 'ola', name: 'Ola Maj', roles: ['supervisor'], departments: [] }
const ADAM: DeskPerson = {
  clerkId: 'adam',
  name: 'Adam Kos',
  roles: ['administrator', 'editor'],
  departments: ['transport'],
}

/** What the desk does alike in every store: the store, the bot and the desk's port together, as a desk page meets them. */
export function describeDesk(name: string, maker: StoreMaker): void {
  describe(`the desk on ${name}`, () => {
    let store: Store
    let replicas: readonly { readonly bot: Bot; readonly desk: Desk }[]
    let now: Date
    let ids = 0

    async function setUp(timing: Partial<StoreTiming> = {}): Promise<void> {
      store = await maker.create({ ...STORE_TIMING, ...timing })
      now = NOW
      const clock = () => now
      replicas = [1, 2].map(() => {
        const relay = createRelay({ store, channels: () => undefined, clock, log: SILENT_LOG })
        const rules = { queueMs: QUEUE_MS, sendsMail: true }
        const bot = createBot({ store, knowledge: () => knowledge, relay, clock, log: SILENT_LOG, rules })
        return { bot, desk: createDesk({ store, bot, clock }) }
      })
    }

    beforeEach(() => setUp())

    afterEach(async () => {
      await Promise.all(replicas.map(({ bot }) => bot.idle()))
      await store.close()
    })

    const replica = (index = 0) => {
      const found = replicas[index]
      if (!found) throw new Error(`no replica ${index}`)
      return found
    }
    const desk = () => replica().desk
    const command = (conversationId: string) => ({ conversationId, commandId: String(++ids) })

    async function happens(happening: Happening, address = 'citizen'): Promise<string> {
      const { bot } = replica()
      const origin = { source: 'website', address, externalId: String(++ids), returnPath: null, isAwaited: false }
      const accepted = await bot.accept({ ...happening, origin })
      await bot.repliesTo(accepted)
      return accepted.conversationId
    }
    const writes = (text: string, address?: string) => happens({ kind: 'citizen-wrote', text }, address)

    /** What the citizen has read since `seq`. */
    async function read(conversationId: string, seq = 0): Promise<readonly string[]> {
      const messages = await store.history(conversationId, seq)
      return messages.map(({ content }) => (typeof content === 'string' ? `> ${content}` : plainText(content.reply)))
    }
    const lastRead = async (conversationId: string) => (await read(conversationId)).at(-1)

    const take = (person: DeskPerson, conversationId: string, at = 0) =>
      replica(at).desk.take(person, command(conversationId))

    async function held(person: DeskPerson, conversationId: string) {
      const { epoch } = conversationOf(await take(person, conversationId))
      return { conversationId, epoch }
    }

    it('hands over, passes on, returns and hands over again, and shows each what the others said', async () => {
      await desk().setPresence(ANNA, 'free')
      await desk().setPresence(EWA, 'free')
      await writes('karta parkingowa')
      const id = await writes('chcę rozmawiać z człowiekiem')
      expect((await desk().queue(ANNA)).map(({ conversationId }) => conversationId)).toEqual([id])

      const first = await held(ANNA, id)
      await writes('czy jutro jest otwarte?')
      await desk().write(ANNA, { ...first, commandId: 'a', text: 'Tak, od 7:30.' })
      await desk().passOn(ANNA, { ...first, commandId: 'b', to: { kind: 'department', department: 'building' } })
      const second = await held(EWA, id)
      await desk().returnToBot(EWA, { ...second, commandId: 'c' })
      await writes('ile kosztuje karta parkingowa')
      await writes('pracownik')
      const third = await take(ANNA, id)

      const texts = await read(id)
      expect(texts).toContain('Tak, od 7:30.')
      expect(texts).toContain('Od teraz pisze Ewa Lis, pracownik urzędu. Automatyczny asystent milczy.')
      expect(texts).toContain('Wracasz do automatycznego asystenta. Napisz, w czym jeszcze pomóc.')
      expect(texts.filter(text => text.includes('Karta parkingowa: opłata'))).toHaveLength(1)
      expect(third).toMatchObject({ kind: 'done', conversation: { epoch: 3, clerk: { id: 'anna' } } })
      const opened = await desk().open(ANNA, id)
      expect(opened?.messages.map(({ content }) => content)).toContain('czy jutro jest otwarte?')
    })

    it('knows whose turn it is, and keeps the language that a clerk wrote in', async () => {
      await desk().setPresence(ANNA, 'free')
      const hold = await held(ANNA, await writes('chcę rozmawiać z człowiekiem'))
      const isAwaiting = async () => (await desk().mine(ANNA)).map(each => each.isAwaiting)
      const turns = [await isAwaiting()]
      await desk().write(ANNA, { ...hold, commandId: 'a', text: 'Добрий день', language: 'uk' })
      await desk().note(ANNA, { ...hold, commandId: 'b', text: 'Pisze po ukraińsku.' })
      turns.push(await isAwaiting())
      await writes('дякую')
      turns.push(await isAwaiting())

      const messages = await store.history(hold.conversationId, 0)
      expect(turns).toEqual([[true], [false], [true]])
      expect(
        messages.flatMap(({ content }) => (typeof content === 'string' ? [] : (content.reply.language ?? []))),
      ).toEqual(['uk'])
    })

    it('F11: lets one of 100 clerks who take at once have the conversation, and tells the others who', async () => {
      await desk().setPresence(ANNA, 'free')
      const id = await writes('pracownik')
      const clerks = Array.from({ length: 100 }, (_, index) => ({
        ...ANNA,
        clerkId: `k${index}`,
        name: `Klerk ${index}`,
      }))

      const results = await Promise.all(clerks.map((clerk, index) => take(clerk, id, index % 2)))

      const winners = results.filter(({ kind }) => kind === 'done')
      const [winner] = winners.map(conversationOf)
      const refusals = results.flatMap(result => (result.kind === 'refused' ? [result.refusal] : []))
      expect(winners).toHaveLength(1)
      expect(refusals).toHaveLength(99)
      expect(new Set(refusals.map(refusal => JSON.stringify(refusal)))).toEqual(
        new Set([JSON.stringify({ kind: 'taken', by: winner?.clerk })]),
      )
    })

    it('F10: tells the citizen of a silent clerk, then looks for another, and refuses the old hold', async () => {
      await setUpAgain({ silentMs: 50, lostMs: 400 })
      await desk().setPresence(ANNA, 'free')
      const id = await writes('pracownik')
      const hold = await held(ANNA, id)

      await clockUntil(async () => (await lastRead(id))?.includes('pracownik nie ma teraz połączenia') === true)
      await clockUntil(
        async () => (await desk().mine(ANNA)).length === 0,
        () => desk().setPresence(JAN, 'free'),
      )
      await desk().seen(JAN)
      const other = await take(JAN, id)
      const late = await desk().write(ANNA, { ...hold, commandId: 'late', text: 'już jestem' })

      expect(await read(id)).toContain('Przepraszam, połączenie z pracownikiem nie wróciło. Szukam innego pracownika.')
      expect(other).toMatchObject({ kind: 'done', conversation: { epoch: 2 } })
      expect(late).toMatchObject({
        kind: 'refused',
        refusal: { kind: 'hold-lost', by: { id: 'jan', name: 'Jan Wilk' } },
      })
      expect(await read(id)).not.toContain('już jestem')
    })

    it('F10: tells the citizen when a silent clerk is heard of again, and leaves the hold as it is', async () => {
      await setUpAgain({ silentMs: 50, lostMs: 60_000 })
      await desk().setPresence(ANNA, 'free')
      const id = await writes('pracownik')
      const hold = await held(ANNA, id)
      await clockUntil(async () => (await lastRead(id))?.includes('nie ma teraz połączenia') === true)

      await clockUntil(
        async () => (await lastRead(id)) === 'Pracownik ma znowu połączenie.',
        () => desk().seen(ANNA),
      )

      expect(await desk().write(ANNA, { ...hold, commandId: 'x', text: 'jestem' })).toMatchObject({ kind: 'done' })
    })

    it('F12: goes on with the same clerk on another replica, each message once', async () => {
      await desk().setPresence(ANNA, 'free')
      const id = await writes('pracownik')
      const hold = await held(ANNA, id)
      const text = 'Dzień dobry, już sprawdzam.'

      const [there] = await Promise.all([
        replica(1).desk.write(ANNA, { ...hold, commandId: 'same', text }),
        replica(0).desk.write(ANNA, { ...hold, commandId: 'same', text }),
      ])

      expect(there).toMatchObject({ kind: 'done', conversation: { clerk: { id: 'anna' }, epoch: hold.epoch } })
      expect((await read(id)).filter(each => each === text)).toHaveLength(1)
    })

    it('F26: never sends into an empty queue: where nobody is there a ticket is opened, and the reply says so', async () => {
      await desk().setPresence(ANNA, 'away')

      const id = await writes('pracownik')

      expect(await desk().queue(ANNA)).toEqual([])
      expect(await desk().tickets(ANNA)).toEqual([
        expect.objectContaining({ conversationId: id, ticket: expect.objectContaining({ answerBy: 'chat' }) }),
      ])
      expect(await lastRead(id)).toMatch(/Przyjmuję zgłoszenie Z-\d+\. Pracownik odpowie, gdy wróci do czatu/)
    })

    it('F26: outside the hours says when a person answers, on the feast of St Stephen too', async () => {
      await desk().setPresence(ANNA, 'free')
      const day = [{ from: '07:30', to: '15:30' }]
      const hours = { week: [day, day, day, day, day, [], []], exceptions: [] }
      for (const department of ['general', 'citizens'] as const) {
        await desk().setDepartment(OLA, department, { hours, mail: null })
      }
      now = new Date('2026-12-26T09:00:00Z')

      const id = await writes('pracownik')

      expect(await lastRead(id)).toContain('Pracownik odpowie najwcześniej w poniedziałek 28 grudnia o 7:30.')
      expect(await desk().departments()).toMatchObject({ general: { hours, mail: null } })
    })

    it('F26: makes a ticket of a wait that is over, once, on whichever replica', async () => {
      await desk().setPresence(ANNA, 'busy')
      const id = await writes('pracownik')
      now = new Date(NOW.getTime() + QUEUE_MS)

      await Promise.all(replicas.flatMap(({ bot }) => [bot.runClock(), bot.runClock()]))
      await Promise.all(replicas.map(({ bot }) => bot.idle()))

      expect((await read(id)).filter(text => text.startsWith('Przepraszam, pracownicy są nadal zajęci'))).toHaveLength(
        1,
      )
      expect(await desk().queue(ANNA)).toEqual([])
      expect(await desk().tickets(ANNA)).toHaveLength(1)
    })

    it('keeps where a ticket is to be answered with the ticket alone, and closes it with the clerk’s end', async () => {
      await desk().setPresence(ANNA, 'away')
      const id = await writes('pracownik')
      await writes('Odpowiedź e-mailem')
      await writes('proszę na adres jan.kowalski@example.pl')

      const opened = await desk().open(ANNA, id)
      const hold = await held(ANNA, id)
      await desk().write(ANNA, { ...hold, commandId: 'x', text: 'Odpowiadam.' })
      await desk().end(ANNA, { ...hold, commandId: 'y', label: 'karta' })

      expect(opened).toMatchObject({
        contact: 'jan.kowalski@example.pl',
        conversation: { ticket: { answerBy: 'e-mail' } },
      })
      expect(JSON.stringify(opened?.messages)).not.toContain('jan.kowalski')
      expect(await read(id)).toContain('> proszę na adres [E-MAIL]')
      expect(await desk().tickets(ANNA)).toEqual([])
      expect(await store.desk.contactOf(id)).toBeNull()
      expect(await store.desk.find(id)).toMatchObject({ kind: 'bot', label: 'karta', ticket: null })
    })

    it('takes a rating of the clerk once', async () => {
      await desk().setPresence(ANNA, 'free')
      const id = await writes('pracownik')
      await desk().end(ANNA, { ...(await held(ANNA, id)), commandId: 'x', label: 'karta' })

      await writes('4')
      await happens({ kind: 'citizen-rated-clerk', stars: 1, comment: 'jednak nie' })

      expect(await maker.numbers('SELECT stars FROM clerk_rating')).toEqual([4])
    })

    it('keeps a sentence with the rating of its conversation, where it was asked for', async () => {
      await desk().setPresence(ANNA, 'free')
      for (const address of ['one', 'two']) {
        const id = await writes('pracownik', address)
        await desk().end(ANNA, { ...(await held(ANNA, id)), commandId: address, label: 'karta' })
        await writes(address === 'one' ? '5' : '1', address)
      }

      await writes('Dodaj zdanie', 'one')
      await writes('Miła rozmowa, mój numer 44051', 'one')
      // Completes the number, so that the sentence is masked anew.
      const one = await writes('401359', 'one')
      const two = await writes('dzień dobry', 'two')

      const ratingsOf = async (id: string) => (await store.records.copy(id))?.ratings
      expect(await ratingsOf(one)).toMatchObject([{ stars: 5, comment: 'Miła rozmowa, mój numer [PESEL]' }])
      expect(await ratingsOf(two)).toMatchObject([{ stars: 1, comment: null }])
    })

    it('keeps notes to clerks', async () => {
      await desk().setPresence(ANNA, 'free')
      const id = await writes('pracownik')
      await desk().note(ANNA, { ...command(id), text: 'Sprawa z wczoraj.' })

      const opened = await desk().open(ANNA, id)
      const note = opened?.messages.find(({ speaker }) => speaker === 'clerk')

      expect(note).toMatchObject({ content: { isForClerks: true, by: { id: 'anna', name: 'Anna Nowak' } } })
      expect(JSON.stringify(await read(id))).not.toContain('z wczoraj')
      expect(opened?.messages.map(({ seq }) => seq)).toEqual(opened?.messages.map((_, index) => index + 1))
    })

    it('says of a conversation that is closed that nothing happens in it any more, and still shows it', async () => {
      await desk().setPresence(ANNA, 'free')
      const id = await writes('pracownik')
      await desk().end(ANNA, { ...(await held(ANNA, id)), commandId: 'end', label: 'karta' })
      now = new Date(NOW.getTime() + 2 * STORE_TIMING.idleMs)
      const next = await writes('dzień dobry')

      const results = [await desk().note(ANNA, { ...command(id), text: 'Dzwonię.' }), await take(ANNA, id)]

      expect(next).not.toBe(id)
      for (const result of results) {
        expect(result).toMatchObject({ kind: 'refused', refusal: { kind: 'closed' }, conversation: { kind: 'bot' } })
      }
      expect(await desk().open(ANNA, id)).toBeDefined()
    })

    it('S16: shows a conversation to the clerks of its department and supervisors only, whatever is asked', async () => {
      await desk().setPresence(ANNA, 'free')
      await writes('karta parkingowa')
      const id = await writes('pracownik')
      const seenBy = async (person: DeskPerson) => [
        (await desk().queue(person)).length,
        (await desk().search(person, 'KARTA')).length,
        (await desk().open(person, id)) !== undefined,
        (await desk().messagesAfter(person, id, 0)) !== undefined,
      ]

      expect(await seenBy(ANNA)).toEqual([1, 1, true, true])
      expect(await seenBy(OLA)).toEqual([1, 1, true, true])
      for (const stranger of [EWA, ADAM]) {
        expect(await seenBy(stranger)).toEqual([0, 0, false, false])
        expect(await take(stranger, id)).toEqual({ kind: 'not-found' })
        expect(await desk().note(stranger, { ...command(id), text: 'x' })).toEqual({ kind: 'not-found' })
      }
      expect(await take(ANNA, 'b3f4e0a6-0000-4000-8000-000000000000')).toEqual({ kind: 'not-found' })
      expect(await take(ANNA, 'no id at all')).toEqual({ kind: 'not-found' })
      expect(await desk().setDepartment(ANNA, 'transport', { hours: null, mail: null })).toBe(false)
    })

    it('S16: notes who read what', async () => {
      await desk().setPresence(ANNA, 'free')
      const id = await writes('pracownik')

      await desk().open(ANNA, id)
      await desk().reveal(OLA, id, 1)
      await desk().open(EWA, id)
      await desk().search(ANNA, 'karta')

      // Anna's conversation, Ola's original, Anna's search, and Ewa's, as the general queue is everybody's.
      expect(await maker.numbers('SELECT 1 FROM desk_read')).toHaveLength(4)
    })

    it('lets a supervisor take a conversation from a colleague, and nobody else', async () => {
      await desk().setPresence(ANNA, 'free')
      const id = await writes('pracownik')
      await take(ANNA, id)

      const refused = await desk().take(JAN, { ...command(id), isForced: true })
      const forced = await desk().take(OLA, { ...command(id), isForced: true })

      expect(refused).toMatchObject({ kind: 'refused', refusal: { kind: 'taken' } })
      expect(forced).toMatchObject({ kind: 'done', conversation: { clerk: { id: 'ola' }, epoch: 2 } })
    })

    it('takes a clerk who talks with somebody for busy', async () => {
      await desk().setPresence(ANNA, 'free')
      await take(ANNA, await writes('pracownik', 'a'))

      const id = await writes('pracownik', 'b')

      expect(await lastRead(id)).toContain('wszyscy pracownicy piszą teraz z innymi')
      expect(await desk().present()).toEqual([expect.objectContaining({ id: 'anna', holds: 1 })])
    })

    it('tells each their place in the queue', async () => {
      await desk().setPresence(ANNA, 'busy')

      const texts = []
      for (const address of ['a', 'b', 'c']) {
        now = new Date(now.getTime() + 1000)
        texts.push(await lastRead(await writes('pracownik', address)))
      }

      expect(texts.map(text => /Twoje miejsce w kolejce: (\d)/.exec(text ?? '')?.[1])).toEqual(['1', '2', '3'])
      expect(await lastRead(await writes('pracownik', 'b'))).toContain('Twoje miejsce w kolejce: 2.')
    })

    it('finds what was written, in any case, without Polish marks and wherever lines break', async () => {
      await desk().setPresence(ANNA, 'free')
      await writes('pracownik', 'another')
      const id = await writes('Mój wniosek:\nkarta parkingowa')
      await writes('pracownik')
      await desk().write(ANNA, {
        ...(await held(ANNA, id)),
        commandId: 'x',
        text: 'ŁĄKA 100% „Pod”\r\n"lasem"\n\nParter',
      })

      const found = await Promise.all(
        [
          'laka',
          'ŁĄKA',
          '100%',
          '10_%',
          'pod” "lasem"',
          'lasem" parter',
          'moj wniosek: karta',
          'nic takiego',
          'x\0',
        ].map(async text => (await desk().search(ANNA, text)).map(({ conversationId }) => conversationId === id)),
      )

      expect(found).toEqual([[true], [true], [true], [], [true], [true], [true], [], []])
    })

    it('finds nobody by what the assistant said or offered, or by how a message is kept', async () => {
      await desk().setPresence(ANNA, 'free')
      await writes('ile kosztuje karta parkingowa')
      const id = await writes('pracownik')
      await desk().note(ANNA, { ...command(id), text: 'Sprawa z wczoraj.' })

      const found = await Promise.all(
        ['opłata', 'text', 'department', 'paragraph', 'wczoraj'].map(text => desk().search(ANNA, text)),
      )

      expect(JSON.stringify(await store.desk.history(id, 0))).toMatch(/opłata.*department/)
      expect(found.map(({ length }) => length)).toEqual([0, 0, 0, 0, 1])
    })

    it('leaves nothing of an erased conversation but who read it', async () => {
      await desk().setPresence(ANNA, 'away')
      const id = await writes('pracownik')
      await writes('Odpowiedź e-mailem')
      await writes('jan.kowalski@example.pl')
      await desk().open(ANNA, id)

      await store.erase(id)

      expect(await desk().open(ANNA, id)).toBeUndefined()
      expect(await maker.numbers('SELECT 1 FROM ticket UNION ALL SELECT 1 FROM desk_conversation')).toEqual([])
      expect(await maker.numbers('SELECT 1 FROM desk_read')).toEqual([1])
    })

    describe('its letters', () => {
      const MAIL = 'sprawy@powiat.example.pl'
      const pathOf = ({ returnPath }: Delivery): MailPath => JSON.parse(returnPath)
      const claimed = async () => (await store.mails.claimDeliveries(now)).map(pathOf).map(({ about }) => about)

      /** A ticket of the department `citizens`, to be answered by e-mail. */
      async function ticketByMail(address = 'citizen'): Promise<string> {
        await desk().setPresence(ANNA, 'away')
        await writes('karta parkingowa', address)
        const id = await writes('pracownik', address)
        await writes('Odpowiedź e-mailem', address)
        await writes('jan.kowalski@example.pl', address)
        return id
      }
      const departmentOf = async (id: string) => (await store.desk.find(id))?.department ?? 'general'
      const ticketOf = async (id: string) => (await store.desk.find(id))?.ticket?.number

      it('tell the department of a new ticket, where it has an address by then', async () => {
        const untold = await ticketByMail('one')
        await store.desk.setDepartment(await departmentOf(untold), { hours: null, mail: MAIL })
        const told = await ticketByMail('two')

        expect(await claimed()).toEqual([
          {
            kind: 'ticket',
            to: MAIL,
            ticket: await ticketOf(told),
            department: await departmentOf(told),
            since: NOW.toISOString(),
          },
        ])
      })

      it("bring a clerk's words to the address of the ticket, also when it is closed by then", async () => {
        const id = await ticketByMail()
        const ticket = await ticketOf(id)
        const hold = await held(ANNA, id)
        await desk().write(ANNA, { ...hold, commandId: 'a', text: 'Tak.' })
        await desk().end(ANNA, { ...hold, commandId: 'b', label: 'załatwione' })

        const [letter, ...others] = await store.mails.claimDeliveries(now)

        expect(others).toEqual([])
        expect(letter && pathOf(letter).about).toEqual({ kind: 'answer', to: 'jan.kowalski@example.pl', ticket })
        expect(letter).toMatchObject({ source: 'mail', conversationId: id, attempts: 0, reply: { by: { id: 'anna' } } })
        expect(letter && plainText(letter.reply.reply)).toBe('Tak.')
      })

      it('are leased to one, and go on after they were delivered, put off or given up', async () => {
        const id = await ticketByMail()
        const hold = await held(ANNA, id)
        for (const text of ['jeden', 'dwa', 'trzy']) {
          await desk().write(ANNA, { ...hold, commandId: text, text })
        }
        const claim = () => store.mails.claimDeliveries(now)
        const texts = (letters: readonly Delivery[]) => letters.map(({ reply }) => plainText(reply.reply))

        const [first] = await claim()
        const meanwhile = await claim()
        if (first) await store.mails.failed(first, new Date(now.getTime() + 1000))
        const tooSoon = await claim()
        now = new Date(now.getTime() + 1000)
        const [again] = await claim()
        if (first) await store.mails.delivered(first)
        if (again) await store.mails.delivered(again)
        const [second] = await claim()
        if (second) await store.mails.failed(second, null)
        const third = await claim()

        expect(first && texts([first])).toEqual(['jeden'])
        expect([meanwhile, tooSoon]).toEqual([[], []])
        expect(again).toMatchObject({ attempts: 1, returnPath: first?.returnPath })
        expect(texts([...(second ? [second] : []), ...third])).toEqual(['dwa', 'trzy'])
      })

      it('alert of what was given up once in an hour, with how much that is by then', async () => {
        const id = await ticketByMail()
        const hold = await held(ANNA, id)
        await desk().write(ANNA, { ...hold, commandId: 'a', text: 'Tak.' })
        const [letter] = await store.mails.claimDeliveries(now)
        if (letter) await store.mails.failed(letter, null)
        await store.mails.alert(now)
        await store.mails.alert(now)

        const [alert, ...others] = await store.mails.claimDeliveries(now)
        if (alert) await store.mails.delivered(alert)
        await store.mails.alert(now)
        now = new Date(NOW.getTime() + 59 * 60_000)
        const tooSoon = await claimed()
        now = new Date(NOW.getTime() + 60 * 60_000)

        expect(alert && pathOf(alert).about).toEqual({ kind: 'alert', deadLetters: 1, blocked: 0 })
        expect([others, tooSoon]).toEqual([[], []])
        expect(await claimed()).toEqual([{ kind: 'alert', deadLetters: 1, blocked: 0 }])
      })

      it('that bring no answer stand out at the desk until a clerk sees to it, also after the end', async () => {
        const id = await ticketByMail()
        const hold = await held(ANNA, id)
        await desk().write(ANNA, { ...hold, commandId: 'a', text: 'Tak.' })
        await desk().end(ANNA, { ...hold, commandId: 'b', label: 'załatwione' })
        const undelivered = async (person: DeskPerson) =>
          (await desk().undelivered(person)).map(({ conversationId, isUndelivered }) => [conversationId, isUndelivered])
        const before = await undelivered(ANNA)
        const [letter] = await store.mails.claimDeliveries(now)
        if (letter) await store.mails.failed(letter, null)

        const after = [await undelivered(ANNA), await undelivered(EWA)]
        const settled = [await desk().settleUndelivered(EWA, id), await desk().settleUndelivered(ANNA, id)]

        expect(before).toEqual([])
        expect(after).toEqual([[[id, true]], []])
        expect(settled).toEqual([false, true])
        expect(await undelivered(ANNA)).toEqual([])
        expect(await desk().deadLetters(ADAM)).toBe(1)
      })

      it('that were given up are counted for administrators until one notes as many', async () => {
        const id = await ticketByMail()
        const hold = await held(ANNA, id)
        await desk().write(ANNA, { ...hold, commandId: 'a', text: 'Tak.' })
        const [letter] = await store.mails.claimDeliveries(now)
        if (letter) await store.mails.failed(letter, null)

        const counts = [await desk().deadLetters(ADAM), await desk().deadLetters(ANNA)]
        const noted = [await desk().noteDeadLetters(OLA, 1), await desk().noteDeadLetters(ADAM, 0)]
        counts.push(await desk().deadLetters(ADAM))
        noted.push(await desk().noteDeadLetters(ADAM, 1))

        expect(counts).toEqual([1, 0, 1])
        expect(noted).toEqual([false, true, true])
        expect(await desk().deadLetters(ADAM)).toBe(0)
        expect(await desk().undelivered(ANNA)).toHaveLength(1)
      })

      it('that wait for a repair are counted for administrators until they have gone', async () => {
        const id = await ticketByMail()
        await desk().write(ANNA, { ...(await held(ANNA, id)), commandId: 'a', text: 'Tak.' })
        const counted: Blocked[] = []
        for (const isCounted of [true, false]) {
          const [letter] = await store.mails.claimDeliveries(now)
          if (letter) await store.mails.failed(letter, now, isCounted ? null : now)
        }
        counted.push(await desk().blocked(ADAM))

        const [letter] = await store.mails.claimDeliveries(now)
        counted.push(await desk().blocked(ADAM), await desk().blocked(ANNA))
        if (letter) await store.mails.delivered(letter)
        counted.push(await desk().blocked(ADAM))

        expect(counted.map(({ letters }) => letters)).toEqual([1, 1, 0, 0])
        expect(counted.every(({ replies }) => replies === 0)).toBe(true)
      })

      it('that were under way when their process ended wait for no repair', async () => {
        await setUpAgain({ leaseMs: 0 })
        const id = await ticketByMail()
        await desk().write(ANNA, { ...(await held(ANNA, id)), commandId: 'a', text: 'Tak.' })
        const before = await desk().blocked(ADAM)
        await store.mails.claimDeliveries(now)

        const [letter] = await store.mails.claimDeliveries(now)
        const meanwhile = await desk().blocked(ADAM)
        if (letter) await store.mails.failed(letter, now)

        expect([letter?.epoch, meanwhile, await desk().blocked(ADAM)]).toEqual([2, before, before])
      })

      it('are erased with the conversation, but for an alert, which tells of others too', async () => {
        const [id, other] = [await ticketByMail(), await ticketByMail('other')]
        for (const each of [id, other]) {
          await desk().write(ANNA, { ...(await held(ANNA, each)), commandId: each, text: 'Tak.' })
        }
        const letters = await store.mails.claimDeliveries(now)
        for (const letter of letters) await store.mails.failed(letter, letter.conversationId === id ? now : null)
        await store.mails.alert(now)

        await store.erase(id)

        expect(await claimed()).toEqual([{ kind: 'alert', deadLetters: 1, blocked: 0 }])
        expect(await maker.numbers(`SELECT 1 FROM mail WHERE conversation_id = '${id}'`)).toEqual([])
      })
    })

    it('shows each side that the other writes, and keeps nothing of it', async () => {
      await desk().setPresence(ANNA, 'free')
      const id = await writes('pracownik')
      await take(ANNA, id)
      const seq = (await store.desk.history(id, 0)).length
      const seen: string[] = []
      const [citizen, clerk] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      const stops = [
        desk().watchTyping(id, citizen.resolve),
        store.watchTyping(id, who => {
          seen.push(who)
          if (who === 'clerk') clerk.resolve()
        }),
      ]

      await untilTold(citizen.promise, () => store.showTyping(id, 'citizen'))
      await desk().showTyping(JAN, id)
      await untilTold(clerk.promise, () => desk().showTyping(ANNA, id))
      for (const stop of stops) stop()

      expect(seen.filter(who => who === 'clerk').length).toBeGreaterThan(0)
      expect(await store.desk.history(id, seq)).toEqual([])
    })

    it('says when anything changed to whoever watches all', async () => {
      const { promise: changed, resolve } = Promise.withResolvers<void>()
      const stop = desk().watchAll(resolve)

      await untilTold(changed, () => desk().setPresence(ANNA, 'busy'))
      stop()

      expect(await desk().present()).toEqual([
        { id: 'anna', name: 'Anna Nowak', presence: 'busy', departments: ['citizens'], holds: 0 },
      ])
    })

    async function setUpAgain(timing: Partial<StoreTiming>): Promise<void> {
      await store.close()
      await setUp(timing)
    }

    /** Lets the clock run until something holds; real time passes, as leases are of the database's clock. */
    async function clockUntil(holds: () => Promise<boolean>, meanwhile: () => Promise<unknown> = async () => {}) {
      const late = Date.now() + 5000
      while (!(await holds())) {
        if (Date.now() > late) throw new Error('it does not come to hold')
        await meanwhile()
        await replica().bot.runClock()
        await replica().bot.idle()
      }
    }

    /** Does the work until it was told of: a listener may not listen yet. */
    async function untilTold(told: Promise<void>, work: () => Promise<void>): Promise<void> {
      let isTold = false
      told.then(() => {
        isTold = true
      })
      while (!isTold) await work()
    }
  })
}

function conversationOf(result: CommandResult) {
  if (result.kind !== 'done') throw new Error(`it was ${JSON.stringify(result)}`)
  return result.conversation
}

function ignore(): void {
  // Nothing here is about the log.
}
