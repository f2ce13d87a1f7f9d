import { html, nothing, type TemplateResult } from 'lit'
import { type IconName, icon } from './icons.ts'
import { TEXTS } from './texts.ts'

/** The button that opens the chat, with the number of messages that came since. */
export function launcherView(name: string, unread: number, isOpen: boolean, open: () => void): TemplateResult {
  return html`<button
    class="launcher"
    type="button"
    aria-label=${unread > 0 ? `${name}, ${TEXTS.unread(unread)}` : nothing}
    aria-expanded=${isOpen ? 'true' : 'false'}
    aria-controls="panel"
    ?hidden=${isOpen}
    @click=${open}
  >
    ${icon('chat')}<span>${name}</span>${unread > 0 ? html`<span class="count">${unread}</span>` : nothing}
  </button>`
}

/** `close` is absent where the chat is the page. */
export type HeadActions = {
  readonly button: { readonly name: string; readonly icon: IconName; readonly press: () => void }
  readonly close: (() => void) | undefined
  /** Who answers. Absent in sheets. */
  readonly says?: string
  /** Absent in sheets. */
  readonly person?: PersonButton | null
}

/** The head of the conversation, which says who answers; or of a sheet, which does not. */
export function headView(heading: string, { button, close, says, person }: HeadActions): TemplateResult {
  const head = square('head-button', button.name, button.icon, button.press)
  return html`<div class="head ${button.icon}">
    ${button.icon === 'back' ? head : nothing}
    <div>
      <h2 tabindex="-1">${heading}</h2>
      ${says === undefined ? nothing : html`<p>${says}</p>`}
      ${person ? personView('low', person) : nothing}
    </div>
    ${button.icon === 'back' ? nothing : head} ${close ? square('close', TEXTS.close, 'close', close) : nothing}
  </div>`
}

/** The way to a person, or out of the queue for one. */
export type PersonButton = { readonly words: string; readonly press: () => void }

/** Always in view: below the messages, or in a `low` window in the head. The style sheet shows one of them. */
export function personView(place: 'high' | 'low', person: PersonButton | null): TemplateResult | typeof nothing {
  if (person === null) return nothing
  return html`<button class="person ${place}" type="button" @click=${person.press}>${icon('person')}${person.words}</button>`
}

/** In place of the field once the conversation is over. `undo`: where that can be taken back. */
export function endView(text: string, startAnew: () => void, undo?: () => void): TemplateResult {
  return html`<div class="end" role="status">
    <p>${text}</p>
    <button class="main" type="button" @click=${startAnew}>${TEXTS.startAnew}</button>
    ${undo ? html`<button class="quiet" type="button" @click=${undo}>${TEXTS.undoFinish}</button>` : nothing}
  </div>`
}

function square(id: string, name: string, sign: IconName, press: () => void): TemplateResult {
  return html`<button class="square" id=${id} type="button" aria-label=${name} title=${name} @click=${press}>${icon(sign)}</button>`
}
