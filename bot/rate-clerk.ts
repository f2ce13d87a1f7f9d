import type { ConversationState } from './conversation.ts'
import { withChoices } from './hand-over.ts'
import { actChoice, notice } from './say-desk.ts'
import type { Setting } from './setting.ts'
import type { Turn } from './turn.ts'

/** Keeps what the citizen thinks of the clerk, once. */
export function rateClerk(
  before: ConversationState,
  stars: number,
  comment: string | null,
  { phrases }: Setting,
): Turn {
  const clerk = before.rates
  const replies = [notice([phrases.desk.rated])]
  if (!clerk) return { state: before, replies }
  return { state: { ...withChoices(before, []), rates: null }, replies, clerkRated: { clerk, stars, comment } }
}

/** Where there is no form, a sentence can be added afterwards. */
export function rateByChoice(before: ConversationState, stars: number, setting: Setting): Turn {
  const turn = rateClerk(before, stars, null, setting)
  if (!turn.clerkRated) return turn
  const { desk } = setting.phrases
  const choices = [actChoice('add-comment', setting.phrases)]
  return { ...turn, state: withChoices(turn.state, choices), replies: [notice([desk.rated, desk.mayComment], choices)] }
}

export function askComment(before: ConversationState, { phrases }: Setting): Turn {
  const choices = [actChoice('skip-comment', phrases)]
  return { state: withChoices(before, choices), replies: [notice([phrases.desk.askComment], choices)] }
}

/** Whether the next words are about the clerk: nothing else was said since they were asked for. */
export function isCommentExpected({ memory }: ConversationState): boolean {
  return memory.choices.some(({ pick }) => pick.kind === 'desk' && pick.act === 'skip-comment')
}

export function commentTurn(before: ConversationState, { phrases }: Setting): Turn {
  return { state: withChoices(before, []), replies: [notice([phrases.desk.commented])], isAboutClerk: true }
}
