/** How many signs may stand between a word and its number. */
const REACH = 30

/** How near a word stands to a number: 0 is out of reach, more is nearer, and a word before it is nearer than any after it. */
export type Nearness = (start: number, end: number) => number

/** Marks the reach of each word once, so that asking costs nothing. */
export function nearnessTo(words: RegExp, text: string): Nearness {
  const behind = new Uint8Array(text.length + REACH + 1)
  const ahead = new Uint8Array(text.length + 1)
  for (const { index, 0: word } of text.matchAll(words)) {
    for (let distance = 0; distance <= REACH; distance++) {
      mark(behind, index + word.length + distance, REACH + 1 - distance)
      if (distance <= index) mark(ahead, index - distance, REACH + 1 - distance)
    }
  }
  return (start, end) => (behind[start] ? REACH + 1 + behind[start] : (ahead[end] ?? 0))
}

function mark(places: Uint8Array, place: number, nearness: number): void {
  places[place] = Math.max(places[place] ?? 0, nearness)
}
