/** Ends of what belongs together, the best first. */
const ENDS = ['\n\n', '\n', '. ', ' ']

/**
 * Cuts a text into parts of at most `most` characters, at the end of a paragraph where that can be, else of a line, a sentence
 * or a word. A part is never empty, and only blanks between parts are lost.
 */
export function splitText(text: string, most: number): readonly string[] {
  const parts: string[] = []
  let rest = text.trim()
  while (rest.length > most) {
    const cut = cutAt(rest, most)
    parts.push(rest.slice(0, cut).trimEnd())
    rest = rest.slice(cut).trimStart()
  }
  return rest === '' ? parts : [...parts, rest]
}

/** A part should not be tiny only because a better end stands early. */
const LEAST_SHARE = 0.3

function cutAt(text: string, most: number): number {
  for (const end of ENDS) {
    const at = text.lastIndexOf(end, most - end.trimEnd().length)
    if (at >= most * LEAST_SHARE) return at + end.trimEnd().length
  }
  // A character outside the basic plane is two units, which must stay together.
  return isHighSurrogate(text.charCodeAt(most - 1)) ? most - 1 : most
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}
