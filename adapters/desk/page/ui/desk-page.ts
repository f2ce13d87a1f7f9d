import { LitElement, nothing, type PropertyValues } from 'lit'
import { createDeskModel, type DeskModel } from '../model/desk-model.ts'
import { type DeskPageState, NEW_DESK } from '../model/desk-state.ts'
import { alertClerk } from './alerts.ts'
import { createAnnouncements } from './announcements.ts'
import { deskView } from './desk-view.ts'
import { FIRST_LOOK, type Look } from './look.ts'
import { createPageActs, type PageActs } from './page-acts.ts'
import { styles } from './styles.ts'
import { TEXTS } from './texts.ts'

/** Waits are shown in minutes, so they are looked at this often. */
const TICK_MS = 15_000

/** The clerks' desk. What it shows is in `deskView`, what the clerk does in `createPageActs`. */
export class DeskPage extends LitElement {
  static override styles = styles
  static override properties = { desk: { state: true }, look: { state: true }, now: { state: true } }

  declare private desk: DeskPageState
  declare private look: Look
  declare private now: number

  private model: DeskModel | undefined
  private acts: PageActs | undefined
  private tick: ReturnType<typeof setInterval> | undefined
  private readonly announcement = createAnnouncements()

  constructor() {
    super()
    this.desk = NEW_DESK
    this.look = FIRST_LOOK
    this.now = Date.now()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    const model = createDeskModel(
      () => {
        this.desk = model.state()
        this.takeTime()
      },
      (before, after) => this.hear(before, after),
    )
    this.model = model
    this.acts = createPageActs({
      model,
      look: () => this.look,
      change: this.change,
      find: selector => this.renderRoot.querySelector(selector),
      shown: () => this.updateComplete,
    })
    this.tick = setInterval(() => this.takeTime(), TICK_MS)
    addEventListener('keydown', this.acts.press)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.tick)
    if (this.acts) removeEventListener('keydown', this.acts.press)
    this.model?.stop()
  }

  override render() {
    const { desk, look, now, model, acts, change } = this
    return model && acts ? deskView({ desk, look, now, model, acts, change }) : nothing
  }

  protected override updated(changed: PropertyValues): void {
    const before: Look | undefined = changed.get('look')
    if (before && before.dialog !== this.look.dialog) this.renderRoot.querySelector('dialog')?.showModal()
    const waiting = this.desk.overview?.queue.length ?? 0
    document.title = waiting > 0 ? `(${waiting}) ${TEXTS.title}` : TEXTS.title
  }

  private readonly change = (change: Partial<Look>): void => {
    this.look = { ...this.look, ...change }
  }

  /** By the server's clock. */
  private takeTime(): void {
    this.now = Date.now() + this.desk.clockAhead
  }

  /** Whoever wants no disturbance, or takes no more at once, is not called for those who wait. */
  private hear(before: DeskPageState, after: DeskPageState): void {
    const heard = this.announcement(before, after, performance.now())
    if (!heard) return
    const { preferences, overview } = after
    const isOfQueue = heard.kind === 'conversation'
    if (isOfQueue && preferences.isUndisturbed) return
    this.change({ said: heard.text })
    if (isOfQueue && (overview?.mine.length ?? 0) >= preferences.most) return
    alertClerk(heard.text, preferences)
  }
}
