import { escapeHtml, richHtml } from '../../rich-html.ts'
import { layOut } from '../../rich-text.ts'
import { type Entry, wordsOf } from '../chat/entry.ts'
import { linesOf, speakerOf } from './entry-view.ts'
import { TEXTS } from './texts.ts'

/** What a transcript tells besides the messages. */
export type TranscriptHead = { readonly office: string; readonly conversationId: string; readonly madeAt: Date }

/** The conversation as plain text. */
export function textTranscript(entries: readonly Entry[], head: TranscriptHead): string {
  const told = entries.map(entry => [`${speakerOf(entry)}, ${written(entry.at)}`, ...linesOf(entry)].join('\r\n'))
  return [headLines(head).join('\r\n'), ...told].join('\r\n\r\n').concat('\r\n')
}

/** The conversation as a page without scripts: headings, a list, who and when. Black on white. */
export function htmlTranscript(entries: readonly Entry[], head: TranscriptHead): string {
  const [title = '', ...rest] = headLines(head)
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
${rest.map(line => `<p>${escapeHtml(line)}</p>`).join('\n')}
<ol>
${entries.map(entryHtml).join('\n')}
</ol>
</main>
</body>
</html>
`
}

function headLines({ office, conversationId, madeAt }: TranscriptHead): readonly string[] {
  const { title, number, made, notADecision } = TEXTS.transcript
  return [title, ...(office ? [office] : []), number(conversationId), made(written(madeAt)), notADecision]
}

function entryHtml(entry: Entry): string {
  const time = `<time datetime="${entry.at.toISOString()}">${escapeHtml(written(entry.at))}</time>`
  const said = entry.speaker === 'citizen' ? `<p>${escapeHtml(wordsOf(entry))}</p>` : richHtml(layOut(entry.blocks))
  const body = entry.language === null ? said : `<div lang="${escapeHtml(entry.language)}">\n${said}\n</div>`
  return `<li>\n<h2>${escapeHtml(speakerOf(entry))}, ${time}</h2>\n${body}\n</li>`
}

function written(at: Date): string {
  return at.toLocaleString('pl-PL', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Warsaw' })
}
