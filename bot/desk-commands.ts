import type { ForeignLanguage } from '../dialogs/foreign-language.ts'
import type { Bot } from './bot.ts'
import { clerkOf, type DeskPerson } from './desk-person.ts'
import type { DeskDepartment } from './desk-state.ts'
import type { DeskConversation, DeskStore } from './desk-store.ts'
import type { ClerkHappening, ConversationEvent, PassedOnTo } from './event.ts'
import { findReadable } from './find-readable.ts'
import { NoConversationError } from './no-conversation-error.ts'
import type { Refusal } from './turn.ts'

/** What a clerk does to a conversation. `commandId` is made in the browser: the same twice is one deed. */
export type Command = { readonly conversationId: string; readonly commandId: string }

/** A command of whoever holds the conversation, by the hold's number. */
export type HoldCommand = Command & { readonly epoch: number }

/** `conversation`: as it is afterwards. `not-found`: not there, or not theirs to read. */
export type CommandResult =
  | { readonly kind: 'done'; readonly conversation: DeskConversation }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly conversation: DeskConversation }
  | { readonly kind: 'not-found' }

/** What clerks do to conversations. Each is an event of the conversation, and becomes a turn. */
export type DeskCommands = {
  /** `isForced`: from a colleague; a supervisor alone can. */
  take(person: DeskPerson, command: Command & { readonly isForced?: boolean }): Promise<CommandResult>
  /** `language`: what it is written in. Default Polish. */
  write(
    person: DeskPerson,
    command: HoldCommand & { readonly text: string; readonly language?: ForeignLanguage | undefined },
  ): Promise<CommandResult>
  note(person: DeskPerson, command: Command & { readonly text: string }): Promise<CommandResult>
  passOn(person: DeskPerson, command: HoldCommand & { readonly to: PassedOnTo }): Promise<CommandResult>
  returnToBot(person: DeskPerson, command: HoldCommand): Promise<CommandResult>
  end(person: DeskPerson, command: HoldCommand & { readonly label: string }): Promise<CommandResult>
  makeTicket(person: DeskPerson, command: HoldCommand & { readonly department: DeskDepartment }): Promise<CommandResult>
}

/** Where clerks' events come from, in the store. */
const SOURCE = 'desk'

export function createDeskCommands(
  desk: Pick<DeskStore, 'find' | 'seen'>,
  bot: Pick<Bot, 'accept' | 'refusalOf'>,
): DeskCommands {
  /** Does a deed as an event of the conversation, and tells how its turn ended. */
  async function run(
    person: DeskPerson,
    { conversationId, commandId }: Command,
    happening: ClerkHappening,
  ): Promise<CommandResult> {
    if (!(await findReadable(desk, person, conversationId))) return { kind: 'not-found' }
    const origin = {
      source: SOURCE,
      address: conversationId,
      externalId: `${person.clerkId}:${commandId}`,
      returnPath: null,
      isAwaited: false,
      conversationId,
    }
    const refusal = await refusalTo({ ...happening, origin })
    const conversation = await desk.find(conversationId)
    if (!conversation) return { kind: 'not-found' }
    return refusal === null ? { kind: 'done', conversation } : { kind: 'refused', refusal, conversation }
  }

  /** Why the deed changed nothing; null where it did. */
  async function refusalTo(event: ConversationEvent): Promise<Refusal | null> {
    try {
      return await bot.refusalOf(await bot.accept(event))
    } catch (error) {
      if (error instanceof NoConversationError) return { kind: 'closed' }
      throw error
    }
  }

  return {
    async take(person, command) {
      // A hold lasts as long as its clerk's page is heard of, so it starts with that.
      await desk.seen(clerkOf(person), person.departments)
      const isForced = command.isForced === true && person.roles.includes('supervisor')
      return run(person, command, { kind: 'clerk-took', clerk: clerkOf(person), isForced })
    },
    write: (person, { epoch, text, language, ...command }) =>
      run(person, command, { kind: 'clerk-wrote', clerk: clerkOf(person), epoch, text, language }),
    note: (person, { text, ...command }) => run(person, command, { kind: 'clerk-noted', clerk: clerkOf(person), text }),
    passOn: (person, { epoch, to, ...command }) =>
      run(person, command, { kind: 'clerk-passed-on', clerk: clerkOf(person), epoch, to }),
    returnToBot: (person, { epoch, ...command }) =>
      run(person, command, { kind: 'clerk-returned', clerk: clerkOf(person), epoch }),
    end: (person, { epoch, label, ...command }) =>
      run(person, command, { kind: 'clerk-ended', clerk: clerkOf(person), epoch, label }),
    makeTicket: (person, { epoch, department, ...command }) =>
      run(person, command, { kind: 'clerk-made-ticket', clerk: clerkOf(person), epoch, department }),
  }
}
