const POLL_MS = 20
const LIMIT_MS = 90_000

/** Resolves once the condition holds. Throws, naming what was waited for, when it does not within `limitMs`. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  limitMs = LIMIT_MS,
): Promise<void> {
  const end = performance.now() + limitMs
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`waited ${limitMs / 1000} s in vain until ${what}`)
    await new Promise(resolve => setTimeout(resolve, POLL_MS))
  }
}
