import { describe, expect, it } from '@jest/globals'
import type { Activity } from 'botbuilder'
import { fromFacebook } from '../../../adapters/bot-framework/from-facebook.ts'
import { toActivities } from '../../../adapters/bot-framework/to-activity.ts'
import type { ExplainedReply } from '../../../bot/turn.ts'
import { paragraph } from '../../../dialogs/reply.ts'
import { ANNA } from '../../fixtures/desk.ts'
import { createKnowledge } from '../../fixtures/knowledge.ts'

const MESSAGE = { type: 'message', channelId: 'facebook', id: 'm', text: '1. Rejestracja uży…', from: { id: '5214' } }

/** A message as Azure passes it on; the SDK's type demands more than channels send. */
const read = (channelData: unknown, channelId = 'facebook'): Partial<Activity> =>
  fromFacebook({ ...MESSAGE, channelId, channelData } as Activity)

describe("an activity of Azure's channel for Messenger", () => {
  it('says what the button said, and not its shortened title', () => {
    const activity = read({ message: { mid: 'm', quick_reply: { payload: 'Rejestracja używanego pojazdu' } } })

    expect(activity).toMatchObject({ type: 'message', id: 'm', text: 'Rejestracja używanego pojazdu' })
  })

  it.each([
    ['action:start', { type: 'conversationUpdate', membersAdded: [{ id: '5214', name: '' }] }],
    ['action:ask', { type: 'message', text: 'Co potrafisz?' }],
    ['action:person', { type: 'event', name: 'person' }],
    ['Karta parkingowa', { type: 'message', text: 'Karta parkingowa' }],
  ])('does what the menu says: %s', (payload, expected) => {
    expect(read({ postback: { payload } })).toMatchObject(expected)
  })

  it('means nothing where the page said it itself', () => {
    expect(read({ message: { is_echo: true } }).type).toBe('typing')
  })

  it.each([undefined, null, 5, { message: { mid: 'm' } }, { optin: {} }])('is as it was with %j', channelData => {
    expect(read(channelData)).toMatchObject({ type: 'message', text: MESSAGE.text })
  })

  it('of another channel is as it was', () => {
    expect(read({ message: { quick_reply: { payload: 'x' } } }, 'emulator').text).toBe(MESSAGE.text)
  })
})

describe("a reply to Azure's channel for Messenger", () => {
  const sent = (reply: ExplainedReply) => toActivities(reply, { channelId: 'facebook' }, createKnowledge)

  it('keeps the limits of Messenger, and the label in full behind its button', () => {
    const long = 'Zdanie. '.repeat(200).trim()
    const blocks = [paragraph(long), paragraph(long)]
    const choices = [{ label: 'Rejestracja używanego pojazdu', pick: { kind: 'person' } } as const]

    const [first, second] = sent({ reply: { blocks, choices }, explanation: null })

    expect([first?.text, first?.suggestedActions]).toEqual([long, undefined])
    expect(second?.text).toBe(`${long}\n\n1. Rejestracja używanego pojazdu`)
    expect(second?.suggestedActions?.actions).toEqual([
      { type: 'imBack', title: '1. Rejestracja używ…', value: 'Rejestracja używanego pojazdu' },
    ])
  })

  it('says in which language it is', () => {
    const reply = { blocks: [paragraph('Only Polish is answered.')], choices: [], language: 'en' } as const

    expect(sent({ reply, explanation: null })[0]?.locale).toMatch(/^en/)
  })

  it("names the clerk above a clerk's words", () => {
    const reply = { reply: { blocks: [paragraph('Tak.')], choices: [] }, explanation: null, by: ANNA }

    expect(sent(reply)[0]).toMatchObject({ text: 'Anna Nowak, pracownik urzędu:\n\nTak.', textFormat: 'plain' })
  })
})
