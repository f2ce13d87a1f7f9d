import { html, nothing, type TemplateResult } from 'lit'
import { typeset } from '../../rich-text.ts'
import { icon } from './icons.ts'
import { knowsNotices } from './notice.ts'
import { type Preferences, TEXT_SIZES, THEMES } from './preferences.ts'
import { EASY_HELP, TEXTS } from './texts.ts'

/** What the menu opens besides itself. */
export type Sheet = 'menu' | InfoSheet | 'easy-to-read' | 'finish' | 'erase'
export type InfoSheet = 'contact' | 'sign-language' | 'privacy'

export type MenuActions = {
  readonly prefer: (change: Partial<Preferences>) => void
  readonly show: (sheet: Sheet) => void
  readonly download: (format: 'html' | 'text') => void
  /** Link to a letter with the conversation. */
  readonly mailLink: () => string
  /** Fetches all that the office keeps, and saves it. */
  readonly copy: (format: 'html' | 'json') => void
}

export type MenuState = {
  /** There is something to download and to erase. */
  readonly hasConversation: boolean
  /** The office has it, as far as is known here: it can be copied and erased. */
  readonly isKept: boolean
  /** There is something to end. */
  readonly canFinish: boolean
  /** Why the last try failed; empty when it did not. */
  readonly problem: string
}

/** The name of each sheet, as its heading and as the door to it. */
export const SHEET_NAMES: Readonly<Record<Sheet, string>> = {
  menu: TEXTS.menuHeading,
  contact: TEXTS.contact,
  'sign-language': TEXTS.signLanguage,
  'easy-to-read': TEXTS.easyToRead,
  privacy: TEXTS.privacy,
  finish: TEXTS.finishQuestion,
  erase: TEXTS.eraseQuestion,
}

const DOORS = ['contact', 'sign-language', 'easy-to-read', 'privacy'] as const

export function menuView(
  preferences: Preferences,
  { hasConversation, isKept, canFinish, problem }: MenuState,
  actions: MenuActions,
): TemplateResult {
  const { hasSound, hasNotices, isReadAloud, textSize, theme } = preferences
  const { prefer, show, download, mailLink, copy } = actions
  const isRefused = problem === TEXTS.notices.refused
  const onOff = (isOn: boolean, set: (on: boolean) => void) => [
    option(TEXTS.on, isOn, () => set(true)),
    option(TEXTS.off, !isOn, () => set(false)),
  ]
  return html`
    ${group(
      TEXTS.soundHeading,
      onOff(hasSound, on => prefer({ hasSound: on })),
    )}
    ${
      knowsNotices()
        ? noticesView(
            onOff(hasNotices, on => prefer({ hasNotices: on })),
            isRefused ? problem : '',
          )
        : nothing
    }
    ${group(
      TEXTS.textSizeHeading,
      TEXT_SIZES.map(size => option(TEXTS.textSize(size), size === textSize, () => prefer({ textSize: size }))),
    )}
    ${group(
      TEXTS.themeHeading,
      THEMES.map(each => option(TEXTS.themes[each], each === theme, () => prefer({ theme: each }))),
    )}
    ${group(
      TEXTS.readAloudHeading,
      onOff(isReadAloud, on => prefer({ isReadAloud: on })),
    )}
    <div>
      <h3>${TEXTS.helpHeading}</h3>
      <ul class="doors">
        ${DOORS.map(sheet => door(SHEET_NAMES[sheet], () => show(sheet)))}
      </ul>
    </div>
    ${
      hasConversation
        ? html`<div>
          <h3>${TEXTS.transcriptHeading}</h3>
          <ul class="doors">
            ${door(TEXTS.downloadHtml, () => download('html'))} ${door(TEXTS.downloadText, () => download('text'))}
            <li><a class="door" href=${mailLink()}><span>${TEXTS.mail}</span>${icon('back')}</a></li>
            ${canFinish ? door(TEXTS.finish, () => show('finish')) : nothing}
          </ul>
        </div>`
        : nothing
    }
    ${
      hasConversation && isKept
        ? html`<div>
          <h3>${TEXTS.dataHeading}</h3>
          <p class="note bad" role="alert">${isRefused ? nothing : problem}</p>
          <ul class="doors">
            ${door(TEXTS.copyHtml, () => copy('html'))} ${door(TEXTS.copyJson, () => copy('json'))}
            ${door(TEXTS.erase, () => show('erase'))}
          </ul>
        </div>`
        : nothing
    }
  `
}

function noticesView(options: readonly TemplateResult[], problem: string): TemplateResult {
  return html`<div>
    ${group(TEXTS.notices.heading, options)}
    <p class="note">${typeset(TEXTS.notices.meaning)}</p>
    <p class="note bad" role="alert">${problem}</p>
  </div>`
}

export function easyHelpView(): readonly TemplateResult[] {
  return EASY_HELP.map(
    ({ heading, lines }) =>
      html`<div class="prose">
        <h3>${heading}</h3>
        ${lines.map(line => html`<p>${typeset(line)}</p>`)}
      </div>`,
  )
}

/** Asks once more before `act`; `problem` is empty unless that failed. */
export function confirmView(
  words: { readonly meaning: string; readonly yes: string; readonly no: string; readonly isForGood: boolean },
  problem: string,
  act: () => void,
  keep: () => void,
): TemplateResult {
  return html`<p>${typeset(words.meaning)}</p>
    <p class="note bad" role="alert">${problem}</p>
    <div class="buttons">
      <button class="main ${words.isForGood ? 'danger' : ''}" type="button" @click=${act}>${words.yes}</button>
      <button class="quiet" type="button" @click=${keep}>${words.no}</button>
    </div>`
}

function group(name: string, options: readonly TemplateResult[]): TemplateResult {
  return html`<fieldset>
    <legend>${name}</legend>
    <div class="options">${options}</div>
  </fieldset>`
}

function option(name: string, isChosen: boolean, choose: () => void): TemplateResult {
  return html`<button class="option" type="button" aria-pressed=${isChosen ? 'true' : 'false'} @click=${choose}>
    ${icon('check')}${name}
  </button>`
}

function door(name: string, open: () => void): TemplateResult {
  return html`<li><button class="door" type="button" @click=${open}><span>${name}</span>${icon('back')}</button></li>`
}
