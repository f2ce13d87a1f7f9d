import { html, nothing, type TemplateResult } from 'lit'
import { typeset } from '../../../website/rich-text.ts'
import type { DeskPageState, Problem } from '../model/desk-state.ts'
import { icon } from './icons.ts'
import { PROBLEMS, refusalText, TEXTS } from './texts.ts'

// What the clerk has to know before going on, each with the way to settle it.

/** What is wrong with the connection or the session; said at once. */
export function stateBanner(state: DeskPageState, stay: () => void): TemplateResult {
  return html`<div role="alert">${stateText(state, stay)}</div>`
}

function stateText({ connection, session }: DeskPageState, stay: () => void): TemplateResult | typeof nothing {
  const signIn = html`<a class="main" href="/desk/sign-in">${TEXTS.signIn}</a>`
  switch (session) {
    case 'ended':
      return banner('warning', TEXTS.sessionEnded, signIn)
    case 'ends-for-good':
      return banner('clock', TEXTS.sessionEndsForGood, signIn)
    case 'ends-soon':
      return banner(
        'clock',
        TEXTS.sessionEndsSoon,
        html`<button class="main" type="button" @click=${stay}>${TEXTS.stay}</button>`,
      )
    case 'alive':
      return connection === 'offline' ? banner('warning', TEXTS.offline, nothing) : nothing
  }
}

/** For administrators: what waits for them, each with what to mend, and what was not delivered. */
export function undeliveredBanner({ undelivered }: DeskPageState, noteDead: () => void): TemplateResult {
  const { deadLetters, blocked } = undelivered
  return html`<div role="status">
    ${blocked.replies === 0 ? nothing : banner('warning', TEXTS.blockedReplies(blocked.replies), nothing)}
    ${blocked.letters === 0 ? nothing : banner('warning', TEXTS.blockedLetters(blocked.letters), nothing)}
    ${deadLetters === 0 ? nothing : banner('warning', TEXTS.deadLetters(deadLetters), quiet(TEXTS.noteDeadLetters, noteDead))}
  </div>`
}

/** A clerk's answer in this conversation did not arrive. */
export function unreachedBanner(settle: () => void): TemplateResult {
  return banner('warning', TEXTS.undeliveredLead, quiet(TEXTS.settle, settle))
}

/** Why no conversation has opened, or the open one has gone; for the whole page, as a narrow one may show the lists alone. */
export function openingBanner({ problem }: DeskPageState, dismiss: () => void): TemplateResult {
  return problemAlert(problem !== null && isOfOpening(problem) ? problem : null, dismiss)
}

/** What else was not done, and why; where it was tried. */
export function problemBanner({ problem }: DeskPageState, dismiss: () => void): TemplateResult {
  return problemAlert(problem === null || isOfOpening(problem) ? null : problem, dismiss)
}

function isOfOpening({ kind }: Problem): boolean {
  return kind === 'gone' || kind === 'not-opened'
}

function problemAlert(problem: Problem | null, dismiss: () => void): TemplateResult {
  return html`<div role="alert">
    ${problem === null ? nothing : banner('warning', problemText(problem), quiet(TEXTS.close, dismiss))}
  </div>`
}

function problemText(problem: Problem): string {
  switch (problem.kind) {
    case 'refused':
      return refusalText(problem.refusal)
    case 'hands-full':
      return TEXTS.handsFull(problem.most)
    case 'gone':
    case 'not-done':
    case 'not-opened':
      return PROBLEMS[problem.kind]
  }
}

function banner(sign: 'warning' | 'clock', text: string, way: TemplateResult | typeof nothing): TemplateResult {
  return html`<p class="banner">${icon(sign)}<span>${typeset(text)}</span>${way}</p>`
}

function quiet(words: string, press: () => void): TemplateResult {
  return html`<button class="quiet" type="button" @click=${press}>${words}</button>`
}
