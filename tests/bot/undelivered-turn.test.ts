import { describe, expect, it } from '@jest/globals'
import { type ConversationState, NEW_CONVERSATION, type Owner } from '../../bot/conversation.ts'
import { undeliveredTurn } from '../../bot/undelivered-turn.ts'
import { plainText } from '../../dialogs/reply.ts'
import { ANNA, deskOf, OWNERS, settingOf, TICKET } from '../fixtures/desk.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'

const NOW = new Date('2026-11-28T10:00:00Z')
const setting = settingOf(createKnowledge(), NOW, deskOf())
const held = (owner: Owner): ConversationState => ({ ...NEW_CONVERSATION, owner })

describe("a clerk's words that did not reach the citizen", () => {
  it.each([
    [true, /przyjmuje odpowiedzi tylko przez 7 dni/],
    [false, /komunikator jej nie przyjmuje/],
  ])('are told to clerks alone, with the reason: too late %s', (isTooLate, text) => {
    const { replies } = undeliveredTurn(held(OWNERS.clerk), isTooLate, setting)

    expect(replies).toHaveLength(1)
    expect(replies[0]?.isForClerks).toBe(true)
    expect(plainText(replies[0]?.reply ?? { blocks: [], choices: [] })).toMatch(text)
  })

  it('come back to the desk as a ticket where nobody has the conversation any more', () => {
    const { state } = undeliveredTurn({ ...held(OWNERS.bot), rates: ANNA }, true, setting)

    expect(state.owner).toEqual({
      kind: 'ticket',
      ticket: { number: 'Z-7', department: 'general', since: NOW, answerBy: 'chat' },
    })
    expect(state.tickets).toBe(1)
  })

  it.each([OWNERS.clerk, OWNERS.queue, { kind: 'ticket', ticket: TICKET } as const])(
    'change nothing where somebody will see it: $kind',
    owner => {
      expect(undeliveredTurn(held(owner), false, setting).state).toEqual(held(owner))
    },
  )
})
