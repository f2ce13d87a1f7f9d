import { html, nothing, type TemplateResult } from 'lit'
import type { OpenState } from '../model/desk-state.ts'
import { DEPARTMENTS, TEXTS } from './texts.ts'
import { clockWords } from './time-words.ts'
import { topicWords } from './topic-words.ts'

/** What the conversation is about, and what the assistant took it for. */
export function matterView({ conversation, messages, contact }: OpenState, now: number, look: (text: string) => void) {
  const { department, since, ticket, label } = conversation
  const candidates = messages.findLast(message => message.candidates.length > 0)?.candidates ?? []
  return html`<h2>${TEXTS.matterHeading}</h2>
    <dl class="matter">
      ${fact(TEXTS.topic, topicWords(conversation))} ${fact(TEXTS.department, DEPARTMENTS[department])}
      ${fact(TEXTS.since, clockWords(since, now))}
      ${ticket ? fact(TEXTS.ticket, `${ticket.number} · ${TEXTS.answerBy[ticket.answerBy]}`) : nothing}
      ${contact === null ? nothing : fact(TEXTS.contact, contact)} ${label === null ? nothing : fact(TEXTS.label, label)}
    </dl>
    <h2>${TEXTS.candidatesHeading}</h2>
    ${
      candidates.length === 0
        ? html`<p class="empty">${TEXTS.candidatesEmpty}</p>`
        : html`<ul class="candidates">
            ${candidates.slice(0, MOST_CANDIDATES).map(
              candidate => html`<li>
                <button class="link" type="button" @click=${() => look(candidate.label)}>${candidate.label}</button>
                <span class="hint">${TEXTS.sure(candidate.confidence)}</span>
              </li>`,
            )}
          </ul>`
    }`
}

const MOST_CANDIDATES = 3

function fact(name: string, value: string): TemplateResult {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`
}
