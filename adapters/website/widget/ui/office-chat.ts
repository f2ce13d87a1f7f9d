import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { type Chat, type ChatState, CLOSED_CHAT, createChat } from '../chat/chat.ts'
import type { Entry } from '../chat/entry.ts'
import { createKept } from '../chat/kept.ts'
import { ServerRefusal } from '../chat/server-refusal.ts'
import { isReadableAccent } from './accent.ts'
import { downloadTranscript, mailTranscript, saveCopy } from './download.ts'
import { linesOf } from './entry-view.ts'
import { launcherView } from './frame-view.ts'
import { createTitleCount, hideRestOfPage, keepFocusInView, watchPage } from './host-page.ts'
import type { Sheet } from './menu.ts'
import { allowNotices } from './notice.ts'
import { fetchOfficeInfo, type OfficeInfo } from './office-info.ts'
import { conversationView, type PanelActions, sheetPanelView } from './panel-view.ts'
import { type Preferences, readPreferences, writePreferences } from './preferences.ts'
import { roomOf } from './room.ts'
import type { SheetActions } from './sheet-view.ts'
import { createSignals, NO_SIGNALS, type Signals } from './signals.ts'
import { playTone } from './sound.ts'
import { styles } from './styles.ts'
import { TEXTS } from './texts.ts'
import { createUnread } from './unread.ts'
import { createVoice } from './voice.ts'

/** Windows that a floating panel would fill anyway. */
const SMALL = '(max-width: 479px), (max-height: 420px)'
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
    signals: { state: true },
    problem: { state: true },
    copied: { state: true },
    room: { state: true },
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
  declare private signals: Signals
  /** Why what the citizen tried in a sheet failed; empty when it did not. */
  declare private problem: string
  /** Key of the message that was copied last; empty where none was. */
  declare private copied: string
  /** How much the panel can show. */
  declare private room: string

  private chat: Chat | undefined
  private stopWatching: (() => void) | undefined
  private leavePage: (() => void) | undefined
  private readonly small = matchMedia(SMALL)
  private readonly unread = createUnread()
  private readonly titleCount = createTitleCount()
  /** In this tab. */
  private readonly wasOpen = createKept<boolean>('office-chat-open', () => sessionStorage)
  private readonly voice = createVoice(
    () => this.renderRoot.querySelector('#aloud'),
    () => this.isSeen,
    () => this.preferences,
  )
  private readonly signal = createSignals(changed => {
    if (changed.isOffline === false) this.voice.say(TEXTS.online)
    this.signals = { ...this.signals, ...changed }
  })
  private readonly panelActions: Omit<PanelActions, 'close'> = {
    pick: choice => this.write(choice),
    write: text => this.write(text),
    retry: () => this.chat?.retry(),
    drop: key => this.chat?.drop(key),
    rate: (about, helped) => this.rate(about, helped),
    rateClerk: (stars, comment) => this.rateClerk(stars, comment),
    copy: entry => void this.copy(entry),
    startAnew: () => this.startAnew(),
    undoFinish: () => this.undoFinish(),
    showTyping: () => this.chat?.showTyping(),
    show: sheet => this.show(sheet),
  }
  private readonly sheetActions: SheetActions = {
    prefer: change => void this.prefer(change),
    show: sheet => this.show(sheet),
    download: format => downloadTranscript(format, this.chatState, this.officeName),
    mailLink: () => mailTranscript(this.chatState, this.officeName),
    copy: format => void this.saveData(format),
    finish: () => this.finish(),
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
    this.signals = NO_SIGNALS
    this.problem = ''
    this.copied = ''
    this.room = ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.lang = 'pl'
    this.resized()
    this.stopWatching = watchPage(this.small, { resized: () => this.resized(), looked: () => this.looked() })
    const chat = createChat(this.base, () => this.refresh(), this.voice.hear)
    this.chat = chat
    const goesOn = chat.hasSession() && this.wasOpen.read() === true && !this.isSmall
    if (this.mode === 'page' || goesOn) this.open(false)
    // Whoever went away sees on the button that an answer came.
    else if (chat.hasSession()) chat.open()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.stopWatching?.()
    this.leavePage?.()
    this.chat?.stop()
  }

  override render() {
    const { textSize } = this.preferences
    const isPage = this.mode === 'page'
    const isFull = this.isFull
    const place = isPage ? 'page' : isFull ? 'full' : this.position
    return html`<div class="root ${place} ${this.room} size-${textSize}" @keydown=${this.pressed} @focusin=${this.showWhole}>
      ${isPage ? nothing : launcherView(this.launcher, this.unseen, this.isOpen, () => this.open(true))}
      <section
        class="panel"
        id="panel"
        role=${isFull ? 'dialog' : 'region'}
        aria-modal=${isFull ? 'true' : nothing}
        aria-label=${this.heading}
        ?hidden=${!this.isOpen}
      >
        ${this.panelParts()}
      </section>
      <div class="aloud" id="aloud" aria-live="polite" aria-relevant="additions"></div>
      <div class="aloud" role="status">${this.isSeen ? this.signals.status : ''}</div>
      <div class="aloud" role="alert">${this.signals.alert}</div>
    </div>`
  }

  private panelParts() {
    const { heading, placeholder, signals, copied, sheet, preferences, info, problem, chatState: chat } = this
    const actions = { ...this.panelActions, close: this.closing }
    const ownNumbers = typeof info === 'object' ? info.ownNumbers : []
    const sheetState = {
      preferences,
      info,
      problem,
      hasConversation: chat.entries.length > 0,
      isKept: chat.end !== 'lost',
      canFinish: chat.end === 'none' && chat.standing.kind !== 'closed',
    }
    return html`
      ${sheet === null ? nothing : sheetPanelView(sheet, sheetState, this.sheetActions, actions)}
      ${conversationView({ heading, placeholder, chat, signals, copied, ownNumbers }, sheet !== null, actions)}
    `
  }

  protected override firstUpdated(): void {
    const panel = this.renderRoot.querySelector('#panel')
    if (panel) new ResizeObserver(() => this.measureRoom()).observe(panel)
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('accent') && isReadableAccent(this.accent)) this.style.setProperty('--office-accent', this.accent)
    this.dataset.theme = this.preferences.theme
    if (changed.has('isOpen') || changed.has('isSmall') || changed.has('preferences')) this.settleInPage()
    this.measureRoom()
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
    if (takesFocus)
      void this.updateComplete.then(() => this.focusOn(this.isSmall ? 'h2' : 'office-chat-composer textarea'))
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
    this.problem = ''
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
    this.focusOn('office-chat-composer textarea')
  }

  private rate(about: string, helped: boolean): void {
    this.chat?.rate(about, helped)
    this.voice.say(TEXTS.rating[helped ? 'helped' : 'not-helped'])
    this.focusOn('office-chat-composer textarea')
  }

  private rateClerk(stars: number, comment: string): void {
    this.chat?.rateClerk(stars, comment)
    this.focusOn('office-chat-composer textarea')
  }

  private async copy(entry: Entry): Promise<void> {
    await navigator.clipboard.writeText(linesOf(entry).join('\n'))
    this.copied = entry.key
    this.voice.say(TEXTS.copied)
  }

  private startAnew(): void {
    this.chat?.startAnew()
    void this.updateComplete.then(() => this.focusOn('office-chat-composer textarea'))
  }

  private finish(): void {
    this.chat?.finish()
    this.show(null)
  }

  private undoFinish(): void {
    this.chat?.undoFinish()
    this.focusOn('#head-button')
  }

  private async saveData(format: 'html' | 'json'): Promise<void> {
    this.problem = ''
    try {
      const copy = await this.chat?.copy()
      if (copy) saveCopy(format, copy)
    } catch {
      this.problem = TEXTS.copyFailed
    }
  }

  private async erase(): Promise<void> {
    this.problem = ''
    try {
      await this.chat?.erase()
      this.sheet = null
      await this.updateComplete
      this.focusOn('.end button')
    } catch (error) {
      this.problem = (error instanceof ServerRefusal && error.told) || TEXTS.eraseFailed
    }
  }

  private async prefer(change: Partial<Preferences>): Promise<void> {
    const isRefused = change.hasNotices === true && !(await allowNotices())
    this.problem = isRefused ? TEXTS.notices.refused : ''
    if (isRefused) return
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

  private measureRoom(): void {
    const panel = this.renderRoot.querySelector('#panel')
    if (panel && this.isOpen) this.room = roomOf(panel)
  }

  /** A page that is low shows the field, and with it the messages above it. */
  private showWhole(): void {
    if (this.mode === 'page') this.scrollIntoView({ block: 'nearest' })
  }

  private resized(): void {
    this.isSmall = this.small.matches
  }

  /** Somebody looks at the page again, or the network is back. */
  private looked(): void {
    if (!document.hidden) this.chat?.wake()
    this.requestUpdate()
  }

  private refresh(): void {
    this.chatState = this.chat?.state() ?? CLOSED_CHAT
    this.signal(this.chatState)
  }
}
