import { RegisterError } from '../../bot/erasing.ts'
import { ConfigError, readConfig } from '../config.ts'
import { PRIVACY_COMMANDS } from '../privacy/privacy-commands.ts'
import { PrivacyError } from '../privacy/privacy-error.ts'
import { runPrivacy } from '../privacy/run-privacy.ts'
import { StoreError } from '../storage/store-error.ts'

const warn = (line: string) => process.stderr.write(`${line}\n`)

try {
  process.exitCode = await runPrivacy(PRIVACY_COMMANDS, process.argv.slice(2), () => readConfig(process.env), {
    now: new Date(),
    print: line => process.stdout.write(`${line}\n`),
    warn,
  })
} catch (error) {
  const isForTheOperator = [PrivacyError, ConfigError, RegisterError, StoreError].some(kind => error instanceof kind)
  if (!isForTheOperator || !(error instanceof Error)) throw error
  warn(error.message)
  process.exitCode = 1
}
