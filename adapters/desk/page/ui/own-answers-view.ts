import { html, type TemplateResult } from 'lit'
import type { OwnReadyAnswer } from '../../wire.ts'
import { TEXTS } from './texts.ts'

export type OwnAnswersParts = {
  readonly own: readonly OwnReadyAnswer[]
  readonly draft: string
  readonly keepAnswer: (title: string, text: string) => void
  readonly removeAnswer: (id: string) => void
}

/** The clerk's own ready answers; the draft can become one. */
export function ownAnswersView({ own, draft, keepAnswer, removeAnswer }: OwnAnswersParts): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const fields = new FormData(form)
    keepAnswer(String(fields.get('title')).trim(), String(fields.get('text')).trim())
    form.reset()
  }
  return html`<form @submit=${submit}>
      <label for="own-title">${TEXTS.ownTitle}</label>
      <input id="own-title" name="title" type="text" required maxlength="80" autocomplete="off" />
      <label for="own-text">${TEXTS.ownText}</label>
      <textarea id="own-text" name="text" rows="4" required maxlength="2000" aria-describedby="own-hint">${draft}</textarea>
      <p class="hint" id="own-hint">${TEXTS.ownHint}</p>
      <div class="buttons"><button class="main" type="submit">${TEXTS.ownKeep}</button></div>
    </form>
    <ul class="rows">
      ${own.map(
        ({ id, title, text }) => html`<li class="own">
          <div><p class="topic">${title}</p><p class="hint">${text}</p></div>
          <button class="link" type="button" aria-label="${TEXTS.ownRemove}: ${title}" @click=${() => removeAnswer(id)}>
            ${TEXTS.ownRemove}
          </button>
        </li>`,
      )}
    </ul>`
}
