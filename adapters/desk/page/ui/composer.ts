import { html, LitElement, nothing } from 'lit'
import { findAsTyped } from '../../../../dialogs/personal-data/find-as-typed.ts'
import type { Draft } from '../model/drafts.ts'
import { icon } from './icons.ts'
import { TEXTS } from './texts.ts'

/** The server takes no longer messages. */
const MOST_CHARACTERS = 2000

/** Where a clerk writes. Dispatches `draft` with what is written, and `send`. A draft is nobody's but the conversation's. */
export class DeskComposer extends LitElement {
  static override properties = { draft: { attribute: false }, mayReply: { attribute: false } }

  declare draft: Pick<Draft, 'kind' | 'text'>
  /** The clerk has the conversation; otherwise notes alone can be added. */
  declare mayReply: boolean

  constructor() {
    super()
    this.draft = { kind: 'reply', text: '' }
    this.mayReply = false
  }

  /** Styled by the page that it is part of. */
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override focus(): void {
    this.field?.focus()
  }

  override render() {
    const { kind } = this
    const { text } = this.draft
    const over = text.length - MOST_CHARACTERS
    const found = findAsTyped(text.slice(0, MOST_CHARACTERS), [])
    return html`<form class="composer ${kind}" @submit=${this.submit} novalidate>
      <div class="kinds" role="group" aria-label=${TEXTS.write}>
        ${this.mayReply ? this.kindButton('reply', TEXTS.asReply) : nothing} ${this.kindButton('note', TEXTS.asNote)}
      </div>
      <label for="reply">${kind === 'note' ? TEXTS.writeNote : TEXTS.write}</label>
      <textarea
        id="reply"
        rows="3"
        spellcheck="true"
        autocomplete="off"
        aria-describedby="reply-hint reply-problem"
        aria-invalid=${over > 0 ? 'true' : 'false'}
        .value=${text}
        @input=${this.typed}
        @keydown=${this.pressed}
      ></textarea>
      <div class="send">
        <p id="reply-hint" class="hint">${TEXTS.sendHint}</p>
        <button class="main" type="submit">${kind === 'note' ? TEXTS.keepNote : TEXTS.send}</button>
      </div>
      <div id="reply-problem" role="status">
        ${over > 0 ? html`<p class="mark late">${icon('warning')}${TEXTS.tooLong(over)}</p>` : nothing}
        ${
          found.length > 0
            ? html`<p class="mark late">${icon('warning')}${TEXTS.found(found.map(each => each.kind))}</p>`
            : nothing
        }
      </div>
    </form>`
  }

  private get kind(): Draft['kind'] {
    return this.mayReply ? this.draft.kind : 'note'
  }

  private get field(): HTMLTextAreaElement | null {
    return this.querySelector('textarea')
  }

  private kindButton(kind: Draft['kind'], words: string) {
    return html`<button
      class="option"
      type="button"
      aria-pressed=${this.kind === kind ? 'true' : 'false'}
      @click=${() => this.change({ kind, text: this.draft.text })}
    >
      ${words}
    </button>`
  }

  private typed(event: Event): void {
    this.change({ kind: this.kind, text: (event.target as HTMLTextAreaElement).value })
  }

  private change(draft: Pick<Draft, 'kind' | 'text'>): void {
    this.dispatchEvent(new CustomEvent('draft', { detail: draft }))
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) this.submit(event)
  }

  private submit(event: Event): void {
    event.preventDefault()
    const { text } = this.draft
    if (text.trim() !== '' && text.length <= MOST_CHARACTERS) {
      // What was begun as a reply that may not be sent any more becomes the note that the field says it is.
      if (this.kind !== this.draft.kind) this.change({ kind: this.kind, text })
      this.dispatchEvent(new CustomEvent('send'))
    }
    this.focus()
  }
}
