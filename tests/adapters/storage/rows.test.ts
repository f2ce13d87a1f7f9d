import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { bodyOf, detailOf, readHappening, readMessage, readReply, replyRow } from '../../../adapters/storage/rows.ts'
import type { Happening } from '../../../bot/event.ts'
import type { ExplainedReply } from '../../../bot/turn.ts'
import type { Outcome } from '../../../dialogs/outcome.ts'
import type { Reply } from '../../../dialogs/reply.ts'
import { ANNA } from '../../fixtures/desk.ts'

const REPLY: Reply = {
  blocks: [
    { kind: 'heading', text: 'Karta parkingowa: opłata' },
    { kind: 'paragraph', text: 'Zapłać 21 zł 😀\n"teraz"' },
  ],
  choices: [
    { label: 'Dokumenty', pick: { kind: 'aspect', topic: 'parking-card', aspect: 'documents' } },
    { label: 'Pracownik', pick: { kind: 'person' } },
  ],
}

const FOUND = {
  topics: [{ topic: 'parking-card', confidence: 0.98 }],
  reasons: [{ reason: 'own-case' as const, confidence: 0.01 }],
  followUp: 0,
  aspects: [{ aspect: 'fee' as const, confidence: 0.9 }],
}

const ANSWER: Outcome = { kind: 'answer', topic: 'parking-card', aspect: 'fee', whole: false }

function explained(outcome: Outcome): ExplainedReply {
  const decision = { outcome, decidedBy: 'answerQuestion', found: FOUND, confidence: 0.98 }
  return { reply: REPLY, explanation: { question: QUESTION, knowledgeVersion: 'v1', decision } }
}

const QUESTION = 'ile kosztuje [PESEL]'

const NOTICE: ExplainedReply = { reply: REPLY, explanation: null }
const OF_CLERK: ExplainedReply = { ...NOTICE, by: ANNA }

const NOBODYS = { explanation: null, question: null, clerk_id: null, clerk_name: null, is_for_clerks: 0 }

/** The row of a reply as a store gives it back. */
function storedAs(reply: ExplainedReply, question: string | null) {
  const { body, explanation, speaker, clerkId, clerkName, isForClerks } = replyRow(reply)
  const row = { body, explanation, speaker, question }
  return { ...row, clerk_id: clerkId, clerk_name: clerkName, is_for_clerks: Number(isForClerks) }
}

describe('a reply', () => {
  it.each([
    ['that explains itself', explained(ANSWER)],
    ['that has nothing to explain', NOTICE],
    ['of a clerk', OF_CLERK],
    ['that only clerks read', { ...OF_CLERK, isForClerks: true }],
  ])('%s is read as it was written', (_which, reply) => {
    expect(readReply(storedAs(reply, QUESTION))).toEqual(reply)
  })

  it('is read as it was written, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const reply: ExplainedReply = {
          reply: { blocks: [{ kind: 'paragraph', text }], choices: [] },
          explanation: null,
        }

        expect(readReply(storedAs(reply, null))).toEqual(reply)
      }),
    )
  })
})

describe('what is learnt', () => {
  it('is nothing from a reply to no question', () => {
    expect(replyRow(NOTICE).learning).toBeNull()
  })

  it('is the masked question, the decision, its candidates and the version of the knowledge, and nothing else', () => {
    expect(replyRow(explained(ANSWER)).learning).toEqual({
      question: 'ile kosztuje [PESEL]',
      decision: 'answer',
      reason: null,
      candidates: JSON.stringify(FOUND.topics),
      knowledgeVersion: 'v1',
    })
  })

  it.each<[Outcome, string | null]>([
    [{ kind: 'handoff', reason: 'own-case', topic: null }, 'own-case'],
    [{ kind: 'decline', reason: 'not-understood' }, 'not-understood'],
    [ANSWER, null],
  ])('names the reason where there is one: %j', (outcome, reason) => {
    expect(replyRow(explained(outcome)).learning).toMatchObject({ decision: outcome.kind, reason })
  })
})

describe('a message', () => {
  const NAMED = { external_id: 'client:1', written_at: '2026-11-25T10:00:00.000Z', has_original: 0 }
  const READ = { externalId: 'client:1', writtenAt: new Date('2026-11-25T10:00:00Z') }

  it("of a citizen is the text, even where that looks like the assistant's", () => {
    const row = { ...NAMED, seq: 3, speaker: 'citizen', body: '{"blocks":[]}', ...NOBODYS }

    expect(readMessage(row)).toEqual({ ...READ, seq: 3, speaker: 'citizen', content: '{"blocks":[]}' })
  })

  it('says where the text before masking is kept', () => {
    const row = { ...NAMED, seq: 3, speaker: 'citizen', body: '[PESEL]', ...NOBODYS, has_original: true }

    expect(readMessage(row)).toMatchObject({ content: '[PESEL]', hasOriginal: true })
  })

  it('has no other text where nothing was masked', () => {
    const row = { ...NAMED, seq: 3, speaker: 'citizen', body: 'dziękuję', ...NOBODYS, has_original: true }

    expect(readMessage(row)).not.toHaveProperty('hasOriginal')
  })

  it('of the assistant is its reply', () => {
    const row = { ...NAMED, seq: 4, ...storedAs(explained(ANSWER), QUESTION) }

    expect(readMessage(row)).toEqual({ ...READ, seq: 4, speaker: 'assistant', content: explained(ANSWER) })
  })

  it('of a clerk is their words, and who they are', () => {
    const row = { ...NAMED, seq: 4, ...storedAs(OF_CLERK, null) }

    expect(readMessage(row)).toEqual({ ...READ, seq: 4, speaker: 'clerk', content: OF_CLERK })
  })
})

describe('an event', () => {
  const HAPPENINGS: Readonly<Record<Happening['kind'], Happening>> = {
    'citizen-joined': { kind: 'citizen-joined' },
    'citizen-wrote': { kind: 'citizen-wrote', text: '😀 karta', haste: 'told' },
    'citizen-rated': { kind: 'citizen-rated', seq: 3, isHelpful: false },
    'citizen-sent-file': { kind: 'citizen-sent-file', links: ['https://files.example/1'] },
    'group-wrote': { kind: 'group-wrote' },
    'citizen-asked-for-person': { kind: 'citizen-asked-for-person' },
    'citizen-chose': { kind: 'citizen-chose', act: 'leave-queue' },
    'citizen-gave-contact': { kind: 'citizen-gave-contact', contact: 'jan@example.pl' },
    'citizen-rated-clerk': { kind: 'citizen-rated-clerk', stars: 5, comment: null },
    'citizen-ended': { kind: 'citizen-ended' },
    'citizen-undid-end': { kind: 'citizen-undid-end' },
    'clerk-took': { kind: 'clerk-took', clerk: ANNA, isForced: false },
    'clerk-wrote': { kind: 'clerk-wrote', clerk: ANNA, epoch: 1, text: 'dzień dobry' },
    'clerk-noted': { kind: 'clerk-noted', clerk: ANNA, text: 'pilne' },
    'clerk-passed-on': { kind: 'clerk-passed-on', clerk: ANNA, epoch: 1, to: { kind: 'clerk', clerkId: 'jan' } },
    'clerk-returned': { kind: 'clerk-returned', clerk: ANNA, epoch: 1 },
    'clerk-ended': { kind: 'clerk-ended', clerk: ANNA, epoch: 1, label: 'opłata' },
    'clerk-made-ticket': { kind: 'clerk-made-ticket', clerk: ANNA, epoch: 1, department: 'building' },
    'clock-wait-over': { kind: 'clock-wait-over', deadline: '2026-11-25T10:05:00.000Z' },
    'clock-clerk-silent': { kind: 'clock-clerk-silent', epoch: 1 },
    'clock-clerk-back': { kind: 'clock-clerk-back', epoch: 1 },
    'clock-clerk-lost': { kind: 'clock-clerk-lost', epoch: 1 },
    'relay-gave-up': { kind: 'relay-gave-up', isTooLate: true },
  }

  it.each(Object.values(HAPPENINGS))('is read as it was written: $kind', happening => {
    expect(readHappening(happening.kind, bodyOf(happening), detailOf(happening))).toEqual(happening)
  })

  it('has a text only where the citizen wrote', () => {
    expect(Object.values(HAPPENINGS).map(bodyOf).filter(Boolean)).toEqual(['😀 karta'])
  })

  it('of a kind that a newer version wrote is refused', () => {
    expect(() => readHappening('clerk-sang', 'tekst', null)).toThrow('"clerk-sang" is unknown to this version')
  })
})
