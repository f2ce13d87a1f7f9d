import type { Request } from 'restify'
import { z } from 'zod'
import type { Desk } from '../../bot/desk.ts'
import type { Clock, Knowledge } from '../../bot/ports.ts'
import { RequestError } from '../request-error.ts'
import { record } from './accounts/audit-log.ts'
import type { DeskRoute } from './accounts/desk-route.ts'
import type { SignedIn } from './accounts/guard.ts'
import type { AccountDatabase } from './accounts/steps.ts'
import { commandSchema } from './command-schema.ts'
import { deskPersonOf } from './desk-person.ts'
import type { Lister } from './lister.ts'
import { parseBody } from './parse-body.ts'
import { runCommand } from './run-command.ts'
import { toDeskMessage } from './to-wire.ts'
import { type OpenConversation, type Refused, WORKING_ROLES } from './wire.ts'

const revealSchema = z.strictObject({ seq: z.number().int().min(1) })

/** One conversation, as the page opens and changes it. */
export function conversationRoutes({
  desk,
  database,
  knowledge,
  clock,
  lister,
}: {
  readonly desk: Desk
  /** Of the audit log. */
  readonly database: AccountDatabase
  readonly knowledge: Knowledge
  readonly clock: Clock
  readonly lister: Lister
}): readonly DeskRoute[] {
  async function audit(
    { person }: SignedIn,
    action: 'transcript-read' | 'original-revealed',
    subject: string,
    detail: string | null = null,
  ): Promise<void> {
    await database.run(() => record({ actor: person.accountId, action, subject, detail }, clock()))
  }

  const path = '/api/conversations/:conversationId'

  return [
    {
      method: 'get',
      path,
      roles: WORKING_ROLES,
      async handle(request, response, signedIn) {
        const opened = await desk.open(deskPersonOf(signedIn), idOf(request))
        if (!opened) throw notFound()
        await audit(signedIn, 'transcript-read', idOf(request))
        const { conversation, messages, contact } = opened
        const body: OpenConversation = {
          conversation: (await lister())(conversation),
          messages: messages.map(message => toDeskMessage(message, knowledge())),
          contact,
        }
        response.send(200, body)
      },
    },
    {
      // Asked for by the page itself, and no reading anew.
      method: 'get',
      path: `${path}/messages`,
      roles: WORKING_ROLES,
      isUse: false,
      async handle(request, response, signedIn) {
        const messages = await desk.messagesAfter(deskPersonOf(signedIn), idOf(request), afterOf(request))
        if (!messages) throw notFound()
        response.send(200, { messages: messages.map(message => toDeskMessage(message, knowledge())) })
      },
    },
    {
      method: 'post',
      path: `${path}/commands`,
      roles: WORKING_ROLES,
      async handle(request, response, signedIn, body) {
        const command = parseBody(commandSchema, body)
        const result = await runCommand(desk, deskPersonOf(signedIn), idOf(request), command)
        if (result.kind === 'not-found') throw notFound()
        const conversation = (await lister())(result.conversation)
        if (result.kind === 'done') return response.send(200, { conversation })
        const refused: Refused = { refusal: result.refusal, conversation }
        response.send(409, refused)
      },
    },
    {
      method: 'post',
      path: `${path}/reveal`,
      roles: WORKING_ROLES,
      async handle(request, response, signedIn, body) {
        const { seq } = parseBody(revealSchema, body)
        const text = await desk.reveal(deskPersonOf(signedIn), idOf(request), seq)
        // Before it is shown: where the entry cannot be written, nobody sees the text.
        if (text !== undefined) await audit(signedIn, 'original-revealed', idOf(request), `message ${seq}`)
        response.send(200, { text: text ?? null })
      },
    },
    {
      method: 'post',
      path: `${path}/settle`,
      roles: WORKING_ROLES,
      async handle(request, response, signedIn) {
        if (!(await desk.settleUndelivered(deskPersonOf(signedIn), idOf(request)))) throw notFound()
        response.send(200, {})
      },
    },
  ]
}

function idOf({ params }: Request): string {
  const id = z.uuid().safeParse(params.conversationId)
  if (!id.success) throw notFound()
  return id.data
}

function afterOf({ url = '' }: Request): number {
  const after = new URL(url, 'http://localhost').searchParams.get('after') ?? ''
  if (!/^\d{1,9}$/.test(after)) throw new RequestError(400, 'BadNumber', 'after must be the number of a message.')
  return Number(after)
}

/** The same for what is not there and what is not theirs, so that nobody learns which. */
function notFound(): RequestError {
  return new RequestError(404, 'NoConversation', 'There is no such conversation in your departments.')
}
