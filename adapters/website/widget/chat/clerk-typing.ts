/** Whether a person of the office writes. */
export type ClerkTyping = { readonly isOn: () => boolean; readonly set: (isTyping: boolean) => void }

/** Who writes says so again within this time. */
const LASTS_MS = 5_000

/** Until their next message, or for some seconds; `passed` is called after these. */
export function createClerkTyping(passed: () => void): ClerkTyping {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    isOn: () => timer !== undefined,
    set(isTyping) {
      clearTimeout(timer)
      timer = undefined
      if (!isTyping) return
      timer = setTimeout(() => {
        timer = undefined
        passed()
      }, LASTS_MS)
    },
  }
}
