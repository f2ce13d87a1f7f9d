/** Part of a fault or of a load, whose timing is what is tried; tests themselves wait with `until`. */
export function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
