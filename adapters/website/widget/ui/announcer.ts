/** Says things to a screen reader, one at a time. The only thing in the widget that announces messages. */
export type Announcer = { readonly say: (text: string, language?: string | null) => void }

/** Two at once would drown each other; shorter than this some readers miss them. */
const APART_MS = 1_000
const STAYS_MS = 4_000

/** `region` is an empty live region that was in the page before. */
export function createAnnouncer(region: () => Element | null): Announcer {
  const waiting: { readonly text: string; readonly language: string | null }[] = []
  let isBusy = false

  function next(): void {
    const first = waiting.shift()
    isBusy = first !== undefined
    if (first === undefined) return
    const said = document.createElement('div')
    said.textContent = first.text
    if (first.language !== null) said.lang = first.language
    region()?.append(said)
    setTimeout(() => said.remove(), STAYS_MS)
    setTimeout(next, APART_MS)
  }

  return {
    say(text, language = null) {
      waiting.push({ text, language })
      if (!isBusy) next()
    },
  }
}
