import type { Block } from '../../dialogs/reply.ts'
import { barePage } from './bare-page.ts'
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

/** The conversation as a page: headings, a list, who and when. */
export function htmlTranscript(
  [title = '', ...head]: readonly string[],
  messages: readonly TranscriptMessage[],
): string {
  return barePage(title, [...head.map(line => `<p>${escapeHtml(line)}</p>`), messagesHtml(messages, 'h2')])
}

/** The messages as a list; who and when stand in headings of the given rank. */
export function messagesHtml(messages: readonly TranscriptMessage[], heading: 'h2' | 'h3'): string {
  return `<ol>\n${messages.map(message => messageHtml(message, heading)).join('\n')}\n</ol>`
}

/** A moment as a transcript tells it, in office time. */
export function written(at: Date): string {
  return at.toLocaleString('pl-PL', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Warsaw' })
}

function messageHtml({ speaker, at, said, language }: TranscriptMessage, heading: 'h2' | 'h3'): string {
  const time = `<time datetime="${at.toISOString()}">${escapeHtml(written(at))}</time>`
  const text = typeof said === 'string' ? `<p class="as-written">${escapeHtml(said)}</p>` : richHtml(layOut(said))
  const body = language === null ? text : `<div lang="${escapeHtml(language)}">\n${text}\n</div>`
  return `<li>\n<${heading}>${escapeHtml(speaker)}, ${time}</${heading}>\n${body}\n</li>`
}

function linesOf({ said }: TranscriptMessage): readonly string[] {
  return typeof said === 'string' ? [said] : plainLines(layOut(said))
}
