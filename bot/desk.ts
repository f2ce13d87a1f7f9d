import type { Bot } from './bot.ts'
import { createDeskCommands, type DeskCommands } from './desk-commands.ts'
import { clerkOf, type DeskPerson, readableBy } from './desk-person.ts'
import { createDeskReading, type DeskReading } from './desk-reading.ts'
import type { DeskDepartment, Presence, PresentClerk } from './desk-state.ts'
import type { Blocked, DepartmentSettings, DeskConversation } from './desk-store.ts'
import { findReadable } from './find-readable.ts'
import type { Clock, Store } from './ports.ts'

/** Everything that a desk page calls. Each call says for whom, and gives or does nothing that they may not have or do. */
export type Desk = DeskCommands &
  DeskReading & {
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
    /**
     * Notes them where they are still as many as the administrator has `seen`, as nobody notes what they have not seen. False where
     * the person may not: administrators may.
     */
    noteDeadLetters(person: DeskPerson, seen: number): Promise<boolean>
    /** What waits until an administrator mends a setting; nothing for others. */
    blocked(person: DeskPerson): Promise<Blocked>

    /** To be called at sign-in and whenever it changes. */
    setPresence(person: DeskPerson, presence: Presence): Promise<void>
    /** To be called every 20 s while a page of the person is open. */
    seen(person: DeskPerson): Promise<void>
    leave(person: DeskPerson): Promise<void>
    present(): Promise<readonly PresentClerk[]>
    departments(): Promise<Readonly<Partial<Record<DeskDepartment, DepartmentSettings>>>>
    /** False where the person may not: supervisors and administrators may. */
    setDepartment(person: DeskPerson, department: DeskDepartment, settings: DepartmentSettings): Promise<boolean>

    /** Shows the citizen that the clerk writes; nothing where they do not have the conversation. */
    showTyping(person: DeskPerson, conversationId: string): Promise<void>
    /** Calls back when the citizen writes. */
    watchTyping(conversationId: string, seen: () => void): () => void
    /** Calls back after each change of the conversation; a hint. */
    watch(conversationId: string, changed: () => void): () => void
    /** Calls back after each change of any conversation; a hint. */
    watchAll(changed: () => void): () => void
  }

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

  return {
    ...createDeskCommands(desk, bot),
    ...createDeskReading(store, clock),

    queue: person => desk.list('queue', readableBy(person)),
    mine: person => desk.heldBy(person.clerkId),
    async others(person) {
      const held = await desk.list('clerk', readableBy(person))
      return held.filter(({ clerk }) => clerk?.id !== person.clerkId)
    },
    tickets: person => desk.list('ticket', readableBy(person)),
    undelivered: person => desk.undelivered(readableBy(person)),
    async settleUndelivered(person, conversationId) {
      if (!(await findReadable(desk, person, conversationId))) return false
      await desk.settleUndelivered(conversationId)
      return true
    },
    deadLetters: async person => (person.roles.includes('administrator') ? desk.deadLetters() : 0),
    blocked: async person => (person.roles.includes('administrator') ? desk.blocked() : NOTHING_BLOCKED),
    async noteDeadLetters(person, seen) {
      if (!person.roles.includes('administrator')) return false
      await desk.noteDeadLetters(seen)
      return true
    },

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
