import { html, nothing, type TemplateResult } from 'lit'
import { DESK_DEPARTMENTS, type DeskDepartment } from '../../../../bot/desk-state.ts'
import type { ListedConversation, OwnReadyAnswer, PresentClerk } from '../../wire.ts'
import type { Deed } from '../model/desk-model.ts'
import { RIGHTS_TEXTS } from './rights-texts.ts'
import { SHORTCUTS } from './shortcuts.ts'
import { DEPARTMENTS, END_LABELS, TEXTS } from './texts.ts'
import { timeWords } from './time-words.ts'

/** Windows over the page. */
export type DialogKind =
  | 'help'
  | 'search'
  | 'settings'
  | 'rights'
  | 'own-answers'
  | 'pass-on'
  | 'return-to-bot'
  | 'end'
  | 'make-ticket'
  | 'take-over'

export type DialogParts = {
  readonly conversation: ListedConversation | null
  readonly present: readonly PresentClerk[]
  readonly myId: string
  readonly found: readonly ListedConversation[] | null
  readonly own: readonly OwnReadyAnswer[]
  readonly draft: string
  readonly now: number
  readonly run: (deed: Deed) => void
  readonly search: (text: string) => void
  readonly open: (conversationId: string) => void
  readonly keepAnswer: (title: string, text: string) => void
  readonly removeAnswer: (id: string) => void
  readonly close: () => void
}

export const DIALOG_HEADINGS: Readonly<Record<DialogKind, string>> = {
  help: TEXTS.helpHeading,
  search: TEXTS.searchHeading,
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
    { run }: DialogParts,
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

function passOnFields({ present, myId, conversation }: DialogParts): TemplateResult {
  const clerks = present.filter(({ id, presence }) => id !== myId && presence !== 'away')
  return html`<label for="to">${TEXTS.passOnTo}</label>
    <select id="to" name="to" required>
      ${
        clerks.length === 0
          ? nothing
          : html`<optgroup label=${TEXTS.passOnClerks}>
              ${clerks.map(
                ({ id, name, presence }) =>
                  html`<option value="clerk:${id}">${name} – ${TEXTS.presence[presence]}</option>`,
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

function helpView(): TemplateResult {
  return html`<ul class="prose">
      ${TEXTS.helpLines.map(line => html`<li>${line}</li>`)}
    </ul>
    <p>${TEXTS.helpLead}</p>
    <dl class="shortcuts">
      ${SHORTCUTS.map(({ keys, does }) => html`<div><dt><kbd>${keys}</kbd></dt><dd>${does}</dd></div>`)}
    </dl>`
}

function searchView({ found, now, search, open }: DialogParts): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    search(String(new FormData(event.target as HTMLFormElement).get('text')))
  }
  return html`<form role="search" @submit=${submit}>
      <label for="search">${TEXTS.searchLabel}</label>
      <div class="inline">
        <input id="search" name="text" type="search" required minlength="2" maxlength="200" autocomplete="off" aria-describedby="search-hint" />
        <button class="main" type="submit">${TEXTS.searchGo}</button>
      </div>
      <p class="hint" id="search-hint">${TEXTS.searchHint}</p>
    </form>
    <p role="status">
      ${found === null ? '' : found.length === 0 ? TEXTS.searchNone : TEXTS.searchFound(found.length)}
    </p>
    <ul class="rows">
      ${(found ?? []).map(
        ({ conversationId, number, topicLabel, since, department, label }) => html`<li>
          <button class="row" type="button" @click=${() => open(conversationId)}>
            <span class="time">${timeWords(since, now)}</span>
            <span class="what">
              <span class="topic">${topicLabel ?? TEXTS.noTopic}</span>
              <span class="hint">${TEXTS.number(number)} · ${DEPARTMENTS[department]}${label === null ? '' : ` · ${label}`}</span>
            </span>
          </button>
        </li>`,
      )}
    </ul>`
}

function ownAnswersView({ own, draft, keepAnswer, removeAnswer }: DialogParts): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const fields = new FormData(form)
    keepAnswer(String(fields.get('title')).trim(), String(fields.get('text')).trim())
    form.reset()
  }
  return html`<form @submit=${submit}>
      <label for="own-title">${TEXTS.ownTitle}</label>
      <input id="own-title" name="title" type="text" required maxlength="80" autocomplete="off" />
      <label for="own-text">${TEXTS.ownText}</label>
      <textarea id="own-text" name="text" rows="4" required maxlength="2000">${draft}</textarea>
      <div class="buttons"><button class="main" type="submit">${TEXTS.ownKeep}</button></div>
    </form>
    <ul class="rows">
      ${own.map(
        ({ id, title, text }) => html`<li class="own">
          <div><p class="topic">${title}</p><p class="hint">${text}</p></div>
          <button class="link" type="button" aria-label="${TEXTS.ownRemove}: ${title}" @click=${() => removeAnswer(id)}>
            ${TEXTS.ownRemove}
          </button>
        </li>`,
      )}
    </ul>`
}

function readTo(value: string): Extract<Deed, { kind: 'pass-on' }>['to'] {
  const [kind, ...rest] = value.split(':')
  const id = rest.join(':')
  return kind === 'clerk' ? { kind, clerkId: id } : { kind: 'department', department: readDepartment(id) }
}

function readDepartment(value: string): DeskDepartment {
  return DESK_DEPARTMENTS.find(each => each === value) ?? 'general'
}
