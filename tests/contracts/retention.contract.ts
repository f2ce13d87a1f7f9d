import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { readConfig } from '../../adapters/config.ts'
import { checkAudit } from '../../adapters/desk/accounts/audit-log.ts'
import { query } from '../../adapters/desk/accounts/steps.ts'
import { endHold, listHolds, setHold } from '../../adapters/privacy/holds.ts'
import { previewRetention } from '../../adapters/privacy/preview-retention.ts'
import { type RetentionMode, type RetentionParts, runRetention } from '../../adapters/privacy/run-retention.ts'
import type { ConversationEvent } from '../../bot/event.ts'
import {
  DATED_NOW,
  type Dated,
  type DatedConversations,
  daysAgo,
  fillDated,
  KEPT,
  numberOf,
} from '../fixtures/dated.ts'

/** How a contract test gets an empty database. */
export type DatedMaker = {
  readonly create: () => Promise<Dated>
}

const { retention: SETTINGS } = readConfig({})

/** What is over in the dated fixture. */
const OVER = {
  'event-keys': 33,
  'bare-event-keys': 1,
  tickets: 2,
  'dead-letters': 1,
  'dead-mails': 2,
  'bot-conversations': 2,
  'clerk-conversations': 1,
  'learning-records': 1,
  'audit-entries': 1,
  'desk-reads': 1,
}

/** Conversations of the fixture that stay. */
const LEFT = [
  'bot 29',
  'clerk 89',
  'dead letter 13',
  'dead letter 15',
  'held 800',
  'ticket closed 89',
  'ticket closed 91, active 5',
  'ticket open 400',
  'unanswered 40',
].sort()

/** Has the name of an event that is 29 days old, and known no more. */
const AGAIN: ConversationEvent = {
  kind: 'citizen-wrote',
  text: 'hej',
  origin: {
    source: 'test',
    address: 'bot 29',
    externalId: '1',
    returnPath: null,
    isAwaited: false,
  },
}

const NOTHING = Object.fromEntries(Object.keys(OVER).map(kind => [kind, 0]))

function partsOf({ database }: Dated): RetentionParts {
  return { database, settings: SETTINGS, keepRecord: undefined, by: 'command' }
}

/** What retention has to do on every database. */
export function describeRetention(name: string, { create }: DatedMaker): void {
  describe(`retention in ${name}`, () => {
    let dated: Dated
    let ids: DatedConversations
    const run = () => runRetention(partsOf(dated), 'now', DATED_NOW)
    const rows = async (text: string) => dated.database.run(() => query(text))

    beforeEach(async () => {
      dated = await create()
      ids = await fillDated(dated)
    })
    afterEach(async () => {
      await dated.database.close()
      await dated.store.close()
    })

    it('P05: counts what is over of each class, deletes that and nothing else, and then finds nothing', async () => {
      const read = async () => (await dated.store.history(ids['bot 29'], 0)).map(({ content }) => content)
      const before = await read()
      const preview = await dated.database.run(() => previewRetention(SETTINGS, DATED_NOW))
      const first = await run()
      const second = await run()

      expect(Object.fromEntries(preview.map(({ kind, count }) => [kind, count]))).toEqual(OVER)
      expect(preview.find(({ kind }) => kind === 'clerk-conversations')?.oldest).toEqual(daysAgo(91))
      expect(preview.find(({ kind }) => kind === 'dead-letters')?.oldest).toEqual(daysAgo(15))
      expect(first).toEqual({ kind: 'done', counts: OVER, unkept: [], unscrubbed: null })
      expect(second).toMatchObject({ counts: NOTHING })
      expect((await rows('SELECT address FROM conversation')).map(({ address }) => address).sort()).toEqual(LEFT)
      expect(
        (await rows('SELECT contact FROM ticket WHERE contact IS NOT NULL')).map(({ contact }) => contact),
      ).toEqual(Array(3).fill(`${KEPT}@example.pl`))
      expect(await rows('SELECT conversation_id FROM conversation_key')).toEqual([{ conversation_id: ids['clerk 89'] }])
      expect(await read()).toEqual(before)
      expect(await dated.store.accept(AGAIN, null, DATED_NOW)).toMatchObject({ status: 'new' })
      expect(await dated.database.run(checkAudit)).toMatchObject({ kind: 'whole' })
    })

    it('P05: never deletes a held conversation, its learning records and tickets, until it is released', async () => {
      const number = await numberOf(dated.database, ids['held 800'])
      const learnt = () => rows(`SELECT seq FROM learning_record WHERE conversation_id = '${ids['held 800']}'`)
      const tickets = () => rows(`SELECT number FROM ticket WHERE conversation_id = '${ids['held 800']}'`)
      const set = await dated.database.run(() => setHold({ number }, 'sprawa sądowa', DATED_NOW))
      const late = await numberOf(dated.database, ids['bot 31'])
      const [inTime] = await Promise.all([
        dated.database.run(() => setHold({ number: late }, 'kontrola', DATED_NOW)),
        run(),
      ])
      const whileHeld = [await dated.store.history(ids['held 800'], 0), await learnt(), await tickets()]
      const holds = await dated.database.run(listHolds)

      const ended = await dated.database.run(() => endHold({ number }, DATED_NOW))
      const { counts } = { counts: NOTHING, ...(await run()) }

      expect(whileHeld.map(each => each.length)).toEqual([4, 1, 1])
      expect([set, ended]).toEqual([number, number])
      expect(holds).toContainEqual({ number, reason: 'sprawa sądowa', since: daysAgo(799) })
      expect((await dated.store.history(ids['bot 31'], 0)).length > 0).toBe(inTime === late)
      expect(holds).toHaveLength(inTime === late ? 2 : 1)
      expect(counts).toMatchObject({ 'bot-conversations': 1, 'learning-records': 1, tickets: 1 })
      expect([await dated.store.history(ids['held 800'], 0), await learnt()]).toEqual([[], []])
      expect(await dated.database.run(() => setHold({ number: 999_999 }, 'x', DATED_NOW))).toBeUndefined()
      expect(await dated.database.run(() => endHold({ number }, DATED_NOW))).toBeUndefined()
    })
  })

  describe(`the clock of retention in ${name}`, () => {
    let dated: Dated
    const run = (mode: RetentionMode, now: Date) => runRetention(partsOf(dated), mode, now)

    beforeAll(async () => {
      dated = await create()
    })
    afterAll(async () => {
      await dated.database.close()
      await dated.store.close()
    })
    beforeEach(() => dated.database.run(() => query('UPDATE retention_run SET ran_at = NULL, clock_at = NULL')))

    it('F15: deletes nothing where the clock has moved by more than a day, until somebody says that it is right', async () => {
      const early = daysAgo(500)
      await run('now', early)

      const moved = await run('when-due', DATED_NOW)
      const byCommand = await run('now', DATED_NOW)
      const back = await run('now', daysAgo(502))
      const confirmed = await run('clock-is-right', DATED_NOW)
      const later = await run('now', DATED_NOW)

      const refused = { kind: 'clock-moved', clockAt: early }
      expect([moved, byCommand, back]).toEqual([refused, refused, refused])
      expect([confirmed.kind, later.kind]).toEqual(['done', 'done'])
    })

    it('F15: believes a clock that jumps by an hour, or is put right again', async () => {
      await run('now', DATED_NOW)
      const after = (hours: number) => new Date(DATED_NOW.getTime() + hours * 3_600_000)

      const jumps = []
      for (const hours of [1, 0.5, 50, 2, -10, 3]) jumps.push((await run('now', after(hours))).kind)

      expect(jumps).toEqual(['done', 'done', 'clock-moved', 'done', 'done', 'done'])
    })

    it('runs once a day at its hour, on one replica of several', async () => {
      const night = new Date('2026-11-30T02:00:00Z')
      await run('now', DATED_NOW)

      const before = await run('when-due', new Date(night.getTime() - 1))
      const replicas = await Promise.all([1, 2, 3].map(() => run('when-due', night)))
      const after = await run('when-due', new Date(night.getTime() + 60_000))

      expect(before.kind).toBe('not-due')
      expect(replicas.map(({ kind }) => kind).sort()).toEqual(['done', 'not-due', 'not-due'])
      expect(after.kind).toBe('not-due')
    })
  })
}
