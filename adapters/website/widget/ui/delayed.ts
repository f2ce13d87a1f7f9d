/** Passes `true` on once it has lasted `ms`, and `false` at once. */
export function createDelayed(ms: number, pass: (isOn: boolean) => void): (isOn: boolean) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isPassed = false
  return isOn => {
    if (isOn && timer === undefined) {
      timer = setTimeout(() => {
        isPassed = true
        pass(true)
      }, ms)
    }
    if (!isOn) {
      clearTimeout(timer)
      timer = undefined
      if (isPassed) pass(false)
      isPassed = false
    }
  }
}
