import { type Html, html } from './html.ts'
import { TEXTS } from './texts.ts'

export type Page = {
  readonly title: string
  readonly main: Html
  /** Something has to be mended: the title says so first, as it is read first. */
  readonly isError?: boolean
}

/** A whole page. Works without script; its style is `sign-in.css`. */
export function layout({ title, main, isError = false }: Page): string {
  return html`<!doctype html>
<html lang="pl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${isError ? TEXTS.errorTitle : ''}${title} – ${TEXTS.desk}</title>
<link rel="stylesheet" href="/desk/sign-in.css">
</head>
<body>
<header><p>${TEXTS.desk}</p></header>
<main>
<h1>${title}</h1>
${main}
</main>
</body>
</html>
`.html
}

export type Field = {
  readonly name: string
  readonly label: string
  readonly type: 'text' | 'password'
  /** What password managers and browsers fill in. */
  readonly autocomplete: 'username' | 'current-password' | 'new-password' | 'name'
  readonly value?: string | undefined
  /** Shown, so that password managers know whose password it is, and not to be changed. */
  readonly isFixed?: boolean
  readonly hint?: string
  /** What is wrong with it, and what to do. */
  readonly problem?: string | undefined
}

export function field({ name, label, type, autocomplete, value, isFixed, hint, problem }: Field): Html {
  const hintId = `${name}-hint`
  const problemId = `${name}-problem`
  const described = [hint && hintId, problem && problemId].filter(Boolean).join(' ')
  return html`<div class="field">
<label for="${name}">${label}</label>
${hint === undefined ? undefined : html`<p class="hint" id="${hintId}">${hint}</p>`}
${problem === undefined ? undefined : html`<p class="problem" id="${problemId}">${problem}</p>`}
<input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" required maxlength="1000" value="${value ?? ''}"${
    type === 'text' ? html` autocapitalize="none" spellcheck="false"` : undefined
  }${isFixed ? html` readonly` : undefined}${described ? html` aria-describedby="${described}"` : undefined}${problem ? html` aria-invalid="true"` : undefined}>
</div>`
}

/** Said at once by screen readers, before the form. */
export function alert(text: string | undefined): Html | undefined {
  return text === undefined ? undefined : html`<p class="alert" role="alert">${text}</p>`
}

export function notice(text: string | undefined): Html | undefined {
  return text === undefined ? undefined : html`<p class="notice" role="status">${text}</p>`
}

/** A page that only says something, with a way on. */
export function messagePage(title: string, text: string, isError = true): Page {
  return {
    title,
    isError,
    main: html`<p>${text}</p>
<p><a href="/desk/sign-in">${TEXTS.goToSignIn}</a></p>`,
  }
}
