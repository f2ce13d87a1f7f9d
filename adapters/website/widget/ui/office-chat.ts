import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { layOut, plainLines } from '../../rich-text.ts'
import { type Arrival, type Chat, type ChatState, CLOSED_CHAT, createChat } from '../chat/chat.ts'
import { createKept } from '../chat/kept.ts'
import { isReadableAccent } from './accent.ts'
import { createAnnouncer } from './announcer.ts'
import { createDelayed } from './delayed.ts'
import { downloadTranscript } from './download.ts'
import type { EntryActions } from './entry-view.ts'
import { endView, headView, launcherView, personView } from './frame-view.ts'
import { createTitleCount, hideRestOfPage, keepFocusInView } from './host-page.ts'
import { SHEET_NAMES, type Sheet } from './menu.ts'
import { fetchOfficeInfo, type OfficeInfo } from './office-info.ts'
import { type Preferences, readPreferences, writePreferences } from './preferences.ts'
import { type SheetActions, sheetView } from './sheet-view.ts'
import { playTone } from './sound.ts'
import { styles } from './styles.ts'
import { TEXTS } from './texts.ts'
import { createUnread } from './unread.ts'

/** Windows that a floating panel would fill anyway. */
const SMALL = '(max-width: 479px), (max-height: 420px)'
/** What passes sooner is not worth a word. */
const OFFLINE_AFTER_MS = 2_000
const TYPING_AFTER_MS = 300
const TYPING_SAID_AFTER_MS = 1_000

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
    isOpen: { state: true },
    isSmall: { state: true },
    sheet: { state: true },
    preferences: { state: true },
    chatState: { state: true },
    info: { state: true },
    alert: { state: true },
    isOffline: { state: true },
    isTyping: { state: true },
    status: { state: true },
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
  declare private isOpen: boolean
  declare private isSmall: boolean
  declare private sheet: Sheet | null
  declare private preferences: Preferences
  declare private chatState: ChatState
  declare private info: OfficeInfo | 'failed' | undefined
  /** What a screen reader hears at once. */
  declare private alert: string
  declare private isOffline: boolean
  declare private isTyping: boolean
  declare private status: string

  private chat: Chat | undefined
  private leavePage: (() => void) | undefined
  private readonly small = matchMedia(SMALL)
  private readonly unread = createUnread()
  private readonly titleCount = createTitleCount()
  private readonly announcer = createAnnouncer(() => this.renderRoot.querySelector('#aloud'))
  /** In this tab. */
  private readonly wasOpen = createKept<boolean>('office-chat-open', () => sessionStorage)
  private readonly offline = createDelayed(OFFLINE_AFTER_MS, isOn => this.wentOffline(isOn))
  private readonly typing = createDelayed(TYPING_AFTER_MS, isOn => {
    this.isTyping = isOn
  })
  private readonly typingSaid = createDelayed(TYPING_SAID_AFTER_MS, isOn => {
    this.status = isOn ? TEXTS.typing : ''
  })
  private readonly callPerson = () => this.write(TEXTS.person)
  private readonly entryActions: EntryActions = {
    pick: choice => this.write(choice),
    retry: () => this.chat?.retry(),
    drop: key => this.chat?.drop(key),
    rate: (about, helped) => this.rate(about, helped),
  }
  private readonly sheetActions: SheetActions = {
    prefer: change => this.prefer(change),
    show: sheet => this.show(sheet),
    download: format => downloadTranscript(format, this.chatState, this.officeName),
    erase: () => void this.erase(),
    back: () => this.show('menu'),
  }

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
    this.isOpen = false
    this.isSmall = false
    this.sheet = null
    this.preferences = readPreferences()
    this.chatState = CLOSED_CHAT
    this.alert = ''
    this.isOffline = false
    this.isTyping = false
    this.status = ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.lang = 'pl'
    this.resized()
    this.small.addEventListener('change', this.resized)
    document.addEventListener('visibilitychange', this.looked)
    addEventListener('online', this.looked)
    const chat = createChat(this.base, this.refresh, this.hear)
    this.chat = chat
    const goesOn = chat.hasSession() && this.wasOpen.read() === true && !this.isSmall
    if (this.mode === 'page' || goesOn) this.open(false)
    // Whoever went away sees on the button that an answer came.
    else if (chat.hasSession()) chat.open()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.small.removeEventListener('change', this.resized)
    document.removeEventListener('visibilitychange', this.looked)
    removeEventListener('online', this.looked)
    this.leavePage?.()
    this.chat?.stop()
  }

  override render() {
    const { textSize } = this.preferences
    const isPage = this.mode === 'page'
    const isFull = this.isFull
    const place = isPage ? 'page' : isFull ? 'full' : this.position
    return html`<div class="root ${place} size-${textSize}" @keydown=${this.pressed} @focusin=${this.showWhole}>
      ${isPage ? nothing : launcherView(this.launcher, this.unseen, this.isOpen, () => this.open(true))}
      <section
        class="panel"
        id="panel"
        role=${isFull ? 'dialog' : 'region'}
        aria-modal=${isFull ? 'true' : nothing}
        aria-label=${this.heading}
        ?hidden=${!this.isOpen}
      >
        ${this.sheet === null ? nothing : this.sheetPart(this.sheet)} ${this.conversationPart()}
      </section>
      <div class="aloud" id="aloud" aria-live="polite" aria-relevant="additions"></div>
      <div class="aloud" role="status">${this.status}</div>
      <div class="aloud" role="alert">${this.alert}</div>
    </div>`
  }

  private conversationPart(): TemplateResult {
    const { end, entries } = this.chatState
    const isHidden = this.sheet !== null
    return html`
      <div ?hidden=${isHidden}>
        ${headView(this.heading, {
          button: { name: TEXTS.menu, icon: 'menu', press: () => this.show('menu') },
          close: this.closing,
          ...(end === 'none' ? { person: this.callPerson } : {}),
        })}
        <p class="state">${this.isOffline ? TEXTS.offline : ''}</p>
      </div>
      <office-chat-log
        class="well"
        ?hidden=${isHidden}
        .entries=${entries}
        .actions=${this.entryActions}
        .isAwaited=${this.isTyping}
        .isConnecting=${this.chatState.connection === 'connecting' && entries.length === 0}
      ></office-chat-log>
      <div class="foot" ?hidden=${isHidden}>
        ${
          end === 'none'
            ? html`${personView('high', this.callPerson)}
              <office-chat-composer
                .placeholder=${this.placeholder}
                .allowed=${typeof this.info === 'object' ? this.info.ownNumbers : []}
                @message=${(event: CustomEvent<string>) => this.write(event.detail)}
              ></office-chat-composer>`
            : endView(TEXTS[end], () => this.startAnew())
        }
      </div>
    `
  }

  private sheetPart(sheet: Sheet): TemplateResult {
    const { preferences, info, alert: problem } = this
    const isMenu = sheet === 'menu'
    return html`
      ${headView(SHEET_NAMES[sheet], {
        button: {
          name: isMenu ? TEXTS.backToChat : TEXTS.backToMenu,
          icon: 'back',
          press: () => this.show(isMenu ? null : 'menu'),
        },
        close: this.closing,
      })}
      <div class="sheet" role="group" aria-label=${SHEET_NAMES[sheet]} tabindex="0">
        ${sheetView(
          sheet,
          { preferences, info, problem, hasConversation: this.chatState.entries.length > 0 },
          this.sheetActions,
        )}
      </div>
    `
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('accent') && isReadableAccent(this.accent)) this.style.setProperty('--office-accent', this.accent)
    this.dataset.theme = this.preferences.theme
    if (changed.has('isOpen') || changed.has('isSmall') || changed.has('preferences')) this.settleInPage()
    if (this.isSeen) this.unread.markSeen(this.chatState)
    this.titleCount(this.unseen)
  }

  private get officeName(): string {
    return this.office || (typeof this.info === 'object' ? this.info.name : '')
  }

  private get isFull(): boolean {
    return this.isSmall && this.mode !== 'page'
  }

  private get isSeen(): boolean {
    return this.isOpen && !document.hidden
  }

  private get unseen(): number {
    return this.isSeen ? 0 : this.unread.count(this.chatState)
  }

  /** Absent where the chat is the page. */
  private get closing(): (() => void) | undefined {
    return this.mode === 'page' ? undefined : () => this.close()
  }

  private open(takesFocus: boolean): void {
    this.isOpen = true
    if (this.mode !== 'page') this.wasOpen.write(true)
    this.chat?.open()
    if (typeof this.info !== 'object') void this.fetchInfo()
    this.focusWhenShown(takesFocus)
  }

  private async fetchInfo(): Promise<void> {
    this.info = await fetchOfficeInfo(this.base).catch((): 'failed' => 'failed')
  }

  /** On a small screen the heading, as the field would call up the keyboard over what there is to read. */
  private focusWhenShown(takesFocus: boolean): void {
    if (takesFocus) void this.updateComplete.then(() => this.focusOn(this.isSmall ? 'h2' : 'textarea'))
  }

  private close(): void {
    this.isOpen = false
    this.sheet = null
    this.wasOpen.remove()
    void this.updateComplete.then(() => this.focusOn('.launcher'))
  }

  private show(sheet: Sheet | null): void {
    const isBack = sheet === null
    this.sheet = sheet
    this.alert = ''
    if (this.info === 'failed') void this.fetchInfo()
    void this.updateComplete.then(() => this.focusOn(isBack ? '#head-button' : 'h2'))
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return
    event.stopPropagation()
    if (this.sheet !== null) this.show(this.sheet === 'menu' ? null : 'menu')
    else this.closing?.()
  }

  private write(text: string): void {
    this.chat?.send(text)
    this.focusOn('textarea')
  }

  private rate(about: string, helped: boolean): void {
    this.chat?.rate(about, helped)
    this.announcer.say(TEXTS.rating[helped ? 'helped' : 'not-helped'])
    this.focusOn('textarea')
  }

  private startAnew(): void {
    this.chat?.startAnew()
    void this.updateComplete.then(() => this.focusOn('textarea'))
  }

  private async erase(): Promise<void> {
    this.alert = ''
    try {
      await this.chat?.erase()
      this.sheet = null
      await this.updateComplete
      this.focusOn('.end button')
    } catch {
      this.alert = TEXTS.eraseFailed
    }
  }

  private prefer(change: Partial<Preferences>): void {
    this.preferences = { ...this.preferences, ...change }
    writePreferences(this.preferences)
    if (change.hasSound) playTone()
  }

  private focusOn(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus()
  }

  /** The page behind is out of reach, makes room, or is as it was. */
  private settleInPage(): void {
    this.leavePage?.()
    this.leavePage = undefined
    if (!this.isOpen || this.mode === 'page') return
    const panel = () => this.renderRoot.querySelector('#panel')
    this.leavePage = this.isFull ? hideRestOfPage(this) : keepFocusInView(this, panel)
  }

  /** A page that is low shows the field, and with it the messages above it. */
  private showWhole(): void {
    if (this.mode === 'page') this.scrollIntoView({ block: 'nearest' })
  }

  private readonly resized = (): void => {
    this.isSmall = this.small.matches
  }

  /** Somebody looks at the page again, or the network is back. */
  private readonly looked = (): void => {
    if (!document.hidden) this.chat?.wake()
    this.requestUpdate()
  }

  private readonly refresh = (): void => {
    const before = this.chatState
    this.chatState = this.chat?.state() ?? CLOSED_CHAT
    const { connection, entries, isAwaited, end } = this.chatState
    const isOwed = isAwaited && end === 'none' && connection === 'online'
    this.typing(isOwed)
    this.typingSaid(isOwed && this.isSeen)
    this.offline(connection === 'offline')
    const failed = (state: ChatState) => state.entries.filter(entry => entry.delivery === 'failed').length
    if (failed(this.chatState) > failed(before)) this.alert = TEXTS.failedAloud
    if (entries.length === 0 || failed(this.chatState) === 0) this.alert = this.isOffline ? this.alert : ''
  }

  private wentOffline(isOffline: boolean): void {
    this.isOffline = isOffline
    this.alert = isOffline ? TEXTS.offlineAloud : ''
    if (!isOffline && this.isSeen) this.announcer.say(TEXTS.online)
  }

  /** Tells a screen reader what came, each message once; what was there before only by its number. */
  private readonly hear = ({ entries, isHistory }: Arrival): void => {
    const answers = entries.filter(entry => entry.speaker === 'assistant')
    if (isHistory) {
      if (this.isSeen) this.announcer.say(TEXTS.history(entries.length))
      return
    }
    if (answers.length > 0 && this.preferences.hasSound) playTone()
    if (!this.isSeen || !this.preferences.isReadAloud) return
    if (entries.some(entry => entry.speaker === 'citizen')) this.announcer.say(TEXTS.sent)
    for (const { blocks } of answers) {
      this.announcer.say(`${TEXTS.speakers.assistant}: ${plainLines(layOut(blocks)).join('\n')}`)
    }
  }
}
