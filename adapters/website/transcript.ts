import type { Block } from '../../dialogs/reply.ts'
import { escapeHtml, richHtml } from './rich-html.ts'
import { layOut, plainLines } from './rich-text.ts'

/** One message as a transcript tells it. */
export type TranscriptMessage = {
  /** As the reader knows them. */
  readonly speaker: string
  readonly at: Date
  /** As it was written, or laid out. */
  readonly said: string | readonly Block[]
  /** What it is written in, such as `uk-UA`; null for Polish and where it is not known. */
  readonly language: string | null
}

/** The conversation as plain text. `head`: its title, and what else stands above the messages. */
export function textTranscript(head: readonly string[], messages: readonly TranscriptMessage[]): string {
  const told = messages.map(message => [`${message.speaker}, ${written(message.at)}`, ...linesOf(message)].join('\r\n'))
  return [head.join('\r\n'), ...told].join('\r\n\r\n').concat('\r\n')
}

/** The conversation as a page without scripts: headings, a list, who and when. Black on white. */
export function htmlTranscript(
  [title = '', ...head]: readonly string[],
  messages: readonly TranscriptMessage[],
): string {
  return `<!doctype html>
<html lang="pl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #000; background: #fff }
ol { padding: 0; list-style: none }
li { margin: 0 0 1.5rem; overflow-wrap: anywhere }
ul li { margin: 0 }
ul { padding-left: 1.25rem; list-style: disc }
h2 { margin: 0; font-size: 1rem }
p { margin: .25rem 0 }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${head.map(line => `<p>${escapeHtml(line)}</p>`).join('\n')}
<ol>
${messages.map(messageHtml).join('\n')}
</ol>
</main>
</body>
</html>
`
}

/** A moment as a transcript tells it, in office time. */
export function written(at: Date): string {
  return at.toLocaleString('pl-PL', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Warsaw' })
}

function messageHtml({ speaker, at, said, language }: TranscriptMessage): string {
  const time = `<time datetime="${at.toISOString()}">${escapeHtml(written(at))}</time>`
  const text = typeof said === 'string' ? `<p>${escapeHtml(said)}</p>` : richHtml(layOut(said))
  const body = language === null ? text : `<div lang="${escapeHtml(language)}">\n${text}\n</div>`
  return `<li>\n<h2>${escapeHtml(speaker)}, ${time}</h2>\n${body}\n</li>`
}

function linesOf({ said }: TranscriptMessage): readonly string[] {
  return typeof said === 'string' ? [said] : plainLines(layOut(said))
}
