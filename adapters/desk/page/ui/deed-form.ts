import { html, nothing, type TemplateResult } from 'lit'
import { DESK_DEPARTMENTS, type DeskDepartment } from '../../../../bot/desk-state.ts'
import type { ListedConversation, PresentClerk } from '../../wire.ts'
import type { Deed } from '../model/deeds.ts'
import type { ConfirmedDeed } from './dialog-kind.ts'
import { icon } from './icons.ts'
import { DEPARTMENTS, END_LABELS, TEXTS } from './texts.ts'

export type DeedFormParts = {
  readonly conversation: ListedConversation | null
  readonly present: readonly PresentClerk[]
  readonly myId: string
  /** A reply is written and not sent. */
  readonly hasDraft: boolean
  readonly run: (deed: Deed) => void
  readonly close: () => void
}

/** A form that says what a deed means, asks what it needs, and does it. */
export function deedForm(kind: ConfirmedDeed, parts: DeedFormParts): TemplateResult {
  switch (kind) {
    case 'pass-on':
      return form(parts, TEXTS.passOnMeaning, TEXTS.passOnYes, passOnFields(parts), fields => ({
        kind,
        to: readTo(String(fields.get('to'))),
      }))
    case 'return-to-bot':
      return form(parts, TEXTS.returnMeaning, TEXTS.returnYes, nothing, () => ({ kind }))
    case 'end':
      return form(parts, TEXTS.endMeaning, TEXTS.endYes, endFields(), fields => ({
        kind,
        label: String(fields.get('label')).trim(),
      }))
    case 'make-ticket':
      return form(parts, TEXTS.ticketMeaning, TEXTS.ticketYes, departmentField(parts), fields => ({
        kind,
        department: readDepartment(String(fields.get('department'))),
      }))
    case 'take-over':
      return form({ ...parts, hasDraft: false }, TEXTS.takeOverMeaning, TEXTS.take, nothing, () => ({
        kind: 'take',
        isForced: true,
      }))
  }
}

function form(
  { hasDraft, run, close }: DeedFormParts,
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
    ${hasDraft ? html`<p class="mark late">${icon('warning')}<span>${TEXTS.unsent}</span></p>` : nothing}
    ${fields}
    <div class="buttons">
      <button class="main" type="submit">${yes}</button>
      <button class="quiet" type="button" @click=${close}>${TEXTS.cancel}</button>
    </div>
  </form>`
}

function passOnFields({ present, myId, conversation }: DeedFormParts): TemplateResult {
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

function departmentField({ conversation }: DeedFormParts): TemplateResult {
  const current = conversation?.department ?? 'general'
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
