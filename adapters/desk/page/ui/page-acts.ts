import type { Deed } from '../model/deeds.ts'
import type { DeskModel } from '../model/desk-model.ts'
import { myIdOf } from '../model/desk-state.ts'
import type { AnswerFinder } from './answer-finder.ts'
import { isMine } from './conversation-head.ts'
import type { Place } from './desk-header.ts'
import type { DialogKind } from './dialog-kind.ts'
import type { Look } from './look.ts'
import { type ShortcutAct, shortcutOf } from './shortcuts.ts'
import { TEXTS } from './texts.ts'

/** What the clerk's presses and keys do: to conversations, to what is in sight, and to where the keyboard is. */
export type PageActs = {
  /** Opens a window; null closes the one that is open. */
  readonly show: (dialog: DialogKind | null) => void
  readonly go: (place: Place) => void
  /** Past the lists. */
  readonly skip: () => void
  readonly open: (conversationId: string) => Promise<void>
  readonly close: () => void
  /** Opens who waits the longest, and takes that one; takes nothing where it does not open. */
  readonly takeNext: () => Promise<void>
  /** Does it to the open conversation. */
  readonly run: (deed: Deed) => Promise<void>
  /** Puts a ready answer after what is written: nothing that the clerk wrote is lost. */
  readonly insert: (text: string) => void
  /** Looks for ready answers. */
  readonly lookUp: (text: string) => void
  readonly press: (event: KeyboardEvent) => void
  readonly signOut: (event: SubmitEvent) => void
}

export type PageActsParts = {
  readonly model: DeskModel
  readonly look: () => Look
  readonly change: (change: Partial<Look>) => void
  readonly find: <Found extends HTMLElement>(selector: string) => Found | null
  /** Resolves once the page shows what was changed. */
  readonly shown: () => Promise<unknown>
}

const HEADING = '#conversation-heading'
const COMPOSER = 'desk-composer'
const ANSWERS = 'desk-answers'
const LISTS = 'nav'

export function createPageActs({ model, look, change, find, shown }: PageActsParts): PageActs {
  const openOne = () => model.state().open
  const focusOn = (selector: string) => shown().then(() => find(selector)?.focus())

  function show(dialog: DialogKind | null): void {
    // A window that is taken away open leaves the keyboard nowhere.
    if (dialog === null) find<HTMLDialogElement>('dialog')?.close()
    change({ dialog, isMenuOpen: false, isNotifyingRefused: false })
    void model.search(null)
  }

  function goTo(place: Place, selector: string): void {
    change({ place })
    void focusOn(selector)
  }

  /** Tells whether it is open. */
  async function open(id: string): Promise<boolean> {
    show(null)
    if (!(await model.open(id))) return false
    change({ place: 'conversation' })
    await focusOn(HEADING)
    return true
  }

  async function run(deed: Deed): Promise<void> {
    show(null)
    const isDone = await model.run(deed)
    if (isDone) change({ said: TEXTS.done[deed.kind] })
    if (openOne()) await focusOn(isDone && deed.kind === 'take' ? COMPOSER : HEADING)
    else goTo('queue', LISTS)
  }

  async function takeNext(): Promise<void> {
    const [next] = model.state().overview?.queue ?? []
    if (next && (await open(next.conversationId))) await run({ kind: 'take', isForced: false })
  }

  function act(wish: ShortcutAct): void {
    const opened = openOne()
    switch (wish) {
      case 'queue':
        goTo('queue', `${LISTS} .row, ${LISTS}`)
        break
      case 'write':
        goTo('conversation', COMPOSER)
        break
      case 'answers':
        goTo('matter', ANSWERS)
        break
      case 'take':
        void (opened ? run({ kind: 'take', isForced: false }) : takeNext())
        break
      case 'pass-on':
      case 'return-to-bot':
      case 'make-ticket':
      case 'end':
        if (opened && isMine(opened.conversation, myIdOf(model.state()))) show(wish)
        break
      case 'search':
      case 'help':
        show(wish)
        break
      case 'stay':
        void model.extendSession()
        break
    }
  }

  return {
    show,
    go: place => change({ place }),
    skip: () => goTo('conversation', 'main'),
    async open(id) {
      await open(id)
    },
    close() {
      model.close()
      goTo('queue', LISTS)
    },
    takeNext,
    run,
    insert(text) {
      const opened = openOne()
      if (!opened) return
      const { kind, text: written, language } = opened.draft
      model.draft({ kind, language, text: [written.trimEnd(), text].filter(Boolean).join('\n\n') })
      change({ said: TEXTS.inserted })
      goTo('conversation', COMPOSER)
    },
    lookUp: text => find<AnswerFinder>(ANSWERS)?.look(text),
    press(event) {
      const wish = shortcutOf(event)
      if (wish === undefined || (look().dialog !== null && wish !== 'stay')) return
      event.preventDefault()
      act(wish)
    },
    /** Colleagues and citizens are told at once, not when the page has been silent for long. */
    signOut(event) {
      const form = event.target as HTMLFormElement
      event.preventDefault()
      void model.leave().finally(() => form.submit())
    },
  }
}
