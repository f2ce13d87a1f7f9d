import type { ConversationCopy, TicketCopy } from '../../bot/records.ts'
import { channelName } from '../../dialogs/channel-name.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import { barePage } from '../website/bare-page.ts'
import { escapeHtml } from '../website/rich-html.ts'
import { messagesHtml, written } from '../website/transcript.ts'
import { visibleText } from '../website/visible-text.ts'
import { toTranscriptMessage } from './to-transcript-message.ts'

const { copy: WORDS } = PHRASES.pl.rights

/** The copy for people: a page that needs nothing else. */
export function copyPage({ record, messages, tickets, ratings, learnt }: ConversationCopy, now: Date): string {
  const about = [
    `${WORDS.number}: ${record.number}`,
    `${WORDS.longNumber}: ${record.conversationId}`,
    `${WORDS.channel}: ${channelName(record.source)}`,
    `${WORDS.opened}: ${written(record.openedAt)}`,
    `${WORDS.active}: ${written(record.activeAt)}`,
    `${WORDS.made}: ${written(now)}`,
  ]
  const told = messages.map(message => toTranscriptMessage(message, WORDS.citizen))
  const rated = ratings.map(({ at, stars, comment }) => [written(at), WORDS.stars(stars), comment])
  return barePage(WORDS.title, [
    itemsHtml(about),
    `<h2>${WORDS.messages}</h2>`,
    messagesHtml(told, 'h3'),
    partHtml(WORDS.tickets, tickets.map(ticketLine)),
    partHtml(
      WORDS.ratings,
      rated.map(parts => parts.filter(Boolean).join(', ')),
    ),
    partHtml(
      WORDS.learnt,
      learnt.map(({ question, isHelpful }) => `„${question}”. ${WORDS.helpful(isHelpful)}`),
    ),
    `<footer>\n${WORDS.notes.map(note => `<p>${escapeHtml(note)}</p>`).join('\n')}\n</footer>`,
  ])
}

function partHtml(heading: string, items: readonly string[]): string {
  return `<h2>${heading}</h2>\n${itemsHtml(items.length > 0 ? items : [WORDS.none])}`
}

function itemsHtml(items: readonly string[]): string {
  return `<ul>\n${items.map(item => `<li>${escapeHtml(visibleText(item))}</li>`).join('\n')}\n</ul>`
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
