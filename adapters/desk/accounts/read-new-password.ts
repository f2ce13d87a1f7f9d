import type { Problems } from './pages.ts'
import { passwordProblem } from './password-problem.ts'
import { PROBLEM_TEXTS } from './texts.ts'

/** What a form says a password shall be, and what is wrong with it, by field. */
export function readNewPassword(
  form: URLSearchParams,
  own: readonly string[],
): { readonly password: string; readonly problems: Problems } {
  const password = form.get('password') ?? ''
  const problem = passwordProblem(password, own)
  const differs = !problem && form.get('again') !== password
  return {
    password,
    problems: {
      ...(problem && { password: PROBLEM_TEXTS[problem] }),
      ...(differs && { again: PROBLEM_TEXTS.differs }),
    },
  }
}
