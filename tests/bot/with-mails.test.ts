import { describe, expect, it } from '@jest/globals'
import { NEW_CONVERSATION, type Owner } from '../../bot/conversation.ts'
import type { ExplainedReply, Turn } from '../../bot/turn.ts'
import { withMails } from '../../bot/with-mails.ts'
import { ANNA, OWNERS, TICKET } from '../fixtures/desk.ts'

const said: ExplainedReply = { reply: { blocks: [], choices: [] }, explanation: null }
const turnTo = (owner: Owner, replies: readonly ExplainedReply[] = []): Turn => ({
  state: { ...NEW_CONVERSATION, owner },
  replies,
})
const withTicket = (ticket: Partial<typeof TICKET> = {}): Owner => ({
  ...OWNERS.clerk,
  ticket: { ...TICKET, ...ticket },
})

describe('letters of a turn', () => {
  it('tell of a ticket that was opened', () => {
    const { mails } = withMails(OWNERS.queue, turnTo(OWNERS.ticket))

    expect(mails).toEqual([{ kind: 'ticket', ticket: 'Z-7' }])
  })

  it('tell of a ticket that came to another department', () => {
    const owner: Owner = { kind: 'ticket', ticket: { ...TICKET, department: 'building' } }

    expect(withMails(OWNERS.ticket, turnTo(owner)).mails).toEqual([{ kind: 'ticket', ticket: 'Z-7' }])
  })

  it('tell nobody of a ticket again that is taken, kept or left open', () => {
    for (const after of [withTicket(), OWNERS.ticket, { ...OWNERS.closed, ticket: TICKET }, OWNERS.bot]) {
      expect(withMails(OWNERS.ticket, turnTo(after)).mails).toBeUndefined()
    }
  })

  it("bring the clerk's words, and no notes or notices, to whoever wants them by e-mail", () => {
    const owner = withTicket({ answerBy: 'e-mail' })
    const replies = [said, { ...said, by: ANNA, isForClerks: true }, { ...said, by: ANNA }]

    expect(withMails(owner, turnTo(owner, replies)).mails).toEqual([{ kind: 'answer', ticket: 'Z-7', place: 2 }])
  })

  it('bring nothing to whoever wants to be answered in the chat or called', () => {
    for (const answerBy of ['chat', 'phone'] as const) {
      const owner = withTicket({ answerBy })

      expect(withMails(owner, turnTo(owner, [{ ...said, by: ANNA }])).mails).toBeUndefined()
    }
  })
})
