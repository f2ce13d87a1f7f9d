import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { ListedConversation, OwnReadyAnswer, Presence } from '../../wire.ts'
import { createDeskModel, type Deed, type DeskModel, mayWork } from '../model/desk-model.ts'
import { type DeskPageState, NEW_DESK, type OpenState } from '../model/desk-state.ts'
import type { Draft } from '../model/drafts.ts'
import { createAnnouncements } from './announcements.ts'
import type { AnswerFinder } from './answer-finder.ts'
import { conversationHead, isMine } from './conversation-head.ts'
import { DIALOG_HEADINGS, type DialogKind, dialogView } from './dialogs.ts'
import { icon } from './icons.ts'
import { matterView } from './matter-view.ts'
import { queueView } from './queue-view.ts'
import { type ShortcutAct, shortcutOf } from './shortcuts.ts'
import { playTone } from './sound.ts'
import { styles } from './styles.ts'
import { PROBLEMS, refusalText, TEXTS } from './texts.ts'

/** Columns that a narrow window shows one at a time. */
type Place = 'queue' | 'conversation' | 'matter'
const PLACES = ['queue', 'conversation', 'matter'] as const
const PRESENCES: readonly Presence[] = ['free', 'busy', 'away']

/** Waits are shown in minutes, so they are looked at this often. */
const TICK_MS = 15_000
const SOUND = 'desk-sound'

/** The clerks' desk. */
export class DeskPage extends LitElement {
  static override styles = styles
  static override properties = {
    desk: { state: true },
    place: { state: true },
    dialog: { state: true },
    found: { state: true },
    own: { state: true },
    said: { state: true },
    now: { state: true },
    hasSound: { state: true },
    isMenuOpen: { state: true },
  }

  declare private desk: DeskPageState
  declare private place: Place
  declare private dialog: DialogKind | null
  declare private found: readonly ListedConversation[] | null
  declare private own: readonly OwnReadyAnswer[]
  /** What a screen reader hears when it has time. */
  declare private said: string
  declare private now: number
  declare private hasSound: boolean
  /** In a narrow window, where the tools stand behind a button. */
  declare private isMenuOpen: boolean

  private model: DeskModel | undefined
  private tick: ReturnType<typeof setInterval> | undefined
  private readonly announcement = createAnnouncements()

  constructor() {
    super()
    this.desk = NEW_DESK
    this.place = 'queue'
    this.isMenuOpen = false
    this.dialog = null
    this.found = null
    this.own = []
    this.said = ''
    this.now = Date.now()
    this.hasSound = localStorage.getItem(SOUND) === 'on'
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
    const { desk } = this
    return html`<div class="desk" data-place=${this.place}>
      ${this.headPart()} ${this.statePart()} ${this.deadLettersPart()}
      <div class="columns">
        <nav aria-label=${TEXTS.places.queue} tabindex="-1">${this.queuePart()}</nav>
        <main tabindex="-1">${desk.open ? this.conversationPart(desk.open) : this.nothingOpenPart()}</main>
        <aside aria-label=${TEXTS.places.matter}>${desk.open ? this.matterPart(desk.open) : nothing}</aside>
      </div>
      ${this.dialogPart()}
      <div class="aloud" role="status">${this.said}</div>
    </div>`
  }

  private headPart(): TemplateResult {
    const { me, overview } = this.desk
    const mine = overview?.present.find(({ id }) => id === me?.person.accountId)?.presence ?? 'free'
    return html`<header>
      <button class="skip" type="button" @click=${this.skip}>${TEXTS.skip}</button>
      <h1>${TEXTS.title}</h1>
      ${
        this.mayWork
          ? html`<label for="presence" class="aloud">${TEXTS.presenceLabel}</label>
              <select id="presence" class="presence ${mine}" @change=${this.presenceChosen}>
                ${PRESENCES.map(
                  each => html`<option value=${each} ?selected=${each === mine}>${TEXTS.presence[each]}</option>`,
                )}
              </select>`
          : nothing
      }
      <button
        class="quiet menu"
        type="button"
        aria-expanded=${this.isMenuOpen ? 'true' : 'false'}
        aria-controls="tools"
        @click=${this.switchMenu}
      >
        ${TEXTS.menu}
      </button>
      <div class="tools ${this.isMenuOpen ? 'open' : ''}" id="tools">
        ${this.mayWork ? this.tool(TEXTS.search, () => this.show('search')) : nothing}
        ${this.maySet ? this.tool(TEXTS.settings, () => this.show('settings')) : nothing}
        ${this.maySet ? this.tool(DIALOG_HEADINGS.rights, () => this.show('rights')) : nothing}
        <button class="quiet" type="button" aria-pressed=${this.hasSound ? 'true' : 'false'} @click=${this.switchSound}>
          ${TEXTS.sound}: ${this.hasSound ? TEXTS.on : TEXTS.off}
        </button>
        ${this.tool(TEXTS.help, () => this.show('help'))}
        <a href="/desk/account">${me ? me.person.name : TEXTS.account}</a>
        <form method="post" action="/desk/sign-out" @submit=${this.signOut}>
          <input type="hidden" name="csrf" value=${me?.csrf ?? ''} />
          <button class="quiet" type="submit">${TEXTS.signOut}</button>
        </form>
      </div>
      <div class="places" role="group" aria-label=${TEXTS.title}>
        ${PLACES.map(
          place => html`<button
            class="option ${place}"
            type="button"
            aria-pressed=${this.place === place ? 'true' : 'false'}
            @click=${() => this.go(place)}
          >
            ${TEXTS.places[place]}
          </button>`,
        )}
      </div>
    </header>`
  }

  private tool(words: string, press: () => void): TemplateResult {
    return html`<button class="quiet" type="button" @click=${press}>${words}</button>`
  }

  /** What is wrong with the connection or the session; said at once. */
  private statePart(): TemplateResult {
    const { connection, session } = this.desk
    return html`<div role="alert">
      ${
        session === 'ended'
          ? html`<p class="banner late">${icon('warning')}<span>${TEXTS.sessionEnded}</span>
              <a class="main" href="/desk/sign-in">${TEXTS.signIn}</a></p>`
          : session === 'ends-soon'
            ? html`<p class="banner late">${icon('clock')}<span>${TEXTS.sessionEndsSoon}</span>
                <button class="main" type="button" @click=${() => this.model?.extendSession()}>${TEXTS.stay}</button></p>`
            : connection === 'offline'
              ? html`<p class="banner late">${icon('warning')}<span>${TEXTS.offline}</span></p>`
              : nothing
      }
    </div>`
  }

  private deadLettersPart(): TemplateResult {
    const { deadLetters } = this.desk
    return html`<div role="status">
      ${
        deadLetters === 0
          ? nothing
          : html`<p class="banner late">${icon('warning')}<span>${TEXTS.deadLetters(deadLetters)}</span>
              <button class="quiet" type="button" @click=${() => void this.model?.noteDeadLetters()}>
                ${TEXTS.noteDeadLetters}
              </button></p>`
      }
    </div>`
  }

  private undeliveredPart({ conversation }: OpenState): TemplateResult | typeof nothing {
    if (!conversation.isUndelivered) return nothing
    return html`<p class="banner late">${icon('warning')}<span>${TEXTS.undeliveredLead}</span>
      <button class="quiet" type="button" @click=${() => void this.model?.settle()}>${TEXTS.settle}</button></p>`
  }

  private queuePart(): TemplateResult {
    const { overview, open, unread, me } = this.desk
    if (me && !this.mayWork) return html`<p class="empty">${TEXTS.noWork}</p>`
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

  private nothingOpenPart(): TemplateResult {
    return html`${this.problemPart()}
      <div class="nothing">
        <p><b>${TEXTS.nothingOpen}</b></p>
        <p class="hint">${TEXTS.nothingOpenHint}</p>
      </div>`
  }

  private conversationPart(open: OpenState): TemplateResult {
    const { conversation, draft } = open
    return html`
      ${conversationHead({
        conversation,
        myId: this.myId,
        isSupervisor: this.desk.me?.person.roles.includes('supervisor') ?? false,
        take: () => void this.run({ kind: 'take', isForced: false }),
        show: dialog => this.show(dialog),
        close: () => this.closeConversation(),
      })}
      ${this.undeliveredPart(open)}
      <desk-log
        .messages=${open.messages}
        .revealed=${open.revealed}
        .reveal=${(seq: number) => void this.model?.reveal(seq)}
        .isCitizenTyping=${open.isCitizenTyping}
        .isSending=${draft.unsent.length > 0}
        .now=${this.now}
      ></desk-log>
      ${this.problemPart()}
      <desk-composer
        .draft=${draft}
        .mayReply=${isMine(conversation, this.myId)}
        @draft=${(event: CustomEvent<Pick<Draft, 'kind' | 'text'>>) => this.model?.draft(event.detail)}
        @send=${() => this.model?.send()}
      ></desk-composer>
    `
  }

  private problemPart(): TemplateResult {
    const { problem } = this.desk
    return html`<div role="alert">
      ${
        problem === null
          ? nothing
          : html`<p class="banner late">${icon('warning')}<span
                >${problem.kind === 'refused' ? refusalText(problem.refusal) : PROBLEMS[problem.kind]}</span
              ><button class="quiet" type="button" @click=${() => this.model?.dismiss()}>${TEXTS.close}</button></p>`
      }
    </div>`
  }

  private matterPart(open: OpenState): TemplateResult {
    return html`${matterView(open, this.now, text => this.finder?.look(text))}
      <h2>${TEXTS.answersHeading}</h2>
      <desk-answers
        .own=${this.own}
        .find=${(text: string) => this.model?.api.findAnswers(text)}
        @insert=${(event: CustomEvent<string>) => this.insert(event.detail)}
      ></desk-answers>
      <button class="link" type="button" @click=${() => this.show('own-answers')}>${TEXTS.ownAdd}</button>`
  }

  private dialogPart(): TemplateResult | typeof nothing {
    const { dialog, model } = this
    if (dialog === null || !model) return nothing
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
            : dialogView(dialog, {
                conversation: this.desk.open?.conversation ?? null,
                present: this.desk.overview?.present ?? [],
                myId: this.myId,
                found: this.found,
                own: this.own,
                draft: this.desk.open?.draft.text ?? '',
                now: this.now,
                run: deed => void this.runAndClose(deed),
                search: text => void this.search(text),
                open: id => void this.openConversation(id),
                keepAnswer: (title, text) => void this.keepAnswer({ id: crypto.randomUUID(), title, text }),
                removeAnswer: id => void this.removeAnswer(id),
                close: () => this.show(null),
              })
      }
    </dialog>`
  }

  protected override updated(changed: PropertyValues): void {
    const before: DeskPageState | undefined = changed.get('desk')
    if (before?.me === null && this.mayWork) void this.loadAnswers()
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

  private get mayWork(): boolean {
    return mayWork(this.desk.me)
  }

  private get maySet(): boolean {
    return this.desk.me?.person.roles.some(role => role === 'supervisor' || role === 'administrator') ?? false
  }

  private get finder(): AnswerFinder | null {
    return this.renderRoot.querySelector('desk-answers')
  }

  private show(dialog: DialogKind | null): void {
    this.isMenuOpen = false
    this.dialog = dialog
    this.found = null
  }

  private go(place: Place): void {
    this.place = place
  }

  private async openConversation(id: string): Promise<void> {
    this.show(null)
    await this.model?.open(id)
    if (!this.desk.open) return
    this.place = 'conversation'
    await this.updateComplete
    this.focusOn('#conversation-heading')
  }

  private closeConversation(): void {
    this.model?.close()
    this.goTo('queue', 'nav')
  }

  private async takeNext(): Promise<void> {
    const [next] = this.desk.overview?.queue ?? []
    if (!next) return
    await this.openConversation(next.conversationId)
    await this.run({ kind: 'take', isForced: false })
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

  private async search(text: string): Promise<void> {
    this.found = (await this.model?.api.search(text).catch(() => null)) ?? []
  }

  private async loadAnswers(): Promise<void> {
    this.own = (await this.model?.api.readyAnswers().catch(() => undefined)) ?? this.own
  }

  private async keepAnswer(answer: OwnReadyAnswer): Promise<void> {
    this.own = (await this.model?.api.keepReadyAnswer(answer).catch(() => undefined)) ?? this.own
  }

  private async removeAnswer(id: string): Promise<void> {
    this.own = (await this.model?.api.removeReadyAnswer(id).catch(() => undefined)) ?? this.own
  }

  /** After what is there already: nothing that the clerk wrote is lost. */
  private insert(text: string): void {
    const { open } = this.desk
    if (!open) return
    const { draft } = open
    this.model?.draft({ kind: draft.kind, text: [draft.text.trimEnd(), text].filter(Boolean).join('\n\n') })
    this.said = TEXTS.inserted
    this.goTo('conversation', 'desk-composer')
  }

  private hear(before: DeskPageState, after: DeskPageState): void {
    const said = this.announcement(before, after, performance.now())
    if (said === undefined) return
    this.said = said
    if (this.hasSound) playTone()
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
    }
  }

  private goTo(place: Place, selector: string): void {
    this.place = place
    void this.updateComplete.then(() => this.focusOn(selector))
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const act = shortcutOf(event)
    if (act === undefined || this.dialog !== null) return
    event.preventDefault()
    this.act(act)
  }

  private skip(): void {
    this.goTo('conversation', 'main')
  }

  private presenceChosen(event: Event): void {
    const chosen = PRESENCES.find(each => each === (event.target as HTMLSelectElement).value)
    if (chosen) void this.model?.setPresence(chosen)
  }

  private switchMenu(): void {
    this.isMenuOpen = !this.isMenuOpen
  }

  private switchSound(): void {
    this.hasSound = !this.hasSound
    localStorage.setItem(SOUND, this.hasSound ? 'on' : 'off')
    if (this.hasSound) playTone()
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
