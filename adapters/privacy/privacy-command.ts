import type { ParseArgsOptionsConfig } from 'node:util'
import type { Config } from '../config.ts'

/** One thing that `npm run privacy` does. Help and output are Polish: whoever looks after personal data reads them. */
export type PrivacyCommand = {
  readonly name: string
  /** Names of what follows it, such as `NUMER`; each must be there. */
  readonly operands: readonly string[]
  readonly options: ParseArgsOptionsConfig
  /** How its options are written in the help. */
  readonly usage: string
  /** What it does, in one line. */
  readonly help: string
  /** Gives the exit status. Throws `PrivacyError` where it cannot do what it was asked. */
  readonly run: (call: PrivacyCall) => Promise<number>
}

export type PrivacyCall = {
  readonly config: Config
  readonly operands: readonly string[]
  readonly options: Readonly<Record<string, unknown>>
  readonly now: Date
  readonly print: (line: string) => void
  /** To whoever runs the command, beside its output. */
  readonly warn: (line: string) => void
}
