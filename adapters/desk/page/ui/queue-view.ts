import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { DESK_DEPARTMENTS } from '../../../../bot/desk-state.ts'
import type { ListedConversation, Overview } from '../../wire.ts'
import { icon } from './icons.ts'
import { DEPARTMENTS, TEXTS } from './texts.ts'
import { timeWords } from './time-words.ts'
import { topicWords } from './topic-words.ts'

export type QueueParts = {
  readonly overview: Overview
  readonly openId: string | null
  readonly myId: string
  readonly unread: ReadonlySet<string>
  readonly now: number
  readonly open: (conversationId: string) => void
  readonly takeNext: () => void
}

/** A wait that ends sooner than this is about to become a ticket. */
const ENDS_SOON_MS = 90_000

/** Who waits, by department; the clerk's own conversations; tickets; what colleagues do. */
export function queueView(parts: QueueParts): TemplateResult {
  const { queue, mine, tickets, others, undelivered } = parts.overview
  return html`
    ${undelivered.length === 0 ? nothing : section('undelivered', TEXTS.undeliveredHeading, undelivered, '', parts)}
    ${section('mine', TEXTS.mineHeading, mine, TEXTS.mineEmpty, parts)}
    <section aria-labelledby="queue-heading">
      <h2 id="queue-heading">${TEXTS.queueHeading}${count(queue.length)}</h2>
      ${
        queue.length === 0
          ? html`<p class="empty">${tickets.length > 0 ? TEXTS.queueEmpty : TEXTS.queueEmptyAll}</p>`
          : html`<button class="quiet wide" type="button" @click=${parts.takeNext}>${TEXTS.takeNext}</button>
              ${byDepartment(queue).map(
                ([department, waiting]) => html`<h3>${DEPARTMENTS[department]}${count(waiting.length)}</h3>
                  ${rows(waiting, parts)}`,
              )}`
      }
    </section>
    ${section('tickets', TEXTS.ticketsHeading, overdueFirst(tickets), TEXTS.ticketsEmpty, parts)}
    ${others.length === 0 ? nothing : section('others', TEXTS.othersHeading, others, '', parts)}
  `
}

function section(
  id: string,
  heading: string,
  conversations: readonly ListedConversation[],
  empty: string,
  parts: QueueParts,
): TemplateResult {
  return html`<section aria-labelledby="${id}-heading">
    <h2 id="${id}-heading">${heading}${count(conversations.length)}</h2>
    ${conversations.length === 0 ? html`<p class="empty">${empty}</p>` : rows(conversations, parts)}
  </section>`
}

function count(number: number): TemplateResult | typeof nothing {
  return number === 0 ? nothing : html`\u00A0<span class="count">${number}</span>`
}

function rows(conversations: readonly ListedConversation[], parts: QueueParts): TemplateResult {
  return html`<ul class="rows">
    ${repeat(
      conversations,
      each => each.conversationId,
      each => html`<li>${row(each, parts)}</li>`,
    )}
  </ul>`
}

function row(conversation: ListedConversation, { openId, myId, unread, now, open }: QueueParts): TemplateResult {
  const { conversationId: id, number, since, ticket, department } = conversation
  const isHeldByOther = conversation.kind === 'clerk' && conversation.clerk?.id !== myId
  const from = conversation.kind === 'ticket' ? (ticket?.since ?? since) : since
  return html`<button
    class="row"
    type="button"
    data-id=${id}
    aria-current=${id === openId ? 'true' : nothing}
    @click=${() => open(id)}
  >
    <span class="time">${timeWords(from, now)}</span>
    <span class="what">
      <span class="topic">${topicWords(conversation)}</span>
      <span class="hint">${ticket ? ticket.number : TEXTS.number(number)}${conversation.kind === 'queue' ? '' : ` · ${DEPARTMENTS[department]}`}${
        isHeldByOther ? ` · ${conversation.clerk?.name}` : ''
      }</span>
      ${marks(conversation, unread.has(id), conversation.clerk?.id === myId, now)}
    </span>
  </button>`
}

/** States that colour alone would not tell. */
function marks(conversation: ListedConversation, isUnread: boolean, isMine: boolean, now: number) {
  const { deadline, isOverdue, isUndelivered, isAwaiting, isAway, kind } = conversation
  const endsSoon = kind === 'queue' && deadline !== null && Date.parse(deadline) - now < ENDS_SOON_MS
  const isOwed = isMine && kind === 'clerk' && isAwaiting
  return html`${isUnread ? html`<span class="mark new">${icon('dot')}${TEXTS.unread}</span>` : nothing}
  ${isOwed && !isUnread ? html`<span class="mark">${icon('clock')}${TEXTS.awaits}</span>` : nothing}
  ${endsSoon ? html`<span class="mark late">${icon('warning')}${TEXTS.endsSoon}</span>` : nothing}
  ${isOverdue ? html`<span class="mark late">${icon('warning')}${TEXTS.overdue}</span>` : nothing}
  ${isUndelivered ? html`<span class="mark late">${icon('warning')}${TEXTS.undelivered}</span>` : nothing}
  ${isAway && kind === 'clerk' ? html`<span class="mark late">${icon('warning')}${TEXTS.isAway}</span>` : nothing}`
}

function byDepartment(queue: readonly ListedConversation[]) {
  return DESK_DEPARTMENTS.map(
    department => [department, queue.filter(each => each.department === department)] as const,
  ).filter(([, waiting]) => waiting.length > 0)
}

function overdueFirst(tickets: readonly ListedConversation[]): readonly ListedConversation[] {
  return [...tickets.filter(each => each.isOverdue), ...tickets.filter(each => !each.isOverdue)]
}
