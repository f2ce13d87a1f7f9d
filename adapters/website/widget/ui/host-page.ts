/** Nothing but `element` can be reached until the given function is called. */
export function hideRestOfPage(element: Element): () => void {
  const hidden: HTMLElement[] = []
  for (let inner: Element = element; inner.parentElement; inner = inner.parentElement) {
    for (const other of inner.parentElement.children) {
      if (other === inner || !(other instanceof HTMLElement) || other.inert) continue
      if (['SCRIPT', 'STYLE', 'HEAD', 'TEMPLATE'].includes(other.tagName)) continue
      other.inert = true
      hidden.push(other)
    }
  }
  return () => {
    for (const other of hidden) other.inert = false
  }
}

const GAP_PX = 16

/**
 * While a panel floats over the page, what gets the focus below it is scrolled clear of it (WCAG 2.4.11); the page is
 * made long enough for that. Undone by the given function.
 */
export function keepFocusInView(element: Element, panel: () => Element | null): () => void {
  const room = document.body.style.paddingBottom
  document.body.style.paddingBottom = `${Math.ceil(panel()?.getBoundingClientRect().height ?? 0) + 2 * GAP_PX}px`
  const reveal = (event: FocusEvent) => {
    const covered = panel()?.getBoundingClientRect()
    if (!(event.target instanceof Element) || !covered || element.contains(event.target)) return
    const focused = event.target.getBoundingClientRect()
    const isCovered =
      focused.bottom > covered.top &&
      focused.top < covered.bottom &&
      focused.right > covered.left &&
      focused.left < covered.right
    if (isCovered) scrollBy({ top: focused.bottom - covered.top + GAP_PX, behavior: 'instant' })
  }
  document.addEventListener('focusin', reveal)
  return () => {
    document.removeEventListener('focusin', reveal)
    document.body.style.paddingBottom = room
  }
}

/** Shows how much is new in the page's title while nobody looks at it. */
export function createTitleCount(): (unread: number) => void {
  let original: string | undefined
  return unread => {
    if (document.hidden && unread > 0) {
      original ??= document.title
      document.title = `(${unread}) ${original}`
    } else if (original !== undefined) {
      document.title = original
      original = undefined
    }
  }
}

/** Tells when the window becomes small or large, when somebody looks at the page or away, and when the network is back. */
export function watchPage(small: MediaQueryList, changed: () => void): () => void {
  const watched = [
    [small, 'change'],
    [document, 'visibilitychange'],
    [window, 'online'],
  ] as const
  for (const [source, event] of watched) source.addEventListener(event, changed)
  return () => {
    for (const [source, event] of watched) source.removeEventListener(event, changed)
  }
}
