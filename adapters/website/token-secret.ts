import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../../bot/ports.ts'
import type { Config } from '../config.ts'

/** The secrets that sign tokens: as set, or made once and kept in `DATA_DIR`, where only the service may read it. */
export function tokenSecrets(
  { tokenSecrets: set, dataDir }: Pick<Config, 'tokenSecrets' | 'dataDir'>,
  log: Log,
): readonly string[] {
  if (set.length > 0) return set
  const path = join(dataDir, 'token-secret')
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600 })
    log.info({ path }, 'made a secret that signs tokens of the website, as TOKEN_SECRET is not set')
  }
  return [readFileSync(path, 'utf8')]
}
