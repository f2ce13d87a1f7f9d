import { readableBy } from '../../../../bot/desk-person.ts'
import type { DeskCommand, ListedConversation } from '../../wire.ts'
import type { CommandAnswer, DeskApi } from './desk-api.ts'
import type { NewCommand } from './new-command.ts'
import type { PageState } from './page-state.ts'

/** A deed besides writing, without the id that is given to it here. */
export type Deed = DeedOf<Exclude<DeskCommand, NewCommand>>
type DeedOf<Command> = Command extends unknown ? Omit<Command, 'commandId' | 'epoch'> : never

/** What the clerk does to the open conversation, besides writing. */
export type Deeds = {
  /** Tells whether it was done. */
  readonly run: (deed: Deed) => Promise<boolean>
  /** The citizen is answered in another way. */
  readonly settle: () => Promise<void>
  /** Shows how things are after a command, and why nothing changed where it was refused. */
  readonly show: (answer: CommandAnswer) => void
}

export type DeedsParts = {
  readonly page: PageState
  readonly api: Pick<DeskApi, 'command' | 'settle'>
  /** Something may have changed. */
  readonly done: () => void
  /** Closes the conversation, which has gone where the clerk may not read it. */
  readonly close: () => void
}

export function createDeeds({ page, api, done, close }: DeedsParts): Deeds {
  function show(answer: CommandAnswer): void {
    const { conversation } = answer
    page.set({ problem: answer.kind === 'refused' ? { kind: 'refused', refusal: answer.refusal } : null })
    if (page.now().open?.conversation.conversationId === conversation.conversationId) page.setOpen({ conversation })
  }

  /** Whoever wants no more at once is told so; a ticket, and what a colleague has, is another matter. */
  function handsAreFull({ kind }: ListedConversation): boolean {
    const { overview, preferences } = page.now()
    return kind === 'queue' && (overview?.mine.length ?? 0) >= preferences.most
  }

  /** Whoever has passed it on to another department knows that, and is not told that it has gone. */
  function hasGone({ department, clerk }: ListedConversation): boolean {
    const person = page.now().me?.person
    return person !== undefined && clerk?.id !== person.accountId && !readableBy(person).includes(department)
  }

  return {
    async run(deed) {
      const { open, preferences } = page.now()
      if (!open) return false
      if (deed.kind === 'take' && handsAreFull(open.conversation)) {
        page.set({ problem: { kind: 'hands-full', most: preferences.most } })
        return false
      }
      const { conversationId: id, epoch } = open.conversation
      const command = { ...deed, commandId: crypto.randomUUID(), ...(deed.kind === 'take' ? {} : { epoch }) }
      const answer = await page.attempt(() => api.command(id, command as DeskCommand), id)
      if (!answer) return false
      show(answer)
      if (answer.kind === 'done' && hasGone(answer.conversation)) close()
      done()
      return answer.kind === 'done'
    },
    async settle() {
      const id = page.now().open?.conversation.conversationId
      if (id !== undefined) await page.attempt(() => api.settle(id), id)
      done()
    },
    show,
  }
}
