import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { DeskMessage } from '../../wire.ts'
import { isSameSpeaker, messageView } from './message-view.ts'
import { TEXTS } from './texts.ts'

/** Nearer to the end than this is at the end. */
const AT_END_PX = 48

/** The open conversation; the one live log of the page. Whoever reads further up is not torn away. */
export class MessageLog extends LitElement {
  static override properties = {
    conversationId: { attribute: false },
    messages: { attribute: false },
    revealed: { attribute: false },
    reveal: { attribute: false },
    isCitizenTyping: { attribute: false },
    isSending: { attribute: false },
    now: { attribute: false },
    hasNewBelow: { state: true },
  }

  declare conversationId: string
  declare messages: readonly DeskMessage[]
  declare revealed: ReadonlyMap<number, string | null>
  declare reveal: (seq: number) => void
  declare isCitizenTyping: boolean
  declare isSending: boolean
  declare now: number
  declare private hasNewBelow: boolean
  private isAtEnd = true
  private top = 0
  /** What stands around the log takes from its height. */
  private readonly resized = new ResizeObserver(() => this.isAtEnd && this.scrollToEnd())

  constructor() {
    super()
    this.conversationId = ''
    this.messages = []
    this.revealed = new Map()
    this.reveal = () => undefined
    this.isCitizenTyping = false
    this.isSending = false
    this.now = 0
    this.hasNewBelow = false
  }

  /** Styled by the page that it is part of. */
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override render() {
    return html`<div class="log" role="log" aria-label=${TEXTS.log} tabindex="0" @scroll=${this.scrolled}>
        <ol>
          ${repeat(
            this.messages,
            message => message.seq,
            (message, index) =>
              messageView(message, {
                isFirst: !isSameSpeaker(this.messages[index - 1], message),
                revealed: this.revealed.get(message.seq),
                now: this.now,
                reveal: this.reveal,
              }),
          )}
        </ol>
        ${this.isSending ? html`<p class="typing">${TEXTS.sending}</p>` : nothing}
        ${this.isCitizenTyping ? html`<p class="typing">${TEXTS.citizenTypes}</p>` : nothing}
      </div>
      ${
        this.hasNewBelow
          ? html`<button class="quiet below" type="button" @click=${this.goToEnd}>${TEXTS.newBelow}</button>`
          : nothing
      }`
  }

  protected override firstUpdated(): void {
    this.resized.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.resized.disconnect()
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('messages') && !changed.has('isCitizenTyping') && !changed.has('isSending')) return
    const before = changed.get('messages')
    if (this.isAtEnd || changed.has('conversationId')) this.scrollToEnd()
    else if (before && before.length < this.messages.length) this.hasNewBelow = true
  }

  private get log(): HTMLElement | null {
    return this.querySelector('.log')
  }

  private scrollToEnd(): void {
    const { log } = this
    if (log) log.scrollTop = log.scrollHeight
    this.isAtEnd = true
    this.hasNewBelow = false
  }

  private scrolled(): void {
    const { log } = this
    if (!log) return
    // The log also scrolls by itself, when there is more; only who scrolls up leaves the end.
    if (log.scrollTop < this.top) this.isAtEnd = false
    if (log.scrollHeight - log.scrollTop - log.clientHeight < AT_END_PX) this.isAtEnd = true
    this.top = log.scrollTop
    if (this.isAtEnd) this.hasNewBelow = false
  }

  private goToEnd(): void {
    this.scrollToEnd()
    this.log?.focus()
  }
}
