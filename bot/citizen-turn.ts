import { decide, MAX_CHARACTERS } from '../dialogs/decide.ts'
import type { Memory } from '../dialogs/memory.ts'
import { dayInWarsaw } from '../dialogs/office-time.ts'
import type { Outcome } from '../dialogs/outcome.ts'
import type { Phrases } from '../dialogs/phrases.ts'
import { pickedChoice } from '../dialogs/pick-option.ts'
import { list, paragraph, type Reply } from '../dialogs/reply.ts'
import { say } from '../dialogs/say.ts'
import { sayNotHelped } from '../dialogs/say-not-helped.ts'
import { words } from '../knowledge/polish/words.ts'
import type { KnowledgeSnapshot } from '../knowledge/snapshot.ts'
import { contactIn, contactTurn, isContactMissing, noContactTurn } from './contact-turn.ts'
import { type ConversationState, staysOpen } from './conversation.ts'
import { greeting } from './introduce.ts'
import { withOffer, withPerson } from './offer-person.ts'
import { commentTurn, isCommentExpected } from './rate-clerk.ts'
import { remember } from './remember.ts'
import { notice, noticeForClerks } from './say-desk.ts'
import type { Setting } from './setting.ts'
import type { Rated, Turn } from './turn.ts'
import { askForPerson, chooseTurn } from './waiting-turn.ts'

/** Greets the citizen who joined, once. */
export function joinedTurn(before: ConversationState, knowledge: KnowledgeSnapshot, phrases: Phrases): Turn {
  if (before.isGreeted) return { state: before, replies: [] }
  return { state: { ...before, isGreeted: true }, replies: [greeting({ knowledge, phrases })] }
}

/** Answers a message. `original`: the text before masking, where that was kept. */
export function wroteTurn(
  before: ConversationState,
  text: string,
  setting: Setting,
  original: string | null = null,
): Turn {
  const { knowledge, phrases } = setting
  if (text.trim() === '') return { state: before, replies: [] }
  const { memory } = before
  const picked = pickedChoice({ words: words(text), memory })
  if (picked?.pick.kind === 'desk') return chooseTurn(before, picked.pick.act, setting)

  const decision = decide(text, memory, knowledge, setting.heardLanguage)
  const given = givenTurn(before, text, decision.outcome, setting, original)
  if (given) return given
  const explanation = { question: text, knowledgeVersion: knowledge.version, decision }
  const { state, replies } = answered(before, decision.outcome, setting)
  return {
    state,
    replies: replies.map(({ reply }, index) => ({
      reply: index === 0 && text.length > MAX_CHARACTERS ? withNoticeOfCut(reply, phrases) : reply,
      explanation: index === 0 ? explanation : null,
    })),
  }
}

/** Takes what was asked for, a contact or a sentence about a clerk. Nothing where it was not, or where a danger comes first. */
function givenTurn(
  before: ConversationState,
  text: string,
  outcome: Outcome,
  setting: Setting,
  original: string | null,
): Turn | undefined {
  if (isUrgent(outcome)) return undefined
  const contact = contactIn(before, original, setting)
  if (contact !== undefined) return contactTurn(before, contact, setting)
  if (isContactMissing(before, text, outcome)) return noContactTurn(before, setting)
  return isCommentExpected(before) && !isWish(outcome) ? commentTurn(before, setting) : undefined
}

/** What the assistant says to an outcome, and what follows from it for whoever waits for a person. */
function answered(before: ConversationState, outcome: Outcome, setting: Setting): Turn {
  if (isWish(outcome) && setting.desk.isStaffed) return askForPerson(before, setting)
  const { knowledge, now, phrases } = setting
  const { memory } = before
  const said = say(outcome, { knowledge, phrases, today: dayInWarsaw(now), declines: memory.declines })
  const asking = asksIfHelpful(outcome, memory) ? { ...said, asksIfHelpful: true } : said
  const { reply, owner } = withPerson(before, outcome, asking, setting)
  return {
    state: { ...before, owner, memory: remember(memory, outcome, reply) },
    replies: [{ reply, explanation: null }],
  }
}

/** Keeps what came faster than is answered. The citizen learns so, and can pick what was offered before; danger is answered. */
export function hastyTurn(before: ConversationState, text: string, haste: 'told' | 'untold', setting: Setting): Turn {
  const { outcome } = decide(text, before.memory, setting.knowledge)
  if (isUrgent(outcome)) return wroteTurn(before, text, setting)
  const replies = haste === 'told' ? [notice([setting.phrases.tooFast], before.memory.choices)] : []
  return { state: before, replies }
}

/** Notes whether an answer helped. Where it did not, says what else can be asked; the second time leads to a person. */
export function ratedTurn(before: ConversationState, { seq, isHelpful }: Rated, setting: Setting): Turn {
  const { knowledge, phrases } = setting
  const rated = { seq, isHelpful }
  const { memory } = before
  if (isHelpful) return { state: { ...before, memory: { ...memory, unhelpful: 0 } }, replies: [], rated }
  const said = sayNotHelped(memory, knowledge, phrases)
  const { reply, owner } =
    memory.unhelpful > 0 ? withOffer(before, memory.topic, said, setting) : { reply: said, owner: before.owner }
  const after: Memory = { ...memory, choices: reply.choices, unhelpful: memory.unhelpful + 1 }
  return { state: { ...before, owner, memory: after }, replies: [{ reply, explanation: null }], rated }
}

/**
 * Says that files are not read. What was offered before can still be picked. Where a person is to answer, they find the links;
 * otherwise nobody needs them, and they are not kept.
 */
export function sentFileTurn(before: ConversationState, phrases: Phrases, links?: readonly string[]): Turn {
  const { choices } = before.memory
  if (links && staysOpen(before)) {
    const forClerks = noticeForClerks(phrases.desk.forClerks.sentLinks(links))
    return { state: before, replies: [notice([phrases.desk.clerkWillSeeFiles], choices), forClerks] }
  }
  return { state: before, replies: [notice([phrases.onlyWords], choices)] }
}

/** Says that a message could not be answered, and how to reach the office. Never throws: it ends what throws. */
export function giveUpTurn(before: ConversationState, knowledge: KnowledgeSnapshot, phrases: Phrases): Turn {
  const { label, items } = phrases.contact(knowledge.office)
  const reply: Reply = { blocks: [paragraph(phrases.failed), ...list(label, items)], choices: [] }
  return { state: before, replies: [{ reply, explanation: null }], isGivenUp: true }
}

/** Refuses a conversation of several people, once. */
export function groupTurn(before: ConversationState, phrases: Phrases): Turn {
  if (before.isGroupRefused) return { state: before, replies: [] }
  const reply: Reply = { blocks: [paragraph(phrases.onlyOnePerson)], choices: [] }
  return { state: { ...before, isGroupRefused: true }, replies: [{ reply, explanation: null }] }
}

function withNoticeOfCut(reply: Reply, phrases: Phrases): Reply {
  return { ...reply, blocks: [...reply.blocks, paragraph(phrases.cut(MAX_CHARACTERS))] }
}

function isWish(outcome: Outcome): boolean {
  return outcome.kind === 'handoff' && outcome.reason === 'asked-for-person'
}

function isUrgent(outcome: Outcome): boolean {
  return outcome.kind === 'handoff' && outcome.reason === 'emergency'
}

/** Once for each topic. */
function asksIfHelpful(outcome: Outcome, { ratingAsked }: Memory): boolean {
  return outcome.kind === 'answer' && !ratingAsked.includes(outcome.topic)
}
