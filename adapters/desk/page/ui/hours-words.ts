import type { TimeSpan } from '../../../../dialogs/opening-hours.ts'

type Exception = { readonly day: string; readonly spans: readonly TimeSpan[] }

/** `written` are no hours. */
export class WrongHours extends Error {
  readonly written: string

  constructor(written: string) {
    super(`no hours: ${written}`)
    this.name = 'WrongHours'
    this.written = written
  }
}

/** 7:30–11:00, 12:00–15:30 */
export function writeSpans(spans: readonly TimeSpan[]): string {
  return spans.map(({ from, to }) => `${from.replace(/^0/, '')}–${to.replace(/^0/, '')}`).join(', ')
}

/** Reads hours as people write them, with any dash, a dot or a colon. Throws `WrongHours`. */
export function readSpans(written: string): readonly TimeSpan[] {
  return written
    .split(/[,;]/)
    .map(part => part.trim())
    .filter(Boolean)
    .map(readSpan)
}

export function writeExceptions(exceptions: readonly Exception[]): string {
  return exceptions.map(({ day, spans }) => `${day} ${writeSpans(spans)}`.trim()).join('\n')
}

/** One day a line. Throws `WrongHours`. */
export function readExceptions(written: string): readonly Exception[] {
  return written
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .map(line => {
      const [, day, rest = ''] = /^(\d{4}-\d{2}-\d{2})\b(.*)$/.exec(line) ?? []
      if (day === undefined) throw new WrongHours(line)
      return { day, spans: readSpans(rest) }
    })
}

function readSpan(written: string): TimeSpan {
  const [, fromHour, fromMinute = '00', toHour, toMinute = '00'] =
    /^(\d{1,2})(?:[:.](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d{2}))?$/.exec(written) ?? []
  if (fromHour === undefined || toHour === undefined) throw new WrongHours(written)
  return { from: `${fromHour.padStart(2, '0')}:${fromMinute}`, to: `${toHour.padStart(2, '0')}:${toMinute}` }
}
