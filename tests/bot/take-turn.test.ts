import { describe, expect, it } from '@jest/globals'
import { NEW_CONVERSATION } from '../../bot/conversation.ts'
import type { ConversationEvent } from '../../bot/event.ts'
import { takeTurn } from '../../bot/take-turn.ts'
import { plainText } from '../../dialogs/reply.ts'
import { settingOf } from '../fixtures/desk.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'
import { citizenWrites, originOf } from './events.ts'

const knowledge = createKnowledge()
const setting = settingOf(knowledge, new Date('2026-11-24T10:00:00Z'))

const texts = (event: ConversationEvent) =>
  takeTurn(NEW_CONVERSATION, event, setting).replies.map(({ reply }) => plainText(reply))

describe('a turn', () => {
  it('greets the citizen who joined', () => {
    expect(texts({ kind: 'citizen-joined', origin: originOf() })).toEqual([
      expect.stringContaining('automatycznym asystentem'),
    ])
  })

  it('answers the citizen who wrote', () => {
    expect(texts(citizenWrites('ile kosztuje karta parkingowa')).at(-1)).toContain('Karta parkingowa: opłata')
  })

  it('says to the citizen who sent a file that files are not read', () => {
    expect(texts({ kind: 'citizen-sent-file', origin: originOf() })).toEqual([
      expect.stringContaining('Nie otwieram plików'),
    ])
  })

  it('refuses a group', () => {
    expect(texts({ kind: 'group-wrote', origin: originOf() })).toEqual([expect.stringContaining('jedną osobą')])
  })

  it('is the same for the same arguments', () => {
    const event = citizenWrites('ile kosztuje karta parkingowa')

    expect(takeTurn(NEW_CONVERSATION, event, setting)).toEqual(takeTurn(NEW_CONVERSATION, event, setting))
  })

  it('is the same whatever the channel', () => {
    const [emulator, website] = ['emulator', 'website'].map(source =>
      takeTurn(NEW_CONVERSATION, citizenWrites('karta parkingowa', { source }), setting),
    )

    expect(emulator).toEqual(website)
  })

  it('reads the day in Warsaw: a review is due from its midnight there', () => {
    const answerAt = (moment: string) =>
      takeTurn(NEW_CONVERSATION, citizenWrites('karta parkingowa'), settingOf(knowledge, new Date(moment)))
        .replies.map(({ reply }) => plainText(reply))
        .at(-1)

    expect(answerAt('2027-05-30T21:59:59Z')).not.toContain('czeka na ponowne sprawdzenie')
    expect(answerAt('2027-05-30T22:00:00Z')).toContain('czeka na ponowne sprawdzenie')
  })
})
