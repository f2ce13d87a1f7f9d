import { z } from 'zod'
import type { Erasing } from '../../bot/erasing.ts'
import type { Clock, Knowledge } from '../../bot/ports.ts'
import type { Records } from '../../bot/records.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import { copyData } from '../privacy/copy-data.ts'
import { copyPage } from '../privacy/copy-page.ts'
import { eraseAudited } from '../privacy/erase-audited.ts'
import { ERASING_REASONS } from '../privacy/erasing-reason.ts'
import { readRecordKey } from '../privacy/read-record-key.ts'
import { RequestError } from '../request-error.ts'
import { record } from './accounts/audit-log.ts'
import type { DeskRoute } from './accounts/desk-route.ts'
import type { AccountDatabase } from './accounts/steps.ts'
import { parseBody } from './parse-body.ts'
import { type CopyFile, type FoundRecord, RIGHTS_ROLES } from './wire.ts'

const conversationId = z.uuid()
const findSchema = z.strictObject({ number: z.string().trim().min(1).max(60) })
const copySchema = z.strictObject({ conversationId, format: z.enum(['html', 'json']) })
const eraseSchema = z.strictObject({ conversationId, reason: z.enum(ERASING_REASONS) })

/** What a citizen asks the office for: to see what is kept of a conversation, and to have it erased. All of it is accounted for. */
export function rightsRoutes({
  records,
  erasing,
  database,
  knowledge,
  clock,
}: {
  readonly records: Records
  readonly erasing: Pick<Erasing, 'erase'>
  readonly database: AccountDatabase
  readonly knowledge: Knowledge
  readonly clock: Clock
}): readonly DeskRoute[] {
  return [
    {
      // Not a GET: the number is somebody's proof, and must not stand in an address.
      method: 'post',
      path: '/api/rights/find',
      roles: RIGHTS_ROLES,
      async handle(_request, response, _signedIn, body) {
        const key = readRecordKey(parseBody(findSchema, body).number)
        if (!key) {
          throw new RequestError(
            400,
            'BadNumber',
            'Write the number of a conversation or a ticket, such as 1042 or Z-1042.',
          )
        }
        const found = await records.find(key)
        const told: FoundRecord | null = found
          ? { ...found, openedAt: found.openedAt.toISOString(), activeAt: found.activeAt.toISOString() }
          : null
        response.send(200, { record: told })
      },
    },
    {
      method: 'post',
      path: '/api/rights/copy',
      roles: RIGHTS_ROLES,
      async handle(_request, response, { person }, body) {
        const { conversationId: subject, format } = parseBody(copySchema, body)
        const copy = await records.copy(subject)
        if (!copy) throw notFound()
        // Before it is handed out: what cannot be accounted for leaves no copy.
        const event = { actor: person.accountId, action: 'transcript-exported', subject, detail: format } as const
        await database.run(() => record(event, clock()))
        const name = `rozmowa-${copy.record.number}.${format}`
        const text = format === 'html' ? copyPage(copy, clock()) : JSON.stringify(copyData(copy, clock()), null, 2)
        const file: CopyFile = { name, text }
        response.send(200, file)
      },
    },
    {
      method: 'post',
      path: '/api/rights/erase',
      roles: RIGHTS_ROLES,
      async handle(_request, response, { person }, body) {
        const { conversationId: subject, reason } = parseBody(eraseSchema, body)
        const order = { conversationId: subject, by: 'desk', actor: person.accountId, reason } as const
        const result = await eraseAudited({ erasing, database, clock }, order)
        switch (result.kind) {
          case 'not-found':
            throw notFound()
          case 'held':
            return response.send(409, { told: PHRASES.pl.rights.held(result.reason, knowledge().office) })
          case 'erased':
            response.send(200, {})
        }
      },
    },
  ]
}

function notFound(): RequestError {
  return new RequestError(404, 'NoConversation', 'There is no such conversation, or it was erased.')
}
