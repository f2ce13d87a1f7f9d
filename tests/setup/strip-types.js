import { createHash } from 'node:crypto'
import { stripTypeScriptTypes } from 'node:module'

// The same stripping that `node main.ts` does, so that tests run what the service runs.
export default {
  process: source => ({ code: stripTypeScriptTypes(source) }),
  getCacheKey: source => createHash('sha256').update(process.version).update(source).digest('hex'),
}
