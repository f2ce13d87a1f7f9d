import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { Entry } from '../chat/entry.ts'
import { type EntryActions, entryView, isTurningPoint, speakerOf } from './entry-view.ts'
import { icon } from './icons.ts'
import { TEXTS } from './texts.ts'

/** Nearer to the end than this is at the end. */
const AT_END_PX = 48
const ABOVE_PX = 12

/** The messages, scrolled so that nobody is torn away from what they read. */
export class ConversationLog extends LitElement {
  static override properties = {
    entries: { attribute: false },
    actions: { attribute: false },
    copied: { attribute: false },
    isAwaited: { attribute: false },
    clerkSign: { attribute: false },
    isConnecting: { attribute: false },
    hasNewBelow: { state: true },
  }

  declare entries: readonly Entry[]
  declare actions: EntryActions
  /** Key of the message that was copied last; empty where none was. */
  declare copied: string
  /** The assistant is about to answer. */
  declare isAwaited: boolean
  /** What a person of the office is doing; empty where that is not known. */
  declare clerkSign: string
  /** Nothing can be shown yet. */
  declare isConnecting: boolean
  declare private hasNewBelow: boolean

  constructor() {
    super()
    this.entries = []
    this.copied = ''
    this.isAwaited = false
    this.clerkSign = ''
    this.isConnecting = false
    this.hasNewBelow = false
  }

  /** Styled by the chat that it is part of. */
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  /** Shows the newest message. */
  scrollToEnd(): void {
    const log = this.#log
    if (log) log.scrollTop = log.scrollHeight
    this.hasNewBelow = false
  }

  override render() {
    const views = this.entries.map((entry, index) => this.#entry(entry, index))
    // What comes in goes before what waits to be sent; as two lists, each element stays what it was, and keeps the focus.
    const sent = this.entries.filter(({ delivery }) => delivery === 'sent').length
    return html`
      <div class="log" role="log" aria-live="off" aria-label=${TEXTS.log} tabindex="0" @scroll=${this.#scrolled}>
        <ol>
          ${views.slice(0, sent)}${views.slice(sent)}
        </ol>
        ${this.isConnecting ? html`<p class="typing">${TEXTS.connecting}</p>` : nothing}
        ${this.isAwaited ? typingView(TEXTS.typing) : nothing}
        ${this.clerkSign === '' ? nothing : typingView(this.clerkSign)}
      </div>
      ${
        this.hasNewBelow
          ? html`<button class="below" type="button" @click=${this.#goToEnd}>
            ${icon('down')}${TEXTS.newMessages}
          </button>`
          : nothing
      }
    `
  }

  #entry(entry: Entry, index: number): TemplateResult {
    const before = this.entries[index - 1]
    const isFirst = !before || isTurningPoint(before) || speakerOf(before) !== speakerOf(entry)
    const isLast = index === this.entries.length - 1
    const isCopied = entry.key === this.copied
    return entryView(entry, { isFirst, isLast, isCopied, choices: choicesAt(this.entries, index) }, this.actions)
  }

  #wasAtEnd = true
  /** How high the messages were shown last. */
  #heightPx: number | undefined

  protected override willUpdate(): void {
    this.#noticePlace()
  }

  /** Room that was just taken or given is no scrolling of the citizen's. */
  #noticePlace(): void {
    if (this.#log?.clientHeight === this.#heightPx) this.#wasAtEnd = this.#isAtEnd
  }

  protected override firstUpdated(): void {
    // A warning or a note that comes up below or above takes room from the messages.
    const resized = new ResizeObserver(() => {
      if (this.#wasAtEnd) this.scrollToEnd()
      this.#heightPx = this.#log?.clientHeight
    })
    if (this.#log) resized.observe(this.#log)
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.has('entries') ? changed.get('entries') : this.entries
    if (!changed.has('entries') && !changed.has('isAwaited') && !changed.has('clerkSign')) return
    const known = new Set(before?.map(entry => entry.key))
    const fresh = this.entries.filter(entry => !known.has(entry.key))
    // Written in another tab it is confirmed when it comes.
    const isOwn = fresh.some(entry => entry.speaker === 'citizen' && entry.delivery !== 'sent')
    const isEnd = fresh.some(entry => entry.standing?.kind === 'closed')
    if (fresh.length === 0) {
      if (this.#wasAtEnd) this.scrollToEnd()
    } else if (this.#wasAtEnd || isOwn || isEnd) {
      this.#showNewest(known.size === 0 ? this.#lastAnswer : fresh.find(entry => entry.speaker !== 'citizen'))
    } else this.hasNewBelow = true
  }

  /** The end; but where there is more than the window holds, the beginning of what is new, with the question above it. */
  #showNewest(first: Entry | undefined): void {
    this.scrollToEnd()
    const log = this.#log
    const entries = [...this.querySelectorAll('.entry')]
    const index = entries.findIndex(element => element.getAttribute('data-key') === first?.key)
    const question = entries[index - 1]
    const hasRoom = question?.matches('.citizen') && question.clientHeight < (log?.clientHeight ?? 0) / 3
    const top = hasRoom ? question : entries[index]
    if (!log || !top) return
    const above = log.getBoundingClientRect().top - top.getBoundingClientRect().top
    if (above > 0) log.scrollTop -= above + ABOVE_PX
  }

  /** Where somebody who comes back goes on to read. */
  get #lastAnswer(): Entry | undefined {
    const asked = this.entries.findLastIndex(entry => entry.speaker === 'citizen')
    return this.entries[asked + 1] ?? this.entries.at(-1)
  }

  #scrolled(): void {
    this.#noticePlace()
    if (this.#wasAtEnd) this.hasNewBelow = false
  }

  #goToEnd(): void {
    this.scrollToEnd()
    this.#log?.focus()
  }

  get #isAtEnd(): boolean {
    const log = this.#log
    return !log || log.scrollHeight - log.scrollTop - log.clientHeight < AT_END_PX
  }

  get #log(): HTMLElement | null {
    return this.querySelector('.log')
  }
}

/** Of the last message as buttons; of the one before the citizen's last, as used ones. */
function choicesAt(entries: readonly Entry[], index: number): 'open' | 'used' | 'none' {
  const later = entries.slice(index + 1)
  if (entries[index]?.choices.length === 0) return 'none'
  if (later.length === 0) return 'open'
  return later.filter(entry => entry.speaker === 'citizen').length === 1 ? 'used' : 'none'
}

function typingView(words: string): TemplateResult {
  return html`<p class="typing">
    <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${words}
  </p>`
}
