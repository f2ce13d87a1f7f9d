import type { Erasure, ErasureRegister } from '../../bot/erasing.ts'

/** A register that is forgotten at the end. */
export function createMemoryRegister(): ErasureRegister {
  const kept: Erasure[] = []
  return {
    async note(erasures) {
      kept.push(...erasures)
    },
    read: async () => kept,
  }
}
