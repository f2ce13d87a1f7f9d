import { html, nothing, type TemplateResult } from 'lit'
import { myIdOf, type OpenState } from '../model/desk-state.ts'
import type { Written } from '../model/drafts.ts'
import { problemBanner, unreachedBanner } from './banners.ts'
import { conversationHead, isMine } from './conversation-head.ts'
import type { PageParts } from './page-parts.ts'
import { TEXTS } from './texts.ts'

/** The open conversation: whose it is, what was said, and where the clerk writes. */
export function conversationView(parts: PageParts): TemplateResult {
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
  { desk, now, model, acts }: PageParts,
): TemplateResult {
  const myId = myIdOf(desk)
  return html`
    ${conversationHead({
      conversation,
      myId,
      isSupervisor: desk.me?.person.roles.includes('supervisor') ?? false,
      take: () => void acts.run({ kind: 'take', isForced: false }),
      show: acts.show,
      close: acts.close,
    })}
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
