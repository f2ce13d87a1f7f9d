import { html, LitElement, nothing } from 'lit'
import type { MessageLanguage } from '../../wire.ts'
import { EMPTY_DRAFT, type Written } from '../model/drafts.ts'
import { adviceOn } from './advice-on.ts'
import { icon } from './icons.ts'
import { TEXTS } from './texts.ts'

/** The server takes no longer messages. */
const MOST_CHARACTERS = 2000
const LANGUAGES = ['pl', 'uk', 'en', 'de'] as const satisfies readonly MessageLanguage[]

/** Where a clerk writes. Dispatches `draft` with what is written, and `send`. A draft is nobody's but the conversation's. */
export class DeskComposer extends LitElement {
  static override properties = { draft: { attribute: false }, mayReply: { attribute: false } }

  declare draft: Written
  /** The clerk has the conversation; otherwise notes alone can be added. */
  declare mayReply: boolean

  constructor() {
    super()
    this.draft = EMPTY_DRAFT
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
    const { text, language } = this.draft
    const over = text.length - MOST_CHARACTERS
    const isReply = kind === 'reply'
    const advice = [
      ...(over > 0 ? [TEXTS.tooLong(over)] : []),
      ...adviceOn(text.slice(0, MOST_CHARACTERS), isReply ? language : null),
    ]
    return html`<form class="composer ${kind} ${this.mayReply ? '' : 'only'}" @submit=${this.submit} novalidate>
      ${this.mayReply ? this.kindsPart(isReply, language) : nothing}
      <label for="reply">${isReply ? TEXTS.write : TEXTS.writeNote}</label>
      <textarea
        id="reply"
        rows=${this.mayReply ? 3 : 1}
        spellcheck="true"
        lang=${isReply ? language : 'pl'}
        autocomplete="off"
        aria-describedby="reply-hint reply-problem"
        aria-invalid=${over > 0 ? 'true' : 'false'}
        .value=${text}
        @input=${this.typed}
        @keydown=${this.pressed}
      ></textarea>
      <div class="send">
        <p id="reply-hint" class="hint">${isReply ? TEXTS.sendHint : TEXTS.keepHint}</p>
        <button class=${this.mayReply ? 'main' : 'quiet'} type="submit">${isReply ? TEXTS.send : TEXTS.keepNote}</button>
      </div>
      <div id="reply-problem" role="status">
        ${advice.map(each => html`<p class="mark late">${icon('warning')}<span>${each}</span></p>`)}
      </div>
    </form>`
  }

  private get kind(): Written['kind'] {
    return this.mayReply ? this.draft.kind : 'note'
  }

  private get field(): HTMLTextAreaElement | null {
    return this.querySelector('textarea')
  }

  /** Whoever may add notes alone has nothing to choose. */
  private kindsPart(isReply: boolean, language: MessageLanguage) {
    return html`<div class="kinds" role="group" aria-label=${TEXTS.write}>
      ${this.kindButton('reply', TEXTS.asReply)} ${this.kindButton('note', TEXTS.asNote)}
      ${isReply ? this.languagePart(language) : nothing}
    </div>`
  }

  /** So that spelling is checked, and read aloud, in the language that it is written in (C11). */
  private languagePart(language: MessageLanguage) {
    return html`<label class="aloud" for="language">${TEXTS.language}</label>
      <select id="language" class="language" @change=${this.languageChosen}>
        ${LANGUAGES.map(
          each =>
            html`<option value=${each} lang=${each} ?selected=${each === language}>${TEXTS.languages[each]}</option>`,
        )}
      </select>`
  }

  private languageChosen(event: Event): void {
    const language = LANGUAGES.find(each => each === (event.target as HTMLSelectElement).value) ?? 'pl'
    this.change({ language })
  }

  private kindButton(kind: Written['kind'], words: string) {
    return html`<button
      class="option"
      type="button"
      aria-pressed=${this.kind === kind ? 'true' : 'false'}
      @click=${() => this.change({ kind })}
    >
      ${words}
    </button>`
  }

  private typed(event: Event): void {
    this.change({ kind: this.kind, text: (event.target as HTMLTextAreaElement).value })
  }

  private change(change: Partial<Written>): void {
    const { kind, text, language } = { ...this.draft, ...change }
    this.dispatchEvent(new CustomEvent<Written>('draft', { detail: { kind, text, language } }))
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) this.submit(event)
  }

  private submit(event: Event): void {
    event.preventDefault()
    const { text } = this.draft
    if (text.trim() !== '' && text.length <= MOST_CHARACTERS) {
      // What was begun as a reply that may not be sent any more becomes the note that the field says it is.
      if (this.kind !== this.draft.kind) this.change({ kind: this.kind })
      this.dispatchEvent(new CustomEvent('send'))
    }
    this.focus()
  }
}
