import { html, LitElement, nothing } from 'lit'
import { DESK_DEPARTMENTS, type DeskDepartment } from '../../../../bot/desk-state.ts'
import type { DepartmentSettings } from '../../../../bot/desk-store.ts'
import type { DepartmentsSettings } from '../../wire.ts'
import { readExceptions, readSpans, WrongHours, writeExceptions, writeSpans } from './hours-words.ts'
import { DEPARTMENTS, TEXTS } from './texts.ts'

/** When each department answers, for supervisors and administrators. */
export class DepartmentHours extends LitElement {
  static override properties = {
    load: { attribute: false },
    keep: { attribute: false },
    all: { state: true },
    department: { state: true },
    said: { state: true },
    isWrong: { state: true },
  }

  declare load: () => Promise<DepartmentsSettings>
  declare keep: (department: DeskDepartment, settings: DepartmentSettings) => Promise<DepartmentsSettings>
  declare private all: DepartmentsSettings | null
  declare private department: DeskDepartment
  declare private said: string
  declare private isWrong: boolean

  constructor() {
    super()
    this.all = null
    this.department = 'general'
    this.said = ''
    this.isWrong = false
  }

  /** Styled by the page that it is part of. */
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.load().then(
      all => {
        this.all = all
      },
      () => this.tell(TEXTS.settingsRefused, true),
    )
  }

  override render() {
    const settings = this.all?.[this.department]
    return html`<p>${TEXTS.settingsLead}</p>
      <label for="hours-of">${TEXTS.department}</label>
      <select id="hours-of" @change=${this.picked}>
        ${DESK_DEPARTMENTS.map(each => html`<option value=${each}>${DEPARTMENTS[each]}</option>`)}
      </select>
      ${this.all === null ? nothing : this.form(settings ?? { hours: null, mail: null })}
      <p role="status" class=${this.isWrong ? 'mark late' : ''}>${this.said}</p>`
  }

  private form({ hours, mail }: DepartmentSettings) {
    return html`<form @submit=${this.submit} novalidate>
      <label class="check"><input type="checkbox" name="always" .checked=${hours === null} /> ${TEXTS.settingsAlways}</label>
      <fieldset>
        <legend>${TEXTS.settingsWeek}</legend>
        <p class="hint" id="week-hint">${TEXTS.settingsWeekHint}</p>
        ${TEXTS.days.map(
          (day, index) => html`<div class="day">
            <label for="day-${index}">${day}</label>
            <input id="day-${index}" name="day-${index}" type="text" autocomplete="off" aria-describedby="week-hint" .value=${writeSpans(hours?.week[index] ?? [])} />
          </div>`,
        )}
      </fieldset>
      <label for="exceptions">${TEXTS.settingsExceptions}</label>
      <p class="hint" id="exceptions-hint">${TEXTS.settingsExceptionsHint}</p>
      <textarea id="exceptions" name="exceptions" rows="3" aria-describedby="exceptions-hint" .value=${writeExceptions(hours?.exceptions ?? [])}></textarea>
      <label for="mail">${TEXTS.settingsMail}</label>
      <input id="mail" name="mail" type="email" autocomplete="off" .value=${mail ?? ''} />
      <div class="buttons"><button class="main" type="submit">${TEXTS.settingsKeep}</button></div>
    </form>`
  }

  private picked(event: Event): void {
    const value = (event.target as HTMLSelectElement).value
    this.department = DESK_DEPARTMENTS.find(each => each === value) ?? 'general'
    this.tell('', false)
  }

  private tell(said: string, isWrong: boolean): void {
    this.said = said
    this.isWrong = isWrong
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const fields = new FormData(event.target as HTMLFormElement)
    const text = (name: string) => String(fields.get(name) ?? '').trim()
    try {
      const week = TEXTS.days.map((_, index) => readSpans(text(`day-${index}`)))
      const exceptions = readExceptions(text('exceptions'))
      const hours = fields.has('always') ? null : { week, exceptions }
      this.all = await this.keep(this.department, { hours, mail: text('mail') || null })
      this.tell(TEXTS.settingsKept, false)
    } catch (error) {
      this.tell(error instanceof WrongHours ? TEXTS.settingsWrong(error.written) : TEXTS.settingsRefused, true)
    }
  }
}
