import { html, nothing, type TemplateResult } from 'lit'
import { DESK_DEPARTMENTS, type DeskDepartment } from '../../../../bot/desk-state.ts'
import type { ListedConversation, PresentClerk } from '../../wire.ts'
import type { Deed } from '../model/desk-model.ts'
import { type AlertsParts, alertsView } from './alerts-view.ts'
import { helpView } from './help-view.ts'
import { type OwnAnswersParts, ownAnswersView } from './own-answers-view.ts'
import { RIGHTS_TEXTS } from './rights-texts.ts'
import { type SearchParts, searchView } from './search-view.ts'
import { DEPARTMENTS, END_LABELS, TEXTS } from './texts.ts'

/** Windows over the page. */
export type DialogKind =
  | 'help'
  | 'search'
  | 'alerts'
  | 'settings'
  | 'rights'
  | 'own-answers'
  | 'pass-on'
  | 'return-to-bot'
  | 'end'
  | 'make-ticket'
  | 'take-over'

type DeedParts = {
  readonly conversation: ListedConversation | null
  readonly present: readonly PresentClerk[]
  readonly myId: string
  readonly run: (deed: Deed) => void
  readonly close: () => void
}

export type DialogParts = DeedParts & SearchParts & OwnAnswersParts & AlertsParts

export const DIALOG_HEADINGS: Readonly<Record<DialogKind, string>> = {
  help: TEXTS.helpHeading,
  search: TEXTS.searchHeading,
  alerts: TEXTS.alerts,
  settings: TEXTS.settingsHeading,
  rights: RIGHTS_TEXTS.heading,
  'own-answers': TEXTS.answersHeading,
  'pass-on': TEXTS.passOnHeading,
  'return-to-bot': TEXTS.returnHeading,
  end: TEXTS.endHeading,
  'make-ticket': TEXTS.ticketHeading,
  'take-over': TEXTS.takeOverHeading,
}

/** What stands in a window under its heading. Settings and rights are elements of their own. */
export function dialogView(kind: Exclude<DialogKind, 'settings' | 'rights'>, parts: DialogParts): TemplateResult {
  const { conversation, close } = parts
  const department = conversation?.department ?? 'general'
  switch (kind) {
    case 'help':
      return helpView()
    case 'search':
      return searchView(parts)
    case 'alerts':
      return alertsView(parts)
    case 'own-answers':
      return ownAnswersView(parts)
    case 'pass-on':
      return confirmed(parts, TEXTS.passOnMeaning, TEXTS.passOnYes, passOnFields(parts), fields => ({
        kind: 'pass-on',
        to: readTo(String(fields.get('to'))),
      }))
    case 'return-to-bot':
      return confirmed(parts, TEXTS.returnMeaning, TEXTS.returnYes, nothing, () => ({ kind: 'return-to-bot' }))
    case 'end':
      return confirmed(parts, TEXTS.endMeaning, TEXTS.endYes, endFields(), fields => ({
        kind: 'end',
        label: String(fields.get('label')).trim(),
      }))
    case 'make-ticket':
      return confirmed(parts, TEXTS.ticketMeaning, TEXTS.ticketYes, departmentField(department), fields => ({
        kind: 'make-ticket',
        department: readDepartment(String(fields.get('department'))),
      }))
    case 'take-over':
      return confirmed(parts, TEXTS.takeOverMeaning, TEXTS.take, nothing, () => ({ kind: 'take', isForced: true }))
  }

  /** A form that says what it does, and does it. */
  function confirmed(
    { run }: DeedParts,
    meaning: string,
    yes: string,
    fields: TemplateResult | typeof nothing,
    read: (fields: FormData) => Deed,
  ): TemplateResult {
    const submit = (event: SubmitEvent) => {
      event.preventDefault()
      run(read(new FormData(event.target as HTMLFormElement)))
    }
    return html`<form @submit=${submit}>
      <p>${meaning}</p>
      ${fields}
      <div class="buttons">
        <button class="main" type="submit">${yes}</button>
        <button class="quiet" type="button" @click=${close}>${TEXTS.cancel}</button>
      </div>
    </form>`
  }
}

function passOnFields({ present, myId, conversation }: DeedParts): TemplateResult {
  const clerks = present.filter(({ id, presence }) => id !== myId && presence !== 'away')
  return html`<label for="to">${TEXTS.passOnTo}</label>
    <select id="to" name="to" required>
      ${
        clerks.length === 0
          ? nothing
          : html`<optgroup label=${TEXTS.passOnClerks}>
              ${clerks.map(
                ({ id, name, presence, holds }) =>
                  html`<option value="clerk:${id}">
                    ${name} – ${TEXTS.presence[presence]}${holds === 0 ? '' : TEXTS.holds(holds)}
                  </option>`,
              )}
            </optgroup>`
      }
      <optgroup label=${TEXTS.passOnDepartments}>
        ${DESK_DEPARTMENTS.filter(each => each !== conversation?.department).map(
          each => html`<option value="department:${each}">${DEPARTMENTS[each]}</option>`,
        )}
      </optgroup>
    </select>`
}

function endFields(): TemplateResult {
  return html`<label for="label">${TEXTS.endLabel}</label>
    <input id="label" name="label" type="text" list="labels" required maxlength="80" autocomplete="off" />
    <datalist id="labels">${END_LABELS.map(label => html`<option value=${label}></option>`)}</datalist>`
}

function departmentField(current: DeskDepartment): TemplateResult {
  return html`<label for="department">${TEXTS.department}</label>
    <select id="department" name="department">
      ${DESK_DEPARTMENTS.map(
        each => html`<option value=${each} ?selected=${each === current}>${DEPARTMENTS[each]}</option>`,
      )}
    </select>`
}

function readTo(value: string): Extract<Deed, { kind: 'pass-on' }>['to'] {
  const [kind, ...rest] = value.split(':')
  const id = rest.join(':')
  return kind === 'clerk' ? { kind, clerkId: id } : { kind: 'department', department: readDepartment(id) }
}

function readDepartment(value: string): DeskDepartment {
  return DESK_DEPARTMENTS.find(each => each === value) ?? 'general'
}
