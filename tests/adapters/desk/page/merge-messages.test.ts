import { describe, expect, it } from '@jest/globals'
import { mergeMessages, readAgainAfter } from '../../../../adapters/desk/page/model/merge-messages.ts'
import type { DeskMessage } from '../../../../adapters/desk/wire.ts'
import { paragraph } from '../../../../dialogs/reply.ts'

const said = (seq: number, speaker: DeskMessage['speaker'], text = `${seq}`): DeskMessage => ({
  seq,
  speaker,
  name: null,
  at: '2026-11-25T10:00:00.000Z',
  language: null,
  blocks: [paragraph(text)],
  choices: [],
  isForClerks: false,
  hasOriginal: false,
  candidates: [],
})

describe('messages that are read again', () => {
  it('begin with the third last that the citizen wrote, as a number may have been completed since', () => {
    const known = [1, 3, 5, 7].flatMap(seq => [said(seq, 'citizen'), said(seq + 1, 'clerk')])

    expect(readAgainAfter(known)).toBe(2)
    expect(readAgainAfter(known.slice(2, 5))).toBe(2)
    expect(readAgainAfter([])).toBe(0)
  })

  it('take the place of those that were masked anew, and leave the others as they are', () => {
    const known = [said(1, 'citizen', 'pesel 440514'), said(2, 'clerk')]
    const masked = said(1, 'citizen', 'pesel [PESEL]')

    const merged = mergeMessages(known, [masked, said(2, 'clerk'), said(3, 'citizen')])

    expect(merged).toEqual([masked, known[1], said(3, 'citizen')])
    expect(merged[1]).toBe(known[1])
  })

  it('change nothing where nothing has changed', () => {
    const known = [said(1, 'citizen'), said(2, 'clerk')]

    expect(mergeMessages(known, [said(1, 'citizen'), said(2, 'clerk')])).toBe(known)
  })
})
