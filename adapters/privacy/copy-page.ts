import type { Message } from '../../bot/message.ts'
import type { ConversationCopy, TicketCopy } from '../../bot/records.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import { type Block, list } from '../../dialogs/reply.ts'
import { escapeHtml, richHtml } from '../website/rich-html.ts'
import { layOut } from '../website/rich-text.ts'
import { visibleText } from '../website/visible-text.ts'
import { speakerOf } from './copy-data.ts'

const { copy: WORDS } = PHRASES.pl.rights

/** The copy for people: a page without scripts that needs nothing else. Black on white. */
export function copyPage({ record, messages, tickets, ratings, learnt }: ConversationCopy, now: Date): string {
  const about = [
    `${WORDS.number}: ${record.number}`,
    `${WORDS.longNumber}: ${record.conversationId}`,
    `${WORDS.channel}: ${WORDS.channelName(record.source)}`,
    `${WORDS.opened}: ${written(record.openedAt)}`,
    `${WORDS.active}: ${written(record.activeAt)}`,
    `${WORDS.made}: ${written(now)}`,
  ]
  return `<!doctype html>
<html lang="pl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${WORDS.title}</title>
<style>
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #000; background: #fff; overflow-wrap: anywhere }
ol { padding: 0; list-style: none }
ol > li { margin: 0 0 1.5rem }
h3 { margin: 0; font-size: 1rem }
p { margin: .25rem 0 }
</style>
</head>
<body>
<main>
<h1>${WORDS.title}</h1>
${itemsHtml(about)}
<h2>${WORDS.messages}</h2>
<ol>
${messages.map(messageHtml).join('\n')}
</ol>
${partHtml(WORDS.tickets, tickets.map(ticketLine))}
${partHtml(
  WORDS.ratings,
  ratings.map(({ at, stars, comment }) => [written(at), WORDS.stars(stars), comment].filter(Boolean).join(', ')),
)}
${partHtml(
  WORDS.learnt,
  learnt.map(({ question, isHelpful }) => `„${question}”. ${WORDS.helpful(isHelpful)}`),
)}
<footer>
${WORDS.notes.map(note => `<p>${escapeHtml(note)}</p>`).join('\n')}
</footer>
</main>
</body>
</html>
`
}

function partHtml(heading: string, items: readonly string[]): string {
  return `<h2>${heading}</h2>\n${itemsHtml(items.length > 0 ? items : [WORDS.none])}`
}

function itemsHtml(items: readonly string[]): string {
  return `<ul>\n${items.map(item => `<li>${escapeHtml(visibleText(item))}</li>`).join('\n')}\n</ul>`
}

function messageHtml(message: Message): string {
  const { seq, content, writtenAt } = message
  const time = `<time datetime="${writtenAt.toISOString()}">${written(writtenAt)}</time>`
  const body = typeof content === 'string' ? asWritten(content) : richHtml(layOut(saidIn(content.reply)))
  return `<li id="w${seq}">\n<h3>${escapeHtml(speakerOf(message))}, ${time}</h3>\n${body}\n</li>`
}

/** What a citizen wrote stands as they wrote it. */
function asWritten(text: string): string {
  return `<p style="white-space: pre-wrap">${escapeHtml(visibleText(text))}</p>`
}

/** The choices were there to be read too. */
function saidIn({ blocks, choices }: Exclude<Message['content'], string>['reply']): readonly Block[] {
  return [
    ...blocks,
    ...list(
      null,
      choices.map(({ label }) => label),
    ),
  ]
}

function ticketLine({ number, openedAt, closedAt, answerBy, contact }: TicketCopy): string {
  return [
    number,
    `${WORDS.ticketOpened}: ${written(openedAt)}`,
    ...(closedAt ? [`${WORDS.ticketClosed}: ${written(closedAt)}`] : []),
    `${WORDS.answerBy}: ${WORDS.answerWays[answerBy]}`,
    ...(contact === null ? [] : [`${WORDS.contact}: ${contact}`]),
  ].join('; ')
}

function written(at: Date): string {
  return at.toLocaleString('pl-PL', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Warsaw' })
}
