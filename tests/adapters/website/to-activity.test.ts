import { describe, expect, it } from '@jest/globals'
import { activityId, seqOf } from '../../../adapters/website/activity-id.ts'
import { toActivity } from '../../../adapters/website/to-activity.ts'
import type { Message } from '../../../bot/message.ts'
import { type Block, paragraph } from '../../../dialogs/reply.ts'

const CHAT = { conversationId: 'c1', userId: 'dl_1' }
const WRITTEN = { seq: 3, externalId: 'client:x', writtenAt: new Date('2026-11-25T10:00:00Z') }

function answer(...blocks: readonly Block[]): Message {
  const decision = { outcome: { kind: 'decline', reason: 'not-understood' }, decidedBy: 'test', confidence: 0 } as const
  const explanation = {
    question: 'tajne',
    knowledgeVersion: 'v1',
    decision: { ...decision, found: { topics: [], reasons: [], followUp: 0, aspects: [] } },
  }
  return { ...WRITTEN, speaker: 'assistant', content: { reply: { blocks, choices: [] }, explanation } }
}

describe('an activity', () => {
  it('keeps to itself what explains an answer', () => {
    expect(JSON.stringify(toActivity(answer(paragraph('tak')), CHAT))).not.toMatch(/tajne|not-understood|v1/)
  })

  it.each([
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
    ['[kliknij](javascript:alert(1))', '\\[kliknij\\](javascript:alert(1))'],
    ['![x](https://evil.example/x.png)', '!\\[x\\](https://evil.example/x.png)'],
    ['**ważne** `kod`', '\\*\\*ważne\\*\\* \\`kod\\`'],
  ])('S19: shows knowledge as text, even where that looks like markup: %s', (text, expected) => {
    expect(toActivity(answer(paragraph(text)), CHAT).text).toBe(expected)
  })

  it('P01: says that a clerk is a clerk, and that the assistant is none', () => {
    const by = { id: 'anna', name: 'Anna Nowak' }
    const content = { reply: { blocks: [paragraph('Dzień dobry')], choices: [] }, explanation: null, by }
    const activity = toActivity({ ...WRITTEN, speaker: 'clerk', content }, CHAT)

    expect(activity).toMatchObject({
      from: { id: 'clerk', name: 'Anna Nowak, pracownik urzędu' },
      channelData: { speaker: 'clerk' },
    })
    expect(JSON.stringify(activity)).not.toContain('"anna"')
    expect(toActivity(answer(paragraph('tak')), CHAT)).toMatchObject({
      from: { name: 'Automatyczny asystent' },
      channelData: { speaker: 'assistant' },
    })
  })

  it('names an event of the page as the page did, and no other', () => {
    const wrote = (externalId: string) =>
      toActivity({ ...WRITTEN, externalId, speaker: 'citizen', content: 'hej' }, CHAT)

    expect(wrote('client:x').channelData).toEqual({ clientActivityID: 'x' })
    expect(wrote('made-here').channelData).toBeUndefined()
  })
})

describe('the id of an activity', () => {
  it('is found again in its chat, and in no other', () => {
    const id = activityId(CHAT, 3)

    expect(seqOf({ ...CHAT, lastSeq: 3 }, id)).toBe(3)
    expect(seqOf({ ...CHAT, lastSeq: 2 }, id)).toBeUndefined()
    expect(seqOf({ conversationId: 'c2', lastSeq: 3 }, id)).toBeUndefined()
  })

  it.each([undefined, 3, '', 'c1|3', 'c1|0000003x', 'c1|', 'x|c1|0000003'])('is none: %j', id => {
    expect(seqOf({ ...CHAT, lastSeq: 3 }, id)).toBeUndefined()
  })
})
