import { type LitElement, nothing, type TemplateResult } from 'lit'
import { ServerRefusal } from '../chat/server-refusal.ts'
import type { Conversation } from './conversation.ts'
import { downloadTranscript, mailTranscript, saveCopy } from './download.ts'
import { focusOn } from './focus-on.ts'
import type { Sheet } from './menu.ts'
import { allowNotices } from './notice.ts'
import type { OfficeInfoSource } from './office-info.ts'
import { sheetPanelView } from './panel-view.ts'
import type { Preferences, PreferencesKeeper } from './preferences.ts'
import type { SheetActions } from './sheet-view.ts'
import { playTone } from './sound.ts'
import { TEXTS } from './texts.ts'

/** What lies over the conversation: the menu, and what it opens. */
export type Sheets = {
  readonly isOpen: () => boolean
  /** Null shows the conversation. */
  readonly show: (sheet: Sheet | null) => void
  /** Goes back by one: to the menu, or to the conversation. */
  readonly goBack: () => void
  /** For the next time that the chat is opened. */
  readonly close: () => void
  /** `close` closes the chat, where that can be done. */
  readonly view: (close: (() => void) | undefined) => TemplateResult | typeof nothing
}

type Sources = {
  readonly conversation: Conversation
  readonly preferences: PreferencesKeeper
  readonly info: OfficeInfoSource
  /** As transcripts call it. */
  readonly officeName: () => string
}

export function createSheets(host: LitElement, { conversation, preferences, info, officeName }: Sources): Sheets {
  const { chat, state } = conversation
  let sheet: Sheet | null = null
  /** Why what the citizen tried in a sheet failed; empty when it did not. */
  let problem = ''

  function show(next: Sheet | null): void {
    sheet = next
    fail('')
    if (info.current() === 'failed') void info.fetch()
    focusOn(host, next === null ? '#head-button' : 'h2')
    // One sheet takes the place of another, and would be as far scrolled.
    void host.updateComplete.then(() => host.renderRoot.querySelector('.sheet')?.scrollTo(0, 0))
  }

  function close(): void {
    sheet = null
    fail('')
  }

  function fail(words: string): void {
    problem = words
    host.requestUpdate()
  }

  async function prefer(change: Partial<Preferences>): Promise<void> {
    const isRefused = change.hasNotices === true && !(await allowNotices())
    fail(isRefused ? TEXTS.notices.refused : '')
    if (isRefused) return
    preferences.change(change)
    if (change.hasSound) playTone()
  }

  async function saveData(format: 'html' | 'json'): Promise<void> {
    fail('')
    try {
      saveCopy(format, await chat.copy())
    } catch {
      fail(TEXTS.copyFailed)
    }
  }

  async function erase(): Promise<void> {
    fail('')
    try {
      await chat.erase()
      close()
      focusOn(host, '.end button')
    } catch (error) {
      fail((error instanceof ServerRefusal && error.told) || TEXTS.eraseFailed)
    }
  }

  const goBack = () => show(sheet === 'menu' ? null : 'menu')

  const actions: SheetActions = {
    prefer: change => void prefer(change),
    show,
    download: format => downloadTranscript(format, state(), officeName()),
    mailLink: () => mailTranscript(state(), officeName()),
    copy: format => void saveData(format),
    finish() {
      chat.finish()
      show(null)
    },
    erase: () => void erase(),
    back: goBack,
  }

  return {
    isOpen: () => sheet !== null,
    show,
    goBack,
    close,
    view(close) {
      if (sheet === null) return nothing
      const { entries, end, standing } = state()
      const sheetState = {
        preferences: preferences.current(),
        info: info.current(),
        problem,
        hasConversation: entries.length > 0,
        isKept: end !== 'lost',
        canFinish: end === 'none' && standing.kind !== 'closed',
      }
      return sheetPanelView(sheet, sheetState, actions, { show, close })
    },
  }
}
