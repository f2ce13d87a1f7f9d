import { html, nothing, type TemplateResult } from 'lit'
import type { DeskModel } from '../model/desk-model.ts'
import type { DeskPageState, OpenState } from '../model/desk-state.ts'
import type { Written } from '../model/drafts.ts'
import { problemBanner, unreachedBanner } from './banners.ts'
import { conversationHead, isMine } from './conversation-head.ts'
import type { DialogKind } from './dialogs.ts'
import { TEXTS } from './texts.ts'

export type ConversationParts = {
  readonly desk: DeskPageState
  readonly model: DeskModel
  readonly myId: string
  readonly now: number
  readonly take: () => void
  readonly show: (dialog: DialogKind) => void
  readonly close: () => void
}

/** The open conversation: whose it is, what was said, and where the clerk writes. */
export function conversationView(parts: ConversationParts): TemplateResult {
  const { desk, model } = parts
  const problem = problemBanner(desk, model.dismiss)
  return desk.open
    ? openView(desk.open, problem, parts)
    : html`${problem}
        <div class="nothing">
          <p><b>${TEXTS.nothingOpen}</b></p>
          <p class="hint">${TEXTS.nothingOpenHint}</p>
        </div>`
}

function openView(
  { conversation, draft, messages, revealed, isCitizenTyping }: OpenState,
  problem: TemplateResult,
  { desk, model, myId, now, take, show, close }: ConversationParts,
): TemplateResult {
  const isSupervisor = desk.me?.person.roles.includes('supervisor') ?? false
  return html`
    ${conversationHead({ conversation, myId, isSupervisor, take, show, close })}
    ${conversation.isUndelivered ? unreachedBanner(() => void model.settle()) : nothing}
    <desk-log
      .conversationId=${conversation.conversationId}
      .messages=${messages}
      .revealed=${revealed}
      .reveal=${(seq: number) => void model.reveal(seq)}
      .isCitizenTyping=${isCitizenTyping}
      .isSending=${draft.unsent.length > 0}
      .now=${now}
    ></desk-log>
    ${problem}
    <desk-composer
      .draft=${draft}
      .mayReply=${isMine(conversation, myId)}
      @draft=${(event: CustomEvent<Written>) => model.draft(event.detail)}
      @send=${model.send}
    ></desk-composer>
  `
}
