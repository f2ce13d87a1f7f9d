import { describe, expect, it } from '@jest/globals'
import type { Activity } from 'botbuilder'
import { createBotFrameworkChannel } from '../../../adapters/bot-framework/channel.ts'
import type { Message } from '../../../bot/message.ts'
import type { Log } from '../../../bot/ports.ts'
import type { ExplainedReply } from '../../../bot/turn.ts'
import { paragraph } from '../../../dialogs/reply.ts'
import { createKnowledge } from '../../fixtures/knowledge.ts'

const knowledge = createKnowledge()

const EMULATOR = {
  channelId: 'emulator',
  serviceUrl: 'http://localhost:5000',
  user: { id: 'citizen' },
  bot: { id: 'bot' },
}
const WRITTEN = { externalId: 'x', writtenAt: new Date('2026-11-25T10:00:00Z') }
const NO_LOG: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const REPLY: ExplainedReply = {
  reply: { blocks: [paragraph('Czekasz')], choices: [], handsOver: { department: 'transport', topic: 'parking-card' } },
  explanation: null,
}
const SAID: readonly Message[] = [
  { ...WRITTEN, seq: 1, speaker: 'citizen', content: 'pracownik [PESEL]' },
  { ...WRITTEN, seq: 2, speaker: 'assistant', content: REPLY },
]

/** What the channel gets for a reply, when it takes this many activities before it fails. */
async function sent(
  reply: ExplainedReply,
  reference: object,
  takes = 10,
  log: Log = NO_LOG,
): Promise<readonly Partial<Activity>[]> {
  const activities: Partial<Activity>[] = []
  const connection = {
    receive: async () => undefined,
    async send(_reference: unknown, activity: Partial<Activity>) {
      if (activities.length === takes) throw new Error('BadArgument')
      activities.push(activity)
    },
  }
  const channel = createBotFrameworkChannel(
    connection,
    () => true,
    () => knowledge,
    log,
  )
  await channel.deliver(JSON.stringify(reference), reply, '1', SAID)
  return activities
}

describe('handoff.initiate', () => {
  it('follows the reply that hands over, with department, topic and what was said', async () => {
    expect(await sent(REPLY, EMULATOR)).toEqual([
      expect.objectContaining({ type: 'message', text: 'Czekasz' }),
      {
        type: 'event',
        name: 'handoff.initiate',
        value: { department: 'transport', topic: 'parking-card' },
        attachments: [
          {
            contentType: 'application/json',
            name: 'Transcript',
            content: {
              activities: [
                expect.objectContaining({
                  text: 'pracownik [PESEL]',
                  from: expect.objectContaining({ id: 'citizen' }),
                }),
                expect.objectContaining({ text: 'Czekasz', from: expect.objectContaining({ role: 'bot' }) }),
              ],
            },
          },
        ],
      },
    ])
  })

  it.each([
    ['that takes no events', { ...EMULATOR, channelId: 'facebook' }],
    ['that is the Playground', { ...EMULATOR, serviceUrl: 'http://localhost:56150/_connector' }],
  ])('is not sent to a channel %s', async (_which, reference) => {
    expect((await sent(REPLY, reference)).map(({ type }) => type)).toEqual(['message'])
  })

  it('is not sent with other replies', async () => {
    const { handsOver: _, ...reply } = REPLY.reply

    expect((await sent({ ...REPLY, reply }, EMULATOR)).map(({ type }) => type)).toEqual(['message'])
  })

  it('takes nothing away where the channel refuses it after all, which the log tells without what was said', async () => {
    const lines: unknown[] = []
    const log: Log = { ...NO_LOG, warn: (fields, message) => lines.push({ ...fields, message }) }

    expect((await sent(REPLY, EMULATOR, 1, log)).map(({ type }) => type)).toEqual(['message'])

    expect(lines).toEqual([
      { channel: 'emulator', error: 'Error: BadArgument', message: 'handoff.initiate was not taken' },
    ])
  })

  it('P01: names a clerk above their words on a channel that is pushed to', async () => {
    const { handsOver: _, ...reply } = REPLY.reply

    const [message] = await sent({ ...REPLY, reply, by: { id: 'anna', name: 'Anna Nowak' } }, EMULATOR)

    expect(message?.text).toMatch(/^Anna Nowak, pracownik urzędu:\s+Czekasz$/)
  })
})
