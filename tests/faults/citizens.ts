import { randomInt, randomUUID } from 'node:crypto'
import type { Answer } from '../setup/activity.ts'
import type { History } from './history.ts'
import { pause } from './pause.ts'
import { withSecret } from './secrets.ts'

/** Where citizens write to, and how it is noted. */
export type Office = {
  /** The address that the next attempt goes to. */
  readonly address: () => string
  readonly hand: Hand
  /** Where replies are to be sent. */
  readonly serviceUrl: string
  readonly history: History
}

export type Letter = {
  readonly id: string
  readonly conversation: string
  readonly text: string
  /** Further fields of the activity. */
  readonly more?: Readonly<Record<string, unknown>>
}

/** Hands a message over to the service, once, as its channel does. */
export type Hand = (url: string, letter: Letter, signal: AbortSignal) => Promise<Answer>

/** Channels wait so long for an acknowledgement. */
const PATIENCE_MS = 15_000
const PAUSE_BEFORE_REPEAT_MS = 50

const QUESTIONS = ['ile kosztuje karta parkingowa', 'jak kupić rower', 'gdzie złożyć wniosek', 'dzień dobry']
/** Letters of the word that only one text has. No other word of it is as long. */
export const OWN_WORD_LETTERS = 14
const LETTERS = 'abcdefghijklmnoprstuwyz'

/** A question that was never asked before: it ends in a word of its own, made of letters, as digits may be masked. */
export function uniqueText(question = QUESTIONS[randomInt(QUESTIONS.length)]): string {
  const word = Array.from({ length: OWN_WORD_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return `${question} ${word}`
}

export function letter(more: Partial<Letter> = {}): Letter {
  return { id: randomUUID(), conversation: randomUUID(), text: uniqueText(), ...more }
}

/** One attempt to deliver it. Status 0 when no answer came. */
export async function send({ address, hand, history }: Office, letter: Letter): Promise<Answer> {
  const { id, conversation, text } = letter
  history.add({ kind: 'sent', id, conversation, text })
  const answer = await hand(address(), letter, AbortSignal.timeout(PATIENCE_MS)).catch(
    (error: unknown): Answer => ({ status: 0, headers: new Headers(), text: String(error), activities: [] }),
  )
  const isTaken = answer.status >= 200 && answer.status < 300
  if (isTaken) history.add({ kind: 'acked', id })
  else history.add({ kind: 'refused', id, status: answer.status, body: answer.text })
  return answer
}

/** As a channel does: again and again, with the same id, until it is acknowledged. */
export async function deliver(office: Office, to: Letter): Promise<Answer> {
  for (;;) {
    const answer = await send(office, to)
    if (answer.status >= 200 && answer.status < 300) return answer
    await pause(PAUSE_BEFORE_REPEAT_MS)
  }
}

export type Load = {
  /** Resolves once everybody's last message is acknowledged. */
  readonly stop: () => Promise<void>
}

/** So many citizens write one message after another, each a new conversation now and then, and now and then a secret. */
export function startLoad(office: Office, citizens: number, pauseMs: number, messagesEach = 12): Load {
  let isStopped = false
  async function talk(): Promise<void> {
    while (!isStopped) {
      const conversation = randomUUID()
      for (let index = 0; index < messagesEach && !isStopped; index++) {
        await deliver(office, letter({ conversation, text: nowAndThenSecret(uniqueText(), index) }))
        await pause(randomInt(2 * pauseMs + 1))
      }
    }
  }
  const talking = Promise.all(Array.from({ length: citizens }, talk))
  return {
    async stop() {
      isStopped = true
      await talking
    },
  }
}

function nowAndThenSecret(text: string, index: number): string {
  if (index === 3) return withSecret(text, 'pesel')
  return index === 7 ? withSecret(text, 'iban') : text
}
