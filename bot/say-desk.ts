import type { Choice, DeskAct } from '../dialogs/choice.ts'
import type { ForeignLanguage } from '../dialogs/foreign-language.ts'
import { openingInWords } from '../dialogs/opening-in-words.ts'
import type { Phrases } from '../dialogs/phrases.ts'
import { paragraph } from '../dialogs/reply.ts'
import type { Availability } from './availability.ts'
import type { Clerk } from './desk-state.ts'
import type { ExplainedReply } from './turn.ts'

/** What the assistant tells about persons, as it is to be read. */
export function notice(texts: readonly string[], choices: readonly Choice[] = []): ExplainedReply {
  return { reply: { blocks: texts.map(paragraph), choices }, explanation: null }
}

/** Asks what the citizen thinks of the clerk. */
export function askAboutClerk(texts: readonly string[], phrases: Phrases): ExplainedReply {
  const choices = RATING_CHOICES.map(act => actChoice(act, phrases))
  const { reply } = notice([...texts, phrases.desk.askRating], choices)
  return { reply: { ...reply, asksAboutClerk: true }, explanation: null }
}

/** What clerks alone are told, in the conversation's history. */
export function noticeForClerks(text: string): ExplainedReply {
  return { ...notice([text]), isForClerks: true }
}

/** A clerk's own words. */
export function wordsOf({ id, name }: Clerk, text: string, language?: ForeignLanguage): ExplainedReply {
  const { reply, explanation } = notice(text.split(/\n{2,}/).filter(Boolean))
  return { reply: language ? { ...reply, language } : reply, explanation, by: { id, name } }
}

export function actChoice(act: DeskAct, phrases: Phrases): Choice {
  return { label: phrases.desk.acts[act], pick: { kind: 'desk', act } }
}

export const ANSWER_CHOICES = ['answer-by-chat', 'answer-by-e-mail', 'answer-by-phone'] as const
export const RATING_CHOICES = ['rate-1', 'rate-2', 'rate-3', 'rate-4', 'rate-5'] as const

/** What will happen to whoever accepts an offer, said before it happens. */
export function offerOf(availability: Availability, now: Date, phrases: Phrases): { text: string; choices: Choice[] } {
  const { desk } = phrases
  const decline = actChoice('decline-offer', phrases)
  switch (availability.kind) {
    case 'free':
      return { text: desk.offerFree, choices: [actChoice('accept-offer', phrases), decline] }
    case 'busy': {
      const text = desk.offerQueue(availability.place, availability.minutes)
      return { text, choices: [actChoice('accept-offer', phrases), decline] }
    }
    case 'absent':
    case 'closed': {
      const accept: Choice = { label: desk.acceptTicket, pick: { kind: 'desk', act: 'accept-offer' } }
      return { text: desk.offerTicket(openingOf(availability, now, phrases)), choices: [accept, decline] }
    }
  }
}

/** When a person answers next, in words; nothing where nobody knows. */
export function openingOf(availability: Availability, now: Date, { desk }: Phrases): string | null {
  const opens = availability.kind === 'closed' ? availability.opens : null
  return opens && openingInWords(opens, now, desk)
}
