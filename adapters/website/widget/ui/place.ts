import type { LitElement } from 'lit'
import { createKept } from '../chat/kept.ts'
import { hideRestOfPage, keepFocusInView, watchPage } from './host-page.ts'
import { roomOf } from './room.ts'

/** How the chat stands in its page. */
export type Place = {
  readonly isOpen: () => boolean
  /** The window is one that a floating panel would fill anyway. */
  readonly isSmall: () => boolean
  /** The panel covers a small window, and nothing else can be reached. */
  readonly isFull: () => boolean
  /** Open, and before somebody's eyes. */
  readonly isSeen: () => boolean
  /** Where it stands and how much it can show, as names for the style sheet. */
  readonly names: () => string
  /** Whether it was open in this tab, on the page before this one. */
  readonly wasOpen: () => boolean
  readonly open: () => void
  readonly close: () => void
}

const SMALL = '(max-width: 479px), (max-height: 420px)'

/** Keeps the page in order around the chat. `looked` is called when somebody looks at the page, or the network is back. */
export function createPlace(
  chat: LitElement & { readonly mode: 'panel' | 'page'; readonly position: 'left' | 'right' },
  looked: () => void,
): Place {
  const small = matchMedia(SMALL)
  const keptOpen = createKept<boolean>('office-chat-open', () => sessionStorage)
  let isOpen = false
  let room = ''
  /** Full, or how high it floats; empty where it takes no room. */
  let stand = ''
  let observer: ResizeObserver | undefined
  let stopWatching: (() => void) | undefined
  let leavePage: (() => void) | undefined

  const isPage = () => chat.mode === 'page'
  const isFull = () => small.matches && !isPage()
  const panel = () => chat.renderRoot.querySelector('#panel')
  const redraw = () => chat.requestUpdate()

  /** The page behind is out of reach, makes room, or is as it was. */
  function settle(): void {
    const next = !isOpen || isPage() ? '' : isFull() ? 'full' : `${panel()?.clientHeight}`
    if (next === stand) return
    stand = next
    leavePage?.()
    leavePage = undefined
    if (next) leavePage = isFull() ? hideRestOfPage(chat) : keepFocusInView(chat, panel)
  }

  function measure(): void {
    const element = panel()
    if (!element) return
    if (!observer) {
      observer = new ResizeObserver(redraw)
      observer.observe(element)
    }
    const now = isOpen ? roomOf(element) : room
    if (now !== room) redraw()
    room = now
  }

  chat.addController({
    hostConnected() {
      stopWatching = watchPage(small, () => {
        if (!document.hidden) looked()
        redraw()
      })
    },
    hostDisconnected() {
      stopWatching?.()
      leavePage?.()
      leavePage = undefined
      stand = ''
    },
    hostUpdated() {
      settle()
      measure()
    },
  })

  return {
    isOpen: () => isOpen,
    isSmall: () => small.matches,
    isFull,
    isSeen: () => isOpen && !document.hidden,
    names: () => `${isPage() ? 'page' : isFull() ? 'full' : chat.position} ${room}`,
    wasOpen: () => keptOpen.read() === true,
    open() {
      isOpen = true
      if (!isPage()) keptOpen.write(true)
      redraw()
    },
    close() {
      isOpen = false
      keptOpen.remove()
      redraw()
    },
  }
}
