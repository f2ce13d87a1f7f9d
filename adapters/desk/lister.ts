import type { Desk } from '../../bot/desk.ts'
import type { DeskConversation } from '../../bot/desk-store.ts'
import type { Clock, Knowledge } from '../../bot/ports.ts'
import { ticketDue } from '../../bot/ticket-due.ts'
import { toListed } from './to-wire.ts'
import type { ListedConversation } from './wire.ts'

/** Gives what makes a conversation a row of the page; hours of departments are read once for all of them. */
export type Lister = () => Promise<(conversation: DeskConversation) => ListedConversation>

/** `ticketDays`: in which a ticket is to be answered. */
export function createLister({
  desk,
  knowledge,
  clock,
  ticketDays,
}: {
  readonly desk: Pick<Desk, 'departments'>
  readonly knowledge: Knowledge
  readonly clock: Clock
  readonly ticketDays: number
}): Lister {
  return async () => {
    const departments = await desk.departments()
    const isLate = ({ ticket, department }: DeskConversation) =>
      ticket !== null && ticketDue(ticket.since, departments[department]?.hours ?? null, ticketDays) < clock()
    return conversation => toListed(conversation, knowledge(), isLate(conversation))
  }
}
