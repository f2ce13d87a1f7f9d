import { type CommandAnswer, type DeskApi, DeskRefusal } from './desk-api.ts'
import type { Draft, Drafts } from './drafts.ts'
import type { NewCommand } from './new-command.ts'

/** Drafts of all conversations, and the way of what was written to the server. */
export type Outbox = {
  readonly draft: (conversationId: string) => Draft
  readonly change: (conversationId: string, change: Partial<Draft>) => void
  /** Sends what waits in the conversation, in order; tries again until the server has it or refuses it. */
  readonly send: (conversationId: string) => void
}

export type OutboxParts = {
  readonly api: Pick<DeskApi, 'command'>
  readonly drafts: Drafts
  /** Whether anything can be sent at the moment. */
  readonly maySend: () => boolean
  readonly changed: (conversationId: string) => void
  readonly answered: (answer: CommandAnswer) => void
  readonly failed: (error: unknown, conversationId: string) => void
}

const AGAIN_MS = 2_000
const SERVER_FAILED = 500

export function createOutbox({ api, drafts, maySend, changed, answered, failed }: OutboxParts): Outbox {
  const sending = new Set<string>()

  function change(id: string, alter: Partial<Draft>): void {
    drafts.write(id, { ...drafts.read(id), ...alter })
    changed(id)
  }

  function send(id: string): void {
    const [next] = drafts.read(id).unsent
    if (!next || sending.has(id) || !maySend()) return
    sending.add(id)
    const ended = (settle: () => void) => {
      sending.delete(id)
      settle()
    }
    api.command(id, next).then(
      answer => ended(() => sent(id, next, answer)),
      (error: unknown) => ended(() => notSent(id, error)),
    )
  }

  function sent(id: string, command: NewCommand, answer: CommandAnswer): void {
    if (answer.kind === 'refused') giveBack(id)
    else change(id, { unsent: drafts.read(id).unsent.filter(each => each.commandId !== command.commandId) })
    answered(answer)
    send(id)
  }

  /** Whether the server has it is not known unless it refused, and the same command again is one deed. */
  function notSent(id: string, error: unknown): void {
    failed(error, id)
    if (error instanceof DeskRefusal && error.status < SERVER_FAILED) giveBack(id)
    else setTimeout(send, AGAIN_MS, id)
  }

  /** What was not taken is the clerk's to write again. */
  function giveBack(id: string): void {
    const { text, unsent } = drafts.read(id)
    change(id, { text: [...unsent.map(each => each.text), text].filter(Boolean).join('\n\n'), unsent: [] })
  }

  return { draft: drafts.read, change, send }
}
