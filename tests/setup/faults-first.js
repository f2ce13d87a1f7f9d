import { basename, dirname, relative, sep } from 'node:path'
import Sequencer from '@jest/test-sequencer'

/**
 * Begins with the faults, which take longest and would run alone at the end, and with what starts no processes beside them; the
 * rest by size, as Jest does.
 */
export default class FaultsFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((a, b) => turnOf(a) - turnOf(b))
  }
}

const WITH_PROCESSES = ['e2e', 'desk', 'widget']

function turnOf({ path, context }) {
  const [, folder = ''] = relative(context.config.rootDir, dirname(path)).split(sep)
  if (folder === 'faults') return 0
  return WITH_PROCESSES.includes(folder) || basename(path).startsWith('postgres-') ? 2 : 1
}
