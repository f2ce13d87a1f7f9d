/** WCAG 2.2, 1.4.3. */
const LEAST_CONTRAST = 4.5

/** Whether a colour such as #0b57a4 can be read as a link on white paper, and white words on it. */
export function isReadableAccent(colour: string): boolean {
  const light = luminance(colour)
  return light !== undefined && 1.05 / (light + 0.05) >= LEAST_CONTRAST
}

/** Relative luminance as WCAG defines it, or nothing where it is no colour. */
function luminance(colour: string): number | undefined {
  if (!/^#[\da-f]{6}$/i.test(colour)) return undefined
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(start => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
