import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { createDeskModel, type Deed, type DeskModel } from '../model/desk-model.ts'
import { type DeskPageState, NEW_DESK, type OpenState } from '../model/desk-state.ts'
import { mayWork } from '../model/may-work.ts'
import { alertClerk } from './alerts.ts'
import { createAnnouncements } from './announcements.ts'
import type { AnswerFinder } from './answer-finder.ts'
import { openingBanner, stateBanner, undeliveredBanner } from './banners.ts'
import { isMine } from './conversation-head.ts'
import { conversationView } from './conversation-view.ts'
import { deskHeader, type Place } from './desk-header.ts'
import { DIALOG_HEADINGS, type DialogKind, dialogView } from './dialogs.ts'
import { matterView } from './matter-view.ts'
import { queueView } from './queue-view.ts'
import { type ShortcutAct, shortcutOf } from './shortcuts.ts'
import { styles } from './styles.ts'
import { TEXTS } from './texts.ts'

/** Waits are shown in minutes, so they are looked at this often. */
const TICK_MS = 15_000

/** The clerks' desk: lists, the open conversation and its matter, and windows over them. */
export class DeskPage extends LitElement {
  static override styles = styles
  static override properties = {
    desk: { state: true },
    place: { state: true },
    dialog: { state: true },
    said: { state: true },
    now: { state: true },
    isMenuOpen: { state: true },
    isNotifyingRefused: { state: true },
  }

  declare private desk: DeskPageState
  declare private place: Place
  declare private dialog: DialogKind | null
  /** What a screen reader hears when it has time. */
  declare private said: string
  declare private now: number
  declare private isMenuOpen: boolean
  declare private isNotifyingRefused: boolean

  private model: DeskModel | undefined
  private tick: ReturnType<typeof setInterval> | undefined
  private readonly announcement = createAnnouncements()

  constructor() {
    super()
    this.desk = NEW_DESK
    this.place = 'queue'
    this.isMenuOpen = false
    this.isNotifyingRefused = false
    this.dialog = null
    this.said = ''
    this.now = Date.now()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    const model = createDeskModel(
      () => {
        this.desk = model.state()
        this.now = Date.now() + this.desk.clockAhead
      },
      (before, after) => this.hear(before, after),
    )
    this.model = model
    this.tick = setInterval(() => {
      this.now = Date.now() + this.desk.clockAhead
    }, TICK_MS)
    addEventListener('keydown', this.pressed)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.tick)
    removeEventListener('keydown', this.pressed)
    this.model?.stop()
  }

  override render() {
    const { desk, model } = this
    if (!model) return nothing
    return html`<div class="desk" data-place=${this.place}>
      ${this.headPart()} ${stateBanner(desk, () => void model.extendSession())}
      ${openingBanner(desk, model.dismiss)}
      ${undeliveredBanner(desk, () => void model.noteDeadLetters())}
      <div class="columns">
        <nav aria-label=${TEXTS.places.queue} tabindex="-1">${this.queuePart()}</nav>
        <main tabindex="-1">${this.conversationPart(model)}</main>
        <aside aria-label=${TEXTS.places.matter}>${desk.open ? this.matterPart(desk.open, model) : nothing}</aside>
      </div>
      ${this.dialog === null ? nothing : this.dialogPart(this.dialog, model)}
      <div class="aloud" role="status">${this.said}</div>
    </div>`
  }

  private headPart(): TemplateResult {
    const { me, overview, preferences } = this.desk
    const works = mayWork(me)
    const tool = (words: string, dialog: DialogKind) => ({ words, press: () => this.show(dialog) })
    return deskHeader({
      me,
      presence: works ? (overview?.present.find(({ id }) => id === this.myId)?.presence ?? 'free') : null,
      place: this.place,
      isMenuOpen: this.isMenuOpen,
      tools: [
        ...(works
          ? [tool(TEXTS.search, 'search'), tool(preferences.isUndisturbed ? TEXTS.alertsOff : TEXTS.alerts, 'alerts')]
          : []),
        ...(this.maySet ? [tool(TEXTS.settings, 'settings'), tool(DIALOG_HEADINGS.rights, 'rights')] : []),
        tool(TEXTS.help, 'help'),
      ],
      skip: () => this.goTo('conversation', 'main'),
      be: presence => void this.model?.setPresence(presence),
      switchMenu: () => {
        this.isMenuOpen = !this.isMenuOpen
      },
      go: place => {
        this.place = place
      },
      signOut: event => this.signOut(event),
    })
  }

  private queuePart(): TemplateResult {
    const { overview, open, unread, me } = this.desk
    if (me && !mayWork(me)) return html`<p class="empty">${TEXTS.noWork}</p>`
    if (!overview) return html`<p class="empty">${TEXTS.connecting}</p>`
    return queueView({
      overview,
      unread,
      now: this.now,
      myId: this.myId,
      openId: open?.conversation.conversationId ?? null,
      open: id => void this.openConversation(id),
      takeNext: () => void this.takeNext(),
    })
  }

  private conversationPart(model: DeskModel): TemplateResult {
    return conversationView({
      desk: this.desk,
      model,
      myId: this.myId,
      now: this.now,
      take: () => void this.run({ kind: 'take', isForced: false }),
      show: dialog => this.show(dialog),
      close: () => this.closeConversation(),
    })
  }

  private matterPart(open: OpenState, { api }: DeskModel): TemplateResult {
    return html`${matterView(open, this.now, text => this.finder?.look(text))}
      <h2>${TEXTS.answersHeading}</h2>
      <desk-answers
        .own=${this.desk.own}
        .find=${api.findAnswers}
        @insert=${(event: CustomEvent<string>) => this.insert(event.detail)}
      ></desk-answers>
      <button class="link" type="button" @click=${() => this.show('own-answers')}>${TEXTS.ownAdd}</button>`
  }

  private dialogPart(dialog: DialogKind, model: DeskModel): TemplateResult {
    return html`<dialog aria-labelledby="dialog-heading" @close=${() => this.show(null)}>
      <div class="dialog-head">
        <h2 id="dialog-heading">${DIALOG_HEADINGS[dialog]}</h2>
        <button class="quiet" type="button" @click=${() => this.show(null)}>${TEXTS.close}</button>
      </div>
      ${
        dialog === 'settings'
          ? html`<desk-hours .load=${model.api.departments} .keep=${model.api.setDepartment}></desk-hours>`
          : dialog === 'rights'
            ? html`<desk-rights .api=${model.api.rights} .now=${this.now}></desk-rights>`
            : this.dialogContent(dialog, model)
      }
    </dialog>`
  }

  private dialogContent(dialog: Exclude<DialogKind, 'settings' | 'rights'>, model: DeskModel): TemplateResult {
    const { open, overview, found, own, preferences } = this.desk
    return dialogView(dialog, {
      conversation: open?.conversation ?? null,
      present: overview?.present ?? [],
      myId: this.myId,
      found,
      own,
      preferences,
      draft: open?.draft.text ?? '',
      now: this.now,
      isRefused: this.isNotifyingRefused,
      run: deed => void this.runAndClose(deed),
      search: text => void model.search(text),
      open: id => void this.openConversation(id),
      keepAnswer: (title, text) => void model.keepAnswer({ id: crypto.randomUUID(), title, text }),
      removeAnswer: id => void model.removeAnswer(id),
      prefer: model.prefer,
      refused: isRefused => {
        this.isNotifyingRefused = isRefused
      },
      close: () => this.show(null),
    })
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('dialog') && this.dialog !== null) {
      const dialog = this.renderRoot.querySelector('dialog')
      if (dialog && !dialog.open) dialog.showModal()
    }
    const waiting = this.desk.overview?.queue.length ?? 0
    document.title = waiting > 0 ? `(${waiting}) ${TEXTS.title}` : TEXTS.title
  }

  private get myId(): string {
    return this.desk.me?.person.accountId ?? ''
  }

  private get maySet(): boolean {
    return this.desk.me?.person.roles.some(role => role === 'supervisor' || role === 'administrator') ?? false
  }

  private get finder(): AnswerFinder | null {
    return this.renderRoot.querySelector('desk-answers')
  }

  private show(dialog: DialogKind | null): void {
    this.isMenuOpen = false
    this.isNotifyingRefused = false
    this.dialog = dialog
    void this.model?.search(null)
  }

  /** Tells whether it is open. */
  private async openConversation(id: string): Promise<boolean> {
    this.show(null)
    if (!(await this.model?.open(id))) return false
    this.place = 'conversation'
    await this.updateComplete
    this.focusOn('#conversation-heading')
    return true
  }

  private closeConversation(): void {
    this.model?.close()
    this.goTo('queue', 'nav')
  }

  private async takeNext(): Promise<void> {
    const [next] = this.desk.overview?.queue ?? []
    if (next && (await this.openConversation(next.conversationId))) await this.run({ kind: 'take', isForced: false })
  }

  private async run(deed: Deed): Promise<void> {
    const isDone = await this.model?.run(deed)
    if (isDone) this.said = TEXTS.done[deed.kind]
    await this.updateComplete
    if (isDone && deed.kind === 'take') this.focusOn('desk-composer')
    else this.focusOn('#conversation-heading')
  }

  private async runAndClose(deed: Deed): Promise<void> {
    this.show(null)
    await this.run(deed)
  }

  /** After what is there already: nothing that the clerk wrote is lost. */
  private insert(text: string): void {
    const { open } = this.desk
    if (!open) return
    const { kind, text: written, language } = open.draft
    this.model?.draft({ kind, language, text: [written.trimEnd(), text].filter(Boolean).join('\n\n') })
    this.said = TEXTS.inserted
    this.goTo('conversation', 'desk-composer')
  }

  /** Whoever wants no disturbance, or takes no more at once, is not called for those who wait. */
  private hear(before: DeskPageState, after: DeskPageState): void {
    const heard = this.announcement(before, after, performance.now())
    if (!heard) return
    const { preferences, overview } = after
    const isOfQueue = heard.kind === 'conversation'
    if (isOfQueue && preferences.isUndisturbed) return
    this.said = heard.text
    if (isOfQueue && (overview?.mine.length ?? 0) >= preferences.most) return
    alertClerk(heard.text, preferences)
  }

  private act(act: ShortcutAct): void {
    const { open } = this.desk
    switch (act) {
      case 'queue':
        this.goTo('queue', 'nav .row, nav')
        break
      case 'write':
        this.goTo('conversation', 'desk-composer')
        break
      case 'answers':
        this.goTo('matter', 'desk-answers')
        break
      case 'take':
        void (open ? this.run({ kind: 'take', isForced: false }) : this.takeNext())
        break
      case 'pass-on':
      case 'return-to-bot':
      case 'make-ticket':
      case 'end':
        if (open && isMine(open.conversation, this.myId)) this.show(act)
        break
      case 'search':
      case 'help':
        this.show(act)
        break
      case 'stay':
        void this.model?.extendSession()
        break
    }
  }

  private goTo(place: Place, selector: string): void {
    this.place = place
    void this.updateComplete.then(() => this.focusOn(selector))
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const act = shortcutOf(event)
    if (act === undefined || (this.dialog !== null && act !== 'stay')) return
    event.preventDefault()
    this.act(act)
  }

  /** Colleagues and citizens are told at once, not when the page has been silent for long. */
  private signOut(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement
    event.preventDefault()
    void this.model?.leave().finally(() => form.submit())
  }

  private focusOn(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus()
  }
}
