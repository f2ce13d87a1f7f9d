import { html, type TemplateResult } from 'lit'
import type { ChatState } from '../chat/chat.ts'
import type { EntryActions } from './entry-view.ts'
import { endView, headView, type PersonButton, personView } from './frame-view.ts'
import { SHEET_NAMES, type Sheet } from './menu.ts'
import { type SheetActions, type SheetState, sheetView } from './sheet-view.ts'
import type { Signals } from './signals.ts'
import { TEXTS } from './texts.ts'

/** What the panel shows depends on. */
export type PanelState = {
  readonly heading: string
  readonly placeholder: string
  readonly chat: ChatState
  readonly signals: Signals
  /** Key of the message that was copied last; empty where none was. */
  readonly copied: string
  /** The office's own phones, e-mails and accounts. */
  readonly ownNumbers: readonly string[]
}

export type PanelActions = EntryActions & {
  readonly write: (text: string) => void
  readonly startAnew: () => void
  readonly undoFinish: () => void
  readonly showTyping: () => void
  readonly show: (sheet: Sheet | null) => void
  /** Absent where the chat is the page. */
  readonly close: (() => void) | undefined
}

/** The conversation; hidden, and not away, while a sheet lies over it, so that what was begun stays in the field. */
export function conversationView(state: PanelState, isHidden: boolean, actions: PanelActions): TemplateResult {
  const { heading, placeholder, chat, signals, copied, ownNumbers } = state
  const person = personOf(chat, actions)
  const isOver = chat.end !== 'none' || chat.standing.kind === 'closed'
  return html`
    <div ?hidden=${isHidden}>
      ${headView(heading, {
        button: { name: TEXTS.menu, icon: 'menu', press: () => actions.show('menu') },
        close: actions.close,
        says: TEXTS.standing(chat.standing),
        ...(chat.end === 'none' ? { person } : {}),
      })}
      <p class="state">${signals.isOffline ? TEXTS.offline : ''}</p>
    </div>
    <office-chat-log
      class="well"
      ?hidden=${isHidden}
      .entries=${chat.entries}
      .actions=${actions}
      .copied=${copied}
      .isAwaited=${signals.isTyping}
      .clerkSign=${signals.clerkSign}
      .isConnecting=${chat.connection === 'connecting' && chat.entries.length === 0}
    ></office-chat-log>
    <div class="foot" ?hidden=${isHidden}>
      ${
        !isOver
          ? html`${personView('high', person)}
            <office-chat-composer
              .placeholder=${placeholder}
              .allowed=${ownNumbers}
              @typing=${actions.showTyping}
              @message=${(event: CustomEvent<string>) => actions.write(event.detail)}
            ></office-chat-composer>`
          : chat.end === 'none'
            ? endView(TEXTS.ended, actions.startAnew, actions.undoFinish)
            : endView(TEXTS[chat.end], actions.startAnew)
      }
    </div>
  `
}

/** What a citizen can do about a person: call one, stop waiting for one, or nothing while one answers. */
function personOf({ standing }: ChatState, { pick }: PanelActions): PersonButton | null {
  switch (standing.kind) {
    case 'clerk':
    case 'closed':
      return null
    case 'queue':
      return { words: TEXTS.leaveQueue, press: () => pick(TEXTS.leaveQueue) }
    case 'bot':
    case 'offered':
    case 'ticket':
      return { words: TEXTS.person, press: () => pick(TEXTS.person) }
  }
}

/** The menu, or what it opens. */
export function sheetPanelView(
  sheet: Sheet,
  state: SheetState,
  sheetActions: SheetActions,
  { show, close }: Pick<PanelActions, 'show' | 'close'>,
): TemplateResult {
  const [name, target] = sheet === 'menu' ? ([TEXTS.backToChat, null] as const) : ([TEXTS.backToMenu, 'menu'] as const)
  return html`
    ${headView(SHEET_NAMES[sheet], { button: { name, icon: 'back', press: () => show(target) }, close })}
    <div class="sheet" role="group" aria-label=${SHEET_NAMES[sheet]} tabindex="0">
      ${sheetView(sheet, state, sheetActions)}
    </div>
  `
}
