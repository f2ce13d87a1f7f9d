/** Says things to a screen reader, one at a time. The only thing in the widget that announces messages. */
export type Announcer = { readonly say: (text: string) => void }

/** Two at once would drown each other; shorter than this some readers miss them. */
const APART_MS = 1_000
const STAYS_MS = 4_000

/** `region` is an empty live region that was in the page before. */
export function createAnnouncer(region: () => Element | null): Announcer {
  const waiting: string[] = []
  let isBusy = false

  function next(): void {
    const text = waiting.shift()
    isBusy = text !== undefined
    if (text === undefined) return
    const said = document.createElement('div')
    said.textContent = text
    region()?.append(said)
    setTimeout(() => said.remove(), STAYS_MS)
    setTimeout(next, APART_MS)
  }

  return {
    say(text) {
      waiting.push(text)
      if (!isBusy) next()
    },
  }
}
