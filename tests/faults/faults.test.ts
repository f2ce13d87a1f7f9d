import { afterAll, expect, it } from '@jest/globals'
import { realKnowledge } from '../setup/knowledge.ts'
import { FAULTS } from './all-faults.ts'
import { SCALED } from './pace.ts'
import { createStores } from './stores.ts'

// Each fault of reliability.md §3, shortened; `npm run faults -- --full` takes as long as it says. Most of the time is spent
// waiting for processes, so that some are tried side by side.

const PATIENCE_MS = 280_000

realKnowledge()
const stores = createStores()

afterAll(stores.stop)

for (const fault of FAULTS) {
  it.concurrent.each(fault.stores)(
    `${fault.id} on %s: ${fault.title}`,
    async kind => {
      const { violations } = await fault.run({ stores, kind, pace: SCALED })

      expect(violations).toEqual([])
    },
    PATIENCE_MS,
  )
}
