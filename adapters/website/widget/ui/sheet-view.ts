import { html, type TemplateResult } from 'lit'
import { confirmView, easyHelpView, type MenuActions, type MenuState, menuView, type Sheet } from './menu.ts'
import type { OfficeInfo } from './office-info.ts'
import type { Preferences } from './preferences.ts'
import { richText } from './rich-view.ts'
import { TEXTS } from './texts.ts'

/** What a sheet shows depends on. */
export type SheetState = MenuState & {
  readonly preferences: Preferences
  readonly info: OfficeInfo | 'failed' | undefined
}

export type SheetActions = MenuActions & {
  readonly erase: () => void
  /** Ends the conversation; it can be taken back. */
  readonly finish: () => void
  readonly back: () => void
}

/** The content of a sheet, below its heading. */
export function sheetView(
  sheet: Sheet,
  { preferences, info, ...state }: SheetState,
  actions: SheetActions,
): TemplateResult | readonly TemplateResult[] {
  switch (sheet) {
    case 'menu':
      return menuView(preferences, state, actions)
    case 'easy-to-read':
      return easyHelpView()
    case 'erase':
      return confirmView(TEXTS.erasing, state.problem, actions.erase, actions.back)
    case 'finish':
      return confirmView(TEXTS.finishing, state.problem, actions.finish, actions.back)
    case 'contact':
    case 'sign-language':
    case 'privacy':
      if (info === undefined) return html`<p>${TEXTS.loading}</p>`
      if (info === 'failed') return html`<p class="note bad">${TEXTS.notLoaded}</p>`
      return html`<div class="prose">${richText(info.sheets[sheet])}</div>`
  }
}
