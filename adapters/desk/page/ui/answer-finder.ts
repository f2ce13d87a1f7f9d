import { html, LitElement, nothing } from 'lit'
import type { OwnReadyAnswer, ReadyAnswer } from '../../wire.ts'
import { TEXTS } from './texts.ts'

/** Typing pauses for so long before the knowledge base is asked. */
const PAUSE_MS = 200

/**
 * A search for ready answers: own ones and those of the knowledge base, as a list that the keyboard walks. Dispatches
 * `insert` with the text of the chosen one.
 */
export class AnswerFinder extends LitElement {
  static override properties = {
    own: { attribute: false },
    find: { attribute: false },
    text: { state: true },
    found: { state: true },
    active: { state: true },
  }

  declare own: readonly OwnReadyAnswer[]
  declare find: (text: string) => Promise<readonly ReadyAnswer[]>
  declare private text: string
  declare private found: readonly ReadyAnswer[]
  declare private active: number
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.own = []
    this.find = async () => []
    this.text = ''
    this.found = []
    this.active = 0
  }

  /** Styled by the page that it is part of. */
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.timer)
  }

  /** Looks for it at once, as if it had been typed. */
  look(text: string): void {
    this.text = text
    void this.ask()
    this.focus()
  }

  override focus(): void {
    this.querySelector('input')?.focus()
  }

  override render() {
    const answers = this.answers
    const isOpen = this.text.trim() !== ''
    return html`
      <label for="finder">${TEXTS.answersLabel}</label>
      <input
        id="finder"
        type="text"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded=${isOpen && answers.length > 0 ? 'true' : 'false'}
        aria-controls="found-answers"
        aria-describedby="finder-hint"
        aria-activedescendant=${isOpen && answers[this.active] ? `answer-${this.active}` : nothing}
        .value=${this.text}
        @input=${this.typed}
        @keydown=${this.pressed}
      />
      <p class="hint" id="finder-hint">${TEXTS.answersHint}</p>
      <ul id="found-answers" role="listbox" aria-label=${TEXTS.answersHeading} ?hidden=${!isOpen || answers.length === 0}>
        ${answers.map(
          (answer, index) => html`<li
            id="answer-${index}"
            role="option"
            aria-selected=${index === this.active ? 'true' : 'false'}
            @click=${() => this.insert(answer)}
          >
            <span class="topic">${answer.title}</span>
            <span class="hint">${answer.source === '' ? TEXTS.answersOwn : TEXTS.answersFound}</span>
            <span class="preview">${answer.text}</span>
          </li>`,
        )}
      </ul>
      <p class="hint" role="status">${isOpen && answers.length === 0 && this.found.length === 0 ? TEXTS.answersNone : ''}</p>
    `
  }

  /** The clerk's own that have every word come first. */
  private get answers(): readonly ReadyAnswer[] {
    const words = folded(this.text).split(/\s+/u).filter(Boolean)
    if (words.length === 0) return []
    const own = this.own.filter(({ title, text }) => words.every(word => folded(`${title} ${text}`).includes(word)))
    return [...own.map(answer => ({ ...answer, source: '' })), ...this.found]
  }

  private typed(event: Event): void {
    this.text = (event.target as HTMLInputElement).value
    this.active = 0
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.ask(), PAUSE_MS)
  }

  private async ask(): Promise<void> {
    const asked = this.text.trim()
    const found = asked === '' ? [] : await this.find(asked).catch((): readonly ReadyAnswer[] => [])
    // An answer that comes after the next question is of no use.
    if (asked === this.text.trim()) this.found = found
  }

  private pressed(event: KeyboardEvent): void {
    const { answers } = this
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const chosen = answers[this.active]
    if (step !== 0 && answers.length > 0) this.active = (this.active + step + answers.length) % answers.length
    else if (event.key === 'Enter' && chosen) this.insert(chosen)
    else if (event.key === 'Escape' && this.text !== '') this.clear()
    else return
    event.preventDefault()
    event.stopPropagation()
    void this.updateComplete.then(() =>
      this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    )
  }

  private insert({ text, source }: ReadyAnswer): void {
    this.dispatchEvent(new CustomEvent('insert', { detail: source === '' ? text : `${text}\n\n${source}` }))
    this.clear()
  }

  private clear(): void {
    this.text = ''
    this.found = []
    this.active = 0
  }
}

/** Without capitals and Polish marks. */
function folded(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l')
}
