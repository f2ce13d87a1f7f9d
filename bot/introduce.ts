import { greet } from '../dialogs/say.ts'
import type { ConversationState } from './conversation.ts'
import { notice } from './say-desk.ts'
import type { Setting } from './setting.ts'
import type { ExplainedReply, Turn } from './turn.ts'

/** After so long a citizen is told again that no person answers. */
const LONG_PAUSE_MS = 24 * 60 * 60_000

/**
 * Says what speaks before it says anything else for the first time, whatever that is (P01), and again to whoever may have
 * forgotten it. A clerk's conversation is left alone.
 */
export function introduce(before: ConversationState, turn: Turn, setting: Setting): Turn {
  const { state, replies } = turn
  if (before.owner.kind === 'clerk' || !replies.some(isForCitizen)) return turn
  if (!state.isGreeted) {
    return { ...turn, state: { ...state, isGreeted: true }, replies: [greeting(setting), ...replies] }
  }
  if (!isAfterPause(before, setting)) return turn
  return { ...turn, replies: [notice([setting.phrases.stillAutomatic]), ...replies] }
}

export function greeting({ knowledge, phrases }: Pick<Setting, 'knowledge' | 'phrases'>): ExplainedReply {
  return { reply: greet(knowledge, phrases), explanation: null }
}

/** Whoever is greeted now needs no more. */
function isAfterPause({ isGreeted, heardAt }: ConversationState, { now }: Setting): boolean {
  return isGreeted && heardAt !== null && now.getTime() - heardAt.getTime() > LONG_PAUSE_MS
}

function isForCitizen({ isForClerks = false }: ExplainedReply): boolean {
  return !isForClerks
}
