import { describe, expect, it } from '@jest/globals'
import { toMessages } from '../../../adapters/messenger/to-messages.ts'
import type { ExplainedReply } from '../../../bot/turn.ts'
import { paragraph } from '../../../dialogs/reply.ts'
import { ANNA } from '../../fixtures/desk.ts'

const reply = (text: string, ...labels: readonly string[]): ExplainedReply => ({
  reply: {
    blocks: [paragraph(text)],
    choices: labels.map(label => ({ label, pick: { kind: 'person' } })),
  },
  explanation: null,
})

describe('a reply on Messenger', () => {
  it('has its choices as buttons alone where they fit', () => {
    expect(toMessages(reply('Zapłać 21 zł.', 'Dokumenty', 'Pracownik'))).toEqual([
      {
        text: 'Zapłać 21 zł.',
        quickReplies: [
          { title: 'Dokumenty', payload: 'Dokumenty' },
          { title: 'Pracownik', payload: 'Pracownik' },
        ],
      },
    ])
  })

  it('numbers all choices in text and on buttons where one is too long, and keeps the label in full', () => {
    const [message] = toMessages(reply('O którą sprawę pytasz?', 'Rejestracja używanego pojazdu', 'Inne'))

    expect(message?.text).toBe('O którą sprawę pytasz?\n\n1. Rejestracja używanego pojazdu\n2. Inne')
    expect(message?.quickReplies).toEqual([
      { title: '1. Rejestracja używ…', payload: 'Rejestracja używanego pojazdu' },
      { title: '2. Inne', payload: 'Inne' },
    ])
  })

  it('keeps a label of exactly 20 characters as it is', () => {
    const [message] = toMessages(reply('Wybierz.', 'Pierwsze prawo jazdy'))

    expect(message?.quickReplies[0]?.title).toBe('Pierwsze prawo jazdy')
  })

  it('has at most 13 buttons', () => {
    const labels = Array.from({ length: 15 }, (_, index) => `Wybór ${index}`)

    expect(toMessages(reply('Wybierz.', ...labels))[0]?.quickReplies).toHaveLength(13)
  })

  it('is split at the end of a paragraph, with the buttons under the last part', () => {
    const long = 'Zdanie. '.repeat(150).trim()

    const messages = toMessages(reply(`${long}\n\n${long}`, 'Pracownik'))

    expect(messages.map(({ text }) => text)).toEqual([long, long])
    expect(messages.map(({ quickReplies }) => quickReplies.length)).toEqual([0, 1])
  })

  it("names the clerk above a clerk's words", () => {
    expect(toMessages({ ...reply('Tak.'), by: ANNA })[0]?.text).toBe('Anna Nowak, pracownik urzędu:\n\nTak.')
  })
})
