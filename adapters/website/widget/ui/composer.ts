import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { findAsTyped } from '../../../../dialogs/personal-data/find-as-typed.ts'
import type { Finding } from '../../../../dialogs/personal-data/finding.ts'
import { typeset } from '../../rich-text.ts'
import { createKept } from '../chat/kept.ts'
import { icon } from './icons.ts'
import { TEXTS } from './texts.ts'

/** The server takes no longer messages. */
const MOST_CHARACTERS = 2000
/** From here on the citizen sees how much is left. */
const COUNTED_FROM = 0.8 * MOST_CHARACTERS
/** A screen reader hears what is left once in so many characters. */
const SAID_EVERY = 100
/** Who presses twice in this time means it once. */
const TWICE_WITHIN_MS = 800

/** The field for a message. Dispatches `typing`, and `message` with the text; the field is then empty. */
export class Composer extends LitElement {
  static override properties = {
    placeholder: {},
    allowed: { attribute: false },
    text: { state: true },
    problem: { state: true },
    isAsked: { state: true },
    note: { state: true },
  }

  declare placeholder: string
  /** Phones, e-mails and accounts of the office, which are nobody's personal data. */
  declare allowed: readonly string[]
  declare private text: string
  /** Why it was not sent, with a way to mend it. */
  declare private problem: string
  /** The citizen tried to send personal data, and has not decided yet. */
  declare private isAsked: boolean
  declare private note: string

  /** What is in the field, in this tab: over a reload, and on the next page. */
  readonly #draft = createKept<string>('office-chat-draft', () => sessionStorage)
  #sentAt = Number.NEGATIVE_INFINITY

  constructor() {
    super()
    this.placeholder = TEXTS.placeholder
    this.allowed = []
    this.text = this.#draft.read() ?? ''
    this.problem = ''
    this.isAsked = false
    this.note = ''
  }

  /** Styled by the chat that it is part of. */
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override focus(): void {
    this.#field?.focus()
  }

  override render() {
    const findings = this.#findings
    const left = MOST_CHARACTERS - this.text.length
    const isCounted = this.text.length >= COUNTED_FROM && left >= 0
    const said = this.note || (isCounted ? TEXTS.left(left) : '')
    const problem = this.problem === '' && left < 0 ? TEXTS.tooLong(-left) : this.problem
    return html`
      <form @submit=${this.#submit} novalidate>
        <div role="status">${findings.length > 0 ? this.#warning(findings) : nothing}</div>
        <label for="field">${TEXTS.field}</label>
        <div class="row">
          <textarea
            id="field"
            rows="1"
            autocomplete="off"
            spellcheck="true"
            enterkeyhint="send"
            placeholder=${this.placeholder}
            aria-describedby="problem hint"
            aria-invalid=${problem === '' ? 'false' : 'true'}
            .value=${this.text}
            @input=${this.#typed}
            @keydown=${this.#pressed}
          ></textarea>
          <button class="main" type="submit" @click=${onceOnly}>${icon('send')}<span>${TEXTS.send}</span></button>
        </div>
        <p id="problem" class="note bad" role="alert">${problem}</p>
        <p id="hint" class="note hint ${said === '' ? 'idle' : ''}">${said || TEXTS.hint}</p>
        <p class="aloud" role="status">${this.note || (isCounted ? TEXTS.left(roundedUp(left)) : '')}</p>
      </form>
    `
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('text')) return
    this.#fit()
    if (this.text === '') this.#draft.remove()
    else this.#draft.write(this.text)
  }

  /** The conversation is over. */
  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#draft.remove()
  }

  #warning(findings: readonly Finding[]) {
    return html`<div class="warning">
      <p>${icon('warning')}<span>${typeset(TEXTS.found(findings.map(finding => finding.kind)))}</span></p>
      <div class="buttons">
        <button class="quiet" type="button" @click=${this.#removeFound}>${TEXTS.remove}</button>
        ${this.isAsked ? html`<button class="quiet" type="button" @click=${this.#send}>${TEXTS.sendAnyway}</button>` : nothing}
      </div>
    </div>`
  }

  get #findings(): readonly Finding[] {
    return findAsTyped(this.text.slice(0, MOST_CHARACTERS), this.allowed)
  }

  get #field(): HTMLTextAreaElement | null {
    return this.querySelector('textarea')
  }

  #typed(event: Event): void {
    this.dispatchEvent(new CustomEvent('typing'))
    this.text = (event.target as HTMLTextAreaElement).value
    this.problem = ''
    this.note = ''
    this.isAsked = false
  }

  /** A dictated or composed word ends with Enter too, which sends nothing. */
  #pressed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    this.#submit(event)
  }

  #submit(event: Event): void {
    event.preventDefault()
    if (this.text.trim() === '') this.problem = performance.now() - this.#sentAt < TWICE_WITHIN_MS ? '' : TEXTS.empty
    else if (this.text.length > MOST_CHARACTERS) return
    else if (this.#findings.length > 0) this.isAsked = true
    else this.#send()
    this.focus()
  }

  #send(): void {
    this.#sentAt = performance.now()
    this.dispatchEvent(new CustomEvent('message', { detail: this.text.trim() }))
    this.text = ''
    this.isAsked = false
    this.focus()
  }

  #removeFound(): void {
    for (const { start, end } of this.#findings.toReversed()) {
      this.text = `${this.text.slice(0, start).trimEnd()} ${this.text.slice(end).trimStart()}`.trim()
    }
    this.note = TEXTS.removed
    this.isAsked = false
    this.focus()
  }

  /** As high as its text, within what the style sheet allows. */
  #fit(): void {
    const field = this.#field
    if (!field) return
    field.style.height = ''
    if (this.text === '') return
    field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`
  }
}

/** The second click of two was meant for what was there at the first, such as the button that opened the chat. */
function onceOnly(event: MouseEvent): void {
  if (event.detail > 1) event.preventDefault()
}

function roundedUp(left: number): number {
  return Math.ceil(left / SAID_EVERY) * SAID_EVERY
}
