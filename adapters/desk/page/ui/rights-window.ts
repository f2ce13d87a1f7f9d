import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { channelName } from '../../../../dialogs/channel-name.ts'
import { ERASING_REASONS, type ErasingReason } from '../../../privacy/erasing-reason.ts'
import { saveFile } from '../../../website/widget/ui/save-file.ts'
import type { FoundRecord } from '../../wire.ts'
import { DeskRefusal, type RightsApi } from '../model/desk-api.ts'
import { RIGHTS_TEXTS as TEXTS } from './rights-texts.ts'
import { clockWords } from './time-words.ts'

/** What a refusal means here, by its status. */
const REFUSALS: Readonly<Record<number, string>> = { 400: TEXTS.badNumber, 404: TEXTS.none }

/** Copies and erasing for supervisors and administrators. Forgets all when it is closed. */
export class RightsWindow extends LitElement {
  static override properties = {
    api: { attribute: false },
    now: { attribute: false },
    found: { state: true },
    said: { state: true },
    isWrong: { state: true },
  }

  declare api: RightsApi
  declare now: number
  declare private found: FoundRecord | null
  declare private said: string
  declare private isWrong: boolean

  constructor() {
    super()
    this.now = 0
    this.found = null
    this.said = ''
    this.isWrong = false
  }

  /** Styled by the page that it is part of. */
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override render() {
    return html`<p>${TEXTS.lead}</p>
      <form role="search" @submit=${this.find}>
        <label for="record">${TEXTS.label}</label>
        <div class="inline">
          <input id="record" name="number" type="text" required maxlength="60" autocomplete="off" />
          <button class="main" type="submit">${TEXTS.find}</button>
        </div>
      </form>
      <p role="status" class=${this.isWrong ? 'mark late' : ''}>${this.said}</p>
      ${this.found ? this.recordPart(this.found) : nothing}`
  }

  private recordPart(record: FoundRecord): TemplateResult {
    const { number, source, openedAt, activeAt, messages, kind, ticket } = record
    const facts = [
      [TEXTS.number, ticket ?? number],
      [TEXTS.channel, channelName(source)],
      [TEXTS.opened, clockWords(openedAt, this.now)],
      [TEXTS.active, clockWords(activeAt, this.now)],
      [TEXTS.messages, messages],
      [TEXTS.state, TEXTS.states[kind]],
    ]
    return html`<dl class="facts">
        ${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
      </dl>
      <p class="hint">${TEXTS.proof}</p>
      <div class="buttons">
        <button class="quiet" type="button" @click=${() => this.copy('html')}>${TEXTS.copyHtml}</button>
        <button class="quiet" type="button" @click=${() => this.copy('json')}>${TEXTS.copyJson}</button>
      </div>
      <h3>${TEXTS.eraseHeading}</h3>
      ${record.hold === null ? this.erasePart(record) : html`<p class="mark late">${TEXTS.held(record.hold)}</p>`}`
  }

  private erasePart({ kind, ticket }: FoundRecord): TemplateResult {
    return html`<form @submit=${this.erase}>
      <p>${TEXTS.eraseMeaning}</p>
      ${kind === 'bot' && ticket === null ? nothing : html`<p class="mark late">${TEXTS.eraseWhileOpen}</p>`}
      <label for="reason">${TEXTS.reason}</label>
      <select id="reason" name="reason">
        ${ERASING_REASONS.map(reason => html`<option value=${reason}>${TEXTS.reasons[reason]}</option>`)}
      </select>
      <label class="check"><input type="checkbox" name="sure" required /> ${TEXTS.sure}</label>
      <div class="buttons"><button class="main" type="submit">${TEXTS.erase}</button></div>
    </form>`
  }

  private async find(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const number = String(new FormData(event.target as HTMLFormElement).get('number')).trim()
    this.found = null
    await this.attempt(async () => {
      this.found = await this.api.find(number)
      this.tell(this.found ? '' : TEXTS.none)
    })
  }

  private async copy(format: 'html' | 'json'): Promise<void> {
    const { found } = this
    if (!found) return
    await this.attempt(async () => {
      const { name, text } = await this.api.copy(found.conversationId, format)
      saveFile(name, format === 'html' ? 'text/html' : 'application/json', text)
      this.tell(TEXTS.copied)
    })
  }

  private async erase(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { found } = this
    const chosen = new FormData(event.target as HTMLFormElement).get('reason')
    const reason: ErasingReason = ERASING_REASONS.find(each => each === chosen) ?? 'asked'
    if (!found) return
    await this.attempt(async () => {
      const refusal = await this.api.erase(found.conversationId, reason)
      if (refusal !== null) return this.tell(refusal, true)
      this.found = null
      this.tell(TEXTS.erased(found.number))
    }, TEXTS.unsure)
  }

  /** `failed`: what is said where nobody knows more. */
  private async attempt(work: () => Promise<void>, failed: string = TEXTS.failed): Promise<void> {
    try {
      await work()
    } catch (error) {
      const refusal = error instanceof DeskRefusal ? REFUSALS[error.status] : undefined
      this.tell(refusal ?? failed, true)
    }
  }

  private tell(said: string, isWrong = false): void {
    this.said = said
    this.isWrong = isWrong
  }
}
