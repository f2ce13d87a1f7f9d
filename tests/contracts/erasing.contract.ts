import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { createErasureRegister } from '../../adapters/privacy/erasure-register.ts'
import { STORE_TIMING } from '../../adapters/storage/timing.ts'
import { createErasing, type Erasing } from '../../bot/erasing.ts'
import type { Happening } from '../../bot/event.ts'
import type { Decide, Store } from '../../bot/ports.ts'
import type { ExplainedReply, Turn } from '../../bot/turn.ts'
import { ANNA, OWNERS, TICKET } from '../fixtures/desk.ts'
import { temporaryFolder } from '../setup/temporary-folder.ts'
import type { StoreMaker } from './store.contract.ts'

export type ErasingMaker = Pick<StoreMaker, 'create' | 'reopen' | 'numbers'> & {
  /** Where the words stand in the database, whatever the table; bytes of files too. Empty where nowhere. */
  readonly placesOf: (words: string) => Promise<readonly string[]>
  /** Places that have them before. */
  readonly seeded: readonly string[]
  /** Keeps a copy of the database, whose store is closed. */
  readonly backUp: () => Promise<void>
  /** Puts the copy in place of the database, whose store is closed. */
  readonly restore: () => Promise<void>
}

const NOW = new Date('2026-11-25T10:00:00Z')
const MARKER = 'znacznik-ktorego-nikt-nie-pisze'
const PESEL = '44051401359'

/** That an erased conversation leaves nothing behind in a store, and does not come back. */
export function describeErasing(name: string, maker: ErasingMaker): void {
  describe(`P06: erasing on ${name}`, () => {
    const erasingOf = (store: Store, path: string): Erasing =>
      createErasing({ store, register: createErasureRegister(path), clock: () => NOW, log: SILENT })

    it('leaves nothing of what was said, learnt, sealed, answered or sent', async () => {
      const store = await maker.create(STORE_TIMING)
      const conversationId = await seed(store)
      const before = await maker.placesOf(MARKER)

      const result = await erasingOf(store, newRegister()).erase({ conversationId }, 'citizen')

      expect(before).toEqual(expect.arrayContaining([...maker.seeded]))
      expect(result.kind).toBe('erased')
      expect([await maker.placesOf(MARKER), await maker.placesOf(PESEL)]).toEqual([[], []])
      expect(await maker.placesOf(conversationId)).toEqual([])
      await store.close()
    })

    it('happens again where an old copy is restored', async () => {
      const register = newRegister()
      const before = await maker.create(STORE_TIMING)
      const conversationId = await seed(before)
      const other = { ...originOf('8'), address: 'other', returnPath: null }
      await before.accept({ kind: 'citizen-wrote', text: 'zostaje', origin: other }, null, NOW)
      await before.close()
      await maker.backUp()
      const erased = await maker.reopen(STORE_TIMING)
      await erasingOf(erased, register).erase({ conversationId }, 'desk')
      await erased.close()
      await maker.restore()

      const restored = await maker.reopen(STORE_TIMING)
      const isBack = (await restored.records.find({ conversationId })) !== undefined
      const replayed = await erasingOf(restored, register).replay()
      const again = await erasingOf(restored, register).replay()

      expect([isBack, replayed, again]).toEqual([true, { erased: 1, held: 0 }, { erased: 0, held: 0 }])
      expect([await maker.placesOf(MARKER), await maker.placesOf(conversationId)]).toEqual([[], []])
      expect(await maker.placesOf('zostaje')).not.toEqual([])
      await restored.close()
    })

    it('does not happen while the conversation is held, nor where the register fails', async () => {
      const store = await maker.create(STORE_TIMING)
      const conversationId = await seed(store)
      const { number } = (await store.records.find({ conversationId })) ?? {}
      const unwritable = erasingOf(store, temporaryFolder())

      const refused = await unwritable.erase({ conversationId }, 'citizen').catch((error: unknown) => String(error))
      await maker.numbers(`INSERT INTO hold VALUES ('${conversationId}', 'spór sądowy', '${NOW.toISOString()}')`)
      const held = await unwritable.erase({ conversationId }, 'citizen')

      expect(refused).toMatch(/ERASURE_REGISTER: .* cannot be written \(EISDIR\), so nothing was erased\./)
      // A hold that came when the erasing had begun.
      await store.erase(conversationId)
      const register = createErasureRegister(newRegister())
      await register.note([{ at: NOW, conversationId, number: number ?? 0, by: 'citizen' }])
      const replayed = await createErasing({ store, register, clock: () => NOW, log: SILENT }).replay()

      expect(held).toEqual({ kind: 'held', number, reason: 'spór sądowy' })
      expect(replayed).toEqual({ erased: 0, held: 1 })
      expect(await store.records.among([conversationId])).toEqual([conversationId])
      await store.close()
    })
  })
}

const SILENT = { info: ignore, warn: ignore, error: ignore }

/** A conversation with the marker wherever a conversation can leave a trace. */
async function seed(store: Store): Promise<string> {
  const say = async (happening: Happening, id: string, decide: Decide, original: string | null = null) => {
    const { conversationId } = await store.accept({ ...happening, origin: originOf(id) }, original, NOW)
    await store.takeTurn(conversationId, decide, NOW)
    return conversationId
  }
  const deciding =
    (more: Partial<Turn>): Decide =>
    before => ({ state: before, replies: [replyOf(MARKER)], ...more })
  const owned =
    (owner: Turn['state']['owner'], more: Partial<Turn> = {}): Decide =>
    before => ({ state: { ...before, owner }, replies: [replyOf(MARKER)], ...more })

  const conversationId = await say({ kind: 'citizen-wrote', text: MARKER }, '1', learning)
  await say({ kind: 'citizen-wrote', text: MARKER }, '2', owned(OWNERS.clerk))
  const note = { ...replyOf(MARKER), by: ANNA, isForClerks: true }
  await say({ kind: 'clerk-noted', clerk: ANNA, text: MARKER }, '3', deciding({ replies: [note] }))
  await say({ kind: 'citizen-wrote', text: '[PESEL]' }, '4', deciding({}), `${MARKER} ${PESEL}`)
  const mails = [{ kind: 'answer', ticket: TICKET.number, place: 0 }] as const
  const toTicket = owned(OWNERS.ticket, { contact: `${MARKER}@example.pl`, mails })
  await say({ kind: 'citizen-wrote', text: MARKER }, '5', toTicket)
  const clerkRated = { clerk: ANNA, stars: 5, comment: MARKER }
  await say({ kind: 'citizen-wrote', text: MARKER }, '6', owned(OWNERS.bot, { clerkRated, label: MARKER }))
  // One that is accepted, and whose turn was not taken yet; and one delivery that was given up.
  await store.accept({ kind: 'citizen-gave-contact', contact: MARKER, origin: originOf('7') }, null, NOW)
  const [delivery] = await store.claimDeliveries(NOW)
  if (delivery) await store.failed(delivery, null)
  return conversationId
}

/** Answers in a way that something is learnt from. */
const learning: Decide = before => {
  const outcome = { kind: 'decline', reason: 'not-understood' } as const
  const decision = {
    outcome,
    decidedBy: 'test',
    found: { topics: [], reasons: [], followUp: 0, aspects: [] },
    confidence: 0,
  }
  const explanation = { question: MARKER, knowledgeVersion: 'v1', decision }
  return { state: before, replies: [{ ...replyOf(MARKER), explanation }] }
}

function replyOf(text: string): ExplainedReply {
  return { reply: { blocks: [{ kind: 'paragraph', text }], choices: [] }, explanation: null }
}

function originOf(externalId: string) {
  return { source: 'test', address: 'here', externalId, returnPath: `{"to":"${MARKER}"}`, isAwaited: false }
}

function newRegister(): string {
  return join(temporaryFolder(), 'erasures.jsonl')
}

function ignore(): void {
  // Nobody reads it.
}
