import { html, type TemplateResult } from 'lit'
import type { ListedConversation } from '../../wire.ts'
import { DEPARTMENTS, TEXTS } from './texts.ts'
import { timeWords } from './time-words.ts'
import { topicWords } from './topic-words.ts'

export type SearchParts = {
  readonly found: readonly ListedConversation[] | null
  readonly now: number
  readonly search: (text: string) => void
  readonly open: (conversationId: string) => void
}

/** Conversations in which somebody wrote a word. */
export function searchView({ found, now, search, open }: SearchParts): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    search(String(new FormData(event.target as HTMLFormElement).get('text')))
  }
  return html`<form role="search" @submit=${submit}>
      <label for="search">${TEXTS.searchLabel}</label>
      <div class="inline">
        <input id="search" name="text" type="search" required minlength="2" maxlength="200" autocomplete="off" aria-describedby="search-hint" />
        <button class="main" type="submit">${TEXTS.searchGo}</button>
      </div>
      <p class="hint" id="search-hint">${TEXTS.searchHint}</p>
    </form>
    <p role="status">
      ${found === null ? '' : found.length === 0 ? TEXTS.searchNone : TEXTS.searchFound(found.length)}
    </p>
    <ul class="rows">
      ${(found ?? []).map(
        ({ conversationId, number, topicLabel, since, department, label }) => html`<li>
          <button class="row" type="button" @click=${() => open(conversationId)}>
            <span class="time">${timeWords(since, now)}</span>
            <span class="what">
              <span class="topic">${topicWords({ topicLabel })}</span>
              <span class="hint">${TEXTS.number(number)} · ${DEPARTMENTS[department]}${label === null ? '' : ` · ${label}`}</span>
            </span>
          </button>
        </li>`,
      )}
    </ul>`
}
