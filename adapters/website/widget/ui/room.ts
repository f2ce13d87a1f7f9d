/** The room that a panel has, in letters of its own size: larger text has less of it. As names for the style sheet. */
export function roomOf(panel: Element): string {
  const letterPx = Number.parseFloat(getComputedStyle(panel).fontSize)
  const { width, height } = panel.getBoundingClientRect()
  const [across, down] = [width / letterPx, height / letterPx]
  return [
    down <= 24 ? 'low' : '',
    down <= 37 ? 'lowish' : '',
    across <= 15 ? 'slim' : '',
    across <= 24 ? 'narrow' : '',
    across >= 34 ? 'wide' : '',
  ]
    .filter(Boolean)
    .join(' ')
}
