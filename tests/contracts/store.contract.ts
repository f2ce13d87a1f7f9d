import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { StoreTiming } from '../../adapters/storage/timing.ts'
import { type Conversation, NEW_CONVERSATION, type Owner } from '../../bot/conversation.ts'
import type { ConversationEvent, Origin } from '../../bot/event.ts'
import type { MailPath } from '../../bot/mail.ts'
import { NoConversationError } from '../../bot/no-conversation-error.ts'
import type { Decide, Delivery, Store } from '../../bot/ports.ts'
import type { ExplainedReply, Turn } from '../../bot/turn.ts'
import { TurnError } from '../../bot/turn-error.ts'
import { ANNA, OWNERS, TICKET } from '../fixtures/desk.ts'

/** How a contract test gets a store: empty with `create`, and the same rows again with `reopen`. */
export type StoreMaker = {
  readonly create: (timing: StoreTiming) => Promise<Store>
  readonly reopen: (timing: StoreTiming) => Promise<Store>
  /** Numbers that a statement gives, one in each row, for what no port reads yet. */
  readonly numbers: (sql: string) => Promise<readonly (number | null)[]>
}

const NOW = new Date('2026-11-25T10:00:00Z')
const TIMING: StoreTiming = {
  retryMs: 30_000,
  leaseMs: 60_000,
  idleMs: 86_400_000,
  keyMs: 86_400_000,
  silentMs: 60_000,
  lostMs: 180_000,
}

const HOUR_MS = 3_600_000

const afterMs = (ms: number) => new Date(NOW.getTime() + ms)

/** What every store has to do alike. */
export function describeStore(name: string, maker: StoreMaker): void {
  describe(`${name} as a store`, () => {
    let store: Store

    beforeEach(async () => {
      store = await maker.create(TIMING)
    })

    afterEach(() => store.close())

    it('keeps an event once, whatever happens at the same time', async () => {
      const results = await Promise.all(Array.from({ length: 5 }, () => store.accept(wrote('hej'), null, NOW)))

      expect(results.filter(({ status }) => status === 'new')).toHaveLength(1)
      expect(new Set(results.map(({ eventId }) => eventId)).size).toBe(1)
      expect(await store.history(results[0]?.conversationId ?? '', 0)).toEqual([
        { seq: 1, speaker: 'citizen', content: 'hej', externalId: '1', writtenAt: NOW },
      ])
    })

    it('knows an event again after seven days', async () => {
      await store.accept(wrote('hej'), null, NOW)

      const { status } = await store.accept(wrote('hej'), null, afterMs(7 * 86_400_000))

      expect(status).toBe('seen')
    })

    it('writes a turn whole: state, replies, history', async () => {
      const { conversationId, eventId } = await store.accept(wrote('hej'), null, NOW)

      await store.takeTurn(conversationId, answering('tak'), NOW)

      expect(await store.repliesTo(eventId)).toEqual([reply('tak')])
      expect(await store.history(conversationId, 1)).toEqual([
        { seq: 2, speaker: 'assistant', content: reply('tak'), externalId: '1', writtenAt: NOW },
      ])
      expect(await stateOf(store, conversationId)).toMatchObject({ isGreeted: true })
    })

    it('finds the conversations of an address that were opened by a moment, closed ones too', async () => {
      const first = await store.accept(wrote('raz', '1'), null, NOW)
      const second = await store.accept(wrote('dwa', '2'), null, afterMs(2 * TIMING.idleMs))
      const { origin } = wrote('inny')
      await store.accept({ ...wrote('inny', '3'), origin: { ...origin, address: 'elsewhere' } }, null, NOW)

      const byNow = await store.conversationsAt(origin.source, origin.address, NOW)
      const byLater = await store.conversationsAt(origin.source, origin.address, afterMs(2 * TIMING.idleMs))

      expect(byNow).toEqual([first.conversationId])
      expect(new Set(byLater)).toEqual(new Set([first.conversationId, second.conversationId]))
    })

    it('has no replies before the turn', async () => {
      const { eventId } = await store.accept(wrote('hej'), null, NOW)

      expect(await store.repliesTo(eventId)).toBeUndefined()
    })

    it('takes turns in the order of the messages, each once', async () => {
      const { conversationId } = await store.accept(wrote('raz', '1'), null, NOW)
      await store.accept(wrote('dwa', '2'), null, NOW)
      const asked: unknown[] = []
      const decide: Decide = (_before, { happening }) => {
        asked.push(happening)
        return turn('ok')
      }

      await Promise.all([1, 2, 3].map(() => store.takeTurn(conversationId, decide, NOW)))

      expect(asked).toEqual([
        { kind: 'citizen-wrote', text: 'raz' },
        { kind: 'citizen-wrote', text: 'dwa' },
      ])
    })

    it('gives every message its number under the lock, without a gap that fills later', async () => {
      const texts = Array.from({ length: 20 }, (_, index) => String(index))

      const [first] = await Promise.all(texts.map(text => store.accept(wrote(text, text), null, NOW)))
      const history = await store.history(first?.conversationId ?? '', 0)

      expect(history.map(({ seq }) => seq)).toEqual(texts.map((_, index) => index + 1))
    })

    it('writes nothing when deciding fails, and the event still waits', async () => {
      const { conversationId, eventId } = await store.accept(wrote('hej'), null, NOW)
      const failing = store.takeTurn(conversationId, fail, NOW)

      await expect(failing).rejects.toThrow(TurnError)
      await expect(failing).rejects.toMatchObject({ eventId, isUnreadable: false })
      expect(await store.takeTurn(conversationId, answering('tak'), NOW)).toBeDefined()
    })

    it('counts attempts, and ends an event that was given up', async () => {
      const { conversationId, eventId } = await store.accept(wrote('hej'), null, NOW)
      await store.countAttempt(eventId, NOW)

      const taken = await store.takeTurn(conversationId, () => ({ ...turn('przepraszam'), isGivenUp: true }), NOW)

      expect(taken?.received.attempts).toBe(2)
      expect(await store.repliesTo(eventId)).toEqual([reply('przepraszam')])
      expect(await store.takeTurn(conversationId, answering('nie'), NOW)).toBeUndefined()
    })

    it('finds what was left behind once its time has come, and counts that as an attempt', async () => {
      const { conversationId } = await store.accept(wrote('hej'), null, NOW)
      const { conversationId: doneId } = await store.accept(wrote('inny', '1', 'other'), null, NOW)
      await store.takeTurn(doneId, answering('ok'), NOW)

      const early = await store.recover(afterMs(29_000))
      const late = await store.recover(afterMs(30_000))
      const again = await store.recover(afterMs(30_001))
      const taken = await store.takeTurn(conversationId, answering('tak'), NOW)

      expect([early, late, again]).toEqual([[], [conversationId], []])
      expect(taken?.received.attempts).toBe(2)
    })

    it.each([
      ['an event', `UPDATE inbox SET kind = 'citizen-sang'`, `UPDATE inbox SET kind = 'citizen-wrote'`],
      [
        'a state',
        `UPDATE conversation SET state = replace(state, '"kind":"bot"', '"kind":"robot"')`,
        `UPDATE conversation SET state = replace(state, '"kind":"robot"', '"kind":"bot"')`,
      ],
    ])('F13: leaves %s of a newer version to a replica of that, and counts no attempt', async (_what, renew, asOld) => {
      const { conversationId, eventId } = await store.accept(wrote('hej'), null, NOW)
      await maker.numbers(renew)
      for (const tries of [1, 2, 3]) {
        await store.recover(afterMs(tries * HOUR_MS))
        const taking = store.takeTurn(conversationId, answering('nie'), NOW)
        await expect(taking).rejects.toMatchObject({ eventId, isUnreadable: true })
        await store.leave(eventId, NOW)
      }

      await maker.numbers(asOld)
      const found = [await store.recover(afterMs(999)), await store.recover(afterMs(1000))]
      const taken = await store.takeTurn(conversationId, answering('tak'), NOW)

      expect(found).toEqual([[], [conversationId]])
      expect(taken?.received.attempts).toBe(2)
    })

    it('resumes after a restart', async () => {
      const { conversationId, eventId } = await store.accept(wrote('hej'), null, NOW)
      await store.close()

      store = await maker.reopen(TIMING)
      const found = await store.recover(afterMs(30_000))
      await store.takeTurn(conversationId, answering('tak'), NOW)

      expect(found).toEqual([conversationId])
      expect(await store.repliesTo(eventId)).toEqual([reply('tak')])
    })

    it('opens a new conversation after a day of silence, unless somebody owes an answer', async () => {
      const first = await store.accept(wrote('raz', '1'), null, NOW)
      const next = await store.accept(wrote('dwa', '2'), null, afterMs(86_400_001))
      await store.takeTurn(next.conversationId, owned(OWNERS.ticket), afterMs(86_400_001))

      const later = await store.accept(wrote('trzy', '3'), null, afterMs(3 * 86_400_000))

      expect(next.conversationId).not.toBe(first.conversationId)
      expect(later.conversationId).toBe(next.conversationId)
    })

    it('masks earlier text anew', async () => {
      const { conversationId } = await store.accept(wrote('mój numer 44😀05', '1'), null, NOW)
      const decide: Decide = () => ({ ...turn('ok'), remasked: [{ seq: 1, replaced: 5, text: '[X]' }] })

      await store.takeTurn(conversationId, decide, NOW)

      expect((await store.history(conversationId, 0))[0]?.content).toBe('mój numer [X]')
    })

    describe('deliveries', () => {
      it('are leased one after another within a conversation, the first one with the turn', async () => {
        const first = await answered(store, ['raz', 'dwa'])

        const meanwhile = await store.claimDeliveries(NOW)
        await store.delivered(first)
        const second = await store.claimDeliveries(NOW)

        expect([[first], meanwhile, second].map(texts)).toEqual([['raz'], [], ['dwa']])
        expect(first).toMatchObject({ source: 'test', returnPath: '{"way":1}', attempts: 0 })
      })

      it('are not leased with the turn while an earlier one waits', async () => {
        const first = await answered(store, ['raz'])
        const { conversationId } = await store.accept(wrote('znowu', '2'), null, NOW)

        const taken = await store.takeTurn(conversationId, answering('dwa'), NOW)
        await store.delivered(first)

        expect(taken?.delivery).toBeNull()
        expect(texts(await store.claimDeliveries(NOW))).toEqual(['dwa'])
      })

      it('of different conversations are leased side by side', async () => {
        const one = await answered(store, ['raz'], 'one')
        const two = await answered(store, ['dwa'], 'two')
        await store.failed(one, NOW)
        await store.failed(two, NOW)

        expect(texts(await store.claimDeliveries(NOW)).sort()).toEqual(['dwa', 'raz'])
      })

      it('are leased as many as are asked for, those that were tried least first', async () => {
        await store.failed(await answered(store, ['raz'], 'one'), NOW)
        for (const [text, address] of [['dwa', 'two'] as const, ['trzy', 'three'] as const]) {
          await store.failed(await answered(store, [text], address), NOW, NOW)
        }

        const first = await store.claimDeliveries(NOW, 1)
        const others = await store.claimDeliveries(NOW, 5)

        expect([texts(first), texts(others).sort()]).toEqual([['dwa'], ['raz', 'trzy']])
      })

      it('are leased to one of many who ask at once', async () => {
        await store.failed(await answered(store, ['raz']), NOW)

        const claims = await Promise.all(Array.from({ length: 8 }, () => store.claimDeliveries(NOW)))

        expect(claims.flat()).toHaveLength(1)
      })

      it('wait for their time when put off, and the next ones wait with them', async () => {
        await store.failed(await answered(store, ['raz', 'dwa']), afterMs(5000))

        const early = await store.claimDeliveries(afterMs(4999))
        const late = await store.claimDeliveries(afterMs(5000))

        expect([texts(early), texts(late)]).toEqual([[], ['raz']])
        expect(late[0]?.attempts).toBe(1)
      })

      it('have no attempt counted where it was none of theirs', async () => {
        await store.failed(await answered(store, ['raz']), NOW, NOW)

        const [again] = await store.claimDeliveries(NOW)

        expect(again?.attempts).toBe(0)
      })

      it('that nothing gets through for are counted and alerted of once, until they get through or fail otherwise', async () => {
        await store.failed(await answered(store, ['raz'], 'one'), NOW)
        await store.failed(await answered(store, ['dwa'], 'two'), NOW)
        /** Gets neither through. Gives what is blocked then, and what the letters tell. */
        const block = async (ms: number) => {
          const at = afterMs(ms)
          for (const delivery of await store.claimDeliveries(at)) {
            await store.failed(delivery, at, at)
            await store.mails.alertOfBlocked(at)
          }
          const letters = await store.mails.claimDeliveries(at)
          for (const letter of letters) await store.mails.delivered(letter)
          const told = letters.map(({ returnPath }): MailPath => JSON.parse(returnPath)).map(({ about }) => about)
          return [(await store.desk.blocked()).replies, told]
        }
        const alert = { kind: 'alert', deadLetters: 0, blocked: 2 }

        const stopped = [await block(HOUR_MS), await block(3 * HOUR_MS)]
        const busy = await store.claimDeliveries(afterMs(4 * HOUR_MS))
        for (const delivery of busy) await store.failed(delivery, NOW)
        const mended = await store.desk.blocked()
        const stoppedAgain = await block(5 * HOUR_MS)
        for (const delivery of await store.claimDeliveries(afterMs(6 * HOUR_MS))) await store.delivered(delivery)

        expect(stopped).toEqual([
          [2, [alert]],
          [2, []],
        ])
        expect(mended).toEqual({ replies: 0, letters: 0 })
        expect(stoppedAgain).toEqual([2, [alert]])
        expect(await store.desk.blocked()).toEqual({ replies: 0, letters: 0 })
      })

      it('go on after one that was given up', async () => {
        await store.failed(await answered(store, ['raz', 'dwa']), null)

        expect(texts(await store.claimDeliveries(NOW))).toEqual(['dwa'])
      })

      it('refuse what an older lease says', async () => {
        const old = await answered(store, ['raz'])
        await store.failed(old, NOW)
        const [current] = await store.claimDeliveries(NOW)

        await store.delivered(old)
        await store.failed(old, null)
        if (current) await store.failed(current, NOW)

        expect(texts(await store.claimDeliveries(NOW))).toEqual(['raz'])
      })

      it.each([{ isAwaited: true }, { returnPath: null }])(
        'are not made for replies that are not pushed: %j',
        async more => {
          const { conversationId } = await store.accept(wrote('hej', '1', 'here', more), null, NOW)

          const taken = await store.takeTurn(conversationId, answering('raz'), NOW)

          expect([taken?.delivery, await store.claimDeliveries(NOW)]).toEqual([null, []])
        },
      )
    })

    describe('originals', () => {
      const owners: readonly (readonly [Owner['kind'], Owner, boolean])[] = [
        ['bot', OWNERS.bot, false],
        ['offered', OWNERS.offered, true],
        ['queue', OWNERS.queue, true],
        ['clerk', OWNERS.clerk, true],
        ['ticket', OWNERS.ticket, false],
        ['closed', OWNERS.closed, false],
      ]

      it.each(owners)('are kept while the owner is "%s": as the rule says', async (_kind, owner, isKept) => {
        const { conversationId } = await store.accept(wrote('hej', '1'), null, NOW)
        await store.takeTurn(conversationId, owned(owner), NOW)

        await store.accept(wrote('[PESEL]', '2'), 'numer 44051401359', NOW)

        expect(await store.original(conversationId, 3)).toBe(isKept ? 'numer 44051401359' : undefined)
        expect((await store.history(conversationId, 2))[0]?.content).toBe('[PESEL]')
      })

      it('are kept while a contact detail is expected', async () => {
        const { conversationId } = await store.accept(wrote('hej', '1'), null, NOW)
        await store.takeTurn(
          conversationId,
          before => ({ ...turn('ok'), state: { ...before, isContactExpected: true } }),
          NOW,
        )

        await store.accept(wrote('[TELEFON]', '2'), '600 100 200', NOW)

        expect(await store.original(conversationId, 3)).toBe('600 100 200')
      })

      it('cannot be read once a day has passed since a person was involved', async () => {
        const { conversationId } = await store.accept(wrote('hej', '1'), null, NOW)
        await store.takeTurn(conversationId, owned(OWNERS.queue), NOW)
        await store.accept(wrote('[PESEL]', '2'), 'numer 44051401359', NOW)
        await store.takeTurn(conversationId, owned({ kind: 'bot' }), NOW)

        await store.destroyKeys(afterMs(86_399_000))
        const before = await store.original(conversationId, 3)
        await store.destroyKeys(afterMs(86_401_000))

        expect([before, await store.original(conversationId, 3)]).toEqual(['numer 44051401359', undefined])
      })

      it('outlive that day while a person or a ticket is still open', async () => {
        const { conversationId } = await store.accept(wrote('hej', '1'), null, NOW)
        await store.takeTurn(conversationId, owned(OWNERS.queue), NOW)
        await store.accept(wrote('[PESEL]', '2'), 'numer 44051401359', NOW)
        await store.takeTurn(conversationId, owned(OWNERS.ticket), NOW)

        await store.destroyKeys(afterMs(7 * 86_400_000))

        expect(await store.original(conversationId, 3)).toBe('numer 44051401359')
      })
    })

    describe('a key', () => {
      /** A conversation in which a number was masked while its citizen waited for a clerk; its message has the seq 3. */
      async function sealed(owner: Owner): Promise<string> {
        const { conversationId } = await store.accept(wrote('hej', '1'), null, NOW)
        await store.takeTurn(conversationId, owned(OWNERS.queue), NOW)
        await store.accept(wrote('[PESEL]', '2'), 'numer 44051401359', NOW)
        await store.takeTurn(conversationId, owned(owner), NOW)
        return conversationId
      }
      const kept = () => maker.numbers('SELECT seq FROM message WHERE sealed IS NOT NULL')

      it('is destroyed with what it has sealed when the citizen ends the conversation', async () => {
        const conversationId = await sealed(OWNERS.closed)

        expect(await store.original(conversationId, 3)).toBeUndefined()
        expect([await kept(), await maker.numbers('SELECT 1 FROM conversation_key')]).toEqual([[], []])
      })

      it('outlives an end where somebody still owes an answer', async () => {
        const conversationId = await sealed({ ...OWNERS.closed, ticket: TICKET })
        await store.destroyKeys(afterMs(7 * 86_400_000))

        expect(await store.original(conversationId, 3)).toBe('numer 44051401359')
      })

      it('is destroyed a day after the citizen was last heard of, where they left an offer unanswered', async () => {
        const conversationId = await sealed(OWNERS.offered)

        await store.destroyKeys(afterMs(86_399_000))
        const before = await store.original(conversationId, 3)
        await store.destroyKeys(afterMs(86_401_000))

        expect([before, await store.original(conversationId, 3)]).toEqual(['numer 44051401359', undefined])
      })

      it('does not bring back what an older one had sealed', async () => {
        const conversationId = await sealed(OWNERS.offered)
        await store.destroyKeys(afterMs(86_401_000))

        await store.accept(wrote('[TELEFON]', '3'), '600 100 200', NOW)

        expect(await Promise.all([3, 5].map(seq => store.original(conversationId, seq)))).toEqual([
          undefined,
          '600 100 200',
        ])
        const history = await store.history(conversationId, 0)
        expect(history.filter(({ hasOriginal }) => hasOriginal).map(({ seq }) => seq)).toEqual([5])
      })
    })

    describe('a conversation as a whole', () => {
      async function numberOf(address: string): Promise<number> {
        const { conversationId } = await store.accept(wrote('hej', address, address), null, NOW)
        return (await store.records.find({ conversationId }))?.number ?? 0
      }

      it('is found by its number and by its id, with what stands in the way of erasing it', async () => {
        const { conversationId } = await store.accept(wrote('hej', '1'), null, NOW)
        await store.takeTurn(conversationId, owned(OWNERS.ticket), NOW)
        const found = await store.records.find({ conversationId })
        await maker.numbers(
          `INSERT INTO hold (conversation_id, reason, since) VALUES ('${conversationId}', 'spór', '${NOW.toISOString()}')`,
        )

        expect(found).toEqual({
          ...{ conversationId, number: found?.number, source: 'test', openedAt: NOW, activeAt: NOW },
          ...{ kind: 'ticket', ticket: 'Z-7', messages: 2, hold: null },
        })
        expect(await store.records.find({ number: found?.number ?? 0 })).toEqual({ ...found, hold: 'spór' })
        expect(await store.records.find({ number: 999_999 })).toBeUndefined()
        expect(await store.records.copy('b3f4e0a6-0000-4000-8000-000000000000')).toBeUndefined()
      })

      it('is copied with its ticket, its ratings and what was learnt from it', async () => {
        const { conversationId } = await store.accept(wrote('hej', '1'), null, NOW)
        await store.takeTurn(conversationId, learning, NOW)
        await store.accept(wrote('więc', '2'), null, NOW)
        const rated = { clerkRated: { clerk: ANNA, stars: 5, comment: 'miło' }, contact: 'a@example.pl' }
        const toTicket: Decide = before => ({ ...turn('ok'), state: { ...before, owner: OWNERS.ticket }, ...rated })
        await store.takeTurn(conversationId, toTicket, NOW)

        const copy = await store.records.copy(conversationId)

        expect(copy?.messages).toEqual(await store.history(conversationId, 0))
        expect(copy?.tickets).toMatchObject([{ number: 'Z-7', contact: 'a@example.pl', closedAt: null }])
        expect(copy?.ratings).toEqual([{ at: NOW, stars: 5, comment: 'miło' }])
        expect(copy?.learnt).toEqual([{ seq: 1, question: 'hej', decision: 'decline', isHelpful: null }])
      })

      it('has a number that nobody else ever gets, even when it was erased', async () => {
        const numbers = [await numberOf('a'), await numberOf('b')]
        const [gone] = await Promise.all(numbers.map(number => store.records.find({ number })).reverse())
        await store.erase(gone?.conversationId ?? '')

        numbers.push(await numberOf('c'), await numberOf('d'))

        expect(new Set(numbers).size).toBe(4)
        expect(await store.records.among([gone?.conversationId ?? ''])).toEqual([])
      })

      it('F02: does not come back when one of its events is delivered again', async () => {
        const { conversationId } = await store.accept(wrote('hej', '1'), null, NOW)
        await store.erase(conversationId)

        await expect(store.accept(wrote('hej', '1'), null, NOW)).rejects.toThrow(NoConversationError)

        const { origin } = wrote('hej')
        expect(await store.conversationsAt(origin.source, origin.address, NOW)).toEqual([])
        expect(await store.accept(wrote('hej', '2'), null, NOW)).toMatchObject({ status: 'new' })
      })

      it('F02: is not needed to know an event again', async () => {
        const known = await Promise.all([1, 2, 3].map(() => store.acceptBare(originOf('1'), NOW)))
        const other = await store.acceptBare(originOf('2'), NOW)

        expect([known.toSorted(), other]).toEqual([['new', 'seen', 'seen'], 'new'])
      })

      it('is found among others', async () => {
        const { conversationId } = await store.accept(wrote('hej', '1'), null, NOW)

        const found = await store.records.among([conversationId, 'b3f4e0a6-0000-4000-8000-000000000000'])

        expect(found).toEqual([conversationId])
      })
    })

    describe('ratings', () => {
      it('are kept with what was learnt from the question', async () => {
        const { conversationId } = await store.accept(wrote('hej'), null, NOW)
        await store.takeTurn(conversationId, learning, NOW)
        const before = await maker.numbers('SELECT rating FROM learning_record')
        const rated = { kind: 'citizen-rated', seq: 2, isHelpful: false } as const
        await store.accept({ ...rated, origin: originOf('2') }, null, NOW)

        const taken = await store.takeTurn(conversationId, before => ({ state: before, replies: [], rated }), NOW)

        expect(taken?.received).toMatchObject({ happening: rated, seq: null })
        expect(await store.history(conversationId, 2)).toEqual([])
        expect([before, await maker.numbers('SELECT rating FROM learning_record')]).toEqual([[null], [0]])
      })
    })

    describe('an opened conversation', () => {
      it('is named by its own id, and no silence ends it', async () => {
        const id = await opened()

        const first = await store.accept(wroteTo(id, '1'), null, NOW)
        const muchLater = await store.accept(wroteTo(id, '2'), null, afterMs(20 * 86_400_000))

        expect([first, muchLater]).toMatchObject([
          { status: 'new', conversationId: id, seq: 1 },
          { status: 'new', conversationId: id, seq: 2 },
        ])
      })

      it('tells the number of a message that it has seen', async () => {
        const id = await opened()
        const first = await store.accept(wroteTo(id, '1'), null, NOW)
        await store.accept(wroteTo(id, '2'), null, NOW)

        expect(await store.accept(wroteTo(id, '1'), null, NOW)).toEqual({ ...first, status: 'seen' })
      })

      it('takes nothing when it is not there', async () => {
        await expect(store.accept(wroteTo('0b0e7a0e-0000-4000-8000-000000000000', '1'), null, NOW)).rejects.toThrow(
          NoConversationError,
        )
      })

      it('is found, with its end and the number of its last message', async () => {
        const id = await opened()
        await store.accept(wroteTo(id, '1'), null, NOW)
        const before = await store.chats.find(id)
        await store.chats.end(id, NOW)
        const ended = await store.chats.find(id)
        await store.chats.end(id, null)

        expect(before).toEqual({ conversationId: id, userId: 'dl_1', origin: PAGE, endedAt: null, lastSeq: 1 })
        expect(ended?.endedAt).toEqual(NOW)
        expect((await store.chats.find(id))?.endedAt).toBeNull()
      })

      it('opens a stream once, and not too late', async () => {
        const id = await opened()
        await store.chats.addKey(id, { kind: 'stream', hash: 'ticket', expiresAt: afterMs(1000) }, NOW)
        await store.chats.addKey(id, { kind: 'stream', hash: 'late', expiresAt: afterMs(1000) }, NOW)

        const uses = await Promise.all([1, 2, 3].map(() => store.chats.useStreamKey('ticket', NOW)))

        expect(uses.filter(used => used === id)).toHaveLength(1)
        expect(await store.chats.useStreamKey('late', afterMs(1000))).toBeUndefined()
        expect(await store.chats.useStreamKey('resume', NOW)).toBeUndefined()
      })

      it('changes its key at every use; the old one works until the new one was used, or for a while', async () => {
        const id = await opened()
        const use = (hash: string, next: string, now = NOW) =>
          store.chats.useResumeKey(hash, PAGE, resumeKey(next), afterMs(600_000), now)

        const first = await use('resume', 'second')
        const again = await use('resume', 'third')
        const tooLate = await use('resume', 'none', afterMs(600_000))
        const third = await use('third', 'fourth')
        const old = await Promise.all(['resume', 'second'].map(hash => use(hash, `not-${hash}`)))

        expect([first, again, tooLate, third, ...old]).toEqual([id, id, undefined, id, undefined, undefined])
      })

      it('does not let a page of another address use its key', async () => {
        const id = await opened()
        const use = (origin: string | null, next: string) =>
          store.chats.useResumeKey('resume', origin, resumeKey(next), afterMs(600_000), NOW)

        const stranger = await use('https://inna.example.pl', 'second')

        expect([stranger, await use(null, 'third'), await use(PAGE, 'fourth')]).toEqual([undefined, id, id])
      })

      it('leaves nothing when it is erased, and tells whoever watches', async () => {
        const id = await opened()
        await store.accept(wroteTo(id, '0'), null, NOW)
        await store.takeTurn(id, learning, NOW)
        await store.accept(wroteTo(id, '1'), null, NOW)
        await store.takeTurn(id, owned(OWNERS.queue), NOW)
        await store.accept(wroteTo(id, '2'), 'numer 44051401359', NOW)
        const { promise: changed, resolve } = Promise.withResolvers<void>()
        const stop = store.watch(id, resolve)

        await store.erase(id)
        await changed
        stop()

        expect(await store.history(id, 0)).toEqual([])
        expect(await store.chats.find(id)).toBeUndefined()
        expect(await store.original(id, 5)).toBeUndefined()
        expect(await maker.numbers('SELECT seq FROM learning_record')).toEqual([])
        expect(await store.takeTurn(id, answering('nie'), NOW)).toBeUndefined()
        expect(await store.chats.useResumeKey('resume', PAGE, resumeKey('x'), NOW, NOW)).toBeUndefined()
      })

      it('leaves nothing even where its turn is taken meanwhile', async () => {
        const ids = await Promise.all(Array.from({ length: 10 }, (_, index) => opened(`resume-${index}`)))
        await Promise.all(ids.map(id => store.accept(wroteTo(id, '1'), null, NOW)))

        await Promise.all(ids.flatMap(id => [store.takeTurn(id, learning, NOW), store.erase(id)]))

        const left = ['learning_record', 'message'].map(table => maker.numbers(`SELECT seq FROM ${table}`))
        expect(await Promise.all(left)).toEqual([[], []])
      })

      const PAGE = 'https://powiat.example.pl'

      const resumeKey = (hash: string) => ({ kind: 'resume', hash, expiresAt: afterMs(30 * 86_400_000) }) as const

      const opened = (key = 'resume') =>
        store.chats.open({ source: 'test', userId: 'dl_1', origin: PAGE }, resumeKey(key), NOW)

      const wroteTo = (id: string, externalId: string) =>
        wrote('hej', externalId, id, { returnPath: null, isOpened: true })
    })

    it('F15: ends neither the lease of a delivery nor the hold of a clerk when the clock jumps', async () => {
      await answered(store, ['raz'], 'leased')
      const { conversationId } = await store.accept(wrote('hej', '1', 'held'), null, NOW)
      await store.takeTurn(conversationId, owned(OWNERS.clerk), NOW)
      await store.desk.seen(ANNA, ['transport'])

      const ended: unknown[] = []
      for (const hours of [1, 48, -1, -48]) {
        const moment = afterMs(hours * HOUR_MS)
        ended.push(...(await store.claimDeliveries(moment)), ...(await store.desk.due(moment)))
      }

      expect(ended).toEqual([])
    })

    it('tells whoever watches a conversation of its changes, until told to stop', async () => {
      const { conversationId } = await store.accept(wrote('hej', '1'), null, NOW)
      const { promise: changed, resolve } = Promise.withResolvers<void>()
      const stop = store.watch(conversationId, resolve)

      await store.takeTurn(conversationId, answering('tak'), NOW)

      await expect(changed).resolves.toBeUndefined()
      stop()
    })

    it('says that it can keep things', async () => {
      await expect(store.check()).resolves.toBeUndefined()
    })

    async function answered(to: Store, says: readonly string[], address = 'here'): Promise<Delivery> {
      const { conversationId } = await to.accept(wrote('hej', '1', address), null, NOW)
      const decide: Decide = before => ({ state: before, replies: says.map(reply) })
      const taken = await to.takeTurn(conversationId, decide, NOW)
      if (!taken?.delivery) throw new Error('the first reply was not leased')
      return taken.delivery
    }
  })
}

function originOf(externalId: string, address = 'here'): Origin {
  return { source: 'test', address, externalId, returnPath: '{"way":1}', isAwaited: false }
}

function wrote(text: string, externalId = '1', address = 'here', more: Partial<Origin> = {}): ConversationEvent {
  return { kind: 'citizen-wrote', text, origin: { ...originOf(externalId, address), ...more } }
}

function reply(text: string): ExplainedReply {
  return { reply: { blocks: [{ kind: 'paragraph', text }], choices: [] }, explanation: null }
}

function turn(text: string): Turn {
  return { state: { ...NEW_CONVERSATION, isGreeted: true }, replies: [reply(text)] }
}

function answering(text: string): Decide {
  return () => turn(text)
}

function owned(owner: Owner): Decide {
  return before => ({ state: { ...before, owner }, replies: [reply('ok')] })
}

/** Answers in a way that something is learnt from. */
const learning: Decide = before => {
  const found = { topics: [], reasons: [], followUp: 0, aspects: [] }
  const decision = {
    outcome: { kind: 'decline', reason: 'not-understood' },
    decidedBy: 'test',
    found,
    confidence: 0,
  } as const
  const explanation = { question: 'hej', knowledgeVersion: 'v1', decision }
  return { state: before, replies: [{ ...reply('tak'), explanation }] }
}

function fail(): never {
  throw new Error('a defect')
}

function texts(deliveries: readonly { readonly reply: ExplainedReply }[]): string[] {
  return deliveries.flatMap(({ reply: { reply } }) =>
    reply.blocks.flatMap(block => (block.kind === 'paragraph' ? block.text : [])),
  )
}

async function stateOf(store: Store, conversationId: string): Promise<Conversation | undefined> {
  let state: Conversation | undefined
  await store.accept(wrote('?', 'state-of'), null, NOW)
  await store.takeTurn(
    conversationId,
    before => {
      state = before
      return { state: before, replies: [] }
    },
    NOW,
  )
  return state
}
