import type { Proportion } from './measures/wilson.ts'

/** A Markdown table whose columns stand in line, so that a terminal shows it well too. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map(row => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => pad(cell, at, widths)).join(' | ')} |`
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

function pad(cell: string, column: number, widths: readonly number[]): string {
  return column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
}

/** `93.1 (89.9–95.4)`, in percent. */
export function withInterval({ of, share, low, high }: Proportion): string {
  return of === 0 ? '–' : `${percent(share)} (${percent(low)}–${percent(high)})`
}

export function percent(share: number): string {
  return (100 * share).toFixed(1)
}
