import { type Eraser, type Erasing, type ErasingResult, RegisterError } from '../../bot/erasing.ts'
import type { Clock } from '../../bot/ports.ts'
import { type AuditAction, record } from '../desk/accounts/audit-log.ts'
import type { AccountDatabase } from '../desk/accounts/steps.ts'
import type { ErasingReason } from './erasing-reason.ts'

/** What somebody of the office has erased, and why. `actor`: as the audit log names them. */
export type ErasingOrder = {
  readonly conversationId: string
  readonly by: Exclude<Eraser, 'citizen'>
  readonly actor: string
  readonly reason: ErasingReason
}

/** Erases for the office. The audit log has it before, so that nothing goes without an account; where it then stays, the log has that too. */
export async function eraseAudited(
  {
    erasing,
    database,
    clock,
  }: { readonly erasing: Pick<Erasing, 'erase'>; readonly database: AccountDatabase; readonly clock: Clock },
  { conversationId, by, actor, reason }: ErasingOrder,
): Promise<ErasingResult> {
  const audit = (action: AuditAction) =>
    database.run(() => record({ actor, action, subject: conversationId, detail: reason }, clock()))
  let isAudited = false
  const auditFirst = async () => {
    await audit('conversation-erased')
    isAudited = true
  }

  try {
    const result = await erasing.erase({ conversationId }, by, auditFirst)
    if (isAudited && result.kind !== 'erased') await audit('erasing-failed')
    return result
  } catch (error) {
    if (error instanceof RegisterError) await audit('erasing-failed')
    throw error
  }
}
