import type { RecordKey } from '../../bot/records.ts'
import type { Config } from '../config.ts'
import { type AuditEvent, record } from '../desk/accounts/audit-log.ts'
import { openAccounts } from '../storage/open-accounts.ts'
import { type Archive, openArchive } from '../storage/open-archive.ts'
import { PrivacyError } from './privacy-error.ts'
import { readRecordKey } from './read-record-key.ts'

/** How the audit log names whoever has the machine. */
const BY = 'command'

/** Runs a command's work on conversations as wholes, and closes the database whatever happens. */
export async function withArchive<Result>(
  config: Config,
  work: (archive: Archive) => Promise<Result>,
): Promise<Result> {
  const archive = await openArchive(config)
  try {
    return await work(archive)
  } finally {
    await archive.close()
  }
}

/** The number that followed a command. Throws `PrivacyError` where it is none. */
export function recordKeyOf(typed: string | undefined): RecordKey {
  const key = readRecordKey(typed ?? '')
  if (key) return key
  throw new PrivacyError(
    `„${typed}” nie jest numerem rozmowy. Podaj numer rozmowy (1042), zgłoszenia (Z-1042) albo długi numer z zapisu.`,
  )
}

/** Nothing is there by that number. */
export function noConversation(): PrivacyError {
  return new PrivacyError('Nie ma takiej rozmowy. Mogła zostać usunięta albo skończył się czas przechowywania.')
}

/** Adds what a command did to the audit log. */
export async function auditCommand(config: Config, event: Omit<AuditEvent, 'actor'>, now: Date): Promise<void> {
  const accounts = await openAccounts(config)
  await accounts.run(() => record({ actor: BY, ...event }, now)).finally(accounts.close)
}
