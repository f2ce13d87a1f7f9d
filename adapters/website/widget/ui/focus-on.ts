import type { LitElement } from 'lit'

/** Where the citizen writes. */
export const FIELD = 'office-chat-composer textarea'

/** Gives the focus to a part of the chat once it is drawn. */
export function focusOn(chat: LitElement, selector: string): void {
  void chat.updateComplete.then(() => chat.renderRoot.querySelector<HTMLElement>(selector)?.focus())
}
