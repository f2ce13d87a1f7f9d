import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { isReadableAccent } from './accent.ts'
import { createConversation } from './conversation.ts'
import { FIELD, focusOn } from './focus-on.ts'
import { launcherView } from './frame-view.ts'
import { createOfficeInfo, type OfficeInfo } from './office-info.ts'
import { conversationView } from './panel-view.ts'
import { createPlace } from './place.ts'
import { createPreferences } from './preferences.ts'
import { createSheets } from './sheets.ts'
import { styles } from './styles.ts'
import { TEXTS } from './texts.ts'

/**
 * The chat: a button and the panel that it opens; with `mode="page"` the panel alone. Attributes change how it looks and
 * what it is called; `base` is where the service stands.
 */
export class OfficeChat extends LitElement {
  static override styles = styles
  static override properties = {
    base: {},
    mode: {},
    office: {},
    heading: {},
    launcher: {},
    placeholder: {},
    accent: {},
    position: {},
  }

  declare base: string
  declare mode: 'panel' | 'page'
  /** Name of the office, shown in the panel and in transcripts. */
  declare office: string
  declare heading: string
  /** The words on the button that opens the chat. */
  declare launcher: string
  declare placeholder: string
  /** A colour such as #0b57a4; one that cannot be read on white is not taken. */
  declare accent: string
  declare position: 'left' | 'right'

  readonly #preferences = createPreferences(() => this.requestUpdate())
  readonly #place = createPlace(this, () => this.#conversation.chat.wake())
  readonly #conversation = createConversation(this, this.#place, this.#preferences)
  readonly #info = createOfficeInfo(
    () => this.base,
    () => this.requestUpdate(),
  )
  readonly #sheets = createSheets(this, {
    conversation: this.#conversation,
    preferences: this.#preferences,
    info: this.#info,
    officeName: () => this.office || this.#knownInfo?.name || '',
  })

  constructor() {
    super()
    this.base = `${location.origin}/`
    this.mode = 'panel'
    this.office = ''
    this.heading = TEXTS.panel
    this.launcher = TEXTS.launcher
    this.placeholder = TEXTS.placeholder
    this.accent = ''
    this.position = 'right'
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.lang = 'pl'
    const { chat } = this.#conversation
    const goesOn = chat.hasSession() && this.#place.wasOpen() && !this.#place.isSmall()
    if (this.mode === 'page' || goesOn) this.#open()
    // Whoever went away sees on the button that an answer came.
    else if (chat.hasSession()) chat.open()
  }

  override render() {
    const place = this.#place
    const isFull = place.isFull()
    const { status, alert } = this.#conversation.signals()
    return html`<div
      class="root ${place.names()} size-${this.#preferences.current().textSize}"
      @keydown=${this.#pressed}
      @focusin=${this.#showWhole}
    >
      ${this.#closing ? launcherView(this.launcher, this.#conversation.unseen(), place.isOpen(), () => this.#openAndFocus()) : nothing}
      <section
        class="panel"
        id="panel"
        role=${isFull ? 'dialog' : 'region'}
        aria-modal=${isFull ? 'true' : nothing}
        aria-label=${this.heading}
        ?hidden=${!place.isOpen()}
      >
        ${this.#sheets.view(this.#closing)} ${this.#conversationPart()}
      </section>
      <div class="aloud" id="aloud" aria-live="polite" aria-relevant="additions"></div>
      <div class="aloud" role="status">${place.isSeen() ? status : ''}</div>
      <div class="aloud" role="alert">${alert}</div>
    </div>`
  }

  #conversationPart() {
    const { heading, placeholder } = this
    const conversation = this.#conversation
    const sheets = this.#sheets
    const shown = {
      heading,
      placeholder,
      chat: conversation.state(),
      signals: conversation.signals(),
      copied: conversation.copied(),
      ownNumbers: this.#knownInfo?.ownNumbers ?? [],
    }
    return conversationView(shown, sheets.isOpen(), {
      ...conversation.actions,
      show: sheets.show,
      close: this.#closing,
    })
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('accent') && isReadableAccent(this.accent)) this.style.setProperty('--office-accent', this.accent)
    this.dataset.theme = this.#preferences.current().theme
  }

  get #knownInfo(): OfficeInfo | undefined {
    const info = this.#info.current()
    return typeof info === 'object' ? info : undefined
  }

  /** Absent where the chat is the page. */
  get #closing(): (() => void) | undefined {
    return this.mode === 'page' ? undefined : () => this.#close()
  }

  #open(): void {
    this.#place.open()
    this.#conversation.chat.open()
    void this.#info.fetch()
  }

  /** On a small screen the heading gets it, as the field would call up the keyboard over what there is to read. */
  #openAndFocus(): void {
    this.#open()
    focusOn(this, this.#place.isSmall() ? 'h2' : FIELD)
  }

  #close(): void {
    this.#sheets.close()
    this.#place.close()
    focusOn(this, '.launcher')
  }

  #pressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return
    event.stopPropagation()
    if (this.#sheets.isOpen()) this.#sheets.goBack()
    else this.#closing?.()
  }

  /** A page that is low shows the field, and with it the messages above it. */
  #showWhole(): void {
    if (this.mode === 'page') this.scrollIntoView({ block: 'nearest' })
  }
}
