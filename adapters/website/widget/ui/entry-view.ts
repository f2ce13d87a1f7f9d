import { html, nothing, type TemplateResult } from 'lit'
import { layOut, plainLines, typeset } from '../../rich-text.ts'
import { type Entry, wordsOf } from '../chat/entry.ts'
import { icon } from './icons.ts'
import { richText } from './rich-view.ts'
import { TEXTS } from './texts.ts'

/** What can be done with an entry of the log. */
export type EntryActions = {
  readonly pick: (choice: string) => void
  readonly retry: () => void
  readonly drop: (key: string) => void
  readonly rate: (about: string, helped: boolean) => void
  readonly rateClerk: (stars: number, comment: string) => void
  readonly copy: (entry: Entry) => void
}

/** `isFirst`: of a run of one speaker. `choices`: as buttons, spent ones, or none. */
export type EntryPlace = {
  readonly isFirst: boolean
  readonly choices: 'open' | 'used' | 'none'
  readonly isLast: boolean
  readonly isCopied: boolean
}

export function entryView(
  entry: Entry,
  { isFirst, choices, isLast, isCopied }: EntryPlace,
  actions: EntryActions,
): TemplateResult {
  const answersView = choices === 'none' ? nothing : choicesView(entry, choices === 'used', actions)
  if (isTurningPoint(entry)) {
    return html`<li class="entry turn" data-key=${entry.key}>
      <div class="line">${richText(entry.blocks)}</div>
      ${entry.asksAboutClerk ? (isLast ? clerkRatingView(actions) : nothing) : answersView}
    </li>`
  }
  return html`<li class="entry ${entry.speaker} ${entry.delivery} ${isFirst ? 'first' : ''}" data-key=${entry.key}>
    <div class="who">
      <p class=${isFirst ? '' : 'aloud'}><b>${speakerOf(entry)}</b>, ${clock(entry.at)}</p>
      ${copyView(entry, isCopied, actions)}
    </div>
    <div class="bubble prose" lang=${entry.language ?? nothing}>${entry.speaker === 'citizen' ? wordsOf(entry) : richText(entry.blocks)}</div>
    ${deliveryView(entry, actions)} ${answersView}
    ${ratingView(entry, isLast, actions)}
  </li>`
}

/** How the speaker is called above their words. */
export function speakerOf({ speaker, name }: Pick<Entry, 'speaker' | 'name'>): string {
  return speaker === 'clerk' && name !== null ? name : TEXTS.speakers[speaker]
}

/** From here on another speaks: no words of the assistant, but a line across the conversation. */
export function isTurningPoint({ standing }: Entry): boolean {
  return standing !== null && ['bot', 'clerk', 'closed'].includes(standing.kind)
}

/** What was said, a line for each part. */
export function linesOf(entry: Entry): readonly string[] {
  return entry.speaker === 'citizen' ? [wordsOf(entry)] : plainLines(layOut(entry.blocks))
}

/** Absent for the citizen's own words, and where the browser copies nothing, as on pages without https. */
function copyView(entry: Entry, isCopied: boolean, { copy }: EntryActions) {
  if (entry.speaker === 'citizen' || !navigator.clipboard) return nothing
  return html`<button class="copy" type="button" @click=${() => copy(entry)}>
    ${icon(isCopied ? 'check' : 'copy')}${isCopied ? TEXTS.copied : TEXTS.copy}<span class="aloud">${TEXTS.copyWhich(clock(entry.at))}</span>
  </button>`
}

function deliveryView({ delivery, key }: Entry, { retry, drop }: EntryActions) {
  switch (delivery) {
    case 'sent':
      return nothing
    case 'sending':
      return html`<p class="under">${TEXTS.sending}</p>`
    case 'failed':
    case 'refused':
      return html`<div class="under bad">
        <p>${TEXTS[delivery]}</p>
        <button class="link" type="button" @click=${retry}>${TEXTS.sendAgain}</button>
        <button class="link" type="button" @click=${() => drop(key)}>${TEXTS.drop}</button>
      </div>`
  }
}

/** Asked under the last answer only; what was said stays to be seen. */
function ratingView({ rating, id }: Entry, isLast: boolean, { rate }: EntryActions) {
  switch (rating) {
    case 'not-asked':
      return nothing
    case 'helped':
    case 'not-helped':
      return html`<p class="under">${TEXTS.rating[rating]}</p>`
    case 'asked':
      if (!isLast || id === null) return nothing
      return html`<div class="under rating" role="group" aria-label=${TEXTS.rating.question}>
        <p>${TEXTS.rating.question}</p>
        <button class="quiet" type="button" @click=${() => rate(id, true)}>${TEXTS.rating.yes}</button>
        <button class="quiet" type="button" @click=${() => rate(id, false)}>${TEXTS.rating.no}</button>
      </div>`
  }
}

/** What the citizen thinks of a clerk: 1 to 5, and a sentence if they like. */
function clerkRatingView({ rateClerk }: EntryActions): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const fields = new FormData(event.target as HTMLFormElement)
    rateClerk(Number(fields.get('stars')), String(fields.get('comment')).trim())
  }
  return html`<form class="stars" @submit=${submit}>
    <fieldset>
      <legend class="aloud">${TEXTS.clerkRating.legend}</legend>
      <div class="options">
        ${TEXTS.clerkRating.stars.map(
          (words, index) => html`<label class="option">
            <input type="radio" name="stars" value=${index + 1} required />${words}
          </label>`,
        )}
      </div>
    </fieldset>
    <label for="comment">${TEXTS.clerkRating.comment}</label>
    <textarea id="comment" name="comment" rows="2" maxlength="500"></textarea>
    <button class="quiet" type="submit">${TEXTS.clerkRating.send}</button>
  </form>`
}

/** Used ones stay, so that the focus is not thrown away, but do nothing. */
function choicesView({ choices, language }: Entry, isUsed: boolean, { pick }: EntryActions) {
  // The way out of the queue is always in view.
  const shown = choices.filter(choice => choice !== TEXTS.leaveQueue)
  if (shown.length === 0) return nothing
  return html`<div class="choices ${isUsed ? 'used' : ''}" role="group" aria-label=${TEXTS.choices}>
    ${shown.map(
      choice =>
        html`<button
          class="choice"
          type="button"
          lang=${language ?? nothing}
          aria-disabled=${isUsed ? 'true' : 'false'}
          @click=${() => isUsed || pick(choice)}
        >
          ${typeset(choice)}
        </button>`,
    )}
  </div>`
}

/** The hour in the office's time zone. */
export function clock(at: Date): string {
  return at.toLocaleTimeString('pl-PL', { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/Warsaw' })
}
