import type { Arena } from './arena.ts'
import { startLoad } from './citizens.ts'
import { BOTH, type Fault, inArena } from './fault.ts'

const CITIZENS = 4
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export const CLOCK_JUMPED: readonly Fault[] = [
  {
    id: 'F15',
    title: 'keeps order and doubles nothing when the clock jumps',
    stores: BOTH,
    run: trial => inArena(trial, jump),
  },
]

/** Forward and back, over the end of summer time, and two days on. */
async function jump({ service, office, history }: Arena): Promise<readonly string[]> {
  const endOfSummerTime = Date.parse('2026-10-25T01:00:00Z') - Date.now()
  const load = startLoad(office, CITIZENS, 20)
  for (const offByMs of [HOUR, 0, -10 * MINUTE, endOfSummerTime - 100, -HOUR, 2 * DAY]) {
    await history.more(60)
    await service.tell({ do: 'set clock', offByMs })
  }
  await history.more(60)
  await load.stop()
  return []
}
