import { MOST_ASKED_FOR } from '../../wire.ts'
import type { CommandAnswer, DeskApi } from './desk-api.ts'
import { createDrafts, type Draft, type Drafts, EMPTY_DRAFT, type Written } from './drafts.ts'
import type { NewCommand } from './new-command.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import type { PageState } from './page-state.ts'

/** What the clerk writes in the open conversation, from the first key until the server has it. */
export type Writing = {
  /** Drafts are those of the account from now on. */
  readonly start: (accountId: string) => void
  readonly draftOf: (conversationId: string) => Draft
  readonly draft: (written: Written) => void
  /** Sends the draft. */
  readonly send: () => void
  /** Sends what still waits. */
  readonly flush: () => void
  /** Removes drafts of conversations that were erased: their words are on no device any more. */
  readonly forgetErased: () => Promise<void>
}

const TYPING_SAID_MS = 2_500

export function createWriting({
  page,
  api,
  sayTyping,
  answered,
}: {
  readonly page: PageState
  readonly api: Pick<DeskApi, 'command' | 'keptAmong'>
  readonly sayTyping: (conversationId: string) => void
  readonly answered: (answer: CommandAnswer) => void
}): Writing {
  let drafts: Drafts | undefined
  let outbox: Outbox | undefined
  let typingSaidAt = Number.NEGATIVE_INFINITY
  const openId = () => page.now().open?.conversation.conversationId
  const draftOf = (id: string) => outbox?.draft(id) ?? EMPTY_DRAFT

  function flush(): void {
    const id = openId()
    if (id !== undefined) outbox?.send(id)
  }

  return {
    start(accountId) {
      drafts ??= createDrafts(accountId, localStorage)
      outbox ??= createOutbox({
        api,
        drafts,
        maySend: () => page.now().session !== 'ended',
        changed(id) {
          if (id === openId()) page.setOpen({ draft: draftOf(id) })
        },
        answered,
        failed: page.fail,
      })
    },
    draftOf,
    draft(written) {
      const id = openId()
      if (id === undefined) return
      outbox?.change(id, written)
      if (written.kind !== 'reply' || written.text === '' || performance.now() - typingSaidAt < TYPING_SAID_MS) return
      typingSaidAt = performance.now()
      sayTyping(id)
    },
    send() {
      const { open, session } = page.now()
      // What cannot be sent stays where it is written.
      if (!open || session === 'ended') return
      const { draft, conversation } = open
      const command = commandOf(draft, conversation.epoch)
      if (command.text === '') return
      typingSaidAt = Number.NEGATIVE_INFINITY
      outbox?.change(conversation.conversationId, { kind: 'reply', text: '', unsent: [...draft.unsent, command] })
      flush()
    },
    flush,
    async forgetErased() {
      const written = drafts?.conversations().slice(0, MOST_ASKED_FOR) ?? []
      if (written.length === 0) return
      const kept = await api.keptAmong(written)
      for (const id of written) if (!kept.includes(id)) drafts?.forget(id)
    },
  }
}

function commandOf({ kind, text: written, language }: Written, epoch: number): NewCommand {
  const commandId = crypto.randomUUID()
  const text = written.trim()
  if (kind === 'note') return { kind, commandId, text }
  return { kind: 'write', commandId, epoch, text, ...(language === 'pl' ? {} : { language }) }
}
