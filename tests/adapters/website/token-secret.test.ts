import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { tokenSecrets } from '../../../adapters/website/token-secret.ts'
import { temporaryFolder } from '../../setup/temporary-folder.ts'

const LOG = { info: () => undefined, warn: () => undefined, error: () => undefined }

it('makes a secret once, which only the service may read', () => {
  const dataDir = join(temporaryFolder(), 'data')

  const first = tokenSecrets({ tokenSecrets: [], dataDir }, LOG)
  const again = tokenSecrets({ tokenSecrets: [], dataDir }, LOG)

  expect(first[0]?.length).toBeGreaterThanOrEqual(32)
  expect(again).toEqual(first)
  expect(statSync(join(dataDir, 'token-secret')).mode & 0o777).toBe(0o600)
})

it('takes those that are set', () => {
  expect(tokenSecrets({ tokenSecrets: ['one', 'two'], dataDir: '/nowhere' }, LOG)).toEqual(['one', 'two'])
})
