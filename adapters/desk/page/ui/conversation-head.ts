import { html, nothing, type TemplateResult } from 'lit'
import type { ListedConversation } from '../../wire.ts'
import type { DialogKind } from './dialog-kind.ts'
import { icon } from './icons.ts'
import { TEXTS } from './texts.ts'
import { topicWords } from './topic-words.ts'

export type HeadParts = {
  readonly conversation: ListedConversation
  readonly myId: string
  readonly isSupervisor: boolean
  readonly take: () => void
  readonly show: (dialog: DialogKind) => void
  readonly close: () => void
}

/** Whose conversation it is, and what can be done with it now. */
export function conversationHead(parts: HeadParts): TemplateResult {
  const { conversation, close } = parts
  return html`<div class="head">
    <div>
      <h2 tabindex="-1" id="conversation-heading">
        ${topicWords(conversation)} <span class="hint">${TEXTS.number(conversation.number)}</span>
      </h2>
      <p class="hint">${stateText(parts)}</p>
    </div>
    <button class="square" type="button" aria-label=${TEXTS.closeConversation} @click=${close}>${icon('close')}</button>
    <div class="deeds">${deeds(parts)}</div>
  </div>`
}

export function isMine({ clerk, kind }: ListedConversation, myId: string): boolean {
  return kind === 'clerk' && clerk?.id === myId
}

function stateText({ conversation, myId }: HeadParts): string {
  if (isMine(conversation, myId)) return TEXTS.state.mine
  if (conversation.kind === 'clerk') return TEXTS.heldBy(conversation.clerk?.name ?? '')
  return TEXTS.state[conversation.kind]
}

function deeds({ conversation, myId, isSupervisor, take, show }: HeadParts) {
  if (isMine(conversation, myId)) {
    return html`
      <button class="quiet" type="button" @click=${() => show('pass-on')}>${TEXTS.passOn}</button>
      <button class="quiet" type="button" @click=${() => show('return-to-bot')}>${TEXTS.returnToBot}</button>
      <button class="quiet" type="button" @click=${() => show('make-ticket')}>${TEXTS.makeTicket}</button>
      <button class="quiet" type="button" @click=${() => show('end')}>${TEXTS.end}</button>
    `
  }
  switch (conversation.kind) {
    case 'queue':
      return html`<button class="main" type="button" @click=${take}>${TEXTS.take}</button>`
    case 'ticket':
      return html`<button class="main" type="button" @click=${take}>${TEXTS.takeTicket}</button>`
    case 'clerk':
      return isSupervisor
        ? html`<button class="quiet" type="button" @click=${() => show('take-over')}>
            ${TEXTS.takeOver(conversation.clerk?.name ?? '')}
          </button>`
        : nothing
    case 'bot':
      return nothing
  }
}
