import type { ForeignLanguage } from '../dialogs/foreign-language.ts'
import { placeIn } from './availability.ts'
import type { Bot } from './bot.ts'
import { type DeskPerson, readableBy } from './desk-person.ts'
import type { Clerk, DeskDepartment, Presence, PresentClerk } from './desk-state.ts'
import type { Blocked, DepartmentSettings, DeskConversation, DeskRead } from './desk-store.ts'
import type { ClerkHappening, PassedOnTo } from './event.ts'
import type { Message } from './message.ts'
import type { Clock, Store } from './ports.ts'
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

/** A conversation with all that was said in it, and what the assistant would have said: `Message.content.explanation`. */
export type OpenedConversation = {
  readonly conversation: DeskConversation
  readonly messages: readonly Message[]
  /** Where the open ticket is to be answered, besides the chat. */
  readonly contact: string | null
}

/** How things stand for a citizen, for their page. */
export type Standing =
  | { readonly kind: 'bot' }
  /** `place` from 1; `minutes` is a rough guess. */
  | { readonly kind: 'queue'; readonly place: number; readonly minutes: number }
  | { readonly kind: 'clerk'; readonly name: string; readonly isAway: boolean }
  | { readonly kind: 'ticket'; readonly number: string }

/** Everything that a desk page calls. Each call says for whom, and gives or does nothing that they may not have or do. */
export type Desk = {
  /** Who waits, the longest first. */
  queue(person: DeskPerson): Promise<readonly DeskConversation[]>
  mine(person: DeskPerson): Promise<readonly DeskConversation[]>
  /** Those that colleagues have. */
  others(person: DeskPerson): Promise<readonly DeskConversation[]>
  tickets(person: DeskPerson): Promise<readonly DeskConversation[]>
  /** Those in which a clerk's words could not be delivered, whatever they are now. */
  undelivered(person: DeskPerson): Promise<readonly DeskConversation[]>
  /** The citizen is answered in another way. False where the conversation is not there, or not theirs to read. */
  settleUndelivered(person: DeskPerson, conversationId: string): Promise<boolean>
  /** How many deliveries were given up since an administrator noted it; 0 for others. */
  deadLetters(person: DeskPerson): Promise<number>
  /** False where the person may not: administrators may. */
  noteDeadLetters(person: DeskPerson): Promise<boolean>
  /** What waits until an administrator mends a setting; nothing for others. */
  blocked(person: DeskPerson): Promise<Blocked>
  /** Notes that it was read. Nothing where it is not there, or not theirs to read. */
  open(person: DeskPerson, conversationId: string): Promise<OpenedConversation | undefined>
  /** What came after `seq`, for a page that has it open. */
  messagesAfter(person: DeskPerson, conversationId: string, seq: number): Promise<readonly Message[] | undefined>
  /** Notes that it was searched. */
  search(person: DeskPerson, text: string): Promise<readonly DeskConversation[]>
  /** The original of a masked message, while it is kept. Notes that it was read. */
  reveal(person: DeskPerson, conversationId: string, seq: number): Promise<string | undefined>

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

  /** To be called at sign-in and whenever it changes. */
  setPresence(person: DeskPerson, presence: Presence): Promise<void>
  /** To be called every 20 s while a page of the person is open. */
  seen(person: DeskPerson): Promise<void>
  leave(person: DeskPerson): Promise<void>
  present(): Promise<readonly PresentClerk[]>
  departments(): Promise<Readonly<Partial<Record<DeskDepartment, DepartmentSettings>>>>
  /** False where the person may not: supervisors and administrators may. */
  setDepartment(person: DeskPerson, department: DeskDepartment, settings: DepartmentSettings): Promise<boolean>

  /** For the page of the citizen whose conversation it is, which its caller has made sure of. */
  standing(conversationId: string): Promise<Standing>

  /** Shows the citizen that the clerk writes; nothing where they do not have the conversation. */
  showTyping(person: DeskPerson, conversationId: string): Promise<void>
  /** Calls back when the citizen writes. */
  watchTyping(conversationId: string, seen: () => void): () => void
  /** Calls back after each change of the conversation; a hint. */
  watch(conversationId: string, changed: () => void): () => void
  /** Calls back after each change of any conversation; a hint. */
  watchAll(changed: () => void): () => void
}

/** Where clerks' events come from, in the store. */
const SOURCE = 'desk'

const MOST_FOUND = 50

const NOTHING_BLOCKED: Blocked = { replies: 0, letters: 0 }

export function createDesk({
  store,
  bot,
  clock,
}: {
  readonly store: Pick<Store, 'desk' | 'original' | 'watch' | 'watchAll' | 'showTyping' | 'watchTyping'>
  readonly bot: Pick<Bot, 'accept' | 'refusalOf'>
  readonly clock: Clock
}): Desk {
  const { desk } = store

  async function find(person: DeskPerson, conversationId: string): Promise<DeskConversation | undefined> {
    const conversation = await desk.find(conversationId)
    return conversation && mayRead(person, conversation) ? conversation : undefined
  }

  function noteRead(person: DeskPerson, what: DeskRead['what'], conversationId: string | null): Promise<void> {
    return desk.noteRead({ clerkId: person.clerkId, conversationId, what, at: clock() })
  }

  /** Does a deed as an event of the conversation, and tells how its turn ended. */
  async function run(
    person: DeskPerson,
    { conversationId, commandId }: Command,
    happening: ClerkHappening,
  ): Promise<CommandResult> {
    if (!(await find(person, conversationId))) return { kind: 'not-found' }
    const origin = {
      source: SOURCE,
      address: conversationId,
      externalId: `${person.clerkId}:${commandId}`,
      returnPath: null,
      isAwaited: false,
      conversationId,
    }
    const accepted = await bot.accept({ ...happening, origin })
    const refusal = await bot.refusalOf(accepted)
    const conversation = await desk.find(conversationId)
    if (!conversation) return { kind: 'not-found' }
    return refusal === null ? { kind: 'done', conversation } : { kind: 'refused', refusal, conversation }
  }

  return {
    queue: person => desk.list('queue', readableBy(person)),
    mine: person => desk.heldBy(person.clerkId),
    async others(person) {
      const held = await desk.list('clerk', readableBy(person))
      return held.filter(({ clerk }) => clerk?.id !== person.clerkId)
    },
    tickets: person => desk.list('ticket', readableBy(person)),
    undelivered: person => desk.undelivered(readableBy(person)),
    async settleUndelivered(person, conversationId) {
      if (!(await find(person, conversationId))) return false
      await desk.settleUndelivered(conversationId)
      return true
    },
    deadLetters: async person => (person.roles.includes('administrator') ? desk.deadLetters() : 0),
    blocked: async person => (person.roles.includes('administrator') ? desk.blocked() : NOTHING_BLOCKED),
    async noteDeadLetters(person) {
      if (!person.roles.includes('administrator')) return false
      await desk.noteDeadLetters()
      return true
    },

    async open(person, conversationId) {
      const conversation = await find(person, conversationId)
      if (!conversation) return undefined
      await noteRead(person, 'conversation', conversationId)
      const [messages, contact] = await Promise.all([desk.history(conversationId, 0), desk.contactOf(conversationId)])
      return { conversation, messages, contact }
    },

    async messagesAfter(person, conversationId, seq) {
      return (await find(person, conversationId)) && desk.history(conversationId, seq)
    },

    async search(person, text) {
      if (text.trim() === '') return []
      await noteRead(person, 'search', null)
      return desk.search(text, readableBy(person), MOST_FOUND)
    },

    async reveal(person, conversationId, seq) {
      if (!(await find(person, conversationId))) return undefined
      await noteRead(person, 'original', conversationId)
      return store.original(conversationId, seq)
    },

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

    setPresence: (person, presence) => desk.setPresence(clerkOf(person), presence, person.departments),
    seen: person => desk.seen(clerkOf(person), person.departments),
    leave: person => desk.leave(person.clerkId),
    present: () => desk.present(),
    departments: () => desk.departments(),
    async setDepartment(person, department, settings) {
      if (!person.roles.some(role => role === 'supervisor' || role === 'administrator')) return false
      await desk.setDepartment(department, settings)
      return true
    },

    async standing(conversationId) {
      const [conversation, state] = await Promise.all([desk.find(conversationId), desk.state(conversationId)])
      if (!conversation || !state) return { kind: 'bot' }
      const { kind, clerk, isAway, ticket, department } = conversation
      if (kind === 'queue') return { kind, ...placeIn(state, department) }
      if (kind === 'clerk' && clerk) return { kind, name: clerk.name, isAway }
      return ticket ? { kind: 'ticket', number: ticket.number } : { kind: 'bot' }
    },

    async showTyping(person, conversationId) {
      const conversation = await desk.find(conversationId)
      if (conversation?.clerk?.id === person.clerkId) await store.showTyping(conversationId, 'clerk')
    },
    watchTyping: (conversationId, seen) =>
      store.watchTyping(conversationId, who => {
        if (who === 'citizen') seen()
      }),
    watch: (conversationId, changed) => store.watch(conversationId, changed),
    watchAll: changed => store.watchAll(changed),
  }
}

function clerkOf({ clerkId, name }: DeskPerson): Clerk {
  return { id: clerkId, name }
}

/** Whoever holds a conversation reads it, whatever its department: a colleague gave it to them. */
function mayRead(person: DeskPerson, { department, clerk }: DeskConversation): boolean {
  return clerk?.id === person.clerkId || readableBy(person).includes(department)
}
