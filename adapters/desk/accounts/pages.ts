import type { SignedIn } from './guard.ts'
import { html } from './html.ts'
import type { Invitation } from './invitations.ts'
import { alert, field, notice, type Page } from './layout.ts'
import { DEPARTMENT_TEXTS, ROLE_TEXTS, TEXTS } from './texts.ts'

/** What to say beside fields that have to be mended, by their names. */
export type Problems = Readonly<Record<string, string | undefined>>

export function signInPage({
  byOrganisation,
  login,
  alert: said,
  notice: told,
}: {
  readonly byOrganisation: boolean
  readonly login?: string
  readonly alert?: string | undefined
  readonly notice?: string | undefined
}): Page {
  const organisation = html`<p><a class="button" href="/desk/sign-in/organisation">${TEXTS.signInByOrganisation}</a></p>
<p class="or">${TEXTS.or}</p>`
  return {
    title: TEXTS.signIn,
    isError: said !== undefined,
    main: html`${alert(said)}${notice(told)}${byOrganisation ? organisation : undefined}
<form method="post" action="/desk/sign-in">
${field({ name: 'login', label: TEXTS.login, type: 'text', autocomplete: 'username', value: login })}
${field({ name: 'password', label: TEXTS.password, type: 'password', autocomplete: 'current-password' })}
<button>${TEXTS.signIn}</button>
</form>
<p class="hint">${TEXTS.forgotten}</p>`,
  }
}

/** For a one-time link: a new administrator says who it is, everybody chooses a password. */
export function invitationPage({
  invitation,
  key,
  values = {},
  problems = {},
}: {
  readonly invitation: Invitation
  readonly key: string
  readonly values?: { readonly name?: string; readonly login?: string }
  readonly problems?: Problems
}): Page {
  const isFirst = invitation.kind === 'first-administrator'
  return {
    title: isFirst ? TEXTS.firstTitle : TEXTS.inviteTitle,
    isError: Object.values(problems).some(problem => problem !== undefined),
    main: html`${summary(problems)}
<p>${isFirst ? TEXTS.firstLead : TEXTS.inviteLead}</p>
<form method="post" action="/desk/invitation">
<input type="hidden" name="key" value="${key}">
${isFirst ? whoFields(values, problems) : fixedLogin(invitation.account.login)}
${newPasswordFields(problems)}
<button>${isFirst ? TEXTS.create : TEXTS.setPassword}</button>
</form>`,
  }
}

/** Who is signed in, and what they may change themselves. */
export function accountPage(
  { person, login, csrf }: SignedIn,
  { problems = {}, isChanged = false }: { readonly problems?: Problems; readonly isChanged?: boolean } = {},
): Page {
  const token = html`<input type="hidden" name="csrf" value="${csrf}">`
  return {
    title: TEXTS.account,
    isError: Object.values(problems).some(problem => problem !== undefined),
    main: html`${summary(problems)}${notice(isChanged ? TEXTS.passwordChanged : undefined)}
<p><a href="/desk">${TEXTS.backToDesk}</a></p>
<dl>
<dt>${TEXTS.fullName}</dt><dd>${person.name}</dd>
<dt>${TEXTS.roles}</dt><dd>${person.roles.map(role => ROLE_TEXTS[role]).join(', ') || TEXTS.none}</dd>
<dt>${TEXTS.departments}</dt><dd>${person.departments.map(one => DEPARTMENT_TEXTS[one]).join(', ') || TEXTS.none}</dd>
</dl>
<h2>${TEXTS.changePassword}</h2>
${
  login === null
    ? html`<p>${TEXTS.organisationAccount}</p>`
    : html`<form method="post" action="/desk/account">
${token}
${fixedLogin(login)}
${field({ name: 'old', label: TEXTS.oldPassword, type: 'password', autocomplete: 'current-password', problem: problems.old })}
${newPasswordFields(problems)}
<button>${TEXTS.changePassword}</button>
</form>`
}
<form method="post" action="/desk/sign-out">
${token}
<button class="quiet">${TEXTS.signOut}</button>
</form>`,
  }
}

function whoFields(values: { readonly name?: string; readonly login?: string }, problems: Problems) {
  return html`${field({
    name: 'name',
    label: TEXTS.fullName,
    type: 'text',
    autocomplete: 'name',
    hint: TEXTS.fullNameHint,
    value: values.name,
    problem: problems.name,
  })}
${field({
  name: 'login',
  label: TEXTS.login,
  type: 'text',
  autocomplete: 'username',
  hint: TEXTS.loginHint,
  value: values.login,
  problem: problems.login,
})}`
}

function fixedLogin(login: string) {
  return field({
    name: 'login',
    label: TEXTS.login,
    type: 'text',
    autocomplete: 'username',
    value: login,
    isFixed: true,
  })
}

function newPasswordFields(problems: Problems) {
  return html`${field({
    name: 'password',
    label: TEXTS.newPassword,
    type: 'password',
    autocomplete: 'new-password',
    hint: TEXTS.passwordHint,
    problem: problems.password,
  })}
${field({
  name: 'again',
  label: TEXTS.newPasswordAgain,
  type: 'password',
  autocomplete: 'new-password',
  problem: problems.again,
})}`
}

/** What has to be mended, each as a link to its field. */
function summary(problems: Problems) {
  const items = Object.entries(problems).flatMap(([name, problem]) =>
    problem === undefined ? [] : [html`<li><a href="#${name}">${problem}</a></li>`],
  )
  if (items.length === 0) return undefined
  return html`<div class="alert" role="alert"><p>${TEXTS.errorSummary}</p><ul>${items}</ul></div>`
}
